"""The machine-readable routes: the same selections as the pages, as JSON, CSV and XLSX.

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
from starlette.routing import BaseRoute, Route

from dashboard.corpus import store
from dashboard.corpus.snapshot import NoDataError, Snapshot
from dashboard.corpus.tables.columns import TABLES
from dashboard.server.feeds import feed_routes
from dashboard.server.http_cache import CachedCopy
from dashboard.server.responses import (
    Answer,
    Description,
    Format,
    description_answer,
    error,
    health_answer,
    no_data_answer,
    table_answer,
)
from dashboard.server.static_files import file_routes

log = logging.getLogger(__name__)
Endpoint = Callable[[Request], Awaitable[Response]]
Ask = Callable[[Snapshot, Request], Answer]


def routes() -> list[BaseRoute]:
    """Every route; all are read-only, and a path under `/api` that is none of them is 404."""
    tables = [
        Route(f"/api/{table}.{form}", _endpoint(partial(_table, table, form)), methods=["GET"])
        for table in TABLES
        for form in get_args(Format)
    ]
    return [
        *tables,
        *(
            Route(f"/api/{name}.json", _endpoint(partial(_described, name)), methods=["GET"])
            for name in get_args(Description)
        ),
        *feed_routes(_endpoint),
        Route("/healthz", _endpoint(_health), methods=["GET"]),
        *file_routes(),
        Route("/api", _nothing_here),
        Route("/api/{path:path}", _nothing_here),
    ]


def _table(table: str, form: Format, snapshot: Snapshot, request: Request) -> Answer:
    asked = request.query_params.multi_items()
    link = str(request.url.replace(query=""))
    return table_answer(snapshot, table, form, asked, CachedCopy.of(request.headers), link=link)


def _described(name: Description, snapshot: Snapshot, request: Request) -> Answer:
    return description_answer(snapshot, name, CachedCopy.of(request.headers))


def _health(snapshot: Snapshot, request: Request) -> Answer:
    return health_answer(snapshot)


async def _nothing_here(request: Request) -> Response:
    described = (f"/api/{name}.json" for name in get_args(Description))
    known = ", ".join([*(f"/api/{table}.json" for table in TABLES), *described])
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
        answer.body if answer.status != 304 else None,
        status_code=answer.status,
        headers=dict(answer.headers),
        media_type=answer.type,
    )
