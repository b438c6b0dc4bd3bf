"""The real server for a browser: started on a free port of this machine, ended by its own pid."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from dashboard.corpus.reading.parse_cache import default_path

ROOT = Path(__file__).parents[3]
HOST = "127.0.0.1"
_STARTED_WITHIN = 180.0
"""Seconds; a new machine with two busy cores reads the record meanwhile."""
_ENDED_WITHIN = 10.0


@dataclass(frozen=True)
class Dashboard:
    """A running server: where it listens, what it serves, its process and its log."""

    url: str
    data: Path
    process: subprocess.Popen[bytes]
    log: Path


def free_port() -> int:
    """A port nobody listens on at the moment."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(data: Path, scratch: Path, known: Path | None = None) -> Iterator[Dashboard]:
    """Run `streamlit run streamlit_app.py` over a data folder until the block ends.

    `scratch` takes the parse cache and the log; `known` is a parse cache to begin with. Raises
    `RuntimeError` with the log's end where the server does not come up.
    """
    port = free_port()
    log = scratch / "server.log"
    command = [sys.executable, "-m", "streamlit", "run", "streamlit_app.py"]
    options = [f"--server.port={port}", f"--server.address={HOST}"]
    cache = scratch / "cache"
    environment = os.environ | {"DASHBOARD_DATA": str(data), "XDG_CACHE_HOME": str(cache)}
    if known:
        place = cache / "ai-governance-dashboard" / default_path(data).name
        place.parent.mkdir(parents=True)
        shutil.copyfile(known, place)
    with log.open("wb") as written:
        process = subprocess.Popen(
            command + options, cwd=ROOT, env=environment, stdout=written, stderr=written
        )
    try:
        url = f"http://{HOST}:{port}"
        _wait_until_healthy(f"{url}/readyz", process, log)
        yield Dashboard(url, data, process, log)
    finally:
        process.terminate()
        try:
            process.wait(_ENDED_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(_ENDED_WITHIN)


def _wait_until_healthy(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + _STARTED_WITHIN
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(address, timeout=_STARTED_WITHIN) as answer:
                if answer.status == 200:
                    return
        except (URLError, TimeoutError, ConnectionError):
            time.sleep(0.2)
    end = log.read_text(errors="replace")[-2000:]
    raise RuntimeError(f"the server did not come up within {_STARTED_WITHIN:.0f} s:\n{end}")
