"""How often two sides took the same position: a square for each pair, its share written."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.squares import SHARES, Square, squares
from dashboard.charts.static_layout import NOBODY


def similarity_matrix(
    frame: pd.DataFrame,
    *,
    codes: Sequence[tuple[str, str]],
    hover: str,
    hover_small: str,
    width_px: int = 1000,
) -> go.Figure:
    """Draw agreement (columns left, right, shared, same, pairs, share) as given, row by row.

    `codes` are the sides and their labels, from the top and from the left. A share is
    written in percent; where it is not known because there are too few votes, the counts,
    and a dash where no vote is shared. `hover` and `hover_small` (no share) may use
    `{left}`, `{right}`, `{shared}`, `{same}`, `{pairs}` and, the first, `{percent}`. A square
    without a share has no shade. It has (left, right) as `customdata`. Raises ValueError for
    a side without a label.
    """
    labels = dict(codes)
    found = []
    for line in frame.to_dict("records"):
        left, right = str(line["left"]), str(line["right"])
        said = {name: int(line[name]) for name in ("shared", "same", "pairs")}
        sides = {"left": labels.get(left), "right": labels.get(right)}
        if pd.isna(line["share"]):
            share, sentence = None, hover_small.format(**sides, **said)
            text = f"{said['same']}/{said['pairs']}" if said["shared"] else NOBODY
        else:
            share, percent = float(line["share"]), round(float(line["share"]) * 100)
            text, sentence = f"{percent} %", hover.format(**sides, **said, percent=percent)
        found.append(Square(right, left, text, share, (left, right), sentence))
    return squares(
        found, across=labels, down=labels, width_px=width_px, name="agreement", sizes=SHARES, most=1
    )


def agreement_alt(
    frame: pd.DataFrame, *, template: str, codes: Sequence[tuple[str, str]], empty: str
) -> str:
    """One sentence for the matrix of agreement; `empty` where no share of a pair is known.

    `template` may use `{sides}` and, of two different sides with a share, `{most_left}`,
    `{most_right}`, `{most}` (percent) for the highest and the same with `least`.
    """
    labels = dict(codes)
    pairs = frame[(frame["left"] != frame["right"]) & frame["share"].notna()].to_dict("records")
    if not pairs:
        return empty
    ends: dict[str, str] = {}
    for name, choose in (("most", max), ("least", min)):
        pair = choose(pairs, key=lambda line: float(line["share"]))
        ends[name] = str(round(float(pair["share"]) * 100))
        ends |= {f"{name}_{side}": labels[str(pair[side])] for side in ("left", "right")}
    return template.format(sides=frame["left"].nunique(), **ends)
