"""States and votes as a grid of positions, ordered so that those that vote alike are near."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from dashboard.analysis.votes.roll_calls import (
    english,
    regional_group,
    regional_groups,
    roll_calls,
    text_frame,
)
from dashboard.corpus.snapshot import Snapshot

GRID_COLUMNS = ("iso3", "regional_group", "vote", "position")

_VALUES = {"yes": 1.0, "abstain": 0.0, "no": -1.0}
_DIGITS = 9
"""Scores are rounded to so many digits before they are compared, so that ties are ties."""


def grid(snapshot: Snapshot, vote_ids: Iterable[str]) -> pd.DataFrame:
    """Positions of every State in the votes of which every name is known.

    Columns `GRID_COLUMNS`, one row for each State and vote: votes in the order given, States
    by regional group of the day and English name. Raises KeyError for an id that is no
    recorded vote's.
    """
    known = roll_calls(snapshot)
    groups = {group: place for place, group in enumerate(regional_groups(snapshot))}
    rows: list[tuple[str, ...]] = []
    for found in (known[vote] for vote in dict.fromkeys(vote_ids)):
        if found.complete:
            cells = [
                (iso3, regional_group(snapshot, iso3, found.date), found.vote, position)
                for iso3, position in found.positions.items()
            ]
            rows += sorted(cells, key=lambda c: (groups[c[1]], english(snapshot, c[0]), c[0]))
    return text_frame(rows, GRID_COLUMNS)


def similarity_order(found: pd.DataFrame) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The States and the votes of a grid, each in an order in which neighbours vote alike.

    Yes is 1, abstain 0, no -1, anything else the mean of the vote; each vote less its mean;
    States by their score on the first principal component, votes by their loading on it
    (singular value decomposition). The component points to where most loadings are. Ties
    are in the order of codes and ids, so equal data give an equal order.
    """
    states = sorted(set(found["iso3"]))
    votes = sorted(set(found["vote"]))
    if not states:
        return (), ()
    values = np.full((len(states), len(votes)), np.nan)
    rows = {iso3: row for row, iso3 in enumerate(states)}
    columns = {vote: column for column, vote in enumerate(votes)}
    for iso3, vote, position in zip(found["iso3"], found["vote"], found["position"], strict=True):
        values[rows[iso3], columns[vote]] = _VALUES.get(position, np.nan)
    cast = ~np.isnan(values)
    means = np.where(cast, values, 0.0).sum(axis=0) / np.maximum(cast.sum(axis=0), 1)
    centred = np.where(cast, values - means, 0.0)
    left, size, right = np.linalg.svd(centred, full_matrices=False)
    sign = -1.0 if np.round(right[0].sum(), _DIGITS) < 0 else 1.0
    scores = np.round(left[:, 0] * size[0] * sign, _DIGITS)
    loadings = np.round(right[0] * size[0] * sign, _DIGITS)
    return (
        tuple(iso3 for _, iso3 in sorted(zip((-scores).tolist(), states, strict=True))),
        tuple(vote for _, vote in sorted(zip((-loadings).tolist(), votes, strict=True))),
    )
