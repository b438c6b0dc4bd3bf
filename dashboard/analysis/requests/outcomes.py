"""What became of each request, after how many days, and of which kind it is.

Days are counted from the adoption of the text that asks. An answer whose own day is not known
counts on the day on which it was out at the latest: that of the first text that cites it or, where
that is not known either, the day for which statuses are computed. A curve of such days is never too
early. What was looked for and not found, and what is not yet due, is waited for up to that day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pandas as pd

from dashboard.analysis.frames import Row, rows_of
from dashboard.analysis.requests.due import AHEAD, PASSED
from dashboard.analysis.snapshot_cache import once
from dashboard.corpus.records.fields import first_day, last_day, precision
from dashboard.corpus.request_status import CAME, SEARCHED
from dashboard.corpus.snapshot import Snapshot

UNKNOWN = "unknown"
_NOT_APPLICABLE = ("cannot_be_known", "superseded")
OUTCOMES = ("came", "came_by", "not_found", "no_day", "ahead", UNKNOWN, *_NOT_APPLICABLE)
"""Came on a known day; came by one; past its day, looked for and not found; asked for without a
day, looked for and not found; not yet due; not known, as a rule because nobody looked;
nothing published could show it; replaced by a later request."""
WAITED_FOR = frozenset({"not_found", "no_day", "ahead"})
BY = ("deliverable", "addressee", "tier", "money")
"""By what requests are divided: what is asked for, of whom, the strongest act that asks in the
paragraph, and whether the paragraph says with whose money."""
NO_CLAUSE = "none"
KEPT = ("id", "symbol", "paragraph", "date", "addressee", "deliverable", "answered_by")
_CLAUSES = {
    "voluntary_basis": ("softeners_means",),
    "available_resources": ("softeners", "softeners_object", "softeners_means"),
    "existing_resources": ("softeners", "softeners_object", "softeners_means"),
}
"""In which columns of acts a softener speaks of money; the one that counts most stands last."""
_READ = ("status", "date", "due_to", "search", "answered_on", "answered_before")
_LOOKED_FOR = SEARCHED - {"found"}  # what was found later may have come on any day before


def outcomes(requests: pd.DataFrame, as_of: dt.date) -> pd.DataFrame:
    """Of rows of the requests table with their statuses on a day: columns of `KEPT` and two more.

    `outcome` is one of `OUTCOMES`; `days` is how long it took, or was waited for: null where
    that is unknown, does not apply, or the text that asks has no day.
    """
    found = [_outcome(row, as_of) for row in rows_of(requests[[*_READ]])]
    told, days = ([each[n] for each in found] for n in (0, 1))
    return requests[[*KEPT]].assign(
        outcome=pd.Series(told, index=requests.index, dtype="str"),
        days=pd.Series(days, index=requests.index, dtype="Int64"),
    )


def _outcome(row: Row, as_of: dt.date) -> tuple[str, int | None]:
    status, day = row["status"], as_of
    if status in CAME:
        outcome, day = _arrival(row, as_of)
    elif status in PASSED:
        outcome = "not_found"
    elif status in AHEAD:
        outcome = "ahead"
    elif status in _NOT_APPLICABLE:
        return status, None
    elif row["due_to"] is None and row["search"] in _LOOKED_FOR:
        outcome = "no_day"
    else:
        return UNKNOWN, None
    asked = row["date"]
    if asked is None or precision(asked) != "day":
        return outcome, None
    return outcome, max(0, (day - first_day(asked)).days)


def _arrival(row: Row, as_of: dt.date) -> tuple[str, dt.date]:
    """Whether the day of the first answer is known, and that day or the last it can have been."""
    issued, before = row["answered_on"], row["answered_before"]
    latest = min([last_day(day) for day in (issued, before) if day] or [as_of])
    known = issued is not None and precision(issued) == "day" and last_day(issued) == latest
    return ("came" if known else "came_by"), min(latest, as_of)


def divided(snapshot: Snapshot, requests: pd.DataFrame, by: str) -> pd.Series[str]:
    """The code of each request in one of `BY`; `unknown` where the record does not tell.

    `money` is a softener, the first that stands of `existing_resources`, `available_resources` and
    `voluntary_basis` (where it is said of the means), or `none`.
    """
    if by in requests:
        return requests[by].fillna(UNKNOWN)
    codes = _tiers(snapshot) if by == "tier" else _money(snapshot)
    return requests["paragraph"].map(codes).astype("str").fillna(UNKNOWN)


@once
def _tiers(snapshot: Snapshot) -> Mapping[str, str]:
    tiers = snapshot.tables["paragraphs"][["id", "tier"]].dropna()
    return dict(zip(tiers["id"], tiers["tier"].astype("str"), strict=True))


@once
def _money(snapshot: Snapshot) -> Mapping[str, str]:
    acts = snapshot.tables["acts"]
    found = dict.fromkeys(snapshot.tables["paragraphs"]["id"], NO_CLAUSE)
    for code, columns in _CLAUSES.items():
        for column in columns:
            softened = acts[acts[column].map(len) > 0]
            for paragraph, codes in zip(softened["paragraph"], softened[column], strict=True):
                if code in codes:
                    found[paragraph] = code
    return found
