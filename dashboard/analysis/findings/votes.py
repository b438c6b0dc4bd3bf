"""What is found in recorded votes: where opposition changed most from one text of a series to the
next, and who it was; else which vote met most of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import pandas as pd

from dashboard.analysis.findings.finding import Clause, Day, Finding, Place, States, Value, nothing
from dashboard.analysis.frames import Row, rows_of
from dashboard.analysis.votes.vote_changes import without_years

_WHOLE = ("plenary", "committee")
_READ = ["id", "stage", "date", "weight", "yes", "no", "abstain", "complete", "title_en"]
Pair = tuple[Row, Row]


def votes(found: pd.DataFrame, ballots: pd.DataFrame) -> Finding:
    """Of rows of the recorded votes; `ballots` says how each State voted.

    Votes on the whole of texts with one title, at one stage, are a series in the order of their
    days. The change told is the largest in number of those against, of core texts before others;
    of equal ones the largest in proportion, then the newest.
    """
    if found.empty:
        return nothing("votes")
    counted = [row for row in rows_of(found[_READ]) if row["no"] is not None]
    if not counted:
        return Finding("votes", len(found), (Clause("votes.no_totals"),))
    pairs = [pair for pair in _pairs(counted) if pair[0]["no"] != pair[1]["no"]]
    clauses = _change(max(pairs, key=_telling), ballots) if pairs else _most(counted, ballots)
    return Finding("votes", len(counted), tuple(clauses))


def _pairs(counted: Sequence[Row]) -> Iterator[Pair]:
    """Each vote of a series with the next."""
    series: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in counted:
        if row["stage"] in _WHOLE and row["title_en"] and row["date"]:
            series[row["stage"], without_years(row["title_en"])].append(row)
    for rows in series.values():
        yield from pairwise(sorted(rows, key=lambda row: (row["date"], row["id"])))


def _telling(pair: Pair) -> tuple[Any, ...]:
    before, after = (int(row["no"]) for row in pair)
    ratio = (max(before, after) + 1) / (min(before, after) + 1)
    newest = (pair[1]["date"], pair[1]["stage"] == "plenary", pair[1]["id"])
    return pair[1]["weight"] == "core", abs(after - before), ratio, *newest


def _change(pair: Pair, ballots: pd.DataFrame) -> Iterator[Clause]:
    earlier, later = pair
    grew = later["no"] > earlier["no"]
    days = [row["date"] for row in pair]
    years = [day[:4] for day in days]
    shown = days if years[0] == years[1] else years
    values: dict[str, Value] = {
        "what": Place("votes", later["id"]),
        "before": int(earlier["no"]),
        "after": int(later["no"]),
        "from": Day(shown[0]),
        "to": Day(shown[1]),
    }
    yield Clause("votes.grew" if grew else "votes.fell", None, values)
    if all("no" in row["complete"] for row in pair):
        before, after = (_against(ballots, row["id"]) for row in pair)
        moved = after - before if grew else before - after
        yield Clause(
            "votes.newly" if grew else "votes.no_longer",
            len(moved),
            {"states": States(tuple(sorted(moved)))},
        )


def _most(counted: Sequence[Row], ballots: pd.DataFrame) -> Iterator[Clause]:
    top = max(counted, key=lambda row: (row["no"], row["date"] or "", row["id"]))
    if not top["no"]:
        yield Clause("votes.unopposed", len(counted))
        return
    yield Clause("votes.most", int(top["no"]), {"what": Place("votes", top["id"])})
    if "no" in top["complete"]:
        states = States(tuple(sorted(_against(ballots, top["id"]))))
        yield Clause("votes.who", len(states.codes), {"states": states})


def _against(ballots: pd.DataFrame, vote: str) -> set[str]:
    return set(ballots.loc[(ballots["vote"] == vote) & (ballots["position"] == "no"), "iso3"])
