"""The wording of official texts, where the user has attached it on this machine.

The text store is a folder of its own, outside the record and outside git: `data/` never holds
wording. It may be empty, partly damaged or change while it is read; none of that is an error
for those who read here, they find less wording.
"""

from __future__ import annotations

import hashlib
import logging
import os
import stat
import threading
import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import platformdirs

from dashboard.sources.official_text.extraction import read_stored
from dashboard.sources.official_text.text_file import SUFFIX, StoredText, file_name
from dashboard.symbols import LANGUAGES

log = logging.getLogger(__name__)
LOOK_EVERY = 2.0
"""Seconds between looks at what the folder holds."""
MOST = 64
"""Texts kept in memory; a search reads each once and keeps its own index."""

_Stamp = tuple[int, int]


@dataclass(frozen=True)
class _Read:
    """What a file gave when it had this size and time; None where it was damaged."""

    stamp: _Stamp
    text: StoredText | None
    wording: Mapping[str, str]


_NOTHING: Mapping[str, str] = MappingProxyType({})


def texts_folder() -> Path:
    """The folder named by DASHBOARD_TEXTS, or one in the user's data directory."""
    named = os.environ.get("DASHBOARD_TEXTS")
    if named:
        return Path(named).expanduser()
    return Path(platformdirs.user_data_dir("ai-governance-dashboard")) / "texts"


class TextStore:
    """Reads one folder of texts. Safe to call from any thread; nothing in it raises."""

    def __init__(self, folder: Path, *, most: int = MOST, look_every: float = LOOK_EVERY) -> None:
        self.folder = folder
        self._most = most
        self._look_every = look_every
        self._read: OrderedDict[str, _Read] = OrderedDict()
        self._listed: tuple[tuple[str, int, int], ...] = ()
        self._looked: float | None = None
        self._lock = threading.RLock()

    def wording(self, symbol: str, language: str) -> Mapping[str, str]:
        """The wording of each paragraph by local id (`op6.e`), in printed order.

        Empty where no text is attached, or none that can be read. Pieces of a paragraph that
        a list parts stand on lines of their own.
        """
        return self._of(symbol, language).wording

    def unplaced(self, symbol: str, language: str) -> tuple[str, ...]:
        """The paragraphs of a translation that align with none of the record, in printed order."""
        text = self._of(symbol, language).text
        return tuple(text.unplaced) if text else ()

    def source(self, symbol: str, language: str) -> tuple[str, str] | None:
        """Name and SHA-256 of the official file the wording was read from."""
        text = self._of(symbol, language).text
        return (text.name, text.sha256) if text else None

    def languages(self, symbol: str) -> tuple[str, ...]:
        """The languages in which a readable text of a document is attached."""
        names = {name for name, *_ in self._list()}
        present = (code for code in LANGUAGES if file_name(symbol, code) in names)
        return tuple(code for code in present if self._of(symbol, code).text)

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

    def _of(self, symbol: str, language: str) -> _Read:
        name = file_name(symbol, language) if language in LANGUAGES else ""
        stamp = _stamp(self.folder / name) if name else None
        if stamp is None:
            return _Read((0, 0), None, _NOTHING)
        with self._lock:
            kept = self._read.get(name)
            if kept is None or kept.stamp != stamp:
                kept = self._load(name, stamp, symbol)
                self._read[name] = kept
                if len(self._read) > self._most:
                    self._read.popitem(last=False)
            self._read.move_to_end(name)
            return kept

    def _load(self, name: str, stamp: _Stamp, symbol: str) -> _Read:
        try:
            text = read_stored(self.folder / name)
            if text.symbol != symbol:
                raise ValueError(f"holds {text.symbol}, not {symbol}")
        except ValueError as error:
            log.warning("text left out: %s: %s", name, error)
            return _Read(stamp, None, _NOTHING)
        return _Read(stamp, text, MappingProxyType(text.paragraphs))


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


_texts: TextStore | None = None
_creating = threading.Lock()


def texts() -> TextStore:
    """The text store of this process, over the folder `texts_folder()` names at its first use."""
    global _texts
    if _texts is None:
        with _creating:
            if _texts is None:
                _texts = TextStore(texts_folder())
    return _texts


def reset() -> None:
    """Forget the store, so that the next use reads `DASHBOARD_TEXTS` again (for tests)."""
    global _texts
    _texts = None
