"""What is found in paragraphs: how many speak of AI, whom they ask how strongly, and what became
of them from one text, or from a pasted draft, to another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from dashboard.analysis.findings.finding import Clause, Finding, Place, Term, Value, most, nothing
from dashboard.analysis.found_rows import FoundRows
from dashboard.analysis.frames import counted_lines
from dashboard.analysis.paragraphs.asks import asked_for, coverage, matrix
from dashboard.analysis.paragraphs.verb_orders import TIERS, VerbOrder
from dashboard.analysis.selection.query import Query


def paragraphs(found: FoundRows | pd.DataFrame) -> Finding:
    """How many speak of AI by name, how many in other words only, and which text has most."""
    if found.empty:
        return nothing("paragraphs")
    symbols, named = found["symbol"], found["mentions_ai"].fillna(False)
    speaking = symbols[named | found["near_ai"].fillna(False)]
    clauses = [Clause("paragraphs.named", int(named.sum()))]
    if near := len(speaking) - int(named.sum()):
        clauses.append(Clause("paragraphs.near", near))
    texts = Counter(speaking)
    if (first := most(texts)) and symbols.nunique() > 1:
        text = {"what": Place("documents", first[-1])}
        clauses.append(Clause("paragraphs.most", texts[first[-1]], text))
    return Finding("paragraphs", len(found), tuple(clauses))


def about_ai(found: FoundRows | pd.DataFrame) -> pd.DataFrame:
    """Columns row (a text), series (named, near) and n: the paragraphs of each text that speak of
    AI by name, and in other words only; the text with most first, of two the later symbol."""
    named = found["mentions_ai"].fillna(False)
    speaking = named | found["near_ai"].fillna(False)
    how = np.where(named[speaking], "named", "near")
    counted = counted_lines(found["symbol"][speaking], how, "row")
    most = counted.groupby("row")["n"].transform("sum")
    order = counted.assign(most=most).sort_values(["most", "row", "series"], ascending=False)
    return counted.loc[order.index].reset_index(drop=True)


def asks(found: pd.DataFrame, order: VerbOrder | None, query: Query) -> Finding:
    """Who is asked most, how they are asked most often, and how most strongly.

    Of `provisions`, by the acts and addressees the query names; of those asked equally often one
    it names comes first, then by code. A paragraph that asks twice counts once for whom it asks.
    """
    if found.empty or order is None:
        return nothing("paragraphs")
    cells = asked_for(matrix(found, order), query, order, openings=False)
    if cells.empty:
        return Finding("paragraphs", len(found), (Clause("asks.nothing"),))
    wanted = query.choice("addressee").any_of
    asked = {str(code): len(set().union(*of["ids"])) for code, of in cells.groupby("addressee")}
    first = max(sorted(asked), key=lambda code: (asked[code], code in wanted))
    clauses = [Clause("asks.whom", asked[first], {"whom": Term("addressees", first)})]
    rows = cells[(cells["addressee"] == first) & cells["row"].isin(list(order.ranks))]
    if not rows.empty:
        vocabulary = "tiers" if order.code == TIERS else "verbs"
        often = rows.sort_values(["paragraphs", "rank"], ascending=False).iloc[0]
        strong = rows.sort_values("rank", ascending=False).iloc[0]
        clauses.append(Clause("asks.often", *_how(often, vocabulary)))
        if often["row"] != strong["row"]:
            clauses.append(Clause("asks.strongest", *_how(strong, vocabulary)))
    return Finding("asking", coverage(found).asking, tuple(clauses))


def _how(cell: pd.Series[Any], vocabulary: str) -> tuple[int, dict[str, Value]]:
    return int(cell["paragraphs"]), {"how": Term(vocabulary, str(cell["row"]))}


def comparison(counted: Mapping[str, int], lines: int) -> Finding:
    """What became of the paragraphs of a text: `counted` as `compare.count_changes` has it."""
    if not lines:
        return nothing("lines")
    if counted.get("unknown", 0) == lines:
        return Finding("lines", lines, (Clause("compare.unknown"),))
    clauses = [Clause("compare.stronger", counted.get("stronger", 0))]
    if softer := counted.get("softer", 0):
        clauses.append(Clause("compare.softer", softer))
    clauses.append(Clause("compare.dropped", counted.get("dropped", 0)))
    if new := counted.get("new", 0):
        clauses.append(Clause("compare.new", new))
    return Finding("lines", lines, tuple(clauses))


def draft(counted: Mapping[str, int]) -> Finding:
    """How much of a draft is agreed language: `counted` as `matches.balance` has it."""
    if not counted["lines"]:
        return nothing("draft_lines")
    clauses = (Clause("draft.agreed", counted["agreed"]), Clause("draft.new", counted["new"]))
    return Finding("draft_lines", counted["lines"], clauses)
