"""What is found in records of the timeline, in documents and in statements."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import numpy as np
import pandas as pd

from dashboard.analysis.findings.finding import (
    Clause,
    Day,
    Finding,
    Place,
    Term,
    leaders,
    most,
    nothing,
)
from dashboard.analysis.frames import counted_lines, rows_of
from dashboard.analysis.scope import is_read
from dashboard.corpus.records.fields import last_day

_AGREED = ("adopted_without_vote", "acclamation")
_VOTED = "adopted_recorded"
_DISSOCIATION = "dissociation"


def timeline(found: pd.DataFrame, today: dt.date) -> Finding:
    """The year with the most records, the later of two; then which comes next, by its last day."""
    rows = found[is_read(found)]
    if rows.empty:
        return nothing("records")
    years = Counter(rows["date"].dropna().str[:4])
    clauses = []
    if first := most(years):
        clauses.append(Clause("timeline.year", years[first[-1]], {"year": Day(first[-1])}))
    else:
        clauses.append(Clause("timeline.undated"))
    ahead = [
        (last_day(row["end_date"] or row["date"]), row["id"], row["date"])
        for row in rows_of(rows[["id", "date", "end_date"]][rows["date"] > today.isoformat()])
    ]
    if ahead:
        _, record, date = min(ahead)
        clauses.append(
            Clause("timeline.next", None, {"what": Place("timeline", record), "when": Day(date)})
        )
    else:
        clauses.append(Clause("timeline.none_ahead"))
    return Finding("records", len(rows), tuple(clauses))


def documents(found: pd.DataFrame) -> Finding:
    """How many were adopted without a vote and how many by one; the vote most were against."""
    rows = found[is_read(found)]
    if rows.empty:
        return nothing("documents")
    agreed = int(rows["outcome"].isin(_AGREED).sum())
    voted = int(rows["outcome"].eq(_VOTED).sum())
    if not agreed + voted:
        return Finding("documents", len(rows), (Clause("documents.none_adopted"),))
    clauses = [Clause("documents.agreed", agreed), Clause("documents.voted", voted)]
    against = rows[rows["no"].fillna(0) > 0]
    if not against.empty:
        top = against.sort_values(["no", "date", "id"], ascending=False).iloc[0]
        opposed = {"what": Place("documents", str(top["id"]))}
        clauses.append(Clause("documents.opposed", int(top["no"]), opposed))
    return Finding("documents", len(rows), tuple(clauses))


def adoptions(found: pd.DataFrame) -> pd.DataFrame:
    """Columns period (a year), series (agreed, voted) and n: the texts adopted each year."""
    rows = found[is_read(found) & found["outcome"].isin((*_AGREED, _VOTED)) & found["date"].notna()]
    how = np.where(rows["outcome"].eq(_VOTED), "voted", "agreed")
    return counted_lines(rows["date"].str[:4], how, "period")


def stances(found: pd.DataFrame) -> pd.DataFrame:
    """Columns row (a stance), series (empty) and n, the commonest first, then by code."""
    counted = counted_lines(found["stance"].dropna(), "", "row")
    return counted.sort_values(["n", "row"], ascending=[False, True], ignore_index=True)


def statements(found: pd.DataFrame) -> Finding:
    """The stance taken most often, who spoke most often, how many leave the consensus."""
    if found.empty:
        return nothing("statements")
    stances = Counter(found["stance"].dropna())
    clauses = []
    if first := most(stances):
        stance = {"stance": Term("stances", first[0])}
        clauses.append(Clause("statements.stance", stances[first[0]], stance))
    else:
        clauses.append(Clause("statements.no_stance"))
    speakers = [iso3 for states in found["speaker_iso3"] for iso3 in states]
    clauses += leaders("statements.speaker", speakers)
    apart = found["type"].eq(_DISSOCIATION) | found["stance"].eq(_DISSOCIATION)
    if apart.any():
        clauses.append(Clause("statements.apart", int(apart.sum())))
    return Finding("statements", len(found), tuple(clauses))
