"""How well Compare tells what became stronger, softer or stands elsewhere: held to a reading."""

from __future__ import annotations

import pandas as pd

from dashboard.analysis.frames import frame_of
from dashboard.analysis.quality.request_rule_quality import QUALITY
from dashboard.corpus.records.codings import ComparisonReading

MEASURED = ("changes_before", "changes_right", "changes_found")
"""The measures, in the order of their rows."""
_NONE = frozenset({"reworded", "new", "dropped"})
"""What Compare says where it tells of no change of strength and of no move."""


def comparison_quality(reading: ComparisonReading) -> pd.DataFrame:
    """Columns measure, value (0 to 1, missing without cases), n (the cases it rests on).

    `changes_right`: of the changes that Compare tells, the share the reader holds as it does, and
    `changes_before` the same of those it told when it was first read; `changes_found`: of the
    changes the reader holds, the share it tells.
    """
    read = list(reading.paragraphs.values())
    before = [change.before == change.read for change in read if change.before not in _NONE]
    right = [change.told == change.read for change in read if change.told not in _NONE]
    found = [change.told == change.read for change in read if change.read not in _NONE]
    cases = zip(MEASURED, (before, right, found), strict=True)
    lines = [(m, sum(n) / len(n) if n else float("nan"), len(n)) for m, n in cases]
    return frame_of(lines, QUALITY)
