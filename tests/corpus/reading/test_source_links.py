"""Every address with file and line, once each, whatever else stands in the folder."""

from __future__ import annotations

from pathlib import Path

from dashboard.corpus.reading.source_links import source_links

EVENT = """id: x
sources:
- url: https://a.example/1
  archived: https://archive.example/1
- url: https://b.example/2
watch:
  where: https://a.example/1
note: https://no.example/
...
"""


def test_an_empty_folder_names_none(tmp_path: Path) -> None:
    assert source_links(tmp_path) == {}
    assert source_links(tmp_path / "none") == {}


def test_each_address_stands_once_with_all_its_places_and_a_broken_file_names_none(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.yaml").write_text(EVENT, encoding="utf-8")
    (tmp_path / "b.yaml").write_text("url: https://cut.example/\n", encoding="utf-8")
    (tmp_path / "c.yaml").write_text("- url: http://b.example/2\n- url: 3\n...\n", "utf-8")
    assert source_links(tmp_path) == {
        "https://a.example/1": ["a.yaml:3", "a.yaml:7"],
        "https://archive.example/1": ["a.yaml:4"],
        "https://b.example/2": ["a.yaml:5"],
        "http://b.example/2": ["c.yaml:1"],
    }
