"""What marks say: hover texts, and which of them carry a direct label."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from dashboard.charts.style import escape, paragraph, text_width
from dashboard.charts.timeline.labels import TEXT
from dashboard.charts.timeline.timeline_words import TimelineWords
from dashboard.words import InterfaceLanguage
from dashboard.words import words as words_of
from dashboard.words.schedule import schedule_words

_NAMED = 24
"""Records that a timeline names beside their marks."""
_OF_A_LANE = 7
"""As many of a lane come before any other of those with a short name that something answers."""
_WIDEST = 230.0
"""Pixels of a title that stands for a short name."""
_NOT_NAMED = ("mention", "not_read")


def hover_texts(
    frame: pd.DataFrame,
    tracks: Mapping[str, str],
    kinds: Mapping[str, str],
    words: TimelineWords,
    language: InterfaceLanguage,
    *,
    today: dt.date,
    phone: bool,
) -> list[str]:
    """What each mark says: title; date at its precision, and whether that is only scheduled; kind
    and body; track and verification. A code without a label says itself."""
    columns = 38 if phone else 64
    texts, say = [], words_of(language)
    for row in frame.to_dict("records"):
        end = row["end_date"] if isinstance(row["end_date"], str) else None
        lines = [
            f"<b>{paragraph(say.field(row, 'title') or row['id'], columns)}</b>",
            _joined([words.dates(row["date"], end), schedule_words(say, row, today)]),
            _pair(row, ("kind", kinds), ("body", words.bodies)),
            _pair(row, ("track", tracks), ("verification", words.verification)),
        ]
        texts.append("<br>".join(lines))
    return texts


def wanted_labels(
    frame: pd.DataFrame, placed: pd.DataFrame, language: InterfaceLanguage
) -> list[tuple[int, str]]:
    """Rows to label with their short names, or titles as short, those most answered first.

    Of many these are the turning points: the most answered in each lane, what people have a short
    name for first in whatever language, then the most answered of all, so that no lane is without
    a name and none is all names.
    """
    answered = Counter(name for answers in frame["answers"] for name in answers)
    found, say = [], words_of(language)
    lanes, days = placed["lane"].tolist(), placed["day"].tolist()
    for row, record in enumerate(frame.to_dict("records")):
        short, answers = say.field(record, "short"), answered[record["id"]]
        text = short or say.field(record, "title")
        if text and text_width(text, TEXT) <= _WIDEST and record["weight"] not in _NOT_NAMED:
            found.append((not (short and answers), -answers, -days[row], row, text))
    first, named = set(), Counter[int]()
    for unknown, _, _, row, _ in sorted(found):
        if not named[lanes[row]] or (named[lanes[row]] < _OF_A_LANE and not unknown):
            first.add(row)
            named[lanes[row]] += 1
    ranked = sorted(found, key=lambda one: (one[3] not in first, one))
    return [(row, text) for *_, row, text in ranked[: max(_NAMED, len(first))]]


def _pair(row: Mapping[Any, Any], *coded: tuple[str, Mapping[str, str]]) -> str:
    """Labels side by side; a resolution nobody has coded yet has no track to name."""
    codes = [(row[column], labels) for column, labels in coded]
    return _joined(labels.get(code, code) for code, labels in codes if isinstance(code, str))


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(escape(part) for part in parts if part)
