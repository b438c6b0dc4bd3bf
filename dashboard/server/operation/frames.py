"""What comes over a page's websocket and is no message of a page: a line in the log, no traceback.

The framework closes such a socket itself, but takes a text for a fault of its own, and writes
fifty lines for every message it cannot read: who sends many would fill the log.
"""

from __future__ import annotations

import logging
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

READER: Final = "streamlit.web.server.starlette.starlette_websocket"
"""The framework's logger, and module, that tells of what it cannot read."""
UNREADABLE: Final = "Error deserializing back message"
_UNSUPPORTED = 1003


class ReadableFrames:
    """ASGI middleware: who sends a text, which no page does, is taken for gone."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        logging.getLogger(READER).addFilter(in_one_line)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the wrapped app does."""

        async def receive_bytes() -> Message:
            message = await receive()
            if message["type"] == "websocket.receive" and message.get("bytes") is None:
                return {"type": "websocket.disconnect", "code": _UNSUPPORTED}
            return message

        await self._app(scope, receive_bytes if scope["type"] == "websocket" else receive, send)


def in_one_line(record: logging.LogRecord) -> bool:
    """A filter of the framework's log that keeps the line and drops the traceback."""
    if record.msg == UNREADABLE:
        record.exc_info = record.exc_text = None
    return True
