"""The day of an item that bears none, by what it tells of resolutions on record.

"The resolution approved Monday follows the March 21 adoption of …": a resolution of the subject
that was adopted on a 21 March gives the year; the first of the subject adopted on a Monday after
every day the item names is the one it tells of; and the item is of the last day of the week that
it names from there on. Where a step has no answer, or more than one, nothing is said.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dashboard.sources.drafts.formats.landmarks import MONTHS

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = re.compile(rf"\b({'|'.join(_DAYS)})\b")
_IN_MONTH = re.compile(rf"\b({'|'.join(MONTHS)}) (\d{{1,2}})\b(?!,? \d{{4}})")
_ADOPTS = re.compile(r"\b(?:adopt|approv|pass)(?:ed|ion|al)\b", re.IGNORECASE)
_RESOLUTION = re.compile(r"\bresolutions?\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_WORD = re.compile(r"[a-z]+")
_SMALL = frozenset(["with", "from", "that", "this", "general", "assembly", "resolution", "united"])
_LATEST = 45
"""Days after the last one named within which the resolution told of was adopted."""


class Adopted(NamedTuple):
    """A resolution on record: its symbol, the day it was adopted, and its English title."""

    symbol: str
    day: str
    title: str


def dated_by_record(
    title: str, paragraphs: Sequence[str], adopted: Sequence[Adopted]
) -> tuple[str | None, tuple[str, ...]]:
    """The day of the item and the symbols it tells of; None and none where it cannot be told."""
    about = [each for each in adopted if _pairs(each.title) & _pairs(title)]
    sentences = [s for p in paragraphs for s in _SENTENCE.split(p) if not _is_title(s, title)]
    telling = [s for s in sentences if _RESOLUTION.search(s) and _ADOPTS.search(s)]
    anchors = {a for s in telling for day in _days(s) for a in about if a.day[5:] == day}
    if len(anchors) != 1:
        return None, ()
    anchor = anchors.pop()
    year = int(anchor.day[:4])
    after = max([anchor.day, *(f"{year}-{day}" for s in sentences for day in _days(s))])
    week_days = [_DAYS.index(m[1]) for s in telling for m in _DAY.finditer(s)]
    told = _first(about, after, week_days[0]) if week_days else None
    if told is None:
        return None, (anchor.symbol,)
    last = max((_DAYS.index(m[1]) - week_days[0]) % 7 for s in sentences for m in _DAY.finditer(s))
    day = dt.date.fromisoformat(told.day) + dt.timedelta(days=last)
    return day.isoformat(), (anchor.symbol, told.symbol)


def _first(about: Sequence[Adopted], after: str, week_day: int) -> Adopted | None:
    """The first resolution adopted on that day of the week after a day, if there is just one."""
    since = dt.date.fromisoformat(after)
    found = [
        each
        for each in about
        if 0 < (dt.date.fromisoformat(each.day) - since).days <= _LATEST
        and dt.date.fromisoformat(each.day).weekday() == week_day
    ]
    return found[0] if len(found) == 1 else None


def _days(sentence: str) -> Iterator[str]:
    for month, day in _IN_MONTH.findall(sentence):
        number = MONTHS.index(month) + 1
        if 0 < int(day) <= _length(number):
            yield f"{number:02}-{int(day):02}"


def _length(month: int) -> int:
    return 28 if month == 2 else 30 if month in (4, 6, 9, 11) else 31


def _is_title(sentence: str, title: str) -> bool:
    return sentence.strip() == title.strip()


def _pairs(title: str) -> set[tuple[str, str]]:
    """The pairs of neighbouring words that say what a title is about."""
    words = _WORD.findall(title.casefold())
    return {(a, b) for a, b in pairwise(words) if len(a) > 3 and len(b) > 3 and not {a, b} & _SMALL}
