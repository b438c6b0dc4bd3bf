"""What answered a request, and what of it was known on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from dashboard.corpus.records.fields import first_day
from dashboard.corpus.records.requests import Answer


def known_answers(answers: Iterable[Answer], asked: dt.date, as_of: dt.date) -> list[Answer]:
    """The answers of which it was known on a day that they had come; `asked` is the adoption."""
    return [answer for answer in answers if _since(answer, asked) <= as_of]


def answer_columns(answers: Sequence[Answer], as_of: dt.date = dt.date.max) -> dict[str, Any]:
    """What a row of the requests table says of answers; without a day of issue after `as_of`."""
    dated = sorted((a.issued for a in answers if a.issued), key=first_day)
    known = sorted(a.known_by for a in answers if a.known_by)
    return {
        "answered_by": tuple(name for a in answers if (name := a.symbol or a.event)),
        "answered_on": next((day for day in dated if first_day(day) <= as_of), None),
        "answered_before": known[0] if known and first_day(known[0]) <= as_of else None,
        "established_by": tuple(dict.fromkeys(c for a in answers for c in a.established_by)),
    }


def _since(answer: Answer, asked: dt.date) -> dt.date:
    """The first day on which an answer can have been known."""
    return min(map(first_day, filter(None, (answer.issued, answer.known_by))), default=asked)
