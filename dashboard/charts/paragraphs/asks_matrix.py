"""What is asked of whom: a square for each verb row and addressee, its number written in it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.squares import Square, squares
from dashboard.charts.style import is_phone


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
    axes = {"row": dict(rows), "addressee": dict(addressees)}
    across, down = ("row", "addressee") if is_phone(width_px) else ("addressee", "row")
    found = []
    for cell in cells[cells["paragraphs"] > 0].to_dict("records"):  # empty cells stay empty
        number = int(cell["paragraphs"])
        codes = (str(cell["row"]), str(cell["addressee"]))
        labels = {axis: names.get(cell[axis], "") for axis, names in axes.items()}
        said = hover.format(**labels, paragraphs=number)
        found.append(Square(cell[across], cell[down], str(number), number, codes, said))
    return squares(found, across=axes[across], down=axes[down], width_px=width_px, name="asks")
