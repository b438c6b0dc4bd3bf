from __future__ import annotations

from dashboard.analysis.findings.finding import (
    Clause,
    Finding,
    States,
    leaders,
    nothing,
    of_selection,
)
from dashboard.analysis.selection.query import Query
from tests.invented.synthetic import snapshot


def test_of_no_rows_there_is_nothing_to_say():
    assert nothing("votes") == Finding("votes", 0, (Clause("nothing"),))


def test_who_comes_first_is_named_unless_they_are_many_or_come_once_each():
    key = "statements.speaker"
    assert leaders(key, []) == ()
    assert leaders(key, ["XAA", "XBB"]) == ()
    assert leaders(key, [*("XAA", "XBB", "XCC", "XDD")] * 2) == ()
    assert leaders(key, ["XBB", "XAA", "XBB", "XCC", "XAA"]) == (
        Clause(key, 2, {"states": States(("XAA", "XBB"))}),
    )


def test_a_finding_is_made_once_for_a_selection_however_it_is_shown_and_anew_for_words():
    record, made = snapshot(), []

    def make() -> Finding:
        made.append(1)
        return nothing("votes")

    for query in (Query(), Query().having(sort=("-date",), offset=50, v="0123456789")):
        of_selection(record, "votes", query, make)
    assert len(made) == 1
    of_selection(record, "votes", Query().having(to="2035"), make)
    of_selection(record, "documents", Query(), make)
    assert len(made) == 3
    for _ in range(2):
        of_selection(record, "votes", Query().having(q="alder"), make)
    assert len(made) == 5
    for _ in range(2):
        of_selection(record, "votes", Query(), make, "its picture")
    assert len(made) == 6
