"""The machine-readable routes: the same selections as the pages, as JSON, CSV and XLSX.

Every answer is made in a worker thread, so that a large one does not hold up the pages.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import get_args

from starlette.concurrency import run_in_threadpool
from starlette.endpoints import HTTPEndpoint
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from dashboard.corpus import store
from dashboard.corpus.snapshot import NoDataError, Snapshot
from dashboard.corpus.tables.columns import TABLES
from dashboard.server.agreed_language import MAX_BYTES, agreed_language_answer
from dashboard.server.assistants.route import assistant_routes
from dashboard.server.feeds import Calendar, calendar_answer, feed_answer
from dashboard.server.operation.readiness import READINESS, READY
from dashboard.server.responses import (
    Answer,
    Asked,
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
Answering = Callable[[Snapshot, Asked], Answer]


def routes() -> list[BaseRoute]:
    """Every route; none changes anything, and a path under `/api` that is none of them is 404."""
    answers: dict[str, Answering] = {
        f"/api/{table}.{form}": partial(table_answer, table=table, form=form)
        for table in TABLES
        for form in get_args(Format)
    }
    for name in get_args(Description):
        answers[f"/api/{name}.json"] = partial(description_answer, name=name)
    for name in get_args(Calendar):
        answers[f"/api/{name}.ics"] = partial(calendar_answer, name=name)
    answers |= {"/api/changes.atom": feed_answer, "/healthz": health_answer}
    return [
        *(Route(path, _endpoint(answer), methods=["GET"]) for path, answer in answers.items()),
        Route(READY, _ready, methods=["GET"]),
        Route("/api/agreed_language.json", AgreedLanguage),
        *file_routes(),
        *assistant_routes(),
        Route("/api", _nothing_here),
        Route("/api/{path:path}", _nothing_here),
    ]


async def _ready(_: Request) -> Response:
    return _response(await run_in_threadpool(READINESS.answer))


async def _nothing_here(request: Request) -> Response:
    described = (f"/api/{name}.json" for name in get_args(Description))
    known = ", ".join([*(f"/api/{table}.json" for table in TABLES), *described])
    return _response(error(404, f"there is no such route; see {known}"))


class AgreedLanguage(HTTPEndpoint):
    """Words in a body, never in an address: POST alone, and any other method is 405."""

    async def post(self, request: Request) -> Response:
        """The answer; of a body too long no more is read than shows that it is."""
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > MAX_BYTES:
                break
        return _response(await run_in_threadpool(_held_against_the_record, body))


def _held_against_the_record(body: bytes) -> Answer:
    """As `_answered`, but of a fault only the kind is logged: its text may hold what was pasted."""
    try:
        return agreed_language_answer(store.current(), body)
    except NoDataError as missing:
        return no_data_answer(missing.problems)
    except Exception as fault:
        log.error("a draft could not be held against the record: %s", type(fault).__name__)
        return error(500, "the answer could not be made; the server's log says why")


def _endpoint(answering: Answering) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        return _response(await run_in_threadpool(_answered, answering, request))

    return answer


def _answered(answering: Answering, request: Request) -> Answer:
    """The answer, or one that says no data is loaded; a fault of ours is logged, not shown."""
    try:
        return answering(store.current(), Asked.of(request))
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
