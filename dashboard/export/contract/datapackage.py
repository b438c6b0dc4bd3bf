"""The tables as a Frictionless Data Package: what each CSV file holds and how they join."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.corpus.records.vocabularies import Vocabulary
from dashboard.corpus.tables.columns import TABLES, Column, Kind

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

KEYS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(TABLES, ("id",)),
    "acts": ("paragraph", "order"),
    "votes": ("vote", "iso3"),
    "sponsors": ("symbol", "iso3"),
    "countries": ("iso3",),
}
"""The columns that name a row of each table."""

_DOCUMENT, _PARAGRAPH, _STATE = ("documents", "id"), ("paragraphs", "id"), ("countries", "iso3")
JOINS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "documents": {"id": ("timeline", "id"), "mandated_by": _PARAGRAPH},
    "paragraphs": {"symbol": _DOCUMENT, "parent": _PARAGRAPH, "governed_by": _PARAGRAPH},
    "acts": {"symbol": _DOCUMENT, "paragraph": _PARAGRAPH, "printed_in": _PARAGRAPH},
    "recorded_votes": {"symbol": _DOCUMENT},
    "votes": {"vote": ("recorded_votes", "id"), "symbol": _DOCUMENT, "iso3": _STATE},
    "sponsors": {"symbol": _DOCUMENT, "iso3": _STATE},
    "requests": {"symbol": _DOCUMENT, "paragraph": _PARAGRAPH, "superseded_by": ("requests", "id")},
}
"""The columns that name one row of another table. Lists of ids cannot be declared."""

ABSENT: Mapping[str, tuple[str, ...]] = {
    "outcome": ("none", "unknown", "not_applicable"),
    "head": ("none", "unknown"),
    "acts": ("unknown",),
}
"""What a column may hold beside the codes of its vocabulary."""

_TYPES: Mapping[Kind, Mapping[str, Any]] = {
    "count": {"type": "integer"},
    "flag": {"type": "boolean"},
    "codes": {"type": "list", "delimiter": ";", "itemType": "string"},
    "date": {"type": "date"},
    "partial_date": {
        "type": "string",
        "constraints": {"pattern": "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"},
    },
}


def datapackage(version: str, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
    """The descriptor of every table as its `.csv` route serves it, beside this file.

    `version` is the data version. A column whose vocabulary is not given has no `enum`.
    """
    return {
        "$schema": PROFILE,
        "name": "ai-governance-record",
        "title": "AI governance record",
        "description": (
            "What happened on AI governance, what each text asks of whom, who sponsored it, who "
            "voted how, and which reports were asked for. An empty cell is unknown unless its "
            "column says otherwise. A file begins with the byte order mark of UTF-8; a text that "
            "a spreadsheet would run, or take for a date or a number, has ' in front."
        ),
        "version": version,
        "licenses": [
            {
                "name": "Apache-2.0",
                "title": "Apache License 2.0: our selection, coding, summaries, translations",
                "path": "https://www.apache.org/licenses/LICENSE-2.0",
            }
        ],
        "sources": [
            {
                "title": "United Nations, General Assembly resolutions in Akoma Ntoso XML",
                "path": "https://github.com/UNxml/GAresolutions",
            },
            {
                "title": "Documents of the United Nations; each row names its own",
                "path": "https://docs.un.org",
            },
        ],
        "keywords": ["artificial intelligence", "governance", "United Nations", "votes"],
        "resources": [_resource(table, vocabularies) for table in TABLES],
    }


def _resource(table: str, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
    joins = JOINS.get(table, {})
    return {
        "name": table,
        "type": "table",
        "path": f"{table}.csv",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(name, c, vocabularies) for name, c in TABLES[table].items()],
            "missingValues": [""],
            "primaryKey": list(KEYS[table]),
            "foreignKeys": [
                {"fields": [name], "reference": {"resource": _other(to, table), "fields": [field]}}
                for name, (to, field) in joins.items()
            ],
        },
    }


def _other(named: str, table: str) -> str:
    """The resource a foreign key names; empty for the table itself, as Table Schema has it."""
    return "" if named == table else named


def _field(name: str, column: Column, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
    found: dict[str, Any] = {"name": name, "type": "string", **_TYPES.get(column.kind, {})}
    found["description"] = column.about
    vocabulary = vocabularies.get(column.vocabulary or "")
    if vocabulary:
        found["vocabulary"] = vocabulary.name
        if column.kind == "code":
            codes = [*vocabulary.terms, *ABSENT.get(name, ())]
            found["constraints"] = {"enum": list(dict.fromkeys(codes))}
    return found
