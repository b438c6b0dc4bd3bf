"""How much may be uploaded: one page takes a file, and any session could send others.

The framework bounds one file (`server.maxUploadSize`) and holds it in memory while its session
uses it. Here the files of one session, and of all together, are bounded over some minutes. No
name and nothing of a file is kept or logged.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

PATH = "/_stcore/upload_file/"
"""Where the framework takes files: `PATH` + the session + `/` + the file."""
FILE_BYTES = 5_500_000
"""Of one request: server.maxUploadSize and what a form adds."""
SESSION_FILES = 20
TOTAL_BYTES = 200_000_000
SPAN = 600.0
"""The seconds over which files of a session, and bytes of all, are counted."""


class BoundedUploads:
    """ASGI middleware that refuses uploads beyond the bounds: 411, 413 or 429 and one sentence."""

    def __init__(self, app: ASGIApp, clock: Callable[[], float] = time.monotonic) -> None:
        self._app = app
        self._clock = clock
        self._taken: deque[tuple[float, str, int]] = deque()
        self._lock = threading.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is no upload, or one within the bounds."""
        refusal = self._refusal(scope) if scope["type"] == "http" else None
        if refusal is None:
            await self._app(scope, receive, send)
            return
        status, sentence = refusal
        await JSONResponse({"error": sentence}, status)(scope, receive, send)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        _, upload, rest = scope["path"].partition(PATH)
        if not upload or scope["method"] not in ("PUT", "POST"):
            return None
        length = dict(scope["headers"]).get(b"content-length", b"").decode("latin-1")
        if not length.isdecimal():
            return 411, "an upload must say how long it is"
        if int(length) > FILE_BYTES:
            return 413, f"an upload has at most {FILE_BYTES:,} bytes"
        return self._counted(rest.partition("/")[0], int(length))

    def _counted(self, session: str, size: int) -> tuple[int, str] | None:
        with self._lock:
            now = self._clock()
            while self._taken and self._taken[0][0] <= now - SPAN:
                self._taken.popleft()
            files = sum(owner == session for _, owner, _ in self._taken)
            if files >= SESSION_FILES or sum(n for *_, n in self._taken) + size > TOTAL_BYTES:
                return 429, "too much was uploaded in the last minutes; try again later"
            self._taken.append((now, session, size))
        return None
