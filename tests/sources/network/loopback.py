"""A server on 127.0.0.1 that answers as a test says, badly as well."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = bytes | int | str | Callable[["Handler"], None]
"""A body; a status alone; where to go instead; or what is done with the connection."""


class Loopback(ThreadingHTTPServer):
    """Answers by path, one after another; the last of them again and again."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self.server_port}"
        self.answers: dict[str, list[Answer]] = {}
        self.asked: list[str] = []
        self.agents: set[str] = set()
        self.most = 0
        """Requests under way at the same time."""
        self.ended = threading.Event()
        self._under_way = 0
        self._lock = threading.Condition()

    def next(self, path: str) -> Answer:
        with self._lock:
            self.asked.append(path)
            left = self.answers.get(path.lstrip("/"), [404])
            return left.pop(0) if len(left) > 1 else left[0]

    def counted(self, change: int) -> None:
        with self._lock:
            if change > 0:  # who has its answer may ask again before that one is counted as over
                self._lock.wait_for(lambda: not self._under_way, timeout=0.1)
            self._under_way += change
            self.most = max(self.most, self._under_way)
            self._lock.notify_all()


class Handler(BaseHTTPRequestHandler):
    server: Loopback

    def do_GET(self) -> None:
        self.server.counted(1)
        self.server.agents.add(self.headers["User-Agent"])
        answer = self.server.next(self.path)
        try:
            self._give(answer)
        except OSError:  # whoever asked has gone
            self.close_connection = True
        finally:
            self.server.counted(-1)

    def do_HEAD(self) -> None:
        self.do_GET()

    def _give(self, answer: Answer) -> None:
        if callable(answer):
            answer(self)
            self.close_connection = True
            return
        body = answer if isinstance(answer, bytes) else b""
        self.send_response({bytes: 200, str: 301}.get(type(answer), answer))
        if isinstance(answer, str):
            self.send_header("Location", answer)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def dropped(handler: Handler) -> None:
    """Ends in the middle of the body."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<akomaNtoso>")


def silent(handler: Handler) -> None:
    """Says nothing at all."""
    handler.server.ended.wait(5)


def stalled(handler: Handler) -> None:
    """Says nothing more after the head."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    handler.server.ended.wait(5)


def dripping(start: bytes, piece: bytes) -> Callable[[Handler], None]:
    """A little of the same again and again, never silent for long."""

    def drip(handler: Handler) -> None:
        handler.wfile.write(start)
        until = time.monotonic() + 5
        while time.monotonic() < until and not handler.server.ended.wait(0.01):
            handler.wfile.write(piece)

    return drip


def sent(raw: bytes) -> Callable[[Handler], None]:
    """These very bytes, head included."""

    def send(handler: Handler) -> None:
        handler.wfile.write(raw)

    return send


@contextmanager
def loopback() -> Iterator[Loopback]:
    """The server, until the test ends."""
    server = Loopback()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.ended.set()
        server.shutdown()
        thread.join()
        server.server_close()
