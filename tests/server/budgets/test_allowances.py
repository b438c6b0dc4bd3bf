from __future__ import annotations

import pytest

from dashboard.server.budgets.allowances import (
    BUDGETS,
    DEFAULTS,
    UNLIMITED,
    Allowance,
    allowances,
)


@pytest.mark.parametrize(
    "given",
    [
        *("exports", "exports=", "exports=60", "exports=60/0", "exports=0/60", "exports=-1/5"),
        *("exports=1.5/2", "exports=60/30/1", "export=60/30", "=60/30", "exports = 60/30"),
        *("open=5/5", "answers=0", "open=", "exports=٦/٣", "exports=99999999/1", "exports=on"),
        "pastes=off exports=",
    ],
)
def test_what_is_no_allowance_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.setenv(BUDGETS, given)
    with pytest.raises(ValueError, match=BUDGETS):
        allowances()


@pytest.mark.parametrize("given", ["", "  "])
def test_unset_is_the_default(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv(BUDGETS, given)
    assert allowances() == DEFAULTS


def test_each_kind_is_set_by_itself_and_the_last_word_counts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(BUDGETS, "exports=60/30 open=50 pastes=off exports=6/3")
    changed = {"exports": Allowance(6, 3), "open": Allowance(50, 0), "pastes": UNLIMITED}
    assert allowances() == {**DEFAULTS, **changed}


def test_an_office_of_two_hundred_behind_one_address_opens_its_pages() -> None:
    """All at nine o'clock, and then each of them a change every ten seconds."""
    assert DEFAULTS["openings"].at_once >= 2 * 200
    assert DEFAULTS["open"].at_once >= 2 * 200
    assert DEFAULTS["reruns"].at_once >= 2 * 2 * 200
    assert DEFAULTS["reruns"].a_minute >= 6 * 200
    assert DEFAULTS["exports"].at_once >= 200
