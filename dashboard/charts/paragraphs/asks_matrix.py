"""What is asked of whom: a square for each verb row and addressee, its number written in it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.squares import Square, squares
from dashboard.charts.static_layout import CONFIG
from dashboard.charts.timeline.timeline_layout import is_phone

__all__ = ["CONFIG", "matrix"]


def matrix(
    cells: pd.DataFrame,
    *,
    rows: Sequence[tuple[str, str]],
    addressees: Sequence[tuple[str, str]],
    hover: str,
    width_px: int = 1000,
) -> go.Figure:
    """Draw lines of `analysis.asks.matrix` (columns row, addressee, paragraphs).

    `rows` are code and label from top to bottom, `addressees` from left to right; both are
    drawn whole, also where nothing stands. `hover` is a sentence with the places `{row}`,
    `{addressee}` and `{paragraphs}`. Every square has `(row, addressee)` as `customdata`,
    for selection by points. On a phone the addressees run down and the verbs across.
    Raises ValueError for a row or an addressee that is not on its axis.
    """
    row_labels, addressee_labels = dict(rows), dict(addressees)
    for column, known in (("row", row_labels), ("addressee", addressee_labels)):
        strange = set(cells[column]) - set(known)
        if strange:
            raise ValueError(f"{column} {sorted(strange)[0]!r} is not on the axis")
    row_at = {code: n for n, code in enumerate(row_labels)}
    addressee_at = {code: n for n, code in enumerate(addressee_labels)}
    phone = is_phone(width_px)
    found = []
    for row, addressee, count in zip(
        cells["row"], cells["addressee"], cells["paragraphs"], strict=True
    ):
        if not count:  # empty cells stay empty
            continue
        place = (addressee_at[addressee], row_at[row])
        said = hover.format(
            row=row_labels[row], addressee=addressee_labels[addressee], paragraphs=count
        )
        x, y = place[::-1] if phone else place
        found.append(Square(x, y, int(count), (str(row), str(addressee)), said))
    across, down = (rows, addressees) if phone else (addressees, rows)
    return squares(
        found,
        across=[label for _, label in across],
        down=[label for _, label in down],
        width_px=width_px,
        name="asks",
    )
