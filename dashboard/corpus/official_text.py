"""The official text of paragraphs, where the user has attached it on this machine.

The text store is a file of its own, outside the record and outside git: `data/` never holds an
official text. It may be missing, damaged, locked or change while it is read; none of that is an
error for those who read here: they find less, and the log says why. Words stay in the file until
they are asked for.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import sqlite3
import stat
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from queue import Empty, LifoQueue
from types import MappingProxyType
from typing import Any

import platformdirs

from dashboard.sources.official_text.store_writer import bring_up_to_date
from dashboard.sources.official_text.text_store import StoreError, read_connection, store_path, told

log = logging.getLogger(__name__)
LOOK_EVERY = 2.0
"""Seconds between looks at whether the store has changed, and for which a broken one is left."""
MOST = 64
"""Texts kept in memory."""
_PATIENCE = 2.0
"""Seconds a reader waits while a text is written, which takes some thousandths of one."""
_NOTHING: Mapping[str, str] = MappingProxyType({})
_OF_A_TEXT = (
    "SELECT place, words FROM paragraphs JOIN texts ON texts.id = text"
    " WHERE symbol = ? AND language = ? ORDER BY paragraphs.id"
)
_OF_PARAGRAPHS = (
    "SELECT symbol, place, language, words FROM json_each(?)"
    " JOIN texts ON symbol = json_extract(value, '$[0]')"
    " JOIN paragraphs ON text = texts.id AND place = json_extract(value, '$[1]') ORDER BY language"
)
_OF_NUMBERS = (
    "SELECT paragraphs.id, words FROM json_each(?) JOIN paragraphs ON paragraphs.id = value"
)
_NAMED = "SELECT paragraphs.id, symbol, place FROM paragraphs JOIN texts ON texts.id = text"


def official_text_folder() -> Path:
    """The folder named by DASHBOARD_TEXTS, or one in the user's data directory."""
    named = os.environ.get("DASHBOARD_TEXTS")
    if named:
        return Path(named).expanduser()
    return Path(platformdirs.user_data_dir("ai-governance-dashboard")) / "texts"


