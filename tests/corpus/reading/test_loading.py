"""From a folder to records: what is left out, what is said, and that nothing is raised."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.corpus.reading import loading
from dashboard.corpus.reading.data_files import data_paths, read_files
from dashboard.corpus.reading.loading import Corpus, load
from dashboard.corpus.reading.parse_cache import ParseCache
from dashboard.sources.fingerprints import TextFingerprints, fingerprint, to_text
from tests.invented.builders import (
    CONSENSUS,
    EVENTS,
    RESOLUTION,
    change,
    consensus,
    event,
    resolution,
    write,
)
from tests.invented.builders_codes import MEMBERS, VOCABULARIES


def said(corpus: Corpus) -> list[str]:
    return [str(problem) for problem in corpus.problems]


def test_no_folder(tmp_path: Path):
    corpus = load(tmp_path / "nowhere")
    assert said(corpus) == [".:1: the data folder does not exist"]
    assert not corpus.ids()


def test_a_file_in_place_of_the_folder(tmp_path: Path):
    (tmp_path / "data").write_text("x")
    assert said(load(tmp_path / "data")) == [".:1: the data folder does not exist"]


def test_an_empty_folder(tmp_path: Path):
    assert said(load(tmp_path)) == [
        f"{name}:1: is missing; every record needs it"
        for name in ("states.yaml", *(f"vocabulary/{name}.yaml" for name in loading.VOCABULARIES))
    ]


def test_one_vocabulary_less_is_an_error(data_dir: Path):
    (data_dir / "vocabulary" / "topics.yaml").unlink()
    assert said(load(data_dir)) == ["vocabulary/topics.yaml:1: is missing; every record needs it"]


def test_the_small_record(data_dir: Path):
    corpus = load(data_dir)
    assert corpus.problems == []
    assert list(corpus.states) == [*MEMBERS, "XGG", "XHH"]
    assert set(corpus.vocabularies) == set(VOCABULARIES)
    assert set(corpus.imported) == {"A/RES/90/1", "A/RES/90/2"}
    assert set(corpus.curated) == {"A/RES/90/1", "A/91/7"}
    assert set(corpus.events) == {"grove-summit", "machine-law", "second-summit"}
    assert corpus.ids() == {*corpus.imported, *corpus.curated, *corpus.events}
    assert corpus.files["imported:A/RES/90/1"].name == RESOLUTION
    assert list(corpus.terms("tracks")) == ["civilian", "military"]
    assert corpus.terms("no_such_vocabulary") == {}


def test_one_bad_file_leaves_the_others(data_dir: Path):
    (data_dir / RESOLUTION).write_bytes(b"{")
    corpus = load(data_dir)
    assert set(corpus.imported) == {"A/RES/90/2"}
    assert corpus.unread() == {"A-RES-90-1"}


def test_a_file_is_named_after_its_record(data_dir: Path):
    write(data_dir / "imported/90/other.yaml", resolution("A/RES/90/3"))
    corpus = load(data_dir)
    assert "A/RES/90/3" not in corpus.imported
    assert said(corpus) == [
        "imported/90/other.yaml:1: symbol: found A/RES/90/3; "
        "a file that holds it is named A-RES-90-3.yaml"
    ]


def test_the_first_of_two_files_of_one_id_is_kept(data_dir: Path):
    second = "imported/91/A-RES-90-2.yaml"
    write(data_dir / second, consensus(adopted="2035-12-11"))
    corpus = load(data_dir)
    assert corpus.imported["A/RES/90/2"].adopted == "2035-12-10"
    assert said(corpus) == [f"{second}:1: symbol: A/RES/90/2 stands in {CONSENSUS} already"]


def test_a_vocabulary_is_named_after_its_file(data_dir: Path):
    change(data_dir / "vocabulary/topics.yaml", name="themes")
    corpus = load(data_dir)
    assert "themes" not in corpus.vocabularies
    assert said(corpus)[0].startswith("vocabulary/topics.yaml:1: name: found themes")


def test_other_files_are_read_strictly_but_hold_no_record(data_dir: Path):
    write(data_dir / "curated/seeds.yaml", {"notes": ["where a fact came from"]})
    assert load(data_dir).problems == []
    (data_dir / "curated/seeds.yaml").write_bytes(b"a: NO\n...\n")
    assert said(load(data_dir))[0].startswith("curated/seeds.yaml:1: a: 'NO' without quotes")


def test_files_that_are_no_yaml_are_left_alone(data_dir: Path):
    (data_dir / "README.md").write_bytes(b"\xff")
    (data_dir / "curated/events/.grove-summit.yaml.swp").write_bytes(b"\xff")
    assert load(data_dir).problems == []


@pytest.mark.parametrize("kind", ["folder", "pipe", "dangling link", "device"])
def test_what_is_no_regular_file_is_refused_without_waiting(data_dir: Path, kind: str):
    path = data_dir / EVENTS.format("odd")
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "dangling link":
            path.symlink_to(data_dir / "nowhere")
        case "device":
            path.symlink_to("/dev/zero")
        case _:
            path.mkdir()
    corpus = load(data_dir)
    if kind == "folder":
        assert corpus.problems == []
    else:
        assert said(corpus)[0].startswith(f"{EVENTS.format('odd')}:1: cannot be opened: ")
    assert set(corpus.events) == {"grove-summit", "machine-law", "second-summit"}


def test_paths_come_in_name_order(data_dir: Path):
    names = [path.relative_to(data_dir).as_posix() for path in data_paths(data_dir)]
    assert names == sorted(names)
    assert len(names) == len(list(data_dir.rglob("*.yaml")))
    assert [item.name for item in read_files(data_dir) if hasattr(item, "raw")] == names


def test_version_follows_content_and_names_alone(data_dir: Path):
    version = load(data_dir).version
    path = data_dir / EVENTS.format("grove-summit")
    os.utime(path, (1, 1))
    assert load(data_dir).version == version
    assert len(version) == 10
    raw = path.read_bytes()
    path.write_bytes(raw + b"\n")
    assert load(data_dir).version != version
    path.write_bytes(raw)
    assert load(data_dir).version == version
    for name in ("moved", "grove-summits"):  # elsewhere, and in the same place, in their order
        path = path.rename(data_dir / EVENTS.format(name))
        assert load(data_dir).version != version


def test_values_from_a_cache_give_the_same_records(data_dir: Path, tmp_path: Path):
    cache = ParseCache(tmp_path / "cache.json")
    first, second = load(data_dir, cache), load(data_dir, cache)
    assert first.imported == second.imported == load(data_dir).imported
    assert first.version == second.version


def test_a_cache_with_wrong_values_blames_no_file(data_dir: Path, tmp_path: Path):
    sha256 = load(data_dir).files["imported:A/RES/90/1"].sha256
    cache = ParseCache(tmp_path / "cache.json")
    cache.put(sha256, {"symbol": 5})
    corpus = load(data_dir, cache)
    assert corpus.problems == []
    assert corpus.imported["A/RES/90/1"] == load(data_dir).imported["A/RES/90/1"]


def test_a_cache_cannot_make_an_unreadable_file_crash(data_dir: Path, tmp_path: Path):
    path = data_dir / EVENTS.format("grove-summit")
    path.write_bytes(b"[")
    cache = ParseCache(tmp_path / "cache.json")
    (item,) = [i for i in read_files(data_dir) if i.name.endswith("grove-summit.yaml")]
    cache.put(getattr(item, "sha256", ""), {"id": 5})
    corpus = load(data_dir, cache)
    assert said(corpus)[0].startswith(f"{EVENTS.format('grove-summit')}:1: not readable")


def test_each_event_is_kept_by_its_id(data_dir: Path):
    write(data_dir / EVENTS.format("deep/er/third"), event("third", "2036"))
    assert load(data_dir).events["third"].date == "2036"


def with_fingerprints(data_dir: Path, symbol: str = "A/RES/90/1", named: str = "") -> Path:
    path = data_dir / f"imported/90/{named or 'A-RES-90-1'}.fingerprints"
    found = fingerprint("Invented words of a text", "en")
    assert found is not None
    path.write_text(to_text(symbol, {"en": TextFingerprints("0" * 64, {"op1": found})}))
    return path


def test_fingerprints_are_read_and_part_of_the_version(data_dir: Path):
    before = load(data_dir)
    path = with_fingerprints(data_dir)
    corpus = load(data_dir)
    assert said(corpus) == []
    assert corpus.fingerprints["A/RES/90/1"]["en"].paragraphs.keys() == {"op1"}
    assert corpus.version != before.version
    assert corpus.hashes.keys() - before.hashes.keys() == {path.relative_to(data_dir).as_posix()}


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(path.read_bytes()[:-9]),
        lambda path: path.write_bytes(b"\xff\x00"),
        lambda path: path.write_text(""),
        lambda path: with_fingerprints(path.parents[2], symbol="A/RES/90/2"),
    ],
)
def test_damaged_fingerprints_are_a_warning_and_hold_nothing_back(
    data_dir: Path, spoil: Callable[[Path], object]
):
    spoil(with_fingerprints(data_dir))
    corpus = load(data_dir)
    (problem,) = corpus.problems
    assert (problem.file, problem.severity) == ("imported/90/A-RES-90-1.fingerprints", "warning")
    assert corpus.imported.keys() >= {"A/RES/90/1", "A/RES/90/2"}
    assert not corpus.fingerprints
