"""A strict reader for the record's YAML.

PyYAML's own loaders turn `NO` into False, `12:30` into 750 and a repeated key into its
last value, and a few hundred bytes of merge keys or brackets can stop or end the process.
This reader builds values straight from the event stream: nothing is composed, so nothing
can explode, and every value knows its line.
"""

from __future__ import annotations

import re
from pathlib import Path as FilePath
from typing import Any

import yaml

from dashboard.corpus.problems import quoted

MAX_BYTES = 2_000_000
MAX_DEPTH = 12
MAX_VALUES = 400_000
READER_VERSION = "1"
"""Changed whenever the same bytes would be read differently: it keys the disk cache."""

Path = tuple[str | int, ...]
Lines = dict[Path, int]

_NULLS = {"", "~", "null", "Null", "NULL"}
_TRUE, _FALSE = "true", "false"
_BOOLEAN_LIKE = re.compile(r"^(yes|no|on|off|true|false)$", re.IGNORECASE)
_INTEGER = re.compile(r"^(0|-?[1-9][0-9]{0,14})$")
_NUMBER_LIKE = re.compile(
    r"^[-+]?(0[0-7_]+|0x[0-9a-f_]+|0b[01_]+|[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?"
    r"|[0-9][0-9_]*\.[0-9_]*(e[-+]?[0-9]+)?|\.[0-9_]+|[0-9][0-9_]+|\.inf|\.nan)$",
    re.IGNORECASE,
)
_CONFLICT_MARKER = re.compile(r"^(<{7}|={7}|>{7})( |$)", re.MULTILINE)


class UnreadableYamlError(ValueError):
    """A file that cannot be read, with the line (from 1) and one sentence saying why."""

    def __init__(self, line: int, message: str, field: str = "") -> None:
        super().__init__(message)
        self.line = line
        self.message = message
        self.field = field


def read_yaml(path: FilePath) -> Any:
    """Read one file into dicts, lists, text, whole numbers, booleans and None.

    Raises `UnreadableYamlError` for anything ambiguous, oversized or cut short, and
    `OSError` where the file cannot be opened.
    """
    return parse(path.read_bytes())[0]


def parse(raw: bytes, *, with_lines: bool = False) -> tuple[Any, Lines]:
    """Read bytes; with `with_lines`, also the line of every value by its path."""
    text = _decoded(raw)
    builder = _Builder(with_lines)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except yaml.YAMLError as error:
        raise _unreadable(error) from None
    if not builder.ended:
        raise UnreadableYamlError(
            text.count("\n") + 1,
            "the file does not end with a line '...', so it may have been cut short; "
            "restore the rest, or add the line if nothing is missing",
        )
    return builder.root, builder.lines


def _decoded(raw: bytes) -> str:
    if len(raw) > MAX_BYTES:
        raise UnreadableYamlError(1, f"{len(raw)} bytes; a file may have at most {MAX_BYTES}")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise UnreadableYamlError(line, f"not UTF-8: byte 0x{raw[error.start]:02x}") from None
    if not text.strip():
        raise UnreadableYamlError(1, "the file is empty")
    marker = _CONFLICT_MARKER.search(text)
    if marker:
        line = text.count("\n", 0, marker.start()) + 1
        raise UnreadableYamlError(
            line, "an unresolved merge conflict; keep one side and remove the marks"
        )
    return text


def _unreadable(error: yaml.YAMLError) -> UnreadableYamlError:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else 1
    reason = getattr(error, "problem", None) or str(error).splitlines()[0]
    return UnreadableYamlError(line, f"not readable as YAML: {reason}")


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


class _Builder:
    """Turns events into values without recursion."""

    def __init__(self, with_lines: bool) -> None:
        self.root: Any = None
        self.lines: Lines = {}
        self.ended = False
        self._with_lines = with_lines
        self._open: list[dict[str, Any] | list[Any]] = []
        self._keys: list[str | None] = []
        self._documents = 0
        self._values = 0

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent():
                self._scalar(event)
            case yaml.MappingStartEvent():
                self._start({}, event)
            case yaml.SequenceStartEvent():
                self._start([], event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._open.pop()
                self._keys.pop()
                self._next_key()
            case yaml.AliasEvent():
                raise self._refuse(event, "aliases ('*name') are not allowed; write the value out")
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    raise self._refuse(event, "a second document ('---'); a file holds one record")
            case yaml.DocumentEndEvent():
                self.ended = bool(event.explicit)
            case _:
                pass

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._plain_only(event)
        container = self._open[-1] if self._open else None
        if isinstance(container, dict) and self._keys[-1] is None:
            self._keys[-1] = self._key(container, event)
            return
        plain = event.implicit[0] and not event.style
        self._place(self._value(event) if plain else event.value, event)
        self._next_key()

    def _key(self, container: dict[str, Any], event: yaml.ScalarEvent) -> str:
        key = str(event.value)
        if not event.style and (key == "<<" or _BOOLEAN_LIKE.match(key)):
            raise self._refuse(
                event, f"the key {key} is read differently by YAML readers; quote it"
            )
        if key in container:
            raise self._refuse(
                event, f"the key {quoted(key)} stands twice in the same mapping", key
            )
        return key

    def _value(self, event: yaml.ScalarEvent) -> Any:
        text = event.value
        if text in _NULLS:
            return None
        if text in (_TRUE, _FALSE):
            return text == _TRUE
        if _INTEGER.match(text):
            return int(text)
        if _BOOLEAN_LIKE.match(text):
            raise self._refuse(
                event,
                f"an unquoted {text} is read as true or false by YAML; write '{text}' in quotes",
            )
        if _NUMBER_LIKE.match(text):
            raise self._refuse(
                event,
                f"an unquoted {text} is read as another number by YAML; write '{text}' in quotes",
            )
        return text

    def _start(self, container: dict[str, Any] | list[Any], event: yaml.NodeEvent) -> None:
        self._plain_only(event)
        if len(self._open) >= MAX_DEPTH:
            raise self._refuse(event, f"nested deeper than {MAX_DEPTH} levels")
        inside = self._open[-1] if self._open else None
        if isinstance(inside, dict) and self._keys[-1] is None:
            raise self._refuse(event, "a mapping or list in place of a key")
        self._place(container, event)
        self._open.append(container)
        self._keys.append(None)

    def _place(self, value: Any, event: yaml.Event) -> None:
        self._values += 1
        if self._values > MAX_VALUES:
            raise self._refuse(event, f"more than {MAX_VALUES} values in one file")
        if not self._open:
            self.root = value
        else:
            container = self._open[-1]
            if isinstance(container, dict):
                container[str(self._keys[-1])] = value
            else:
                container.append(value)
        if self._with_lines:
            self.lines[self._path()] = _line(event)

    def _next_key(self) -> None:
        if self._open and isinstance(self._open[-1], dict):
            self._keys[-1] = None

    def _path(self) -> Path:
        steps: list[str | int] = []
        for container, key in zip(self._open, self._keys, strict=True):
            steps.append(str(key) if isinstance(container, dict) else max(len(container) - 1, 0))
        return tuple(steps)

    def _plain_only(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            raise self._refuse(event, "anchors ('&name') are not allowed; write the value out")
        tag = getattr(event, "tag", None)
        if tag not in (None, "!"):
            raise self._refuse(event, f"the tag {quoted(tag)} is not allowed")

    def _refuse(self, event: yaml.Event, message: str, key: str = "") -> UnreadableYamlError:
        steps = [str(k) for k in self._keys if k is not None]
        field = ".".join([*steps, key] if key else steps)
        return UnreadableYamlError(_line(event), message, field)