class OfficialTextStore:
    """Reads the store of one folder. Safe to call from any thread; nothing in it raises."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._paragraphs = lru_cache(maxsize=MOST)(self._read)
        self._connections: LifoQueue[tuple[object, sqlite3.Connection]] = LifoQueue()
        self._file: object = None
        self._version: str | None = None
        """None where no text is attached."""
        self._looked: float | None = None
        self._problem: str | None = None
        self._lock = threading.RLock()

    def paragraphs(self, symbol: str, language: str) -> Mapping[str, str]:
        """The official text of each paragraph by local id (`op6.e`), in printed order.

        Empty where no text is attached, or none that can be read. Pieces of a paragraph that
        a list parts stand on lines of their own.
        """
        version = self._look()
        if version is None:
            return _NOTHING
        try:
            return self._paragraphs(symbol, language, version)
        except StoreError:
            return _NOTHING

    def held(self) -> frozenset[tuple[str, str]]:
        """The symbol and language of each text attached."""
        return frozenset(self._rows("SELECT symbol, language FROM texts"))

    def languages(self, symbol: str) -> tuple[str, ...]:
        """The languages in which the text of a document is attached."""
        asked = "SELECT language FROM texts WHERE symbol = ? ORDER BY language"
        return tuple(language for (language,) in self._rows(asked, symbol))

    def wordings(self, ids: Sequence[str]) -> Mapping[str, Mapping[str, str]]:
        """What each of some paragraphs says by language; no more of their texts is read."""
        found: dict[str, dict[str, str]] = {}
        places = json.dumps([name.partition("#")[::2] for name in ids])
        for symbol, place, language, words in self._rows(_OF_PARAGRAPHS, places):
            found.setdefault(f"{symbol}#{place}", {})[language] = words
        return found

    def has_any(self) -> bool:
        """Whether any text is attached."""
        return self._look() is not None

    def version(self) -> str:
        """A short name for what the store holds now, part of the key of what is kept."""
        return self._look() or "none"

    def problem(self) -> str | None:
        """Why a store that is there cannot be read, in one sentence; None where it can."""
        self._look()
        return self._problem

    def named(self) -> list[tuple[int, str, str]]:
        """Every paragraph attached in whatever language: its number here, symbol and local id."""
        return self._rows(_NAMED)

    def having(self, asked: str, most: int = -1) -> list[int]:
        """The numbers of the paragraphs that an expression of `word_index.asked` finds."""
        if not asked:
            return []
        found = "SELECT rowid FROM word_index WHERE word_index MATCH ? LIMIT ?"
        return [number for (number,) in self._rows(found, asked, most)]

    def words(self, numbers: Iterable[int]) -> Mapping[int, str]:
        """What paragraphs say, by their numbers."""
        return dict(self._rows(_OF_NUMBERS, json.dumps(list(numbers))))

    def _read(self, symbol: str, language: str, _version: str) -> Mapping[str, str]:
        return MappingProxyType(dict(self._ask(_OF_A_TEXT, symbol, language)))

    def _rows(self, asked: str, *values: Any) -> list[Any]:
        """What the store answers; nothing where there is none or it cannot be read."""
        if self._look() is None:
            return []
        try:
            return self._ask(asked, *values)
        except StoreError:
            return []

    def _look(self) -> str | None:
        """The version of what the store holds, looked up again after a while; None for nothing."""
        with self._lock:
            now = time.monotonic()
            if self._looked is not None and now - self._looked < LOOK_EVERY:
                return self._version
            self._looked = now
            self._file = _identity(store_path(self.folder))
            self._version = None
            if self._file is None:
                self._problem = None
                return None
            try:
                [(store, changes, texts)] = self._ask(
                    "SELECT store, changes, EXISTS (SELECT 1 FROM texts) FROM state"
                )
            except (StoreError, ValueError):
                return None
            self._problem = None
            if texts:
                name = hashlib.sha256(f"{store} {changes}".encode()).hexdigest()
                self._version = name[:10]
            return self._version

    def _ask(self, asked: str, *values: Any) -> list[Any]:
        """The rows of a query. Raises `StoreError`, and nothing is asked until the next look."""
        try:
            file = self._file
            connection = self._connection(file)
            try:
                rows = connection.execute(asked, values).fetchall()
            except BaseException:
                connection.close()
                raise
            self._connections.put((file, connection))
            return rows
        except UnicodeError:  # half a pair of surrogates names nothing
            return []
        except sqlite3.Error as error:
            sentence = told(self.folder, error)
            with self._lock:
                if sentence != self._problem:
                    log.warning("no wording is shown: %s", sentence)
                self._problem, self._version = sentence, None
            raise StoreError(sentence) from None

    def _connection(self, file: object) -> sqlite3.Connection:
        """A connection to a file that nobody uses now."""
        while True:
            try:
                of, connection = self._connections.get_nowait()
            except Empty:
                return read_connection(self.folder, _PATIENCE)
            if of == file:
                return connection
            connection.close()


def _identity(path: Path) -> object:
    """What tells one file from another that took its place; None where there is none."""
    try:
        found = path.stat()
    except (OSError, ValueError):  # not there, not readable, or no possible name
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None


@cache
def official_text_store() -> OfficialTextStore:
    """The text store of this process, over the folder named at its first use.

    Texts in files of an older version are taken into it first.
    """
    folder = official_text_folder()
    try:
        bring_up_to_date(folder)
    except StoreError as error:
        log.warning("wording of an older version is not shown: %s", error)
    return OfficialTextStore(folder)


def reset() -> None:
    """Forget the store, so that the next use reads `DASHBOARD_TEXTS` again (for tests)."""
    official_text_store.cache_clear()
