"""A view as its URL states it: parsed once, the same for pages and routes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from dashboard.analysis.selection.parameters import CHOICES, NAMES, PAGE_ONLY
from dashboard.corpus.reading.problems import nearest, quoted

Reason = Literal[
    "code",
    "symbol",
    "date",
    "since",
    "number",
    "flag",
    "column",
    "words",
    "repeated",
    "long",
    "many",
]
_EXPECTED: Mapping[Reason, str] = {
    "code": "a code of the vocabulary",
    "symbol": "a document symbol such as A/RES/78/265",
    "date": "a date as YYYY, YYYY-MM or YYYY-MM-DD",
    "since": "a date as YYYY, YYYY-MM or YYYY-MM-DD, or a data version on record",
    "number": "a whole number from 0 to 1000000",
    "flag": "true or false",
    "column": "a column of the table, with - in front for descending order",
    "words": "at least one letter or digit to search for",
    "repeated": "one value",
    "long": "at most 200 characters",
    "many": "at most 1000 values",
}


@dataclass(frozen=True)
class Unknown:
    """A value that could not be used: which, why, and the nearest allowed spelling."""

    parameter: str
    value: str
    reason: Reason
    nearest: str | None = None

    @classmethod
    def of(cls, parameter: str, value: str, reason: Reason, allowed: Iterable[str] = ()) -> Unknown:
        """The same, with the nearest of `allowed` looked up."""
        return cls(parameter, value[:200], reason, nearest(value, allowed))

    def __str__(self) -> str:
        hint = f"; did you mean {quoted(self.nearest)}?" if self.nearest else ""
        return f"{self.parameter}: found {quoted(self.value)}; allowed: {self.expected}{hint}"

    @property
    def expected(self) -> str:
        """What would have been allowed, in English."""
        return _EXPECTED[self.reason]


@dataclass(frozen=True)
class Choice:
    """Codes chosen for one parameter: any of some, none of others."""

    any_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()

    def values(self) -> tuple[str, ...]:
        """The codes as a URL carries them, excluded ones with `!`."""
        return (*self.any_of, *(f"!{code}" for code in self.none_of))


@dataclass(frozen=True)
class Query:
    """A selection and how it is shown. Equal queries select the same; usable as a cache key.

    `start` and `end` are the parameters `from` and `to`, which Python reserves or hides.
    `ignored` holds names that are unknown or do not act on the table, `unknown` values
    that could not be read; neither takes part in comparison.
    """

    q: str | None = None
    start: str | None = None
    end: str | None = None
    since: str | None = None
    as_of: str | None = None
    choices: tuple[tuple[str, Choice], ...] = ()
    mentions: bool | None = None
    against: int | None = None
    """At most so many votes against, in a recorded vote."""
    sort: tuple[str, ...] = ()
    limit: int | None = None
    offset: int | None = None
    item: str | None = None
    lang: str | None = None
    view: str | None = None
    show: str | None = None
    v: str | None = None
    ignored: tuple[str, ...] = field(default=(), compare=False)
    unknown: tuple[Unknown, ...] = field(default=(), compare=False)

    def choice(self, parameter: str) -> Choice:
        """What is chosen for a parameter; empty where nothing is."""
        return dict(self.choices).get(parameter, Choice())

    def choosing(self, parameter: str, any_of: Sequence[str], none_of: Sequence[str] = ()) -> Query:
        """This query with another choice for one parameter."""
        if parameter not in CHOICES:
            raise ValueError(f"{parameter!r} takes no choice of codes")
        choices = {name: choice for name, choice in self.choices if name != parameter}
        if any_of or none_of:
            choices[parameter] = Choice(_distinct(any_of), _distinct(none_of))
        return replace(self, choices=tuple(sorted(choices.items(), key=_place)))

    def without(self, parameter: str) -> Query:
        """This query with one parameter dropped."""
        if parameter in CHOICES:
            return self.choosing(parameter, ())
        attribute = _ATTRIBUTE.get(parameter, parameter)
        dropped: dict[str, Any] = {attribute: () if parameter == "sort" else None}
        return replace(self, **dropped)

    def to_params(self) -> list[tuple[str, str]]:
        """The parameters of the canonical link: fixed order, repeated names side by side."""
        return [(name, value) for name in NAMES for value in self._values(name)]

    def _values(self, name: str) -> tuple[str, ...]:
        if name in CHOICES:
            return self.choice(name).values()
        value = getattr(self, _ATTRIBUTE.get(name, name))
        if name == "sort":
            return self.sort
        if value is None:
            return ()
        return (str(value).lower() if name == "mentions" else str(value),)

    def active(self) -> tuple[str, ...]:
        """The parameters that narrow the selection, in link order."""
        shown = {"sort", "limit", "offset", *PAGE_ONLY}
        return tuple(dict.fromkeys(n for n, _ in self.to_params() if n not in shown))


_ATTRIBUTE = {"from": "start", "to": "end"}


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))


def _place(pair: tuple[str, Choice]) -> int:
    return CHOICES.index(pair[0])
