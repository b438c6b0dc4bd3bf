"""The parameters of the routes as OpenAPI describes them, each by its kind.

The schemas are true: a route reads what they allow. It also reads what they leave out: other
capitals, spaces around a value, a resolution's symbol in any spelling; an empty value counts
as none given.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.analysis.selection.codes import UNKNOWN
from dashboard.analysis.selection.parameters import PARAMETERS, SCOPES, Kind, Parameter, acting
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
_DATE = {"type": "string", "pattern": DATE, "examples": ["2024", "2024-03", "2024-03-21"]}
_NUMBER = {"type": "integer", "minimum": 0, "maximum": LARGEST_NUMBER}
_TEXT = {"type": "string", "maxLength": LONGEST_VALUE}
_SCALARS: Mapping[Kind, dict[str, Any]] = {
    "flag": {"type": "boolean"},
    "scope": {"type": "string", "enum": list(SCOPES)},
    "text": {**_TEXT, "minLength": 1, "pattern": "[A-Za-z0-9\u4e00-\u9fff]"},
    "page": _TEXT,
}


def components(codes: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Each parameter under its name; `sort`, which differs by table, under `sort_<table>`."""
    found = {}
    for parameter in PARAMETERS:
        if parameter.kind == "order":
            for table, columns in TABLES.items():
                names = [name for column in columns for name in (column, f"-{column}")]
                one = {"type": "string", "enum": names}
                found[f"{parameter.name}_{table}"] = _described(parameter, _several(one))
        else:
            schema = _schema(parameter, codes.get(parameter.name, ()))
            found[parameter.name] = _described(parameter, schema)
    found["lang_of_feed"] = found["lang"] | {"schema": {"type": "string", "enum": list(LANGUAGES)}}
    return found


def taken(table: str, *, calendar: bool = False) -> list[str]:
    """Which of the `components` act on a table, in the order a link carries them.

    A calendar of its rows is written in one of the languages of the interface.
    """
    other = {"sort": f"sort_{table}", "lang": "lang_of_feed" if calendar else "lang"}
    return [other.get(parameter.name, parameter.name) for parameter in acting(table)]


def _described(parameter: Parameter, schema: dict[str, Any]) -> dict[str, Any]:
    meaning = parameter.meaning
    if parameter.kind == "page":
        meaning = f"of pages, selects nothing: {meaning}"
    if parameter.takes_unknown:
        meaning += f"; a code of the vocabulary {parameter.vocabulary}"
    if parameter.kind == "choice":
        meaning += "; repeated: any of them; with ! in front: none of them"
    found = {"name": parameter.name, "in": "query", "description": meaning, "schema": schema}
    return {**found, "style": "form", "explode": True} if parameter.repeats else found


def _schema(parameter: Parameter, codes: Sequence[str]) -> dict[str, Any]:
    if parameter.kind == "choice":
        return _several(_code(parameter, codes))
    if parameter.kind in ("date", "since"):
        versions = {"type": "string", "enum": list(codes)}
        return {"type": "string", "anyOf": [_DATE, versions]} if codes else _DATE
    return _SCALARS.get(parameter.kind, _NUMBER)


def _code(parameter: Parameter, codes: Sequence[str]) -> dict[str, Any]:
    """One code, or one excluded with `!`; States, of which there are many, by pattern only."""
    if parameter.vocabulary == "symbols":
        return {"type": "string", "pattern": SYMBOL, "examples": ["A/RES/78/265", "!A/RES/79/1"]}
    if not codes:
        return {"type": "string", "pattern": _ANY_CODE}
    known = list(dict.fromkeys([*codes, *([UNKNOWN] if parameter.takes_unknown else [])]))
    either = "|".join(map(re.escape, known))
    if parameter.vocabulary == "states":
        return {"type": "string", "pattern": f"^!?({either})$", "examples": [known[0]]}
    return {"type": "string", "anyOf": [{"enum": known}, {"pattern": f"^!({either})$"}]}


def _several(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items, "maxItems": MOST_VALUES // 10}
