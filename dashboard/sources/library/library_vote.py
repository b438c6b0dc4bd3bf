"""A roll call as the UN Digital Library records it, whichever of its formats it was read from.

Notation, from the library's guide (research.un.org/en/docs/unvoting/undl): Y yes, N no,
A abstention, blank not participating; its CSV writes X for the last (NV until 2024). Votes come
from the voting machine: one that a State asked to have corrected afterwards stays as cast.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from dashboard.sources.errors import RefusedError
from dashboard.symbols import resolution_symbol

VOTES = {
    "Y": "yes",
    "N": "no",
    "A": "abstain",
    "X": "not_voting",
    "NV": "not_voting",
    "": "not_voting",
}
"""The library's notation to our positions."""
PUBLISHER = "UN Digital Library"
_RECORD = "https://digitallibrary.un.org/record/"
_COMMITTEE = re.compile(r"A/C\.[1-6]/")
_MEETING = re.compile(r"[A-Z][A-Za-z0-9./() -]{2,59}")
_OTHER_RESOLUTION = re.compile(r"A/RES/[A-Z0-9/() -]{1,40}")
_DAY = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})")
_TOTAL = re.compile(r"([0-9]{1,4})(?:\.0)?")
_MOST_QUOTED = 60


class RowFields(NamedTuple):
    """What a format calls the parts of a State's line, for people who have to find them."""

    name: str
    code: str
    vote: str


@dataclass(frozen=True)
class LibraryRow:
    """One State's line: its name on the day, the library's code, the vote as noted there."""

    name: str
    code: str
    vote: str
    line: int


@dataclass(frozen=True)
class LibraryVote:
    """One roll call of one record, as read and not yet judged."""

    file: str
    line: int
    """Where the record begins."""
    symbol: str
    date: str
    meeting: str | None
    totals: Mapping[str, int]
    """Totals published: `yes`, `no`, `abstain`, `not_voting`, `members`; any may be missing."""
    rows: tuple[LibraryRow, ...]
    url: str
    """The record's address in the library."""
    fields: RowFields
    bad_rows: tuple[RefusedError, ...] = ()
    """Lines of it that could not be read."""
    stray: int = 0
    """Lines of the file that could not be read and may be of this roll call."""

    @property
    def stage(self) -> str:
        """`committee` where the meeting is a Main Committee's, else `plenary`.

        Inferred from the meeting's symbol: by its guide the library holds votes on adopted
        resolutions only, so that a committee's roll call is the exception.
        """
        return "committee" if self.meeting and _COMMITTEE.match(self.meeting) else "plenary"


@dataclass
class ReadVotes:
    """What a file holds: its votes, the symbols of those nobody wants, and what was refused."""

    votes: list[LibraryVote] = field(default_factory=list)
    left_out: dict[str, None] = field(default_factory=dict)
    """In order of appearance."""
    refused: list[RefusedError] = field(default_factory=list)
    """Votes that could not be read, and lines of which it is not known whose they are."""


def read_symbol(printed: str, place: str) -> str:
    """A resolution's symbol; the library sets parts in brackets (`A/RES/37/100[A]`).

    Symbols of special sessions and of before 1976 stay as printed. Raises `RefusedError`.
    """
    plain = printed.replace("[", " ").replace("]", "").strip()
    symbol = resolution_symbol(plain)
    if symbol is None and _OTHER_RESOLUTION.fullmatch(plain):
        symbol = plain
    if symbol is None:
        raise RefusedError(place, f"symbol {_short(printed)} is no General Assembly resolution")
    return symbol


def read_day(printed: str, place: str) -> str:
    """A full day, written `2024-12-24` or `20241224`. Raises `RefusedError`."""
    match = _DAY.fullmatch(printed.strip())
    if match:
        try:
            return dt.date(int(match[1]), int(match[2]), int(match[3])).isoformat()
        except ValueError:
            pass
    raise RefusedError(place, f"date {_short(printed)}; a full day is needed, YYYY-MM-DD")


def read_meeting(printed: str, place: str) -> str | None:
    """The symbol of a meeting's record, or None where none is given. Raises `RefusedError`."""
    plain = printed.strip()
    if plain and not _MEETING.fullmatch(plain):
        raise RefusedError(place, f"meeting {_short(printed)} is no symbol of a meeting's record")
    return plain or None


def read_total(printed: str, place: str) -> int | None:
    """A total, written `5`, `005` or, in the CSV, `5.0`; None where blank. `RefusedError`."""
    plain = printed.strip()
    if not plain:
        return None
    match = _TOTAL.fullmatch(plain)
    if match is None:
        raise RefusedError(place, f"total {_short(printed)} is no whole number")
    return int(match[1])


def read_vote(printed: str, place: str) -> str:
    """A vote in the library's notation, checked. Raises `RefusedError`."""
    plain = printed.strip()
    if plain not in VOTES:
        allowed = ", ".join(code for code in VOTES if code)
        raise RefusedError(place, f"vote {_short(printed)}; allowed: {allowed} or nothing")
    return plain


def record_url(number: str, place: str) -> str:
    """The address of a record by its number in the library. Raises `RefusedError`."""
    plain = number.strip()
    if not re.fullmatch(r"[0-9]{1,12}", plain):
        raise RefusedError(place, f"record number {_short(number)}; digits are needed")
    return _RECORD + plain


def _short(text: str) -> str:
    return repr(text if len(text) <= _MOST_QUOTED else text[: _MOST_QUOTED - 1] + "…")
