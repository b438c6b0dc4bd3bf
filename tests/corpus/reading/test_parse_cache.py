"""A cache that may be missing, damaged or unwritable, and is keyed by content."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from dashboard.corpus.reading.loading import load
from dashboard.corpus.reading.parse_cache import ParseCache, default_path
from tests.invented.builders import EVENTS


def stored(path: Path) -> dict[str, object]:
    files: dict[str, object] = json.loads(path.read_text())["files"]
    return files


def test_each_data_folder_has_a_cache_of_its_own_among_the_users(tmp_path: Path):
    folders = [Path("data"), tmp_path / "data", tmp_path / "数据", tmp_path / "data" / "data"]
    paths = [default_path(folder) for folder in folders]
    assert all(path.is_relative_to(tmp_path / "cache") for path in paths)
    assert len(set(paths)) == len(folders)
    assert default_path(tmp_path / "other" / ".." / "data") == paths[1]


def test_reading_another_folder_forgets_nothing_of_this_one(tmp_path: Path, data_dir: Path):
    load(data_dir, ParseCache(default_path(data_dir)))
    before = stored(default_path(data_dir))
    other = tmp_path / "other"
    shutil.copytree(data_dir, other)
    (other / EVENTS.format("machine-law")).unlink()
    load(other, ParseCache(default_path(other)))
    assert stored(default_path(data_dir)) == before
    assert len(stored(default_path(other))) == len(before) - 1


def test_nothing_is_known_at_first(tmp_path: Path):
    assert ParseCache(tmp_path / "none.json").get("0" * 64) is None


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 200_000,
        b'{"format": "old", "files": {"k": 1}}', b'{"files": {"k": 1}}',
    ],
)  # fmt: skip
def test_a_damaged_cache_is_forgotten(tmp_path: Path, raw: bytes):
    path = tmp_path / "cache.json"
    path.write_bytes(raw)
    cache = ParseCache(path)
    assert cache.get("k") is None
    cache.put("k", {"a": 1})
    cache.save()
    assert ParseCache(path).get("k") == {"a": 1}


def test_files_of_another_shape_are_forgotten(tmp_path: Path):
    path = tmp_path / "cache.json"
    cache = ParseCache(path)
    cache.put("k", 1)
    cache.save()
    document = json.loads(path.read_text())
    path.write_text(json.dumps({**document, "files": [1, 2]}))
    assert ParseCache(path).get("k") is None


def test_values_survive_as_they_are(tmp_path: Path):
    values = {"a": ["人工智能", None, True, 1], "b": {"c": "\u2028"}}
    cache = ParseCache(tmp_path / "deep/er/cache.json")
    cache.put("k", values)
    cache.save()
    assert ParseCache(tmp_path / "deep/er/cache.json").get("k") == values


@pytest.mark.parametrize("blocker", ["folder", "file"])
def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path, data_dir: Path, blocker: str):
    path = tmp_path / "cache.json"
    if blocker == "folder":
        path.mkdir()
        (path / "x").touch()
    else:
        (tmp_path / "blocked").touch()
        path = tmp_path / "blocked/cache.json"
    cache = ParseCache(path)
    assert load(data_dir, cache).problems == []
    assert load(data_dir, cache).problems == []
    assert not list(tmp_path.glob("*.tmp"))


def test_a_start_parses_only_what_changed(
    tmp_path: Path, data_dir: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "cache.json"
    load(data_dir, ParseCache(path))
    changed = data_dir / EVENTS.format("machine-law")
    changed.write_bytes(changed.read_bytes().replace(b"2034", b"2033"))
    parsed: list[bytes] = []
    from dashboard.corpus.reading import loading

    parse = loading.parse_yaml
    monkeypatch.setattr(loading, "parse_yaml", lambda raw: parsed.append(raw) or parse(raw))
    corpus = load(data_dir, ParseCache(path))
    assert parsed == [changed.read_bytes()]
    assert corpus.events["machine-law"].date == "2033"


def test_files_no_longer_in_the_data_are_forgotten(tmp_path: Path, data_dir: Path):
    path = tmp_path / "cache.json"
    corpus = load(data_dir, ParseCache(path))
    gone = corpus.files["events:machine-law"].sha256
    assert gone in stored(path)
    (data_dir / EVENTS.format("machine-law")).unlink()
    load(data_dir, ParseCache(path))
    assert gone not in stored(path)
    assert len(stored(path)) == len(list(data_dir.rglob("*.yaml")))


def test_an_unchanged_folder_writes_nothing(tmp_path: Path, data_dir: Path):
    path = tmp_path / "cache.json"
    load(data_dir, ParseCache(path))
    before = path.stat().st_mtime_ns, path.stat().st_ino
    load(data_dir, ParseCache(path))
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before


def test_unreadable_files_are_not_remembered(tmp_path: Path, data_dir: Path):
    (data_dir / EVENTS.format("machine-law")).write_bytes(b"a: NO\n...\n")
    path = tmp_path / "cache.json"
    for _ in range(2):
        problems = load(data_dir, ParseCache(path)).problems
        assert [p.file for p in problems] == [EVENTS.format("machine-law")]
