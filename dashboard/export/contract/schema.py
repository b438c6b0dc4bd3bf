"""What the tables hold and which parameters the routes take, as `/api/schema.json` says it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.analysis.selection.parameters import (
    CHOICES,
    COLUMNS,
    MAY_BE_UNKNOWN,
    NAMES,
    PAGE_ONLY,
    acting,
)
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
        "parameters": [_parameter(name, allowed) for name in NAMES if name not in PAGE_ONLY],
    }


def _column(name: str, column: Column) -> dict[str, Any]:
    return {
        "name": name,
        "kind": column.kind,
        "type": _TYPES.get(column.kind, "string"),
        "about": column.about,
        "vocabulary": column.vocabulary,
    }


def _parameter(name: str, allowed: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    return {
        "name": name,
        "repeats": name in CHOICES or name == "sort",
        "excludes": name in CHOICES,
        "takes_unknown": name in MAY_BE_UNKNOWN,
        "acts_on": {t: COLUMNS[t].get(name) for t in TABLES if name in acting(t)},
        "codes": list(allowed[name]) if name in allowed else None,
    }
