"""A snapshot on disk: the data themselves, or nothing at all."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from dashboard.corpus import snapshot_file
from dashboard.corpus import store as store_module
from dashboard.corpus.snapshot import Snapshot, take_snapshot
from dashboard.corpus.snapshot_file import default_path, read_snapshot, write_snapshot
from dashboard.corpus.store import Store, signature
from dashboard.sources.fingerprints import TextFingerprints, fingerprint, to_text
from tests.invented.builders import RESOLUTION, change, event, resolution, write
from tests.serving import GROVE, LAW, assert_same_snapshot, law_date, seen

pytestmark = pytest.mark.usefixtures("no_waiting")
SEED, STEPS = 0, 6
STATE = (("imported/90/A-RES-90-1.yaml", 1, 2, 3),)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep/er/snapshot.arrow"


def with_prints(data: Path) -> Path:
    """The data folder, the wording of one paragraph known by its fingerprint."""
    found = fingerprint("Invented words about machines", "en")
    assert found
    prints = {"en": TextFingerprints("0" * 64, {"pp1": found})}
    (data / RESOLUTION).with_suffix(".fingerprints").write_text(to_text("A/RES/90/1", prints))
    return data


def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on the data folder may not be read."""

    def refuse(*_: object) -> Snapshot:
        raise AssertionError("the data folder was read")

    monkeypatch.setattr(store_module, "take_snapshot", refuse)


def test_what_is_read_is_what_was_written(data_dir: Path, path: Path):
    change(data_dir / RESOLUTION, issued="2035-01-01")  # a warning
    taken = take_snapshot(with_prints(data_dir))
    assert taken.problems
    assert taken.fingerprints
    assert write_snapshot(path, taken, STATE)
    found = read_snapshot(path, STATE)
    assert found
    assert "A/RES/90/1" in found.imported
    assert "A/RES/90/9" not in found.imported
    assert found.imported.get("A/RES/90/9") is None
    assert_same_snapshot(found, taken)


@pytest.mark.parametrize(
    "state", [(), None, "", (("imported/90/A-RES-90-1.yaml", 1, 2, 4),), (*STATE, *STATE)]
)
def test_it_is_of_one_state_of_the_data_only(snapshot: Snapshot, path: Path, state: object):
    write_snapshot(path, snapshot, STATE)
    assert read_snapshot(path, state) is None


def test_it_is_of_one_state_of_the_code_only(
    snapshot: Snapshot, path: Path, monkeypatch: pytest.MonkeyPatch
):
    write_snapshot(path, snapshot, STATE)
    monkeypatch.setattr(snapshot_file, "_code", lambda: "later")
    assert read_snapshot(path, STATE) is None


def test_a_missing_one_is_none_and_not_worth_a_line(path: Path, caplog: pytest.LogCaptureFixture):
    assert read_snapshot(path, STATE) is None
    assert caplog.messages == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda raw: b"",
        lambda raw: b"\0",
        lambda raw: b"\xff" * 8,
        lambda raw: b"[]" + (2).to_bytes(8, "big"),
        lambda raw: b"[" * 200_000 + (200_000).to_bytes(8, "big"),
        lambda raw: raw[:-1],
        lambda raw: raw[1:],
        lambda raw: raw[: len(raw) // 2],
        lambda raw: raw.replace(b"nvented", b"nverted", 1),
        lambda raw: raw.replace(b"ARROW1", b"ARROW2", 1),
        *(lambda raw, n=n: _flipped(raw, n) for n in range(20)),
    ],
)  # fmt: skip
def test_a_damaged_one_is_none_and_costs_a_line(
    snapshot: Snapshot, path: Path, caplog: pytest.LogCaptureFixture,
    spoil: Callable[[bytes], bytes],
):  # fmt: skip
    write_snapshot(path, snapshot, STATE)
    raw = path.read_bytes()
    path.write_bytes(spoil(raw))
    assert path.read_bytes() != raw
    assert read_snapshot(path, STATE) is None
    assert len(caplog.messages) <= 1


def _flipped(raw: bytes, number: int) -> bytes:
    """One byte is another: anywhere in the parts and in what describes them."""
    at = Random(number).randrange(len(raw))
    return raw[:at] + bytes([raw[at] ^ 0x5A]) + raw[at + 1 :]


