"""Reading a URL's parameters. Nothing a client sends raises; what is not understood is told."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from dashboard.analysis.selection.codes import UNKNOWN, allowed_codes
from dashboard.analysis.selection.parameters import PARAMETER, SCOPES, Parameter, acting
from dashboard.analysis.selection.query import Choice, Query, Reason, Unknown, Value
from dashboard.analysis.selection.synonyms import synonyms_of
from dashboard.analysis.selection.terms import terms
from dashboard.corpus.records.changes import is_version
from dashboard.corpus.records.fields import first_day
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.columns import TABLES
from dashboard.sources.plain_text import HIDDEN
from dashboard.symbols import cited_symbol
from dashboard.words.dates import written_date
from dashboard.words.languages import language_called

MOST_VALUES = 1000
LONGEST_VALUE = 200
LARGEST_NUMBER = 1_000_000
_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_NUMBER = re.compile(r"[0-9]{1,7}")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9.]+)+")
_SYMBOL = re.compile(r"[A-Za-z][A-Za-z0-9./() -]{0,59}")
_FLAGS = {"true": True, "false": False}


def parse_url(
    parameters: Iterable[tuple[str, str]],
    allowed: Mapping[str, Sequence[str]],
    table: str | None = None,
    also: Iterable[str] = (),
    state: Callable[[str], str | None] = lambda _: None,
) -> Query:
    """Read parameters, repeated names as repeated pairs, into a query.

    `allowed` holds the codes of each parameter (`codes.allowed_codes`); a parameter missing
    there takes any code. With a `table`, parameters that do not act on it and are not among
    `also` are ignored by name, and `sort` may name its columns only. `state` gives the code
    of a State by its name.
    """
    given, ignored, unknown = _grouped(parameters, table, also)
    columns = TABLES[table] if table else {name for t in TABLES.values() for name in t}
    found: dict[str, Value | None] = {}
    for name, texts in given.items():
        parameter = PARAMETER[name]
        if parameter.kind == "choice":
            found[name] = _choice(parameter, texts, allowed.get(name), unknown, state)
        elif parameter.kind == "order":
            found[name] = _sort(texts, columns, unknown)
        elif len(texts) > 1:
            unknown.append(Unknown(name, f"{len(texts)} values", "repeated"))
        else:
            found[name] = _single(parameter, texts[0], allowed.get(name), unknown)
    return replace(Query().having(**found), ignored=tuple(ignored), unknown=tuple(unknown))


def query_of(
    snapshot: Snapshot,
    parameters: Iterable[tuple[str, str]],
    table: str | None = None,
    also: Iterable[str] = (),
) -> Query:
    """Read parameters as `parse_url` does, by the codes, versions and names of a record."""
    allowed = allowed_codes(snapshot.vocabularies, snapshot.states, snapshot.versions)
    return parse_url(parameters, allowed, table, also, synonyms_of(snapshot).state)


def _grouped(
    parameters: Iterable[tuple[str, str]], table: str | None, also: Iterable[str]
) -> tuple[dict[str, list[str]], list[str], list[Unknown]]:
    """Distinct values by name, names that are ignored, and what breaks the bounds."""
    known = {p.name for p in acting(table)}.union(also) if table else PARAMETER.keys()
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
    parameter: Parameter,
    given: list[str],
    allowed: Sequence[str] | None,
    unknown: list[Unknown],
    state: Callable[[str], str | None],
) -> Choice:
    kept: tuple[set[str], set[str]] = (set(), set())
    is_symbol = parameter.vocabulary == "symbols"
    for raw in given:
        excluded = raw.startswith("!")
        text = raw[1:].strip() if excluded else raw
        code = symbol(text) if is_symbol else _code(text, allowed, parameter.takes_unknown)
        if code is None and parameter.vocabulary == "states":
            code = state(text)
        if code is not None:
            kept[excluded].add(code)
        elif is_symbol:
            unknown.append(Unknown(parameter.name, raw, "symbol"))
        else:
            unknown.append(Unknown.of(parameter.name, text, "code", allowed or ()))
    return Choice(*(tuple(sorted(codes)) for codes in kept))


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
    """A document symbol as typed, a resolution's in the official spelling whatever stands around
    it, or a record's kebab-case id where it has no symbol; None for neither."""
    found = cited_symbol(text)
    if found is not None or not text.isascii():
        return found
    compact = " ".join(text.split())
    if _SLUG.fullmatch(compact):
        return compact
    return compact if _SYMBOL.fullmatch(compact) and "/" in compact else None


def _single(
    parameter: Parameter, text: str, allowed: Sequence[str] | None, unknown: list[Unknown]
) -> str | int | bool | None:
    """The one value of a parameter as its kind is read, or None with a note."""
    value: str | int | bool | None = text
    if parameter.name == "lang":
        return language_called(text) or text
    reason: Reason = "words"
    match parameter.kind:
        case "flag":
            value, reason = _FLAGS.get(text.lower()), "flag"
        case "scope":
            value, reason = _code(text, SCOPES, may_be_unknown=False), "code"
        case "at_most" | "at_least" | "window":
            value, reason = _number(text), "number"
        case "date":
            value, reason = date_of(text), "date"
        case "since":
            value, reason = _version(text, allowed) or date_of(text), "since"
        case "text":
            value = text if terms(text) else None
    if value is None:
        near = {"flag": tuple(_FLAGS), "code": SCOPES}.get(reason, ())
        unknown.append(Unknown.of(parameter.name, text, reason, near))
    return value


def _number(text: str) -> int | None:
    return int(text) if _NUMBER.fullmatch(text) and int(text) <= LARGEST_NUMBER else None


def _version(text: str, versions: Sequence[str] | None) -> str | None:
    """A data version: one of `versions`, or any where these are not given."""
    version = text.lower()
    good = is_version(version) and (versions is None or version in versions)
    return version if good else None


def date_of(text: str) -> str | None:
    """A day, month or year of the calendar as a link carries it, read as people write it too."""
    try:
        return text if _DATE.fullmatch(text) and first_day(text) else written_date(text)
    except ValueError:
        return None


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
    visible = HIDDEN.sub(_parting, text)
    return "".join(c if c.isprintable() else " " for c in visible)


def _parting(hidden: re.Match[str]) -> str:
    """A space for a control sign; one that only hides in a word parts nothing."""
    return " " if unicodedata.category(hidden[0]) in ("Cc", "Zl", "Zp") else ""


def _shown(name: str) -> str:
    return _printable(name)[:60]
