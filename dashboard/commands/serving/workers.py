"""Several processes kept going: started one after another, again where one ends, ended together."""

from __future__ import annotations

import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Final

LOOK_EVERY: Final = 0.2
RESTED: Final = 30.0
"""Seconds after which a process that ended is not held to have failed at its start."""
LONGEST_PAUSE: Final = 30.0
ENDS_WITHIN: Final = 15.0
"""Seconds beyond what it takes leave of its readers in, before it is ended by force."""


@dataclass
class Worker:
    """One process: how it is started, and where it says that it is ready, if it does."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    folder: Path | None = None
    ready_at: str | None = None
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    pause: float = 0.0
    """Seconds to wait before it is started again."""

    def start(self) -> None:
        """Start it, apart from the terminal: a key pressed there is told to us alone."""
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            self.command, cwd=self.folder, env=dict(self.environment), start_new_session=True
        )

    @property
    def runs(self) -> bool:
        """Whether it is running."""
        return self.process is not None and self.process.poll() is None

    def ready(self) -> bool:
        """Whether it may be sent readers, or has said for what reason it never will be."""
        if self.ready_at is None:
            return self.runs
        try:
            with urllib.request.urlopen(self.ready_at, timeout=5):
                return True
        except urllib.error.HTTPError as answer:
            return b"unavailable" in answer.read()  # no data: the pages say so to readers
        except OSError:
            return False

    def ask_to_end(self) -> None:
        """Send the signal to end, if it runs."""
        if self.runs and self.process:
            self.process.send_signal(signal.SIGTERM)

    def end(self, within: float) -> None:
        """Wait until it has ended, at most so long."""
        if self.process is None:
            return
        try:
            self.process.wait(max(within, 0.0))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@dataclass
class Supervisor:
    """Keeps workers going until it is told to end; `tell` is given a line on each change."""

    workers: Sequence[Worker]
    drain: float
    tell: Callable[[str], None]
    _ending: bool = False
    _renewing: bool = False
    _again: dict[str, float] = field(default_factory=dict)

    def run(self) -> None:
        """Start each once the one before is ready, then watch, until a signal to end.

        SIGUSR1 has each replaced in turn, the next one when the one before is ready again.
        """
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._end)
        signal.signal(signal.SIGUSR1, self._renew)
        try:
            for worker in self.workers:
                worker.start()
                self._until_ready(worker)
            while not self._ending:
                self._look()
                if self._renewing:
                    self._renewing = False
                    self._replace_each()
                time.sleep(LOOK_EVERY)
        finally:
            self._end_all()

    def _end(self, number: int, frame: FrameType | None) -> None:
        self._ending = True

    def _renew(self, number: int, frame: FrameType | None) -> None:
        self._renewing = True

    def _until_ready(self, worker: Worker) -> None:
        while not self._ending and not worker.ready():
            self._look()
            time.sleep(LOOK_EVERY)
        if not self._ending:
            self.tell(f"{worker.name} is ready")

    def _look(self) -> None:
        """Start again what has ended, after a pause that grows while it ends at once."""
        now = time.monotonic()
        for worker in self.workers:
            if worker.process is None or worker.runs:
                continue
            if worker.name not in self._again:
                failed = now - worker.started < RESTED
                worker.pause = min(max(worker.pause * 2, 1.0), LONGEST_PAUSE) if failed else 0.0
                self._again[worker.name] = now + worker.pause
                self.tell(f"{worker.name} ended ({worker.process.returncode}) and is started again")
            if now >= self._again[worker.name]:
                del self._again[worker.name]
                worker.start()

    def _replace_each(self) -> None:
        for worker in self.workers:
            if worker.ready_at is None or self._ending:
                continue
            worker.ask_to_end()
            worker.end(self.drain + ENDS_WITHIN)
            worker.start()
            self._until_ready(worker)

    def _end_all(self) -> None:
        for worker in self.workers:
            worker.ask_to_end()
        until = time.monotonic() + self.drain + ENDS_WITHIN
        for worker in self.workers:
            worker.end(until - time.monotonic())
