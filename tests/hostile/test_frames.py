"""What no page sends over its websocket: a text ends the session, bytes are told by their kind."""

from __future__ import annotations

from typing import get_args

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from dashboard.server.budgets.page_messages import Sent, kind_of
from dashboard.server.operation.frames import ReadableFrames
from tests.hostile.inputs import FRAMES


def test_a_frame_is_handed_on_whole_or_ends_the_session():
    ended: list[int] = []

    async def page(websocket: WebSocket) -> None:
        await websocket.accept()
        try:
            await websocket.send_bytes(await websocket.receive_bytes())
        except WebSocketDisconnect as gone:
            ended.append(gone.code)

    routes = [WebSocketRoute("/stream", page)]
    client = TestClient(Starlette(routes=routes, middleware=[Middleware(ReadableFrames)]))
    texts = 0
    for frame in FRAMES:
        with client.websocket_connect("/stream") as socket:
            if isinstance(frame, str):
                socket.send_text(frame)
                texts += 1
            else:
                socket.send_bytes(frame)
                assert socket.receive_bytes() == frame
                assert kind_of(frame) in get_args(Sent)
    assert ended == [1003] * texts
    assert texts >= 4
