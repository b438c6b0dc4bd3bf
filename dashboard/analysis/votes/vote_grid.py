"""States and votes as a grid of positions, ordered so that those that vote alike are near."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from dashboard.analysis.frames import frame_of
from dashboard.analysis.votes.roll_calls import regional_group, roll_calls
from dashboard.corpus.snapshot import Snapshot

GRID = {"iso3": "str", "regional_group": "str", "vote": "str", "position": "str"}

APART = {"vote": "str", "left": "str", "right": "str"}

_VALUES = {"yes": 1.0, "abstain": 0.0, "no": -1.0}
_DIGITS = 9
"""Scores are rounded to so many digits before they are compared, so that ties are ties."""


def grid(snapshot: Snapshot, vote_ids: Iterable[str]) -> pd.DataFrame:
    """Positions of every State in the votes of which every name is known.

    Columns `GRID`, one row for each State and vote: votes in the order given, States by
    regional group and English name. Raises KeyError for an id that is no recorded vote's.
    """
    known = roll_calls(snapshot)
    rows = [
        (iso3, regional_group(snapshot, iso3), found.vote, position)
        for found in (known[vote] for vote in dict.fromkeys(vote_ids))
        if found.complete
        for iso3, position in found.positions.items()
    ]
    return frame_of(rows, GRID)


def apart(found: pd.DataFrame, left: str, right: str) -> pd.DataFrame:
    """The votes of a grid in which two States have different positions, in its order.

    Columns `APART`. A vote in which one of them has no position at all, as an observer never
    has, is not among them.
    """
    one, other = (
        dict(zip(rows["vote"], rows["position"], strict=True))
        for rows in (found[found["iso3"] == iso3] for iso3 in (left, right))
    )
    both = ((vote, position, other.get(vote, position)) for vote, position in one.items())
    return frame_of([line for line in both if line[1] != line[2]], APART)


def similarity_order(
    found: pd.DataFrame, names: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The States and the votes of a grid, each in an order in which neighbours vote alike.

    Yes is 1, abstain 0, no -1, anything else the mean of the vote; each vote less its mean;
    States by their score on the first principal component, votes by their loading on it
    (singular value decomposition). The component points to where most loadings are. States that
    vote as one stand by `names`, what each is sorted by, and votes by id.
    """
    states = sorted(set(found["iso3"]), key=lambda iso3: (names.get(iso3, iso3), iso3))
    votes = sorted(set(found["vote"]))
    if not states:
        return (), ()
    scored = found["position"].map(_VALUES)
    table = found.assign(scored=scored).pivot(index="iso3", columns="vote", values="scored")
    values = table.loc[states, votes].to_numpy(dtype=float)
    cast = ~np.isnan(values)
    means = np.where(cast, values, 0.0).sum(axis=0) / np.maximum(cast.sum(axis=0), 1)
    centred = np.where(cast, values - means, 0.0)
    left, size, right = np.linalg.svd(centred, full_matrices=False)
    sign = -1.0 if np.round(right[0].sum(), _DIGITS) < 0 else 1.0
    scores = np.round(left[:, 0] * size[0] * sign, _DIGITS)
    loadings = np.round(right[0] * size[0] * sign, _DIGITS)
    return (
        tuple(states[place] for place in np.argsort(-scores, kind="stable")),
        tuple(votes[place] for place in np.argsort(-loadings, kind="stable")),
    )
