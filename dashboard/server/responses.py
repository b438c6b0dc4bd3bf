"""What the routes answer: a snapshot and parameters in, status, headers and content out."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Any, Literal
from urllib.parse import urlencode

import pandas as pd
from starlette.requests import Request

from dashboard import __version__
from dashboard.analysis.paragraphs.hits import with_hits
from dashboard.analysis.selection.codes import allowed_codes
from dashboard.analysis.selection.parse_url import query_of
from dashboard.analysis.selection.query import Query
from dashboard.analysis.selection.select import page_of, select
from dashboard.corpus.official_text import official_text_store
from dashboard.corpus.reading.problems import Problem
from dashboard.corpus.records.fields import last_day
from dashboard.corpus.snapshot import Snapshot
from dashboard.export.contract.datapackage import datapackage
from dashboard.export.contract.openapi import openapi
from dashboard.export.contract.schema import schema
from dashboard.export.tables.apart import Format, Order
from dashboard.export.tables.xlsx import Origin
from dashboard.server.http_cache import CachedCopy, validators
from dashboard.words import LANGUAGES, words
from dashboard.words.languages import readers_language

Description = Literal["schema", "openapi", "datapackage"]
TYPES: Mapping[Format, str] = {
    "json": "application/json; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
LARGE = 40_000
"""Cells from which on a table is written apart from the pages, which would wait for it."""
_DEAR: Mapping[Format, int] = {"json": 1, "csv": 1, "xlsx": 8}
"""How much more work a cell is than in the others."""
Params = Sequence[tuple[str, str]]
_NOTHING_HELD = CachedCopy()


@dataclass(frozen=True)
class Asked:
    """A request: its parameters, the copy its client holds, its address, and that of the site."""

    parameters: Params = ()
    held: CachedCopy = _NOTHING_HELD
    link: str = ""
    site: str = ""

    @classmethod
    def of(cls, request: Request) -> Asked:
        """What a request asks for."""
        return cls(
            request.query_params.multi_items(),
            CachedCopy.of(request.headers),
            str(request.url.replace(query="")),
            str(request.base_url).rstrip("/"),
        )


@dataclass(frozen=True)
class Answer:
    """A response before it is sent. Of a `large` one the content is still to be written."""

    status: int
    content: str | bytes
    type: str = TYPES["json"]
    headers: Mapping[str, str] = field(default_factory=dict)
    large: tuple[Order, pd.DataFrame] | None = None

    @property
    def body(self) -> bytes:
        """What is sent; a large one is written here and now."""
        if self.large is not None:
            order, rows = self.large
            return order.written(rows)
        return self.content.encode() if isinstance(self.content, str) else self.content

    @property
    def text(self) -> str:
        """What is sent, where it is text."""
        return self.body.decode()


def table_answer(snapshot: Snapshot, asked: Asked, table: str, form: Format) -> Answer:
    """The selected rows of a table, or 400 for a value that cannot be read, or 304.

    `total` counts the selection before `limit` and `offset`. The statuses of requests are
    those of `as_of`, of its last day where it is no full date. A workbook says where it is from.
    """
    query = read_query(snapshot, asked.parameters, table)
    if query.unknown:
        return error(400, str(query.unknown[0]))
    headers = selection_headers(snapshot, query, table, form, query.ignored, asked.link)
    if asked.held.is_good(headers):
        return Answer(304, "", TYPES[form], headers)
    chosen = selected(snapshot, query, table)
    shown, say = page_of(chosen, query), words(readers_language(query.lang))
    if table == "paragraphs" and query.q:
        shown = with_hits(snapshot, say, shown, query.q)
    if form != "json":
        headers["Content-Disposition"] = f'attachment; filename="{table}-{snapshot.version}.{form}"'
    params = urlencode(query.to_params())
    own = f"{asked.link}?{params}" if params else asked.link
    origin = Origin(own, snapshot.version, snapshot.as_of, len(chosen))
    head = {
        "data_version": snapshot.version,
        "total": len(chosen),
        "query": query.grouped(),
        "ignored": list(query.ignored),
    }
    order = Order(form, table, say.language, origin, head)
    if shown.size * _DEAR[form] >= LARGE:
        return Answer(200, "", TYPES[form], headers, large=(order, shown))
    return Answer(200, order.written(shown), TYPES[form], headers)


def read_query(snapshot: Snapshot, parameters: Params, table: str | None = None) -> Query:
    """What parameters ask of the data being served."""
    return query_of(snapshot, parameters, table)


def selection_headers(snapshot: Snapshot, query: Query, *asked: Any) -> dict[str, str]:
    """The headers of an answer made of the rows a query selects."""
    official_text = official_text_store().version() if query.q else None
    return validators(snapshot, *asked, query.to_params(), official_text=official_text)


def selected(snapshot: Snapshot, query: Query, table: str) -> pd.DataFrame:
    """The rows of a table that a query selects, as of the day it asks for."""
    dated = snapshot.on(last_day(query.as_of)) if query.as_of else snapshot
    return select(dated, table, query)


def description_answer(snapshot: Snapshot, asked: Asked, name: Description) -> Answer:
    """What is served, described: tables and parameters, routes (OpenAPI), or files (Frictionless).

    Each for the vocabularies of the data being served.
    """
    headers = validators(snapshot, name)
    if asked.held.is_good(headers):
        return Answer(304, "", headers=headers)
    codes = allowed_codes(snapshot.vocabularies, snapshot.states, snapshot.versions)
    described: dict[str, Any]
    if name == "schema":
        described = {"data_version": snapshot.version, **schema(codes)}
    elif name == "openapi":
        described = openapi(codes)
    else:
        described = datapackage(snapshot.version, snapshot.vocabularies)
    return Answer(200, _json(described), headers=headers)


def health_answer(snapshot: Snapshot, asked: Asked) -> Answer:
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


def too_much(wait: float) -> Answer:
    """429, when to come again, and why, in every language of the interface."""
    seconds = max(1, math.ceil(wait))
    spoken = (words(code)("notice.too_much", n=seconds) for code in LANGUAGES)
    refusal = error(429, " ".join(dict.fromkeys(spoken)))
    return replace(refusal, headers={**refusal.headers, "Retry-After": str(seconds)})


def told(problem: Problem) -> str:
    """A problem in one line. A file outside the data folder is named without its folders."""
    file = PurePath(problem.file)
    name = file.name if file.is_absolute() or ".." in file.parts else problem.file
    field_name = f" {problem.field}:" if problem.field else ""
    return f"{name}:{problem.line}:{field_name} {problem.message}"


def _json(body: Any) -> str:
    return json.dumps(body, ensure_ascii=False, allow_nan=False)
