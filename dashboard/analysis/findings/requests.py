"""What is found in requests: what is due next, and what is past its day and never came."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from dashboard.analysis.findings.finding import Clause, Due, Finding, Place, Value, nothing
from dashboard.analysis.requests.due import AHEAD, PASSED, next_due


def requests(found: pd.DataFrame, day: dt.date) -> Finding:
    """Of rows of the requests table as of a day: the next one due of those that wait, then how
    many were looked for after their day and not found, the latest of them by name."""
    if found.empty:
        return nothing("requests")
    ahead = next_due(found[found["status"].isin(AHEAD)], day)
    clauses = []
    if ahead.empty:
        clauses.append(Clause("requests.none_ahead"))
    else:
        first = str(ahead["id"].iloc[0])
        values: dict[str, Value] = {"what": Place("requests", first), "when": Due(first)}
        clauses.append(Clause("requests.next", len(ahead), values))
    passed = found[found["status"].isin(PASSED)].sort_values(["due_to", "id"])
    if passed.empty:
        clauses.append(Clause("requests.never", 0))
    else:
        last = Place("requests", str(passed["id"].iloc[-1]))
        clauses.append(Clause("requests.never", len(passed), {"what": last}))
    return Finding("requests", len(found), tuple(clauses))
