"""What is found of States: who sponsored and opposed most, and with whom one of them voted."""

from __future__ import annotations

from collections.abc import Collection
from itertools import chain, takewhile
from typing import NamedTuple

import numpy as np
import pandas as pd

from dashboard.analysis.findings.finding import FEW, Clause, Finding, States, Value, nothing
from dashboard.analysis.frames import frame_of
from dashboard.analysis.votes.roll_calls import TAKEN
from dashboard.analysis.votes.voting_similarity import SMALL

BESIDE = {"iso3": "str", "shared": "Int64", "same": "Int64", "share": "Float64"}


def states(found: pd.DataFrame) -> Finding:
    """Of rows of the countries table: who sponsored most texts, who voted against most often."""
    if found.empty:
        return nothing("states")
    texts, first = _first(found, "sponsored")
    if not texts:
        clauses = [Clause("states.none")]
    elif len(first) > FEW:
        clauses = [Clause("states.shared", len(first))]
    else:
        clauses = [Clause("states.sponsored", texts, {"states": States(first)})]
    votes, first = _first(found, "no")
    if votes and len(first) <= FEW:
        clauses.append(Clause("states.against", votes, {"states": States(first)}))
    return Finding("states", len(found), tuple(clauses))


def sponsored_opposed(found: pd.DataFrame) -> pd.DataFrame:
    """Columns sponsored, against and states (by ISO3): those who could vote, by the texts they
    sponsored and the votes they cast against; no line where nobody did either."""
    rows = found[found["eligible"].gt(0) & found["sponsored"].notna() & found["no"].notna()]
    if not (rows["sponsored"].any() or rows["no"].any()):
        rows = rows.head(0)
    lines = rows.sort_values("iso3").groupby(["sponsored", "no"])["iso3"]
    return frame_of(
        ((x, y, tuple(states)) for (x, y), states in lines),
        {"sponsored": "int64", "against": "int64", "states": "object"},
    )


def leading(counted: pd.DataFrame) -> frozenset[str]:
    """Of lines of `sponsored_opposed` the few who sponsored most, and who were against most."""
    firsts = [counted.loc[counted[c].eq(counted[c].max()) & counted[c].gt(0), "states"]
              for c in ("sponsored", "against")]  # fmt: skip
    named = [tuple(chain.from_iterable(first)) for first in firsts]
    return frozenset(chain.from_iterable(few for few in named if len(few) <= FEW))


def _first(found: pd.DataFrame, column: str) -> tuple[int, tuple[str, ...]]:
    """The largest number of a column, 0 where there is none, and the States that have it."""
    top = found[column].max()
    if pd.isna(top):
        return 0, ()
    return int(top), tuple(sorted(found.loc[found[column].eq(top).fillna(False), "iso3"]))


def voted_beside(ballots: pd.DataFrame, iso3: str, votes: Collection[str]) -> pd.DataFrame:
    """How often every other State took the same position as one did: columns `BESIDE`.

    Of these votes those in which both voted yes or no or abstained. Most alike first, of equal
    ones those with more votes. Who shares fewer than `SMALL` votes is left out.
    """
    taken = ballots[ballots["vote"].isin(list(votes)) & ballots["position"].isin(TAKEN)]
    own = taken[taken["iso3"] == iso3].set_index("vote")["position"]
    others = taken[taken["vote"].isin(own.index) & taken["iso3"].ne(iso3)]
    alike = others["position"].to_numpy() == others["vote"].map(own).to_numpy()
    names, places = np.unique(others["iso3"].to_numpy(dtype=str), return_inverse=True)
    shared, same = np.bincount(places), np.bincount(places, weights=alike).astype(int)
    lines = [
        (str(name), int(both), int(like), float(like / both))
        for name, both, like in zip(names, shared, same, strict=True)
        if both >= SMALL
    ]
    return frame_of(sorted(lines, key=lambda n: (-n[3], -n[1], n[0])), BESIDE)


class Beside(NamedTuple):
    """The States at one end of `voted_beside`, and in how many of how many votes they agreed."""

    states: tuple[str, ...]
    same: int
    shared: int


def state(iso3: str, beside: pd.DataFrame, votes: int) -> Finding:
    """With whom a State voted most often and least often; `votes` are those it is named in."""
    if beside.empty:
        return Finding("votes", votes, (Clause("state.too_few", None, {"small": SMALL}),))
    first, last = _alike(beside), _alike(beside.iloc[::-1])
    values: dict[str, Value] = {
        "state": States((iso3,)),
        "others": States(first.states),
        "shared": first.shared,
    }
    clauses = [Clause("state.most", first.same, values)]
    if last.same * first.shared < first.same * last.shared:
        least: dict[str, Value] = {"others": States(last.states), "shared": last.shared}
        clauses.append(Clause("state.least", last.same, least))
    return Finding("votes", votes, tuple(clauses))


def _alike(rows: pd.DataFrame) -> Beside:
    """Those before any other share of votes and number of votes begins."""
    lines = list(rows[["iso3", "same", "shared"]].itertuples(index=False, name=None))
    _, same, shared = lines[0]
    first = takewhile(lambda line: line[1:] == (same, shared), lines)
    return Beside(tuple(sorted(line[0] for line in first)), int(same), int(shared))


def group(similarity: pd.DataFrame, votes: int) -> Finding:
    """How often two States of a group took the same position: the row of the group with itself."""
    row = None if similarity.empty else similarity.iloc[0]
    if row is None or pd.isna(row["share"]):
        return Finding("votes", votes, (Clause("state.too_few", None, {"small": SMALL}),))
    return Finding(
        "votes",
        int(row["shared"]),
        (Clause("group.alike", None, {"percent": round(float(row["share"]) * 100)}),),
    )
