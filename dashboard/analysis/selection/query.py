"""A view as its URL states it: parsed once, the same for pages and routes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, Literal, TypeVar, cast

from dashboard.analysis.selection.parameters import PARAMETER
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


Value = str | int | bool | tuple[str, ...] | Choice
_NOTHING = (None, (), Choice())
T = TypeVar("T")


class _Read(Generic[T]):
    """A parameter that code asks for by name, as an attribute of its type; None where not given."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, query: Query, _: type[Query]) -> T | None:
        return cast("T | None", query.value(self._name))


@dataclass(frozen=True)
class Query:
    """A selection and how it is shown. Equal queries select the same; usable as a cache key.

    `values` holds what is given, by name in link order; `having` makes and changes it.
    `ignored` holds names that are unknown or do not act on the table, `unknown` values
    that could not be read, `cut` parameters and codes beyond what a view takes, until the
    query changes; none takes part in comparison.
    """

    values: tuple[tuple[str, Value], ...] = ()
    ignored: tuple[str, ...] = field(default=(), compare=False)
    unknown: tuple[Unknown, ...] = field(default=(), compare=False)
    cut: tuple[tuple[str, str], ...] = field(default=(), compare=False)

    q = _Read[str]("q")
    from_ = _Read[str]("from")
    to = _Read[str]("to")
    since = _Read[str]("since")
    scope = _Read[str]("scope")
    as_of = _Read[str]("as_of")
    limit = _Read[int]("limit")
    offset = _Read[int]("offset")
    item = _Read[str]("item")
    lang = _Read[str]("lang")
    view = _Read[str]("view")
    columns = _Read[str]("columns")
    paper = _Read[str]("paper")
    show = _Read[str]("show")
    wording = _Read[str]("wording")
    by = _Read[str]("by")
    v = _Read[str]("v")

    def value(self, parameter: str) -> Value | None:
        """What is given for a parameter, if anything is."""
        return dict(self.values).get(parameter)

    def choice(self, parameter: str) -> Choice:
        """What is chosen for a parameter; empty where nothing is."""
        found = self.value(parameter)
        return found if isinstance(found, Choice) else Choice()

    @property
    def sort(self) -> tuple[str, ...]:
        """The columns to sort by, those downwards with `-` in front."""
        found = self.value("sort")
        return found if isinstance(found, tuple) else ()

    def having(self, **values: Value | None) -> Query:
        """This query with other values; None drops one. `from_` is `from`, which Python reserves.

        Raises `ValueError` for a name that is no parameter.
        """
        found = dict(self.values) | {name.removesuffix("_"): v for name, v in values.items()}
        if strange := found.keys() - PARAMETER.keys():
            raise ValueError(f"no parameter is called {', '.join(sorted(strange))}")
        given = ((name, found.get(name)) for name in PARAMETER)
        kept = tuple((n, v) for n, v in given if v not in _NOTHING)
        return replace(self, values=kept, cut=())

    def choosing(self, parameter: str, any_of: Sequence[str], none_of: Sequence[str] = ()) -> Query:
        """This query with another choice for one parameter."""
        if PARAMETER[parameter].kind != "choice":
            raise ValueError(f"{parameter!r} takes no choice of codes")
        return self.having(**{parameter: Choice(_distinct(any_of), _distinct(none_of))})

    def excluding(self, parameter: str, *codes: str) -> Query:
        """This query with more codes excluded; what is chosen already stays so."""
        chosen = self.choice(parameter)
        return self.choosing(parameter, chosen.any_of, (*chosen.none_of, *codes))

    def at_most(self, most: Mapping[str, int]) -> Query:
        """This query with no more codes of a parameter than a view takes; the others are `cut`."""
        fitting, cut = self, list(self.cut)
        for parameter, bound in most.items():
            chosen = self.choice(parameter)
            if beyond := chosen.any_of[bound:]:
                fitting = fitting.choosing(parameter, chosen.any_of[:bound], chosen.none_of)
                cut += [(parameter, code) for code in beyond]
        return replace(fitting, cut=tuple(cut))

    def without(self, *parameters: str) -> Query:
        """This query with parameters dropped."""
        return self.having(**dict.fromkeys(parameters))

    def unread(self, parameters: Iterable[str]) -> Query:
        """This query without parameters that a page does not read; those given are `ignored`."""
        given = [name for name in parameters if self.value(name) is not None]
        return replace(self.without(*given), ignored=(*self.ignored, *given)) if given else self

    def one_of(self, parameter: str, known: Iterable[str]) -> Query:
        """This query with one of the values known, capitals aside; any other is `unknown`."""
        value, spelt = self.value(parameter), {name.casefold(): name for name in known}
        if value is None:
            return self
        if found := spelt.get(str(value).casefold()):
            return self.having(**{parameter: found})
        told = Unknown.of(parameter, str(value), "code", spelt.values())
        return replace(self.without(parameter), unknown=(*self.unknown, told))

    def to_params(self) -> list[tuple[str, str]]:
        """The parameters of the canonical link: fixed order, repeated names side by side."""
        return [(name, text) for name, value in self.values for text in _texts(value)]

    def grouped(self) -> dict[str, list[str]]:
        """The same parameters, each name once with its values."""
        return {name: list(_texts(value)) for name, value in self.values}

    def active(self) -> tuple[str, ...]:
        """The filters that narrow the selection, in link order; the scope they act in is none."""
        return tuple(n for n, _ in self.values if PARAMETER[n].narrows and n != "scope")


def _texts(value: Value) -> tuple[str, ...]:
    """A value as a URL carries it."""
    if isinstance(value, Choice):
        return value.values()
    if isinstance(value, tuple):
        return value
    return (str(value).lower() if isinstance(value, bool) else str(value),)


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))
