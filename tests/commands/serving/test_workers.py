from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from dashboard.commands.serving.workers import Supervisor, Worker

SLEEP = (sys.executable, "-S", "-c", "import time; time.sleep(600)")
FAIL = (sys.executable, "-S", "-c", "raise SystemExit(3)")
TIMEOUT = 60


def supervised(workers: list[Worker], hear: Callable[[str], None]) -> list[str]:
    """What is told until `hear` has sent the signal to end; every process has ended then."""
    told: list[str] = []

    def tell(line: str) -> None:
        told.append(line)
        hear(line)

    numbers = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGUSR1)
    before = {number: signal.getsignal(number) for number in numbers}
    try:
        Supervisor(workers, 0.0, tell).run()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    assert not any(worker.runs for worker in workers)
    return told


def end() -> None:
    os.kill(os.getpid(), signal.SIGTERM)


def test_each_is_started_once_the_one_before_is_ready_and_all_end_together() -> None:
    workers = [Worker(name, SLEEP, os.environ) for name in ("one", "two")]
    seen: list[bool] = []

    def hear(line: str) -> None:
        seen.append(workers[1].runs)
        if line == "two is ready":
            end()

    assert supervised(workers, hear) == ["one is ready", "two is ready"]
    assert seen == [False, True]


def test_one_that_is_killed_is_started_again_and_the_other_is_left_alone() -> None:
    workers = [Worker(name, SLEEP, os.environ) for name in ("one", "two")]
    processes: list[subprocess.Popen[bytes] | None] = []

    def hear(line: str) -> None:
        if line == "two is ready":
            processes.extend(worker.process for worker in workers)
            assert workers[0].process
            workers[0].process.kill()
        elif line.startswith("one ended (-9)"):
            end()

    told = supervised(workers, hear)
    assert told[-1] == "one ended (-9) and is started again"
    assert workers[1].process is processes[1]


def test_one_that_ends_at_once_is_waited_for_longer_each_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: clock[0])
    worker = Worker("one", FAIL, os.environ)
    supervisor = Supervisor([worker], 0.0, lambda line: None)
    pauses = []
    for _ in range(7):
        worker.start()
        assert worker.process
        subprocess.Popen.wait(worker.process)
        supervisor._look()
        pauses.append(worker.pause)
        supervisor._again.clear()
    assert pauses == [1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0]
    clock[0] += 100  # it had run for long: what ended it is something new
    supervisor._look()
    assert worker.pause == 0.0


def test_the_signal_to_renew_replaces_each_that_says_when_it_is_ready() -> None:
    handler = type("Ready", (BaseHTTPRequestHandler,), {"do_GET": _ready, "log_message": _quiet})
    server = HTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}/readyz"
    workers = [
        Worker("one", SLEEP, os.environ, Path.cwd(), address),
        Worker("nginx", SLEEP, os.environ),
    ]
    before: list[subprocess.Popen[bytes] | None] = []

    def hear(line: str) -> None:
        if line == "nginx is ready":
            before.extend(worker.process for worker in workers)
            os.kill(os.getpid(), signal.SIGUSR1)
        elif before:
            end()

    told = supervised(workers, hear)
    server.shutdown()
    server.server_close()
    assert told == ["one is ready", "nginx is ready", "one is ready"]
    assert [worker.process is was for worker, was in zip(workers, before, strict=True)] == [
        False,
        True,
    ]


def _ready(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()


def _quiet(*_: object) -> None:
    return None


@pytest.mark.parametrize(
    ("status", "body", "ready"),
    [(200, b"", True), (503, b'{"status": "loading"}', False), (503, b'"unavailable"', True)],
)
def test_who_has_no_data_is_not_waited_for_for_ever(status: int, body: bytes, ready: bool) -> None:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        request.end_headers()
        request.wfile.write(body)

    handler = type("Asked", (BaseHTTPRequestHandler,), {"do_GET": answer, "log_message": _quiet})
    server = HTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.handle_request, daemon=True).start()
    worker = Worker("one", SLEEP, {}, None, f"http://127.0.0.1:{server.server_address[1]}/")
    assert worker.ready() is ready
    server.server_close()
    assert not Worker("one", SLEEP, {}, None, "http://127.0.0.1:9/").ready()
