"""Damage that no file shows by itself: the store goes on with the last good data and says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.corpus import store as store_module
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.store import Store
from tests.invented.builders import change
from tests.serving import GROVE, LAW, law_date, seen

pytestmark = pytest.mark.usefixtures("no_waiting")


def test_a_folder_that_never_rests_is_read_or_told_all_the_same(
    started: Store, data_dir: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(store_module, "SETTLE", 3600.0)
    change(data_dir / LAW, date="2033")
    assert law_date(seen(started)) == "2034"
    monkeypatch.setattr(store_module, "AT_LATEST", -1.0)
    assert law_date(seen(started)) == "2033"

    def touched(data: Path, cache: object) -> Snapshot:
        found = store_module.signature(data)
        (data / LAW).touch()
        assert store_module.signature(data) != found
        return taken(data)

    taken = store_module.take_snapshot
    monkeypatch.setattr(store_module, "take_snapshot", touched)
    change(data_dir / LAW, date="2032")
    still = seen(started)
    assert (law_date(still), still.stale) == ("2033", True)
    assert str(still.errors[0]).startswith(".:1: has been changing for over ")
    monkeypatch.setattr(store_module, "take_snapshot", taken)
    last = seen(started)
    assert (law_date(last), last.stale) == ("2032", False)


def test_losses_that_no_total_shows_leave_the_last_good(data_dir: Path, no_waiting: None):
    assert main(["changes", "record", "--data", str(data_dir)]) == 0
    store = Store(data_dir)
    store.current()
    log, raw = data_dir / "changes.yaml", (data_dir / "changes.yaml").read_bytes()
    for lose, named in ((log.unlink, "changes.yaml"), ((data_dir / GROVE).unlink, GROVE)):
        lose()
        after = seen(store)
        assert after.stale
        assert after.errors[0].file == named
        log.write_bytes(raw)


@pytest.mark.parametrize(
    ("name", "field"), [("states.yaml", "states: []"), ("vocabulary/kinds.yaml", "terms: {}")]
)
def test_lists_that_are_empty_are_refused_and_told(
    started: Store, data_dir: Path, name: str, field: str
):
    path = data_dir / name
    kept = path.read_text(encoding="utf-8").partition(field.partition(" ")[0])[0]
    path.write_text(f"{kept}{field}\n...\n", encoding="utf-8")
    after = seen(started)
    assert after.stale
    assert any(name in problem.file and "at least" in problem.message for problem in after.errors)
