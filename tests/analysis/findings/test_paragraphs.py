from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from dashboard.analysis.findings.finding import Clause, Finding, Place, Term
from dashboard.analysis.findings.paragraphs import about_ai, asks, comparison, draft, paragraphs
from dashboard.analysis.paragraphs.verb_orders import VerbOrder
from dashboard.analysis.selection.query import Query
from tests.invented.synthetic import filled

ORDER = VerbOrder("tiers", {"tier_4": 4, "tier_3": 3})


def rows(*told: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame(filled("paragraphs", told), columns=list(filled("paragraphs", [{}])[0]))


def ask(name: str, tier: int | None, *addressees: str) -> dict[str, Any]:
    return {"id": name, "part": "operative", "tier": tier, "addressees": addressees}


def asked(*told: dict[str, Any], order: VerbOrder | None = ORDER, **values: Any) -> Finding:
    query = Query()
    for name, code in values.items():
        query = query.choosing(name, [code])
    return asks(rows(*told), order, query)


def test_paragraphs_that_speak_of_ai_are_counted_by_name_and_in_other_words():
    assert paragraphs(rows()).clauses == (Clause("nothing"),)
    assert paragraphs(rows({"symbol": "a"})).clauses == (Clause("paragraphs.named", 0),)
    said = paragraphs(
        rows(
            {"symbol": "a", "mentions_ai": True, "near_ai": False},
            {"symbol": "b", "mentions_ai": False, "near_ai": True},
            {"symbol": "b", "mentions_ai": True, "near_ai": True},
        )
    )
    assert said.clauses == (
        Clause("paragraphs.named", 2),
        Clause("paragraphs.near", 1),
        Clause("paragraphs.most", 2, {"what": Place("documents", "b")}),
    )


def test_the_picture_has_the_text_with_most_first_of_two_the_later_and_no_other_paragraph():
    assert about_ai(rows()).empty
    assert about_ai(rows({"symbol": "a"})).empty
    near = {"mentions_ai": False, "near_ai": True}
    found = about_ai(
        rows(
            {"symbol": "a", "mentions_ai": True, "near_ai": True},
            {"symbol": "b", **near},
            {"symbol": "c", **near},
            {"symbol": "c", "mentions_ai": True},
            {"symbol": "d", "mentions_ai": False, "near_ai": False},
        )
    )
    assert found.values.tolist() == [
        ["c", "near", 1], ["c", "named", 1], ["b", "near", 1], ["a", "named", 1],
    ]  # fmt: skip


def test_without_rows_or_an_order_nothing_is_said_of_asks_and_none_asked_is_told():
    assert asked().clauses == (Clause("nothing"),)
    assert asked(ask("a", 3, "states"), order=None).clauses == (Clause("nothing"),)
    assert asked(ask("a", 3, "none")).clauses == (Clause("asks.nothing"),)


def test_who_is_asked_most_is_told_with_how_often_and_how_strongly():
    told = [ask("a", 3, "states"), ask("b", 3, "states"), ask("c", 4, "states", "firms"),
            ask("d", None, "firms"), ask("e", 3, "none")]  # fmt: skip
    assert asked(*told).n == 4
    assert asked(*told).clauses == (
        Clause("asks.whom", 3, {"whom": Term("addressees", "states")}),
        Clause("asks.often", 2, {"how": Term("tiers", "tier_3")}),
        Clause("asks.strongest", 1, {"how": Term("tiers", "tier_4")}),
    )
    assert asked(*told, addressee="firms").clauses == (
        Clause("asks.whom", 2, {"whom": Term("addressees", "firms")}),
        Clause("asks.often", 1, {"how": Term("tiers", "tier_4")}),
    )


def test_a_verb_no_rule_reads_has_no_strength():
    said = asked(ask("a", None, "states"))
    assert [clause.key for clause in said.clauses] == ["asks.whom"]


@pytest.mark.parametrize(
    ("counted", "keys"),
    [
        ({"dropped": 12, "same": 1}, ["compare.stronger", "compare.dropped"]),
        ({"stronger": 1, "softer": 2, "new": 3}, ["compare.stronger", "compare.softer",
                                                   "compare.dropped", "compare.new"]),
        ({"unknown": 4}, ["compare.unknown"]),
        ({}, ["nothing"]),
    ],
)  # fmt: skip
def test_a_comparison_says_what_became_of_paragraphs(counted: dict[str, int], keys: list[str]):
    said = comparison(counted, sum(counted.values()))
    assert [clause.key for clause in said.clauses] == keys
    for clause in said.clauses:
        if clause.n is not None:
            assert clause.n == counted.get(clause.key.partition(".")[2], 0)


def test_a_draft_says_how_much_of_it_is_agreed():
    assert draft({"lines": 0}).clauses == (Clause("nothing"),)
    said = draft({"lines": 3, "agreed": 2, "new": 0})
    assert said.clauses == (Clause("draft.agreed", 2), Clause("draft.new", 0))
