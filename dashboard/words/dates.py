"""Dates as people write and paste them, in the languages of the interface."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from functools import cache

from babel.dates import get_month_names

from dashboard.words.languages import LANGUAGES

_YEAR, _MONTH, _DAY = "(?P<year>[0-9]{4})", "(?P<month>[0-9]{1,2})", "(?P<day>[0-9]{1,2})"
_NAME = r"(?P<name>[^\W\d_]+)\.?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_YEAR}(?:([/.]){_MONTH}(?:\2{_DAY})?)?",
        rf"{_YEAR} ?年(?: ?{_MONTH} ?月(?: ?{_DAY} ?[日号號])?)?",
        rf"(?:the )?(?:{_DAY}(?:st|nd|rd|th)? (?:of )?)?{_NAME},? {_YEAR}",
        rf"{_NAME} {_DAY}(?:st|nd|rd|th)?,? {_YEAR}",
    )
)
"""The year first, or the month by its name: what figures alone leave open is not guessed."""


def written_date(text: str) -> str | None:
    """A date as the record writes it, as precise as it is told: `1 November 2023`, `Nov. 2023`,
    `2023/11/1`, `2023年11月1日`; None for what is no day, month or year of the calendar."""
    plain = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    found = next((match for form in _FORMS if (match := form.fullmatch(plain))), None)
    parts = {name: part for name, part in found.groupdict().items() if part} if found else {}
    if name := parts.pop("name", None):
        parts["month"] = str(_months().get(name, 0))
    numbers = [int(parts[part]) for part in ("year", "month", "day") if part in parts]
    try:
        dt.date(*(*numbers, 1, 1)[:3])
    except (ValueError, TypeError):
        return None
    return "-".join([f"{numbers[0]:04}", *(f"{part:02}" for part in numbers[1:])])


@cache
def _months() -> dict[str, int]:
    """Each name and abbreviation of a month in the languages of the interface."""
    return {
        name.casefold().rstrip("."): month
        for language in LANGUAGES.values()
        for width in ("wide", "abbreviated")
        for month, name in get_month_names(width, locale=language.locale).items()
    } | {"sept": 9}