def test_one_written_by_another_hand_may_hold_no_other_kinds_of_values(
    snapshot: Snapshot, path: Path
):
    write_snapshot(path, snapshot, STATE)
    parts = dict(snapshot_file._written(snapshot))
    values = {**json.loads(parts["at once"]), "states": {"XAA": {"iso3": "xaa"}}}
    parts["at once"] = json.dumps(values).encode()
    path.write_bytes(b"".join(snapshot_file._file(parts.items(), STATE)))
    assert read_snapshot(path, STATE) is None


@pytest.mark.parametrize("blocker", ["folder", "file"])
def test_where_nothing_can_be_written_the_data_are_served_all_the_same(
    data_dir: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture, blocker: str
):
    path = tmp_path / "snapshot.arrow"
    if blocker == "folder":
        (path / "x").mkdir(parents=True)
    else:
        (tmp_path / "blocked").touch()
        path = tmp_path / "blocked/snapshot.arrow"
    assert law_date(Store(data_dir, file=path).current()) == "2034"
    assert [m for m in caplog.messages if "cannot be kept" in m]
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".snapshot")]


def test_the_next_start_reads_no_data(data_dir: Path, path: Path, monkeypatch: pytest.MonkeyPatch):
    first = Store(data_dir, file=path).current()
    assert_same_snapshot(first, take_snapshot(data_dir))
    unread(monkeypatch)
    assert_same_snapshot(Store(data_dir, file=path).current(), first)


def test_new_data_are_there_for_the_next_start(
    data_dir: Path, path: Path, monkeypatch: pytest.MonkeyPatch
):
    store = Store(data_dir, file=path)
    store.current()
    change(data_dir / LAW, date="2033")
    assert law_date(seen(store)) == "2033"
    unread(monkeypatch)
    assert law_date(Store(data_dir, file=path).current()) == "2033"


def test_errors_are_looked_for_at_each_start(data_dir: Path, path: Path):
    change(data_dir / LAW, kind="lawn")
    for _ in range(2):
        assert [p.file for p in Store(data_dir, file=path).current().errors] == [LAW]
    assert not path.exists()


def test_files_that_may_still_change_are_not_trusted(
    data_dir: Path, path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(store_module, "SETTLE", 3600.0)
    Store(data_dir, file=path).current()
    assert not path.exists()


def test_data_that_change_while_they_are_read_are_not_kept(
    data_dir: Path, path: Path, monkeypatch: pytest.MonkeyPatch
):
    def meanwhile(*given: object) -> Snapshot:
        taken = take_snapshot(data_dir)
        change(data_dir / LAW, date="2033")
        return taken

    monkeypatch.setattr(store_module, "take_snapshot", meanwhile)
    assert law_date(Store(data_dir, file=path).current()) == "2034"
    assert not path.exists()


def test_whatever_is_done_to_the_files_a_start_serves_them_as_they_are(data_dir: Path, path: Path):
    sponsors = {"draft": {"XAA": "Alder"}, "added": "none"}
    edits: list[Callable[[Path], object]] = [
        lambda data: change(data / LAW, date="2033"),
        lambda data: write(data / "curated/events/new.yaml", event("new", "2036-01")),
        lambda data: (data / "curated/events/new.yaml").unlink(missing_ok=True),
        lambda data: change(data / LAW, kind="lawn"),
        lambda data: change(data / LAW, kind="law"),
        lambda data: (data / GROVE).write_bytes((data / GROVE).read_bytes()[:-9]),
        lambda data: write(data / GROVE, event("grove-summit", "2035-03")),
        lambda data: write(data / RESOLUTION, resolution(sponsors=sponsors)),
        lambda data: os.utime(data / GROVE),
        with_prints,
    ]
    Random(SEED).shuffle(edits)
    for edit in edits[:STEPS]:
        edit(data_dir)
        expected = take_snapshot(data_dir)
        assert_same_snapshot(Store(data_dir, file=path).current(), expected)
        assert (read_snapshot(path, signature(data_dir)) is None) == bool(expected.errors)


def test_each_data_folder_has_its_own_among_the_users_caches(tmp_path: Path):
    folders = [Path("data"), tmp_path / "data", tmp_path / "数据"]
    paths = [default_path(folder) for folder in folders]
    assert all(path.is_relative_to(tmp_path / "cache") for path in paths)
    assert len(set(paths)) == len(folders)
