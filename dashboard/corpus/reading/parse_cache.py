"""Parsed YAML on disk, keyed by content, so that a start reads only what has changed.

The cache holds plain JSON and is validated again after reading: whoever could write to it
could at most change data, never run code. A cache that cannot be read or written is no error.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from pathlib import Path
from typing import Any

import platformdirs

from dashboard.corpus.reading.yaml_reader import READER_VERSION
from dashboard.sources.write import write

_FORMAT = f"parsed-yaml-{READER_VERSION}"


def default_path(data: Path) -> Path:
    """Where this user's cache of a data folder lives on this system: each folder has its own,
    because what one of them no longer uses is forgotten."""
    folder = hashlib.sha256(str(data.resolve()).encode()).hexdigest()[:10]
    caches = Path(platformdirs.user_cache_dir("ai-governance-dashboard"))
    return caches / f"{_FORMAT}-{folder}.json"


class ParseCache:
    """Parsed values by the SHA-256 of the bytes they came from."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: dict[str, Any] = self._load()
        self._used: dict[str, Any] = {}
        self._new = False

    def _load(self) -> dict[str, Any]:
        try:
            stored = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(stored, dict) or stored.get("format") != _FORMAT:
            return {}
        files = stored.get("files")
        return files if isinstance(files, dict) else {}

    def get(self, sha256: str) -> Any:
        """The parsed values of these bytes, or None."""
        values = self._known.get(sha256)
        if values is not None:
            self._used[sha256] = values
        return values

    def put(self, sha256: str, values: Any) -> None:
        """Remember what these bytes hold."""
        self._known[sha256] = values
        self._used[sha256] = values
        self._new = True

    def save(self) -> None:
        """Write what was used since the last save; files no longer in the data are forgotten."""
        if self._new or len(self._used) != len(self._known):
            kept = json.dumps({"format": _FORMAT, "files": self._used}, ensure_ascii=False)
            with contextlib.suppress(OSError):
                write(self._path, kept)
        self._known, self._used, self._new = self._used, {}, False
