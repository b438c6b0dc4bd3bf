"""What the routes answer: a snapshot and parameters in, status, headers and text out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, Literal

from dashboard import __version__
from dashboard.analysis.codes import allowed_codes
from dashboard.analysis.parse import parse
from dashboard.analysis.query import Query
from dashboard.analysis.select import select, window
from dashboard.corpus.problems import Problem
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.texts import texts
from dashboard.export.rows import csv_text, json_rows
from dashboard.export.schema import schema

Format = Literal["json", "csv"]
_TYPES: Mapping[Format, str] = {
    "json": "application/json; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
}


@dataclass(frozen=True)
class Answer:
    """A response before it is sent."""

    status: int
    text: str
    type: str = _TYPES["json"]
    headers: Mapping[str, str] = field(default_factory=dict)


def table_answer(
    snapshot: Snapshot,
    table: str,
    form: Format,
    parameters: Iterable[tuple[str, str]],
    if_none_match: str | None = None,
) -> Answer:
    """The selected rows of a table, or 400 for a value that cannot be read, or 304.

    `total` counts the selection before `limit` and `offset`.
    """
    query = parse(parameters, allowed_codes(snapshot.vocabularies, snapshot.states), table)
    if query.unknown:
        return error(400, str(query.unknown[0]))
    headers = _cached(snapshot, table, form, query)
    if _holds(if_none_match, headers["ETag"]):
        return Answer(304, "", _TYPES[form], headers)
    chosen = select(snapshot, table, query)
    shown = window(chosen, query)
    if form == "csv":
        named = {"Content-Disposition": f'attachment; filename="{table}.csv"'}
        return Answer(200, csv_text(shown, table), _TYPES["csv"], {**headers, **named})
    body = {
        "data_version": snapshot.version,
        "total": len(chosen),
        "query": _grouped(query),
        "ignored": list(query.ignored),
        "rows": json_rows(shown, table),
    }
    return Answer(200, _json(body), headers=headers)


def schema_answer(snapshot: Snapshot, if_none_match: str | None = None) -> Answer:
    """Tables, columns and parameters of the data being served."""
    headers = _cached(snapshot, "schema", "json", Query())
    if _holds(if_none_match, headers["ETag"]):
        return Answer(304, "", headers=headers)
    described = schema(allowed_codes(snapshot.vocabularies, snapshot.states))
    return Answer(200, _json({"data_version": snapshot.version, **described}), headers=headers)


def health_answer(snapshot: Snapshot) -> Answer:
    """That data is served, which, and the worst problem known of the files on disk.

    `incomplete`: records with errors are left out. `stale`: the last good data is served
    because the files changed for the worse.
    """
    worst = next(iter((*snapshot.errors, *snapshot.warnings)), None)
    body = {
        "status": "stale" if snapshot.stale else "incomplete" if snapshot.errors else "ok",
        "version": __version__,
        "data_version": snapshot.version,
        "loaded_at": snapshot.loaded_at.isoformat(),
        "stale": snapshot.stale,
        "records": {name: len(snapshot.tables[name]) for name in snapshot.tables},
        "errors": len(snapshot.errors),
        "warnings": len(snapshot.warnings),
        "last_problem": told(worst) if worst else None,
    }
    return Answer(200, _json(body), headers={"Cache-Control": "no-store"})


def no_data_answer(problems: Iterable[Problem] = ()) -> Answer:
    """503: nothing can be served, and the first error that keeps it so."""
    worst = next((p for p in problems if p.severity == "error"), None)
    body = {
        "status": "unavailable",
        "version": __version__,
        "error": "no data is loaded",
        "last_problem": told(worst) if worst else None,
    }
    return Answer(503, _json(body), headers={"Cache-Control": "no-store"})


def error(status: int, sentence: str) -> Answer:
    """A refusal in one sentence."""
    return Answer(status, _json({"error": sentence}), headers={"Cache-Control": "no-store"})


def told(problem: Problem) -> str:
    """A problem in one line. A file outside the data folder is named without its folders."""
    file = PurePath(problem.file)
    name = file.name if file.is_absolute() or ".." in file.parts else problem.file
    field_name = f" {problem.field}:" if problem.field else ""
    return f"{name}:{problem.line}:{field_name} {problem.message}"


def _grouped(query: Query) -> dict[str, list[str]]:
    """The canonical parameters, each name with its values."""
    found: dict[str, list[str]] = {}
    for name, value in query.to_params():
        found.setdefault(name, []).append(value)
    return found


def _cached(snapshot: Snapshot, name: str, form: Format, query: Query) -> dict[str, str]:
    """Headers that let a client ask again cheaply, and nobody else keep a copy.

    The tag covers what shapes the text: data, code, table, query, what was ignored, and for a
    search the wording attached, which is searched too.
    """
    wording = texts().version() if query.q else ""
    asked = json.dumps([__version__, name, form, query.to_params(), query.ignored, wording])
    digest = hashlib.sha256(asked.encode()).hexdigest()[:16]
    return {"Cache-Control": "private, no-cache", "ETag": f'"{snapshot.version}-{digest}"'}


def _holds(if_none_match: str | None, tag: str) -> bool:
    """Whether a client's If-None-Match names the tag (RFC 9110, weak comparison)."""
    if not if_none_match:
        return False
    held = [part.strip().removeprefix("W/") for part in if_none_match.split(",")]
    return tag in held or "*" in held


def _json(body: Any) -> str:
    return json.dumps(body, ensure_ascii=False, allow_nan=False)
