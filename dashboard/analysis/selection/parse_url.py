"""Reading a URL's parameters. Nothing a client sends raises; what is not understood is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dashboard.analysis.selection.codes import UNKNOWN
from dashboard.analysis.selection.parameters import (
    CHOICES,
    DATES,
    FLAGS,
    MAY_BE_UNKNOWN,
    NAMES,
    NUMBERS,
    PAGE_ONLY,
    acting,
)
from dashboard.analysis.selection.query import Query, Unknown
from dashboard.analysis.selection.terms import terms
from dashboard.corpus.records.changes import is_version
from dashboard.corpus.records.fields import first_day, last_day
from dashboard.corpus.tables.columns import TABLES
from dashboard.symbols import resolution_symbol

MOST_VALUES = 1000
LONGEST_VALUE = 200
LARGEST_NUMBER = 1_000_000
_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_NUMBER = re.compile(r"[0-9]{1,7}")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9.]+)+")
_SYMBOL = re.compile(r"[A-Za-z][A-Za-z0-9./() -]{0,59}")
_FIELD = {"from": "start", "to": "end"}


def parse_url(
    parameters: Iterable[tuple[str, str]],
    allowed: Mapping[str, Sequence[str]],
    table: str | None = None,
    also: Iterable[str] = (),
) -> Query:
    """Read parameters, repeated names as repeated pairs, into a query.

    `allowed` holds the codes of each parameter (`codes.allowed_codes`); a parameter missing
    there takes any code. With a `table`, parameters that do not act on it and are not among
    `also` are ignored by name, and `sort` may name its columns only.
    """
    values, ignored, unknown = _grouped(parameters, table, also)
    found: dict[str, Any] = {}
    choices: dict[str, tuple[list[str], list[str]]] = {}
    columns = TABLES[table] if table else {name for t in TABLES.values() for name in t}
    for name, given in values.items():
        if name in CHOICES:
            choices[name] = _choice(name, given, allowed.get(name), unknown)
        elif name == "sort":
            found["sort"] = _sort(given, columns, unknown)
        elif len(given) > 1:
            unknown.append(Unknown(name, f"{len(given)} values", "repeated"))
        elif name == "since":
            found["since"] = _since(given[0], allowed.get("since"), unknown)
        else:
            found[_FIELD.get(name, name)] = _single(name, given[0], unknown)
    query = Query(**found, ignored=tuple(ignored), unknown=tuple(unknown))
    for name, (any_of, none_of) in choices.items():
        query = query.choosing(name, any_of, none_of)
    return query


def _grouped(
    parameters: Iterable[tuple[str, str]], table: str | None, also: Iterable[str]
) -> tuple[dict[str, list[str]], list[str], list[Unknown]]:
    """Distinct values by name, names that are ignored, and what breaks the bounds."""
    known = acting(table) | set(also) if table else frozenset(NAMES)
    values: dict[str, list[str]] = {}
    ignored: dict[str, None] = {}
    unknown: list[Unknown] = []
    for count, (name, raw) in enumerate(parameters):
        if count >= MOST_VALUES:
            unknown.append(Unknown(_shown(name), f"value {MOST_VALUES + 1}", "many"))
            break
        value = _printable(raw).strip()
        if name not in known:
            ignored[_shown(name)] = None
        elif len(value) > LONGEST_VALUE:
            unknown.append(Unknown(name, value[:LONGEST_VALUE], "long"))
        elif value and value not in values.setdefault(name, []):
            values[name].append(value)
    return {name: given for name, given in values.items() if given}, list(ignored), unknown


def _choice(
    name: str, given: list[str], allowed: Sequence[str] | None, unknown: list[Unknown]
) -> tuple[list[str], list[str]]:
    any_of: list[str] = []
    none_of: list[str] = []
    for raw in given:
        excluded = raw.startswith("!")
        text = raw[1:].strip() if excluded else raw
        code = symbol(text) if name == "symbol" else _code(text, allowed, name in MAY_BE_UNKNOWN)
        if code is not None:
            (none_of if excluded else any_of).append(code)
        elif name == "symbol":
            unknown.append(Unknown(name, raw, "symbol"))
        else:
            unknown.append(Unknown.of(name, text, "code", allowed or ()))
    return any_of, none_of


def _code(text: str, allowed: Sequence[str] | None, may_be_unknown: bool) -> str | None:
    """The code as its vocabulary spells it, capitals aside."""
    if not text.isascii() or not text:
        return None
    folded = text.lower()
    if may_be_unknown and folded == UNKNOWN:
        return UNKNOWN
    if allowed is None:
        return folded
    if text in allowed:
        return text
    return next((code for code in allowed if code.lower() == folded), None)


def symbol(text: str) -> str | None:
    """A document symbol as typed, a resolution's in the official spelling, or a record's
    kebab-case id where it has no symbol; None for neither."""
    if not text.isascii():
        return None
    found = resolution_symbol(text)
    if found is not None:
        return found
    compact = " ".join(text.split())
    if _SLUG.fullmatch(compact):
        return compact
    return compact if _SYMBOL.fullmatch(compact) and "/" in compact else None


def _single(name: str, value: str, unknown: list[Unknown]) -> str | int | bool | None:
    if name in DATES:
        return _checked(name, value, "date", _is_date(value), unknown)
    if name in NUMBERS:
        if _NUMBER.fullmatch(value) and int(value) <= LARGEST_NUMBER:
            return int(value)
        unknown.append(Unknown(name, value, "number"))
        return None
    if name == "mentions":
        if value.lower() in FLAGS:
            return value.lower() == "true"
        unknown.append(Unknown.of(name, value, "flag", FLAGS))
        return None
    if name in PAGE_ONLY:
        return value
    return _checked(name, value, "words", bool(terms(value)), unknown)


def _since(value: str, versions: Sequence[str] | None, unknown: list[Unknown]) -> str | None:
    """A date, or a data version: one of `versions`, or any where these are not given."""
    version = value.lower()
    if is_version(version):
        good = versions is None or version in versions
        return _checked("since", version, "since", good, unknown)
    return _checked("since", value, "since", _is_date(value), unknown)


def _checked(name: str, value: str, reason: Any, good: bool, unknown: list[Unknown]) -> str | None:
    if not good:
        unknown.append(Unknown(name, value, reason))
    return value if good else None


def _is_date(value: str) -> bool:
    if not _DATE.fullmatch(value):
        return False
    try:
        return first_day(value) <= last_day(value)
    except ValueError:
        return False


def _sort(given: list[str], columns: Iterable[str], unknown: list[Unknown]) -> tuple[str, ...]:
    known = list(columns)
    kept: dict[str, str] = {}
    for value in given:
        name = value.removeprefix("-")
        if name in known:
            kept.setdefault(name, value)
        else:
            unknown.append(Unknown.of("sort", value, "column", known))
    return tuple(kept.values())


def _printable(text: str) -> str:
    """Text without signs that cannot be shown or stored: control, format, half a surrogate."""
    return "".join(c if c.isprintable() else " " for c in text)


def _shown(name: str) -> str:
    return _printable(name)[:60]
