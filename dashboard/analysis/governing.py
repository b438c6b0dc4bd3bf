"""The verb that governs a paragraph: its own, or that of the paragraph it is part of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.analysis.kept import Kept
from dashboard.corpus.snapshot import Snapshot

READING = ("verb", "verb_zh", "head", "family", "tier", "intensifier")
"""What a paragraph without a verb of its own takes from the one above it."""

_NO_VERB = "none"
_kept: Kept[pd.DataFrame] = Kept(most=2)


def governed(snapshot: Snapshot) -> pd.DataFrame:
    """The paragraphs table with `READING` filled from above, and a flag `inherited`.

    "Calls upon States … by: (a) expanding …" asks for (a) as it asks for the whole, so (a)
    is read under "Calls upon". A paragraph whose parents have no verb either keeps `none`.
    The index is that of the table.
    """
    kept = _kept.get(snapshot.version, lambda: under_verbs(snapshot.tables["paragraphs"]))
    return kept.copy(deep=False)


def under_verbs(paragraphs: pd.DataFrame) -> pd.DataFrame:
    """The same for any frame that holds whole texts; parents that are missing are passed over."""
    ids = list(paragraphs["id"])
    place = {name: row for row, name in enumerate(ids)}
    parents: Mapping[str, Any] = dict(zip(ids, paragraphs["parent"], strict=True))
    own = [head != _NO_VERB for head in paragraphs["head"]]
    rows = [_governor(row, name, own, parents, place) for row, name in enumerate(ids)]
    read = paragraphs[list(READING)].iloc[rows].set_axis(paragraphs.index, axis=0)
    inherited = [row != position for position, row in enumerate(rows)]
    flag = pd.Series(inherited, index=paragraphs.index, dtype="boolean")
    return paragraphs.assign(**{name: read[name] for name in READING}, inherited=flag)


def _governor(
    row: int, name: str, own: list[bool], parents: Mapping[str, Any], place: Mapping[str, int]
) -> int:
    """The row whose verb governs a paragraph; its own row where there is none above."""
    seen = {name}
    above = parents[name]
    if own[row]:
        return row
    while isinstance(above, str) and above in place and above not in seen:
        if own[place[above]]:
            return place[above]
        seen.add(above)
        above = parents[above]
    return row
