"""What is asked of whom: a square for each addressee and verb, its number written in it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.squares import Square, squares


def matrix(
    cells: pd.DataFrame,
    *,
    rows: Sequence[tuple[str, str]],
    addressees: Sequence[tuple[str, str]],
    hover: str,
    width_px: int = 1000,
) -> go.Figure:
    """Draw lines of `analysis.asks.matrix` (columns row, addressee, paragraphs).

    `rows` are code and label of the verbs, from left to right; `addressees` run down, those of whom
    most is asked first. Both are drawn whole, also where nothing stands. `hover` is a sentence
    with the places `{row}`, `{addressee}` and `{paragraphs}`. Every square has
    `(row, addressee)` as `customdata`, for selection by points. Raises ValueError for a row or an
    addressee that is not on its axis.
    """
    asked = cells.groupby("addressee")["paragraphs"].sum().to_dict()
    most_first = sorted(addressees, key=lambda one: -asked.get(one[0], 0))
    axes = {"row": dict(rows), "addressee": dict(most_first)}
    found = []
    for cell in cells[cells["paragraphs"] > 0].to_dict("records"):  # empty cells stay empty
        number = int(cell["paragraphs"])
        codes = (str(cell["row"]), str(cell["addressee"]))
        labels = {axis: names.get(cell[axis], "") for axis, names in axes.items()}
        said = hover.format(**labels, paragraphs=number)
        found.append(Square(codes[0], codes[1], str(number), number, codes, said))
    return squares(
        found, across=axes["row"], down=axes["addressee"], width_px=width_px, name="asks"
    )
