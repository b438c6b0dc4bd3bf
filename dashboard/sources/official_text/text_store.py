"""The texts attached on this machine: one SQLite file with an index of their words, as it is read.

SQLite comes with Python, finds words by FTS5, and lets other processes read while one writes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from dashboard.sources.official_text.text_file import read_stored

FILE = "official-texts.sqlite"
PATIENCE = 30.0
"""Seconds a writer waits for another."""
FORMAT = 1
"""Changes whenever ids or words are read differently: an older store must be filled again."""


class StoreError(Exception):
    """A store that cannot be read or written, in one sentence."""


@dataclass(frozen=True)
class Held:
    """A text of the store without its words."""

    symbol: str
    language: str
    sha256: str
    """Of the official file it was read from."""
    paragraphs: int
    unplaced: int


def store_path(folder: Path) -> Path:
    """Where the store of a folder lies."""
    return folder / FILE


def read_connection(folder: Path, patience: float) -> sqlite3.Connection:
    """A connection that only reads, for any thread. Raises `sqlite3.Error`, also without a file."""
    address = f"{store_path(folder).absolute().as_uri()}?mode=ro"
    found = sqlite3.connect(
        address, uri=True, timeout=patience, isolation_level=None, check_same_thread=False
    )
    try:
        check_format(found)
    except BaseException:
        found.close()
        raise
    return found


def check_format(connection: sqlite3.Connection) -> None:
    """Raises `sqlite3.DatabaseError` where a file is no store of this version."""
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    if found != FORMAT:
        raise sqlite3.DatabaseError(f"format {found}; allowed: {FORMAT}")


def told(folder: Path, error: Exception) -> str:
    """What is wrong with a store and what to do about it, in one sentence."""
    what = str(error).rstrip(".") or type(error).__name__
    if "locked" in what:
        return f"{store_path(folder)}: another program is writing into it; try again"
    return (
        f"{store_path(folder)}: cannot be used ({what}); if it is damaged, delete it and run "
        "`dashboard texts fetch` or `add` again"
    )


def held_texts(folder: Path) -> tuple[list[Held], list[str]]:
    """What a folder holds in the order of symbols, and a line for each text it cannot read."""
    problems = list(_damaged(folder))
    if not store_path(folder).exists():
        return [], problems
    try:
        with closing(read_connection(folder, PATIENCE)) as database:
            for (said,) in database.execute("PRAGMA quick_check(1)"):
                if said != "ok":
                    raise sqlite3.DatabaseError(said)
            rows = database.execute(
                "SELECT symbol, language, sha256, count(paragraphs.id), json_array_length(unplaced)"
                " FROM texts LEFT JOIN paragraphs ON paragraphs.text = texts.id"
                " GROUP BY texts.id ORDER BY symbol, language"
            ).fetchall()
    except sqlite3.Error as error:
        return [], [*problems, told(folder, error)]
    return [Held(*row) for row in rows], problems


def sources_of(folder: Path) -> Mapping[tuple[str, str], str]:
    """The SHA-256 of the official file of each text held, by symbol and language."""
    return {(text.symbol, text.language): text.sha256 for text in held_texts(folder)[0]}


def json_files(folder: Path) -> Iterator[Path]:
    """What may be texts as an older version kept them, a file each."""
    yield from sorted(folder.glob("*.*.json"))


def _damaged(folder: Path) -> Iterator[str]:
    for path in json_files(folder):
        try:
            read_stored(path)
        except ValueError as error:
            yield f"{path.name}: {error}"
