"""The machine-readable routes: the same selections as the pages, as JSON, CSV and XLSX.

Every answer is made in a worker thread, and a large table in a process of its own, so that none
holds up the pages.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial
from typing import get_args

from starlette.concurrency import run_in_threadpool
from starlette.endpoints import HTTPEndpoint
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from dashboard.corpus import store
from dashboard.corpus.snapshot import NoDataError, Snapshot
from dashboard.corpus.tables.columns import TABLES
from dashboard.export.tables.apart import Format
from dashboard.server.agreed_language import MAX_BYTES, agreed_language_answer
from dashboard.server.assistants.route import assistant_routes
from dashboard.server.budgets.exports import EXPORTS, TooManyError
from dashboard.server.feeds import Calendar, calendar_answer, feed_answer
from dashboard.server.operation.readiness import READINESS, READY
from dashboard.server.responses import (
    Answer,
    Asked,
    Description,
    description_answer,
    error,
    health_answer,
    no_data_answer,
    table_answer,
    too_much,
)
from dashboard.server.static_files import file_routes

log = logging.getLogger(__name__)
PIECE = 1 << 16
"""Bytes of a body that are sent at once: a client that does not read holds no more of ours."""
ONE_DRAFT = asyncio.Semaphore(1)
"""Drafts are held against the record one after the other: two at once take both twice as long."""
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
        async with ONE_DRAFT:
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
        found = await run_in_threadpool(_answered, answering, request)
        if found.large is not None:
            found = await _written(found, request)
        return _response(found)

    return answer


async def _written(answer: Answer, request: Request) -> Answer:
    """The answer with its large file, or why it has none now."""
    try:
        return await EXPORTS.written(answer, request.scope)
    except TooManyError as refusal:
        return too_much(refusal.seconds)
    except Exception:
        log.exception("%s could not be written", request.url.path)
        return error(500, "the answer could not be made; the server's log says why")


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
    """What is sent: a long body in pieces, each when the client has taken the one before."""
    body = answer.body if answer.status != 304 else None
    headers = dict(answer.headers)
    if body is None or len(body) <= PIECE:
        return Response(body, answer.status, headers, answer.type)
    headers["Content-Length"] = str(len(body))
    return StreamingResponse(_pieces(body), answer.status, headers, answer.type)


async def _pieces(body: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(body), PIECE):
        yield body[start : start + PIECE]
