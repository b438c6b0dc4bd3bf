"""How often any two States sponsored the same text: a square matrix of counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.squares import Square, squares


def partners(
    frame: pd.DataFrame,
    *,
    codes: Sequence[str],
    labels: Mapping[str, str],
    hover: str,
    width_px: int = 1000,
) -> go.Figure:
    """Draw lines of columns left, right, shared and either: a pair of States and its texts.

    `codes` are the States of both axes, in order; `labels` their names (short ones on a
    phone). A pair given once is drawn on both sides of the diagonal; 0 is written too,
    because it is a finding; the diagonal, a State's own texts, has no shade.
    `hover` may use `{left}`, `{right}`, `{shared}` and `{either}`.
    A selection gives `(left, right)`. Raises ValueError for a State not in `codes`.
    """
    pairs: dict[tuple[str, str], tuple[int, int]] = {}
    for line in frame.to_dict("records"):
        counts = (int(line["shared"]), int(line["either"]))
        pairs[line["left"], line["right"]] = counts
        pairs.setdefault((line["right"], line["left"]), counts)
    found = []
    for (left, right), (shared, either) in pairs.items():
        sides = {"left": labels.get(left, left), "right": labels.get(right, right)}
        said = hover.format(**sides, shared=shared, either=either)
        amount = None if left == right else shared or None
        found.append(Square(right, left, str(shared), amount, (left, right), said))
    names = {code: labels.get(code, code) for code in codes}
    return squares(found, across=names, down=names, width_px=width_px, name="partners")


def partners_alt(
    frame: pd.DataFrame, *, labels: Mapping[str, str], template: str, empty: str
) -> str:
    """One sentence for the drawing; `template` may use `{pairs}` (how many, each once), and
    `{left}`, `{right}`, `{shared}` and `{either}` of the pair that shares most."""
    apart = frame[frame["left"] != frame["right"]]
    if apart.empty:
        return empty
    pairs = {tuple(sorted(pair)) for pair in zip(apart["left"], apart["right"], strict=True)}
    most = max(apart.to_dict("records"), key=lambda line: int(line["shared"]))
    return template.format(
        pairs=len(pairs),
        left=labels.get(most["left"], most["left"]),
        right=labels.get(most["right"], most["right"]),
        shared=int(most["shared"]),
        either=int(most["either"]),
    )
