from __future__ import annotations

import importlib.util
import logging
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from dashboard.server.operation.frames import READER, UNREADABLE, ReadableFrames, in_one_line

FAULT = (ValueError, ValueError("x"), None)


def test_a_text_ends_the_session_and_bytes_go_through() -> None:
    ended: list[int] = []

    async def page(websocket: WebSocket) -> None:
        await websocket.accept()
        try:
            while True:
                await websocket.send_bytes(await websocket.receive_bytes())
        except WebSocketDisconnect as gone:
            ended.append(gone.code)

    async def file(_: object) -> PlainTextResponse:
        return PlainTextResponse("file")

    routes = [WebSocketRoute("/stream", page), Route("/file", file)]
    client = TestClient(Starlette(routes=routes, middleware=[Middleware(ReadableFrames)]))
    with client.websocket_connect("/stream") as socket:
        for message in (b"", b"\x00\xff"):
            socket.send_bytes(message)
            assert socket.receive_bytes() == message
        socket.send_text("")
    assert ended == [1003]
    assert client.get("/file").text == "file"


@pytest.mark.parametrize(("said", "kept"), [(UNREADABLE, None), ("another fault", FAULT)])
def test_only_what_cannot_be_read_loses_its_traceback(said: str, kept: object) -> None:
    record = logging.LogRecord(READER, logging.WARNING, "x.py", 1, said, (), FAULT)
    assert in_one_line(record)
    assert record.exc_info == kept


def test_the_installed_framework_says_so_in_these_words() -> None:
    found = importlib.util.find_spec(READER)
    assert found is not None
    source = Path(str(found.origin)).read_text(encoding="utf-8")
    assert f'_LOGGER.warning("{UNREADABLE}", exc_info=exc)' in source
    assert "get_logger(__name__)" in source
