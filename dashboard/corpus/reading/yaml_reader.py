"""A strict reader for the record's YAML.

PyYAML's own loaders turn `NO` into False, `12:30` into 750 and a repeated key into its
last value, and a few hundred bytes of merge keys or brackets can stop or end the process.
This reader builds values straight from the event stream: nothing is composed, so nothing
can explode, and every value knows its line.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

import yaml

from dashboard.corpus.reading.problems import dotted, quoted

MAX_BYTES = 2_000_000
MAX_DEPTH = 12
MAX_VALUES = 400_000
READER_VERSION = "2"
"""Changed whenever the same bytes would be read differently: it keys the disk cache."""

Path = tuple[str | int, ...]
Lines = dict[Path, int]

_RESOLVER = yaml.resolver.Resolver()
"""What YAML 1.1 takes an unquoted scalar for; `yaml.safe_dump` quotes by the same table."""
_TEXT = {"str", "timestamp"}
_READ_AS = {"bool": "true or false", "int": "another number", "float": "another number"}
_INTEGER = re.compile(r"^(0|-?[1-9][0-9]{0,14})$")
_CONTROL = re.compile(
    "\r(?!\n)|[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd"
    "\U00010000-\U0010ffff]"
)
"""What YAML 1.1 allows in no file (its section 4.1), a byte order mark inside one, and the
line breaks that YAML 1.1 and 1.2, and people's editors, count differently."""
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
    return parse_yaml(path.read_bytes())[0]


def parse_yaml(raw: bytes, *, with_lines: bool = False) -> tuple[Any, Lines]:
    """Read bytes; with `with_lines`, also the line of every value by its path."""
    text = _decoded(raw)
    builder = _Builder(with_lines)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except yaml.YAMLError as error:
        raise _unreadable(error, text) from None
    if builder.root is None:
        raise UnreadableYamlError(1, "the file holds no record, only comments or a null")
    if not builder.ended:
        raise UnreadableYamlError(
            text.count("\n") + 1,
            "the file does not end with a line '...', so it may have been cut short; "
            "restore the rest, or add the line if nothing is missing",
        )
    return builder.root, builder.lines


def _decoded(raw: bytes) -> str:
    if len(raw) > MAX_BYTES:
        raise UnreadableYamlError(1, f"a file may have at most {MAX_BYTES} bytes")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise UnreadableYamlError(line, f"not UTF-8: byte 0x{raw[error.start]:02x}") from None
    if not text.strip():
        raise UnreadableYamlError(1, "the file is empty")
    control = _CONTROL.search(text, 1 if text[0] == "\ufeff" else 0)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        raise UnreadableYamlError(line, f"a control character, U+{ord(control[0]):04X}; remove it")
    marker = _CONFLICT_MARKER.search(text)
    if marker:
        line = text.count("\n", 0, marker.start()) + 1
        raise UnreadableYamlError(
            line, "an unresolved merge conflict; keep one side and remove the marks"
        )
    return text


def _unreadable(error: yaml.YAMLError, text: str) -> UnreadableYamlError:
    mark = getattr(error, "problem_mark", None)
    line = min(mark.line + 1, len(text.splitlines())) if mark else 1
    reason = getattr(error, "problem", None) or str(error).splitlines()[0]
    begun = getattr(error, "context_mark", None)
    within = f", in what begins on line {begun.line + 1}" if begun and begun.line + 1 < line else ""
    return UnreadableYamlError(line, f"not readable as YAML: {reason}{within}")


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


@lru_cache(maxsize=4096)
def _kind(plain: str) -> str:
    """The last word of the YAML tag an unquoted scalar has: str, int, bool, merge …"""
    tag: str = _RESOLVER.resolve(yaml.ScalarNode, plain, (True, False))  # type: ignore[no-untyped-call]
    return tag.rpartition(":")[2]


class _Builder:
    """Turns events into values without recursion."""

    def __init__(self, with_lines: bool) -> None:
        self.root: Any = None
        self.lines: Lines = {}
        self.ended = False
        """Whether a line `...` closed the record: only then nothing can be missing."""
        self._with_lines = with_lines
        self._open: list[dict[str, Any] | list[Any]] = []
        self._keys: list[str | None] = []
        self._key_line = 1
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
            self._key_line = _line(event)
            return
        plain = event.implicit[0] and not event.style
        self._place(self._value(event) if plain else event.value, event)
        self._next_key()

    def _key(self, container: dict[str, Any], event: yaml.ScalarEvent) -> str:
        key = str(event.value)
        if not event.style and _kind(key) not in _TEXT:
            raise self._refuse(event, f"the key {quoted(key)} is no text to YAML; put it in quotes")
        if key in container:
            raise self._refuse(
                event, f"the key {quoted(key)} stands twice in the same mapping", key
            )
        return key

    def _value(self, event: yaml.ScalarEvent) -> Any:
        text = event.value
        kind = _kind(text)
        if kind in _TEXT:
            return text
        if kind == "null":
            return None
        if text in ("true", "false"):
            return text == "true"
        if _INTEGER.match(text):
            return int(text)
        other = _READ_AS.get(kind, "a special sign")
        message = f"{quoted(text)} without quotes is read by YAML as {other}; put it in quotes"
        raise self._refuse(event, message)

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
        line = _line(event)
        if not self._open:
            self.root = value
        else:
            container = self._open[-1]
            if isinstance(container, dict):
                container[str(self._keys[-1])] = value
                line = self._key_line
            else:
                container.append(value)
        if self._with_lines:
            self.lines[self._path()] = line

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
        path = list(self._path())
        if self._open:
            inside = self._open[-1]
            last = len(inside) if isinstance(inside, list) else key or self._keys[-1]
            path[-1:] = [] if last is None else [last]
        return UnreadableYamlError(_line(event), message, dotted(path))
