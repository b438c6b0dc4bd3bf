"""After how long things happened of which some had not yet happened when one looked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

import pandas as pd

from dashboard.analysis.frames import frame_of

CURVE = {"day": "Int64", "at_risk": "Int64", "came": "Int64", "share": "Float64"}


def kaplan_meier(days: Sequence[int], came: Sequence[bool]) -> pd.DataFrame:
    """The share that had come by each day: columns day, at_risk, came, share, by day.

    `days` are how long each was waited for, `came` whether it came then; what did not is censored:
    it counts as waiting up to that day, that day included, and as nothing after it. The estimate is
    one less the product of (1 - came / at_risk) over the days (E. L. Kaplan and P. Meier,
    "Nonparametric estimation from incomplete observations", Journal of the American Statistical
    Association 53 (1958), 457-481, doi:10.1080/01621459.1958.10501452). A line for each day on
    which something came, and for the last on which anything was waited for; none without a case.
    """
    lines = []
    waiting, left = len(days), Fraction(1)
    leaving = Counter(days)
    arriving = Counter(day for day, arrived in zip(days, came, strict=True) if arrived)
    for day in sorted(leaving):
        left *= 1 - Fraction(arriving[day], waiting)
        if arriving[day] or waiting == leaving[day]:
            lines.append((day, waiting, arriving[day], float(1 - left)))
        waiting -= leaving[day]
    return frame_of(lines, CURVE)


def half(curve: pd.DataFrame) -> int | None:
    """The first day by which half had come; None where the curve does not reach it."""
    reached = curve.loc[curve["share"] >= 0.5, "day"]
    return None if reached.empty else int(reached.iloc[0])
