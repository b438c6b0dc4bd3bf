"""The parameters of the routes as OpenAPI describes them.

The schemas are true: a route reads what they allow. It also reads what they leave out: other
capitals, spaces around a value, a resolution's symbol in any spelling; an empty value counts
as none given.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.analysis.selection.codes import UNKNOWN
from dashboard.analysis.selection.parameters import (
    CHOICES,
    DATES,
    MAY_BE_UNKNOWN,
    NAMES,
    NUMBERS,
    VOCABULARY,
    acting,
)
from dashboard.analysis.selection.parse_url import LARGEST_NUMBER, LONGEST_VALUE, MOST_VALUES
from dashboard.corpus.tables.columns import TABLES
from dashboard.words import LANGUAGES

DATE = (
    "^(?!0000)[0-9]{4}(-(0[1-9]|1[0-2])|-(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
    "|-(0[469]|11)-(0[1-9]|[12][0-9]|30)|-02-(0[1-9]|1[0-9]|2[0-8]))?$"
    "|^([0-9]{2}(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)-02-29$"
)
"""A day, month or year of the calendar, leap years counted."""
SYMBOL = (
    "^!?(A/RES/)?(3[1-9]|[4-9][0-9])/[1-9][0-9]{0,2}$"
    "|^!?[A-Za-z][A-Za-z0-9.() -]{0,20}/[A-Za-z0-9./() -]{0,30}$"
)
_ANY_CODE = "^!?[A-Za-z][A-Za-z0-9_]*$"
_WORDS = "[A-Za-z0-9\u4e00-\u9fff]"

_MEANING: Mapping[str, str] = {
    "q": 'words in any order, "a phrase", -without; a symbol; one paragraph: 78/265 para 6 (e)',
    "from": "the first day, as precise as you like: 2024, 2024-03, 2024-03-21",
    "to": "the last day, as precise as you like",
    "symbol": "a document; a resolution in any spelling (78/265)",
    "country": "States by ISO 3166-1 alpha-3 code",
    "group": "States that were in a group on the day of the row",
    "tier": "how directive the opening verb is, 6 the most",
    "mentions": "whether it mentions, or is about, artificial intelligence",
    "since": "records that changed on that day or later, or after that data version",
    "as_of": "the day for which statuses are computed, today by default; the last day it can mean",
    "sort": "columns, the first one first; with - in front downwards",
    "against": "at most so many votes against",
    "limit": "how many rows; all by default",
    "offset": "how many rows to pass over",
    "item": "of pages: the record that is open; selects nothing",
    "lang": "of pages: the language, en or zh; selects nothing, and is the language of a workbook",
    "view": "of pages: the tab; selects nothing",
    "show": "of pages: a layer added to a drawing; selects nothing",
    "v": "of pages: the data version a link was made with; selects nothing",
}


def components(codes: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Each parameter under its name; `sort`, which differs by table, under `sort_<table>`."""
    found = {name: _parameter(name, _schema(name, codes)) for name in NAMES if name != "sort"}
    for table, columns in TABLES.items():
        names = [name for column in columns for name in (column, f"-{column}")]
        found[f"sort_{table}"] = _parameter("sort", _several({"type": "string", "enum": names}))
    found["lang_of_feed"] = _parameter("lang", {"type": "string", "enum": list(LANGUAGES)})
    return found


def references(table: str, *, calendar: bool = False) -> list[dict[str, str]]:
    """The parameters that act on a table, in the order a link carries them.

    A calendar of its rows is written in one of the languages of the interface.
    """
    other = {"sort": f"sort_{table}", "lang": "lang_of_feed" if calendar else "lang"}
    names = [name for name in NAMES if name in acting(table)]
    return [reference(other.get(name, name)) for name in names]


def reference(name: str) -> dict[str, str]:
    """A parameter of `components`."""
    return {"$ref": f"#/components/parameters/{name}"}


def _parameter(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    meaning = _MEANING.get(name) or f"a code of the vocabulary {VOCABULARY.get(name, name)}"
    if name in CHOICES:
        meaning += "; repeated: any of them; with ! in front: none of them"
    found = {"name": name, "in": "query", "description": meaning, "schema": schema}
    return {**found, "style": "form", "explode": True} if schema["type"] == "array" else found


def _schema(name: str, codes: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    if name in CHOICES:
        return _several(_code(name, codes.get(name)))
    if name in DATES:
        date = {"type": "string", "pattern": DATE, "examples": ["2024", "2024-03", "2024-03-21"]}
        versions = {"type": "string", "enum": list(codes.get(name, ()))}
        return {"type": "string", "anyOf": [date, versions]} if versions["enum"] else date
    if name in NUMBERS:
        return {"type": "integer", "minimum": 0, "maximum": LARGEST_NUMBER}
    if name == "mentions":
        return {"type": "boolean"}
    text: dict[str, Any] = {"type": "string", "maxLength": LONGEST_VALUE}
    return {**text, "minLength": 1, "pattern": _WORDS} if name == "q" else text


def _code(name: str, codes: Sequence[str] | None) -> dict[str, Any]:
    """One code, or one excluded with `!`; States, of which there are many, by pattern only."""
    if name == "symbol":
        return {"type": "string", "pattern": SYMBOL, "examples": ["A/RES/78/265", "!A/RES/79/1"]}
    if not codes:
        return {"type": "string", "pattern": _ANY_CODE}
    known = [*codes, *([UNKNOWN] if name in MAY_BE_UNKNOWN and UNKNOWN not in codes else [])]
    either = "|".join(map(re.escape, known))
    if name == "country":
        return {"type": "string", "pattern": f"^!?({either})$", "examples": [known[0]]}
    return {
        "type": "string",
        "anyOf": [{"enum": known}, {"pattern": f"^!({either})$"}],
    }


def _several(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items, "maxItems": MOST_VALUES // 10}
