"""What every record shares: strictness, partial dates, absence, titles and sources."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    HttpUrl,
    TypeAdapter,
    ValidationError,
)

from dashboard.sources.plain_text import HIDDEN

Absence = Literal["none", "unknown", "not_applicable"]
"""Known to be empty, not found, or a question that does not arise: never the same thing."""

Language = Literal["ar", "en", "es", "fr", "ru", "zh"]

_PARTIAL_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_HTTP_URL = TypeAdapter(HttpUrl)


_UNASKED: set[str] = set()
"""One for all; whoever copies a record copies it."""


class Record(BaseModel):
    """A frozen record that refuses unknown keys and silent conversions."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    def model_post_init(self, _: Any, /) -> None:
        """Forget which fields were given: nobody asks, and of each record it is a third."""
        object.__setattr__(self, "__pydantic_fields_set__", _UNASKED)


def _partial_date(text: str) -> str:
    match = _PARTIAL_DATE.fullmatch(text)
    if match is None:
        raise ValueError("a date is YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = match.groups()
    try:
        dt.date(int(year), int(month or 1), int(day or 1))
    except ValueError as error:
        raise ValueError(f"no such day in the calendar: {error}") from None
    return text


def _day(text: str) -> str:
    if len(_partial_date(text)) != 10:
        raise ValueError("a full day is needed, YYYY-MM-DD")
    return text


def _clean(text: str) -> str:
    if text.isascii() and text.isprintable() and text.strip():
        return text  # most of all texts; it hides nothing
    found = HIDDEN.search(text)
    if found:
        raise ValueError(f"an invisible or control character, U+{ord(found[0]):04X}")
    if not text.strip():
        raise ValueError("an empty text; leave the key out instead")
    return text


def _link(text: str) -> str:
    try:
        _HTTP_URL.validate_python(_clean(text))
    except ValidationError:
        raise ValueError("a link is an http or https address") from None
    if not text.startswith(("https://", "http://")):
        raise ValueError("a link begins with https:// or http://")
    parts = urlsplit(text)
    host = parts.hostname or ""
    if "@" in parts.netloc or "\\" in text or not host.isascii() or "." not in host.strip("."):
        raise ValueError("a link names the host it leads to, with a dot, and no user before it")
    return text


PartialDate = Annotated[str, AfterValidator(_partial_date)]
"""A date as precise as is known: `2024`, `2024-03` or `2024-03-21`. Precision is its length."""

Day = Annotated[str, AfterValidator(_day)]
"""A full date, `2024-03-21`."""

Text = Annotated[str, AfterValidator(_clean)]
"""Text that hides nothing, see `dashboard.sources.plain_text.HIDDEN`, and is not blank."""

Link = Annotated[str, AfterValidator(_link)]
"""An http or https address that leads where it seems to."""

Iso3 = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
"""An ISO 3166-1 alpha-3 code."""

Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
"""A code of a vocabulary; its labels live in data/vocabulary."""

Symbol = Annotated[str, Field(pattern=r"^[A-Z][A-Za-z0-9./() -]+$", max_length=60)]
"""A document symbol as the United Nations prints it."""

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9.]+)*$", max_length=90)]
"""A kebab-case id of a record without a symbol."""

LocalId = Annotated[str, Field(pattern=r"^[A-Za-z0-9]+(\.[A-Za-z0-9]+)*$", max_length=60)]
"""A paragraph's id within its document: `pp3`, `op7`, `op6.e`, `annex.12`."""

Precision = Literal["day", "month", "year"]


def precision(date: str) -> Precision:
    """How much of a partial date is known."""
    names: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
    return names[len(date)]


def first_day(date: str) -> dt.date:
    """The earliest day a partial date can mean."""
    return dt.date(int(date[:4]), int(date[5:7] or 1), int(date[8:10] or 1))


def last_day(date: str) -> dt.date:
    """The latest day a partial date can mean."""
    if len(date) == 10:
        return dt.date.fromisoformat(date)
    year, month = int(date[:4]), int(date[5:7] or 12)
    return dt.date(year, month, calendar.monthrange(year, month)[1])


class Bilingual(Record):
    """A text of ours in the interface's languages; either may be missing, not both wanted."""

    en: Text
    zh: Text | None = None


class Source(Record):
    """Where a fact can be checked."""

    url: Link
    publisher: Text | None = None
    archived: Link | None = None
    """A copy that an archive keeps of what we read, known to exist; never one that might."""
    read: bool = True
    """False: cited by another source, or known, but not opened by us."""


class Watch(Record):
    """Where the next fact on a record will appear, and from which day to look for it."""

    due: Day
    where: Link
    what: Bilingual


class Conflict(Record):
    """Sources that disagree about one field; the record shows the chosen value, both stay."""

    field: Text
    note: Bilingual
    """What each source says and why one was chosen."""
    chosen: Text | None = None
    others: list[Text] = []
    sources: list[Source] = []
