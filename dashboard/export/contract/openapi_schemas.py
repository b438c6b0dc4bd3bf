"""What the routes answer, as JSON Schema: a row of each table, and every other body."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.analysis.agreed_language.matches import COLUMNS, MOST
from dashboard.analysis.agreed_language.nearest import RELATIONS
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
TEXT: Mapping[str, Any] = {"type": "string"}
_MAYBE: Mapping[str, Any] = {"type": ["string", "null"]}
_COUNT: Mapping[str, Any] = {"type": "integer", "minimum": 0}
_FLAG: Mapping[str, Any] = {"type": "boolean"}
_TEXTS: Mapping[str, Any] = {"type": "array", "items": TEXT}


def schemas() -> dict[str, Any]:
    """Each body by name: `<table>_row` and `<table>` for the tables, and the others."""
    found: dict[str, Any] = {}
    for table, columns in TABLES.items():
        found[f"{table}_row"] = _record(**{name: _column(c) for name, c in columns.items()})
        found[table] = _record(
            data_version={**TEXT, "description": "names the state of the data"},
            total={**_COUNT, "description": "rows selected, before limit and offset"},
            query={
                "type": "object",
                "additionalProperties": _TEXTS,
                "description": "the parameters as they were read",
            },
            ignored={**_TEXTS, "description": "names of parameters not used here"},
            rows=_list(ref("schemas", f"{table}_row")),
        )
    return {
        **found,
        "error": _record(error={**TEXT, "description": "one sentence"}),
        "unavailable": _record(
            status={"const": "unavailable"}, version=TEXT, error=TEXT, last_problem=_MAYBE
        ),
        "waiting": _record(status={"enum": ["loading", "draining"]}),
        "ready": _record(status={"const": "ready"}, data_version=TEXT),
        "health": _record(
            status={"enum": ["ok", "incomplete", "stale"]},
            version={**TEXT, "description": "of the code"},
            data_version=TEXT,
            loaded_at={**TEXT, "format": "date-time"},
            stale=_FLAG,
            records=_record(**dict.fromkeys(TABLES, _COUNT)),
            errors=_COUNT,
            warnings=_COUNT,
            last_problem=_MAYBE,
        ),
        "schema": _schema(),
        **_agreed_language(),
    }


DRAFT_ROW = {
    "line": "which of the pasted lines, from 1",
    "place": "the line within the draft",
    "number": "its number as written",
    "part": "preambular, operative or annex, as far as the line tells",
    "text": "the line, without its number",
    "verb": "how the line opens",
    "cites": "symbols that the line and its footnotes cite",
    "footnotes": "the footnotes of the line, each after its mark",
    "rank": "1 is the nearest",
    "id": "the adopted paragraph; null where nothing is near",
    "symbol": "its text",
    "likeness": "how alike line and paragraph are, 0 to 1",
    "relation": "identical; editorial: joining words and punctuation differ; reworded; new",
    "move": "what the line is to the paragraph: stronger, softer, softened, unsoftened; null: none",
    "why": "what makes it so",
    "softeners_gained": "softening words the line has and the paragraph lacks",
    "softeners_lost": "those the paragraph has and the line lacks",
    "adopted_verb": "how the paragraph opens",
    "date": "adoption of the text",
    "outcome": "how it was decided",
    "yes": "votes in favour of it",
    "no": "against",
    "abstain": "abstaining",
    "sponsors": "States that sponsored it in their own name",
    "explained": "statements that name the paragraph",
    "dissociated": "statements that leave the consensus on it, or on its whole text",
    "requests": "what it asked for, by id",
    "statuses": "what became of each of these",
    "first": "the first text on record with a line like it",
    "first_date": "its adoption",
    "texts": "how many texts on record have one",
}
"""The columns of what agreed language answers, and what they mean."""
_DTYPES: Mapping[str, Mapping[str, Any]] = {
    "str": _MAYBE,
    "Int64": {"type": ["integer", "null"]},
    "Float64": {"type": ["number", "null"]},
    "object": _TEXTS,
}


def _agreed_language() -> dict[str, Any]:
    """The body of a draft, and what it is answered with."""
    row = {
        name: {**_DTYPES[dtype], "description": DRAFT_ROW[name]} for name, dtype in COLUMNS.items()
    }
    row["likeness"] |= {"minimum": 0, "maximum": 1}
    row["relation"] = {**TEXT, "enum": list(RELATIONS), "description": DRAFT_ROW["relation"]}
    return {
        "draft": {
            "type": "object",
            "required": ["text"],
            "properties": {
                "text": {
                    **TEXT,
                    "description": "a text or lines, in English or Chinese; at least a word",
                    "pattern": "[0-9A-Za-z\u4e00-\u9fff]",
                },
                "language": {"enum": ["en", "zh", None], "description": "as the words tell"},
                "limit": {
                    "type": ["integer", "null"],
                    "minimum": 1,
                    "maximum": MOST,
                    "description": "paragraphs beside each line; 3 unless given",
                },
                "without": {
                    "type": ["array", "null"],
                    "items": TEXT,
                    "description": "symbols of texts to leave out; A/RES/80: a whole session",
                },
            },
        },
        "agreed_language": _record(
            data_version=TEXT,
            language={"enum": ["en", "zh"]},
            balance={"type": "object", "additionalProperties": _COUNT},
            ignored=_TEXTS,
            rows=_list(_record(**row)),
        ),
    }


def ref(section: str, name: str) -> dict[str, str]:
    """A component of the document, by its section: schemas, parameters, responses, headers."""
    return {"$ref": f"#/components/{section}/{name}"}


def _schema() -> dict[str, Any]:
    column = _record(name=TEXT, kind=TEXT, type=TEXT, about=TEXT, vocabulary=_MAYBE)
    parameter = _record(
        name=TEXT,
        repeats=_FLAG,
        excludes=_FLAG,
        takes_unknown=_FLAG,
        acts_on={"type": "object", "additionalProperties": _MAYBE},
        codes={"type": ["array", "null"], "items": TEXT},
    )
    tables = _record(**dict.fromkeys(TABLES, _list(column)))
    return _record(data_version=TEXT, tables=tables, parameters=_list(parameter))


def _record(**properties: Mapping[str, Any]) -> dict[str, Any]:
    """An object with exactly these properties."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _column(column: Column) -> dict[str, Any]:
    about = column.about + (f" (codes: {column.vocabulary})" if column.vocabulary else "")
    return {**_TYPES.get(column.kind, _MAYBE), "description": about}
