"""Documents as YAML: one order of keys, one style, the same bytes for the same facts."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

WIDTH = 100
_FLOW_CODES = re.compile(r"^[A-Z]{3}$")
# What some reader of YAML 1.1 or 1.2 would take for something other than text.
_AMBIGUOUS = re.compile(
    r"^(?:|=|<<|y|n|yes|no|on|off|true|false|null|~|[-+.\d].*|0[xob].*|\.(?:inf|nan))$",
    re.IGNORECASE,
)


_PLAIN, _QUOTED, _OTHER = (True, True), (False, True), (True, False)
"""Of a value without a tag: what it may be written as for readers to see text, or not text."""
_MAPPING = {flow: MappingStartEvent(None, None, True, flow_style=flow) for flow in (True, False)}
_LIST = {flow: SequenceStartEvent(None, None, True, flow_style=flow) for flow in (True, False)}
_MAPPING_END, _LIST_END = MappingEndEvent(), SequenceEndEvent()
_values = yaml.representer.SafeRepresenter()


@lru_cache(maxsize=4096)
def _text(value: str) -> ScalarEvent:
    if _AMBIGUOUS.match(value):
        return ScalarEvent(None, None, _QUOTED, value, style="'")
    return ScalarEvent(None, None, _PLAIN, value)


def _put(value: Any, events: list[Event]) -> None:
    """Add what writes a value. Given as events the emitter needs a third of the time that it needs
    for values, and writes no anchors."""
    if isinstance(value, str):
        events.append(_text(value))
    elif isinstance(value, dict):
        in_one_line = next(iter(value), None) == "at"  # an act: thousands of them
        events.append(_MAPPING[in_one_line])
        for key, item in value.items():
            _put(key, events)
            _put(item, events)
        events.append(_MAPPING_END)
    elif isinstance(value, list):
        codes = all(isinstance(item, str) and _FLOW_CODES.match(item) for item in value)
        events.append(_LIST[codes])
        for item in value:
            _put(item, events)
        events.append(_LIST_END)
    else:
        events.append(ScalarEvent(None, None, _OTHER, _values.represent_data(value).value))


def to_yaml(document: dict[str, Any]) -> str:
    """The document as YAML, keys in their given order; keys without a value are left out.

    The last line is `...`: without it, a file cut short at a line end would look whole.
    """
    events: list[Event] = [StreamStartEvent(), DocumentStartEvent(explicit=False)]
    _put(without_empty(document), events)
    events += [DocumentEndEvent(explicit=True), StreamEndEvent()]
    text: str = yaml.emit(events, Dumper=yaml.CSafeDumper, allow_unicode=True, width=WIDTH)
    return text


def without_empty(value: Any) -> Any:
    """Values without the keys, at any depth, under which nothing is said."""
    if isinstance(value, dict):
        kept = {key: without_empty(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if not _empty(item)}
    if isinstance(value, list):
        return [without_empty(item) for item in value]
    return value


def _empty(value: Any) -> bool:
    """Nothing said; a count of 0 is something said."""
    return value is None or value is False or value == [] or value == {}


def write(path: Path, text: str) -> bool:
    """Put text in a file at once or not at all; True where the file changed."""
    raw = text.encode("utf-8")
    if path.is_file() and path.read_bytes() == raw:
        return False
    put(path, [raw])
    return True


def put(path: Path, parts: Iterable[bytes]) -> None:
    """Put bytes, one part after the other, in a file at once or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(parts)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
