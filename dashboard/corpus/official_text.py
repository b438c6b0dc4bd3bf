"""The official text of paragraphs, where the user has attached it on this machine.

The text store is a folder of its own, outside the record and outside git: `data/` never holds
an official text. It may be empty, partly damaged or change while it is read; none of that is an
error for those who read here, they find less.
"""

from __future__ import annotations

import hashlib
import logging
import os
import stat
import threading
import time
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

import platformdirs

from dashboard.sources.official_text.text_file import (
    SUFFIX,
    OfficialText,
    file_name,
    read_stored,
)
from dashboard.symbols import LANGUAGES

log = logging.getLogger(__name__)
LOOK_EVERY = 2.0
"""Seconds between looks at what the folder holds."""
MOST = 64
"""Texts kept in memory; a search reads each once and keeps its own index."""

_Stamp = tuple[int, int]
_NOTHING: Mapping[str, str] = MappingProxyType({})


def official_text_folder() -> Path:
    """The folder named by DASHBOARD_TEXTS, or one in the user's data directory."""
    named = os.environ.get("DASHBOARD_TEXTS")
    if named:
        return Path(named).expanduser()
    return Path(platformdirs.user_data_dir("ai-governance-dashboard")) / "texts"


class OfficialTextStore:
    """Reads one folder of texts. Safe to call from any thread; nothing in it raises."""

    def __init__(self, folder: Path, *, most: int = MOST, look_every: float = LOOK_EVERY) -> None:
        self.folder = folder
        self._look_every = look_every
        self._read = lru_cache(maxsize=most)(self._load)
        self._listed: tuple[tuple[str, int, int], ...] = ()
        self._looked: float | None = None
        self._lock = threading.RLock()

    def paragraphs(self, symbol: str, language: str) -> Mapping[str, str]:
        """The official text of each paragraph by local id (`op6.e`), in printed order.

        Empty where no text is attached, or none that can be read. Pieces of a paragraph that
        a list parts stand on lines of their own.
        """
        text = self._of(symbol, language)
        return MappingProxyType(text.paragraphs) if text else _NOTHING

    def languages(self, symbol: str) -> tuple[str, ...]:
        """The languages in which a readable text of a document is attached."""
        names = {name for name, *_ in self._list()}
        present = (code for code in LANGUAGES if file_name(symbol, code) in names)
        return tuple(code for code in present if self._of(symbol, code))

    def has_any(self) -> bool:
        """Whether any text is attached."""
        return bool(self._list())

    def version(self) -> str:
        """A short name for what the folder holds now, part of the key of what is kept."""
        listed = self._list()
        return hashlib.sha256(repr(listed).encode()).hexdigest()[:10] if listed else "none"

    def _list(self) -> tuple[tuple[str, int, int], ...]:
        """Name, size and time of every text file, looked up again after a while."""
        with self._lock:
            now = time.monotonic()
            if self._looked is None or now - self._looked >= self._look_every:
                self._listed, self._looked = _listing(self.folder), now
            return self._listed

    def _of(self, symbol: str, language: str) -> OfficialText | None:
        name = file_name(symbol, language) if language in LANGUAGES else ""
        stamp = _stamp(self.folder / name) if name else None
        return self._read(name, symbol, stamp) if stamp else None

    def _load(self, name: str, symbol: str, stamp: _Stamp) -> OfficialText | None:
        """What a file gave when it had this size and time; None where it is damaged."""
        try:
            text = read_stored(self.folder / name)
            if text.symbol != symbol:
                raise ValueError(f"holds {text.symbol}, not {symbol}")
        except ValueError as error:
            log.warning("text left out: %s: %s", name, error)
            return None
        return text


def _stamp(path: Path) -> _Stamp | None:
    try:
        found = path.stat()
    except (OSError, ValueError):  # not there, not readable, or no possible file name
        return None
    return (found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None


def _listing(folder: Path) -> tuple[tuple[str, int, int], ...]:
    found = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                stem, dot, language = entry.name.removesuffix(SUFFIX).rpartition(".")
                if entry.name.endswith(SUFFIX) and dot and stem and language in LANGUAGES:
                    stamp = _stamp(Path(entry.path))
                    found += [(entry.name, *stamp)] if stamp else []
    except OSError:
        return ()
    return tuple(sorted(found))


@cache
def official_text_store() -> OfficialTextStore:
    """The text store of this process, over the folder named at its first use."""
    return OfficialTextStore(official_text_folder())


def reset() -> None:
    """Forget the store, so that the next use reads `DASHBOARD_TEXTS` again (for tests)."""
    official_text_store.cache_clear()
