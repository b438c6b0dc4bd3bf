"""How well the rule finds acts: held to a reading of paragraphs drawn at random."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from dashboard.analysis.frames import frame_of
from dashboard.analysis.quality.request_rule_quality import QUALITY
from dashboard.corpus.records.codings import ActReading

FOUND = ("acts_recall", "acts_precision", "acts_tier")
"""The measures, in the order of their rows."""


def act_quality(reading: ActReading) -> pd.DataFrame:
    """Columns measure, value (0 to 1, missing without cases), n (the cases it rests on).

    `acts_recall`: of the acts the reader found, the share the rule had found when the paragraphs
    were drawn; `acts_precision`: of those the rule had found, the share the reader found;
    `acts_tier`: the paragraphs whose tier both read alike. An act is its verb as printed; what is
    printed twice in a paragraph counts twice.
    """
    hits = read = found = alike = 0
    for paragraph in reading.paragraphs.values():
        ours, theirs = Counter(paragraph.by_rule), Counter(paragraph.by_reader)
        hits += (ours & theirs).total()
        read += theirs.total()
        found += ours.total()
        alike += paragraph.rule_tier is None or paragraph.rule_tier == paragraph.tier
    cases = (read, found, len(reading.paragraphs))
    lines = [
        (name, right / n if n else float("nan"), n)
        for name, right, n in zip(FOUND, (hits, hits, alike), cases, strict=True)
    ]
    return frame_of(lines, QUALITY)
