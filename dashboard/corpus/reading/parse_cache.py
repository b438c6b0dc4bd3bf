"""Parsed YAML on disk, keyed by content, so that a start reads only what has changed.

The cache holds plain JSON and is validated again after reading: whoever could write to it
could at most change data, never run code. A cache that cannot be read or written is no error.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import platformdirs

from dashboard.corpus.reading.yaml_reader import READER_VERSION
from dashboard.sources.write import write

_FORMAT = f"parsed-yaml-{READER_VERSION}"


def user_cache(data: Path, name: str, suffix: str) -> Path:
    """A file of this user's caches on this system, for one data folder: each has its own,
    because what one of them no longer uses is forgotten."""
    folder = hashlib.sha256(str(data.resolve()).encode()).hexdigest()[:10]
    caches = Path(platformdirs.user_cache_dir("ai-governance-dashboard"))
    return caches / f"{name}-{folder}{suffix}"


def default_path(data: Path) -> Path:
    """Where the parsed files of a data folder lie."""
    return user_cache(data, _FORMAT, ".json")


class ParseCache:
    """Parsed values by the SHA-256 of the bytes they came from.

    In memory only while data is read: of a whole Assembly they take as much as its records.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read: dict[str, Any] | None = None
        self._used: dict[str, Any] = {}
        self._new = False

    @property
    def _known(self) -> dict[str, Any]:
        if self._read is None:
            self._read = self._load()
        return self._read

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
        """Write what was used since the last save; files no longer in the data are forgotten.

        What could not be written stays in memory.
        """
        if self._new or len(self._used) != len(self._known):
            kept = json.dumps({"format": _FORMAT, "files": self._used}, ensure_ascii=False)
            try:
                write(self._path, kept)
            except OSError:
                self._read, self._used, self._new = self._used, {}, False
                return
        self._read, self._used, self._new = None, {}, False
