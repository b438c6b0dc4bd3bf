"""The machine-readable routes: the same selections as the pages, as JSON and CSV.

Every answer is made in a worker thread, so that a large one does not hold up the pages.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import get_args

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard.corpus import store
from dashboard.corpus.columns import TABLES
from dashboard.corpus.snapshot import NoDataError, Snapshot
from dashboard.server.answers import (
    Answer,
    Format,
    error,
    health_answer,
    no_data_answer,
    schema_answer,
    table_answer,
)
from dashboard.server.map_files import map_route

log = logging.getLogger(__name__)
Endpoint = Callable[[Request], Awaitable[Response]]
Ask = Callable[[Snapshot, Request], Answer]


def routes() -> list[Route]:
    """Every route; all are read-only, and a path under `/api` that is none of them is 404."""
    tables = [
        Route(f"/api/{table}.{form}", _endpoint(partial(_table, table, form)), methods=["GET"])
        for table in TABLES
        for form in get_args(Format)
    ]
    return [
        *tables,
        Route("/api/schema.json", _endpoint(_schema), methods=["GET"]),
        Route("/healthz", _endpoint(_health), methods=["GET"]),
        map_route(),
        Route("/api", _nothing_here),
        Route("/api/{path:path}", _nothing_here),
    ]


def _table(table: str, form: Format, snapshot: Snapshot, request: Request) -> Answer:
    held = request.headers.get("if-none-match")
    return table_answer(snapshot, table, form, request.query_params.multi_items(), held)


def _schema(snapshot: Snapshot, request: Request) -> Answer:
    return schema_answer(snapshot, request.headers.get("if-none-match"))


def _health(snapshot: Snapshot, request: Request) -> Answer:
    return health_answer(snapshot)


async def _nothing_here(request: Request) -> Response:
    known = ", ".join([*(f"/api/{table}.json" for table in TABLES), "/api/schema.json"])
    return _response(error(404, f"there is no such route; see {known}"))


def _endpoint(ask: Ask) -> Endpoint:
    async def answer(request: Request) -> Response:
        return _response(await run_in_threadpool(_asked, ask, request))

    return answer


def _asked(ask: Ask, request: Request) -> Answer:
    """The answer, or one that says no data is loaded; a fault of ours is logged, not shown."""
    try:
        return ask(store.current(), request)
    except NoDataError as missing:
        return no_data_answer(missing.problems)
    except Exception:
        log.exception("%s could not be answered", request.url.path)
        return error(500, "the answer could not be made; the server's log says why")


def _response(answer: Answer) -> Response:
    return Response(
        answer.text.encode() if answer.status != 304 else None,
        status_code=answer.status,
        headers=dict(answer.headers),
        media_type=answer.type,
    )
