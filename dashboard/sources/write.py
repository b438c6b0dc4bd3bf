"""Documents as YAML: one order of keys, one style, the same bytes for the same facts."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path
from typing import Any

import yaml

WIDTH = 100
_FLOW_CODES = re.compile(r"^[A-Z]{3}$")
# What some reader of YAML 1.1 or 1.2 would take for something other than text.
_AMBIGUOUS = re.compile(
    r"^(?:y|n|yes|no|on|off|true|false|null|~|[-+.\d].*|0[xob].*|\.(?:inf|nan))$", re.IGNORECASE
)


class _Dumper(yaml.CSafeDumper):
    """Never writes anchors, quotes what could be misread. The C emitter: five times as fast."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.CSafeDumper, value: str) -> yaml.ScalarNode:
    style = "'" if _AMBIGUOUS.match(value) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


def _list(dumper: yaml.CSafeDumper, value: list[Any]) -> yaml.SequenceNode:
    flow = all(isinstance(item, str) and _FLOW_CODES.match(item) for item in value)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=flow)


def _mapping(dumper: yaml.CSafeDumper, value: dict[str, Any]) -> yaml.MappingNode:
    flow = next(iter(value), None) == "at"  # an act: thousands of them, a line each
    return dumper.represent_mapping("tag:yaml.org,2002:map", value.items(), flow_style=flow)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(list, _list)
_Dumper.add_representer(dict, _mapping)


def to_yaml(document: dict[str, Any]) -> str:
    """The document as YAML, keys in their given order; keys without a value are left out.

    The last line is `...`: without it, a file cut short at a line end would look whole.
    """
    return yaml.dump(
        without_empty(document),
        Dumper=_Dumper,
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=WIDTH,
        explicit_end=True,
    )


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
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return True
