"""What the routes answer, as JSON Schema: a row of each table, and every other body."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.corpus.tables.columns import TABLES, Column, Kind

_DATE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_TYPES: Mapping[Kind, Mapping[str, Any]] = {
    "count": {"type": ["integer", "null"]},
    "flag": {"type": ["boolean", "null"]},
    "codes": {"type": "array", "items": {"type": "string"}},
    "date": {"type": ["string", "null"], "pattern": _DATE},
    "partial_date": {
        "type": ["string", "null"],
        "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
    },
}
_TEXT: Mapping[str, Any] = {"type": "string"}
_MAYBE: Mapping[str, Any] = {"type": ["string", "null"]}
_COUNT: Mapping[str, Any] = {"type": "integer", "minimum": 0}
_TEXTS: Mapping[str, Any] = {"type": "array", "items": _TEXT}


def schemas() -> dict[str, Any]:
    """Each body by name: `<table>_row` and `<table>` for the tables, and the others."""
    found: dict[str, Any] = {}
    for table, columns in TABLES.items():
        found[f"{table}_row"] = record({n: _column(c) for n, c in columns.items()})
        found[table] = record(
            {
                "data_version": {**_TEXT, "description": "names the state of the data"},
                "total": {**_COUNT, "description": "rows selected, before limit and offset"},
                "query": {
                    "type": "object",
                    "additionalProperties": _TEXTS,
                    "description": "the parameters as they were read",
                },
                "ignored": {**_TEXTS, "description": "names of parameters not used here"},
                "rows": {"type": "array", "items": ref(f"{table}_row")},
            }
        )
    return {**found, **_others()}


def ref(name: str) -> dict[str, str]:
    """A schema of `schemas`."""
    return {"$ref": f"#/components/schemas/{name}"}


def record(properties: Mapping[str, Any]) -> dict[str, Any]:
    """An object with exactly these properties."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _column(column: Column) -> dict[str, Any]:
    about = column.about + (f" (codes: {column.vocabulary})" if column.vocabulary else "")
    return {**_TYPES.get(column.kind, _MAYBE), "description": about}


def _others() -> dict[str, Any]:
    described = {"name": _TEXT, "kind": _TEXT, "type": _TEXT, "about": _TEXT, "vocabulary": _MAYBE}
    parameter = {
        "name": _TEXT,
        "repeats": {"type": "boolean"},
        "excludes": {"type": "boolean"},
        "takes_unknown": {"type": "boolean"},
        "acts_on": {"type": "object", "additionalProperties": _MAYBE},
        "codes": {"type": ["array", "null"], "items": _TEXT},
    }
    columns = {"type": "array", "items": record(described)}
    return {
        "error": record({"error": {**_TEXT, "description": "one sentence"}}),
        "unavailable": record(
            {
                "status": {"const": "unavailable"},
                "version": _TEXT,
                "error": _TEXT,
                "last_problem": _MAYBE,
            }
        ),
        "health": record(
            {
                "status": {"enum": ["ok", "incomplete", "stale"]},
                "version": {**_TEXT, "description": "of the code"},
                "data_version": _TEXT,
                "loaded_at": {**_TEXT, "format": "date-time"},
                "stale": {"type": "boolean"},
                "records": record(dict.fromkeys(TABLES, _COUNT)),
                "errors": _COUNT,
                "warnings": _COUNT,
                "last_problem": _MAYBE,
            }
        ),
        "schema": record(
            {
                "data_version": _TEXT,
                "tables": record(dict.fromkeys(TABLES, columns)),
                "parameters": {"type": "array", "items": record(parameter)},
            }
        ),
    }
