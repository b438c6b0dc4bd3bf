from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from dashboard.analysis.findings.finding import Clause, Day, States, Term
from dashboard.analysis.findings.text import text
from tests.invented.synthetic import filled

SYMBOL = "A/RES/90/1"
BALLOTS = pd.DataFrame(
    [
        ("one", "XBB", "no"), ("one", "XAA", "no"), ("one", "XCC", "yes"), ("two", "XCC", "no"),
        *(("many", f"X{n}", "no") for n in range(7)),
    ],
    columns=["vote", "iso3", "position"],
)  # fmt: skip


def said(votes: list[dict[str, Any]] | None = None, **told: Any) -> tuple[Clause, ...] | None:
    row = filled("documents", [{"id": SYMBOL, "date": "2036-01-01", **told}])[0]
    columns = list(filled("recorded_votes", [{}])[0])
    given = [{"symbol": SYMBOL, "stage": "plenary", "complete": ("no",), **v} for v in votes or []]
    recorded = pd.DataFrame(filled("recorded_votes", given), columns=columns)
    found = text(row, recorded, BALLOTS)
    return found and found.clauses


def decided(outcome: str) -> Clause:
    values = {"outcome": Term("outcomes", outcome), "when": Day("2036-01-01")}
    return Clause("text.decided", None, values)


@pytest.mark.parametrize("outcome", [None, "unknown", "none"])
def test_of_what_was_not_decided_or_nobody_knows_nothing_is_said(outcome: str | None) -> None:
    assert said(outcome=outcome) is None
    assert said(outcome="rejected", date=None) is None


def test_without_totals_and_sponsors_the_outcome_stands_alone() -> None:
    assert said(outcome="acclamation") == (decided("acclamation"),)
    assert said(outcome="adopted_recorded", yes=3, no=None, abstain=0) == (
        decided("adopted_recorded"),
    )


def test_a_vote_is_told_with_the_few_against_where_all_of_them_are_known() -> None:
    totals = {"outcome": "adopted_recorded", "yes": 9, "no": 2, "abstain": 0}
    yes, no, abstain = (
        Clause("text.in_favour", 9), Clause("text.against", 2), Clause("text.abstaining", 0),
    )  # fmt: skip
    who = Clause("text.who", None, {"states": States(("XAA", "XBB"))})
    first = decided("adopted_recorded")
    assert said([{"id": "one"}], **totals) == (first, yes, no, who, abstain)
    for vote in (
        {"id": "one", "complete": ("yes",)},
        {"id": "one", "stage": "committee"},
        {"id": "one", "symbol": "A/RES/90/2"},
        {"id": "two"},  # one named of two against
    ):
        assert said([vote], **totals) == (first, yes, no, abstain)
    assert said([{"id": "many"}], **totals | {"no": 7}) == (
        first, yes, Clause("text.against", 7), abstain,
    )  # fmt: skip
    assert said([], **totals | {"no": 0}) == (first, yes, Clause("text.against", 0), abstain)


def test_sponsors_are_counted_but_not_where_others_tabled_it() -> None:
    told = {"outcome": "adopted_without_vote", "sponsors": 4}
    assert said(**told) == (decided("adopted_without_vote"), Clause("text.sponsored", 4))
    assert said(**told, submitted_by="group") == (decided("adopted_without_vote"),)
