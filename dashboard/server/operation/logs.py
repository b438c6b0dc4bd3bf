"""Lines of JSON in place of lines of text, without anything that a reader typed.

An address is told by the route it belongs to, never with its query. Of an error its kind and
the lines of code are told, not its words, which may repeat what was asked; of a message of a
library its pattern, not what was put into it.
"""

from __future__ import annotations

import datetime as dt
import json
import logging
import os
import sys
import traceback
from pathlib import Path
from typing import Any, Final, TextIO

LOG: Final = "DASHBOARD_LOG"
"""The environment variable: `json`, or unset for the framework's lines of text."""
FIELDS: Final = "fields"
"""The attribute of a record with what else is to be told, by name."""
_OURS = "dashboard"
_CODE = Path(__file__).parents[3]


class JsonLines(logging.Formatter):
    """A record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Time, level, logger, message, and of an error its kind and where it came from."""
        ours = record.name.partition(".")[0] == _OURS
        told: dict[str, Any] = {
            "time": dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(
                timespec="milliseconds"
            ),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": (record.getMessage() if ours else str(record.msg)).strip(),
            **getattr(record, FIELDS, {}),
        }
        if record.exc_info and record.exc_info[1]:
            told |= _fault(record.exc_info[1])
        return json.dumps(told, ensure_ascii=False, default=str)


def _fault(error: BaseException) -> dict[str, Any]:
    """The kind of an error and of those behind it, and its lines of code, outermost first."""
    kinds: list[str] = []
    cause: BaseException | None = error
    while cause is not None and len(kinds) < 10:
        kinds.append(type(cause).__name__)
        cause = cause.__cause__ or cause.__context__
    frames = traceback.extract_tb(error.__traceback__)
    return {
        "error": kinds,
        "at": [f"{_named(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames],
    }


def _named(file: str) -> str:
    """A file of ours from the project on, another by its last two parts."""
    path = Path(file)
    return str(path.relative_to(_CODE) if path.is_relative_to(_CODE) else Path(*path.parts[-2:]))


class _ByTheRoot(logging.Logger):
    """A logger made later: whatever handlers its library gives it, it writes by the root's."""

    def callHandlers(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library's name
        self.root.callHandlers(record)


def wants_json() -> bool:
    """Whether the environment asks for JSON. Raises `ValueError` for any other form."""
    given = os.environ.get(LOG, "").strip()
    if given not in ("", "json"):
        raise ValueError(f"{LOG}: found {given!r}; allowed: json, or nothing for lines of text")
    return given == "json"


def write_json(stream: TextIO | None = None) -> None:
    """Let every logger, those of the libraries too, write lines of JSON to `stream` (stderr).

    Of libraries what is worth a warning. Nothing where the environment does not ask for it.
    """
    if not wants_json():
        return
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger(_OURS).setLevel(logging.INFO)
    for name in list(logging.root.manager.loggerDict):
        known = logging.getLogger(name)
        if known.handlers:  # without any it was silenced by its library
            known.handlers.clear()
            known.propagate = True
            known.setLevel(logging.WARNING)
    logging.setLoggerClass(_ByTheRoot)
