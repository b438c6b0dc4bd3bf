"""What the tables hold and which parameters the routes take, as `/api/schema.json` says it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.analysis.selection.parameters import PARAMETERS, Parameter
from dashboard.corpus.tables.columns import TABLES, Column, Kind

_TYPES: Mapping[Kind, str] = {"codes": "array of strings", "count": "integer", "flag": "boolean"}


def schema(allowed: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Tables with their columns, and parameters with the tables they act on and their codes.

    `allowed` holds the codes of each parameter (`analysis.codes.allowed_codes`).
    """
    return {
        "tables": {
            table: [_column(name, column) for name, column in columns.items()]
            for table, columns in TABLES.items()
        },
        "parameters": [_parameter(p, allowed.get(p.name)) for p in PARAMETERS if p.kind != "page"],
    }


def _column(name: str, column: Column) -> dict[str, Any]:
    return {
        "name": name,
        "kind": column.kind,
        "type": _TYPES.get(column.kind, "string"),
        "about": column.about,
        "vocabulary": column.vocabulary,
    }


def _parameter(parameter: Parameter, codes: Sequence[str] | None) -> dict[str, Any]:
    return {
        "name": parameter.name,
        "repeats": parameter.repeats,
        "excludes": parameter.kind == "choice",
        "takes_unknown": parameter.takes_unknown,
        "acts_on": {t: parameter.columns[t] for t in TABLES if t in parameter.columns},
        "codes": None if codes is None else list(codes),
    }
