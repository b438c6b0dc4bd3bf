"""Large tables are written in a process of their own, so that no page waits for the interpreter.

`python -m dashboard.export.tables.apart` reads orders and rows (as Arrow) from its input and
writes the files. It has a lower priority than the pages, and ends by itself when it has had
nothing to do for a while, or when who started it is gone.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import select
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any, Literal

import pandas as pd
import pyarrow as pa

from dashboard.export.tables.rows import csv_text, json_text
from dashboard.export.tables.xlsx import Origin, workbook
from dashboard.words import InterfaceLanguage, words

Format = Literal["json", "csv", "xlsx"]
LONGEST = 300.0
"""Seconds that one file may take."""
IDLE = 60.0
"""Seconds without an order after which the process ends."""
_SIZE = 8
"""Bytes that say how long a part is."""
_ROOT = Path(__file__).resolve().parents[3]
_START = f"import sys; sys.path.insert(0, {str(_ROOT)!r}); from {__name__} import main; main()"


class NotWrittenError(RuntimeError):
    """The process ended before the file was whole."""


@dataclass(frozen=True)
class Order:
    """Which file of which table: what a JSON answer begins with, or where a workbook is from."""

    form: Format
    table: str
    language: InterfaceLanguage
    origin: Origin
    head: Mapping[str, Any] = field(default_factory=dict)

    def written(self, frame: pd.DataFrame) -> bytes:
        """The file of these rows, made here."""
        if self.form == "json":
            return json_text(self.head, frame, self.table).encode()
        if self.form == "csv":
            return csv_text(frame, self.table).encode()
        return workbook(frame, self.table, words(self.language), self.origin)

    def to_json(self) -> bytes:
        """As text, for another process."""
        return json.dumps(asdict(self), default=str).encode()

    @classmethod
    def from_json(cls, text: bytes) -> Order:
        """An order from its text."""
        read = json.loads(text)
        origin = {**read["origin"], "day": dt.date.fromisoformat(read["origin"]["day"])}
        return cls(**{**read, "origin": Origin(**origin)})


class Writer:
    """The other process, started when it is first needed; it writes one file after the other."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def written(self, order: Order, frame: pd.DataFrame) -> bytes:
        """The file of these rows, as `Order.written` makes it.

        Raises `NotWrittenError`.
        """
        rows = _arrow(frame)
        with self._lock:
            for process in (self._running(), None):
                try:
                    return self._asked(process or self._started(), order, rows)
                except BrokenPipeError:  # it had just ended for want of work
                    continue
        raise NotWrittenError("the process that writes large files does not start")

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            return self._started()
        return self._process

    def _started(self) -> subprocess.Popen[bytes]:
        self.close()
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-c", _START], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        return self._process

    def _asked(self, process: subprocess.Popen[bytes], order: Order, rows: bytes) -> bytes:
        assert process.stdin is not None
        assert process.stdout is not None
        late = threading.Timer(LONGEST, process.kill)
        late.start()
        try:
            _put(process.stdin, order.to_json())
            _put(process.stdin, rows)
            file = _got(process.stdout)
        finally:
            late.cancel()
        if not file:
            self.close()
            raise NotWrittenError(f"a {order.form} file of {order.table} was not written")
        return file


def _arrow(frame: pd.DataFrame) -> bytes:
    out = pa.BufferOutputStream()
    table = pa.Table.from_pandas(frame, preserve_index=False)
    with pa.ipc.new_stream(out, table.schema) as stream:
        stream.write_table(table)
    return bytes(out.getvalue())


def _put(pipe: IO[bytes], part: bytes) -> None:
    pipe.write(len(part).to_bytes(_SIZE, "big"))
    pipe.write(part)
    pipe.flush()


def _got(pipe: IO[bytes]) -> bytes:
    """The next part; nothing where the pipe ends before it is whole."""
    size = pipe.read(_SIZE)
    length = int.from_bytes(size, "big")
    part = pipe.read(length) if len(size) == _SIZE else b""
    return part if len(part) == length else b""


def main() -> None:
    """Write what is ordered until nothing more comes."""
    with suppress(AttributeError, OSError):
        os.nice(10)
    orders, files = sys.stdin.buffer, sys.stdout.buffer
    while select.select([orders], [], [], IDLE)[0]:
        order, rows = _got(orders), _got(orders)
        if not rows:
            return
        frame = pa.ipc.open_stream(rows).read_all().to_pandas()
        _put(files, Order.from_json(order).written(frame))
