"""Writing into the text store: a text whole or not at all, and its words into the index.

Folders of an older version hold a JSON file for each text: who opens a store to write takes those
in first, and deletes each once its text is safe.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from dashboard.sources.official_text.folding import FOLDING
from dashboard.sources.official_text.text_file import OfficialText, read_stored
from dashboard.sources.official_text.text_store import (
    FORMAT,
    PATIENCE,
    StoreError,
    check_format,
    json_files,
    read_connection,
    store_path,
    told,
)
from dashboard.sources.official_text.word_index import TOKENIZER, indexed

_SCHEMA = f"""
CREATE TABLE texts (
    id INTEGER PRIMARY KEY AUTOINCREMENT, symbol TEXT NOT NULL, language TEXT NOT NULL,
    name TEXT NOT NULL, sha256 TEXT NOT NULL, unplaced TEXT NOT NULL,
    UNIQUE (symbol, language)
);
CREATE TABLE paragraphs (
    id INTEGER PRIMARY KEY AUTOINCREMENT, text INTEGER NOT NULL, place TEXT NOT NULL,
    words TEXT NOT NULL,
    UNIQUE (text, place)
);
CREATE VIRTUAL TABLE word_index USING fts5(
    words, content='', columnsize=0, tokenize="{TOKENIZER}"
);
CREATE TABLE state (store TEXT NOT NULL, changes INTEGER NOT NULL, folding TEXT NOT NULL);
INSERT INTO state VALUES (hex(randomblob(8)), 0, '');
PRAGMA user_version = {FORMAT};
"""


class TextStore:
    """A store open for writing. Use `writing`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def put(self, text: OfficialText) -> bool:
        """Keep a text instead of what was held of it; True where that changes anything."""
        with self._changing() as database:
            held = _text(database, text.symbol, text.language)
            if held == text:
                return False
            _delete(database, text.symbol, text.language)
            unplaced = json.dumps(text.unplaced, ensure_ascii=False)
            added = database.execute(
                "INSERT INTO texts (symbol, language, name, sha256, unplaced) VALUES (?,?,?,?,?)",
                (text.symbol, text.language, text.name, text.sha256, unplaced),
            )
            for place, words in text.paragraphs.items():
                paragraph = database.execute(
                    "INSERT INTO paragraphs (text, place, words) VALUES (?,?,?)",
                    (added.lastrowid, place, words),
                )
                _index(database, int(paragraph.lastrowid or 0), words)
        return True

    def remove(self, symbol: str) -> list[str]:
        """Delete a document's texts, and their words from the index; the languages there were."""
        with self._changing() as database:
            rows = database.execute(
                "SELECT language FROM texts WHERE symbol = ? ORDER BY language", (symbol,)
            ).fetchall()
            for (language,) in rows:
                _delete(database, symbol, language)
            if rows:  # merged at once, so that no word of it stays behind in the index
                database.execute("INSERT INTO word_index (word_index) VALUES ('optimize')")
        return [language for (language,) in rows]

    def refold(self) -> None:
        """Write the index anew where words are folded in another way than when it was written."""
        with self._changing() as database:
            if database.execute("SELECT folding FROM state").fetchone() == (FOLDING,):
                return
            database.execute("INSERT INTO word_index (word_index) VALUES ('delete-all')")
            for paragraph, words in database.execute("SELECT id, words FROM paragraphs").fetchall():
                _index(database, paragraph, words)
            database.execute("UPDATE state SET folding = ?", (FOLDING,))

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        """All of a change or nothing; counted, so that readers see that there was one."""
        database = self._connection
        database.execute("BEGIN IMMEDIATE")
        try:
            before = database.total_changes
            yield database
            if database.total_changes > before:
                database.execute("UPDATE state SET changes = changes + 1")
            database.execute("COMMIT")
        except BaseException:
            if database.in_transaction:
                database.execute("ROLLBACK")
            raise


@contextmanager
def writing(folder: Path) -> Iterator[TextStore]:
    """The store of a folder, made where there is none, with what JSON files the folder has.

    Raises `StoreError` where it cannot be opened or written, whatever the body did.
    """
    path = store_path(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)) as database:
            database.execute("PRAGMA secure_delete = ON")
            _prepare(database)
            store = TextStore(database)
            store.refold()
            _take_in(store, folder)
            yield store
    except OSError as error:
        raise StoreError(f"{error.filename or folder}: {error.strerror}") from None
    except sqlite3.Error as error:
        raise StoreError(told(folder, error)) from None


def bring_up_to_date(folder: Path) -> None:
    """Take in JSON files, and index anew words that were folded in another way.

    Nothing is opened for writing where there is neither. Raises `StoreError`.
    """
    if any(json_files(folder)) or _folded_otherwise(folder):
        with writing(folder):
            pass


def _folded_otherwise(folder: Path) -> bool:
    try:
        with closing(read_connection(folder, 1.0)) as database:
            return bool(database.execute("SELECT folding FROM state").fetchone() != (FOLDING,))
    except sqlite3.Error:
        return False


def _prepare(database: sqlite3.Connection) -> None:
    database.execute("BEGIN IMMEDIATE")
    try:
        (objects,) = database.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if objects:
            check_format(database)
        else:
            for statement in _SCHEMA.split(";\n"):
                database.execute(statement)
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:
            database.execute("ROLLBACK")
        raise


def _take_in(store: TextStore, folder: Path) -> None:
    for path in json_files(folder):
        try:
            text = read_stored(path)
        except ValueError:
            continue  # stays where it is, and `held_texts` says why
        store.put(text)
        path.unlink(missing_ok=True)


def _index(database: sqlite3.Connection, paragraph: int, words: str) -> None:
    if tokens := indexed(words):
        database.execute("INSERT INTO word_index (rowid, words) VALUES (?,?)", (paragraph, tokens))


def _delete(database: sqlite3.Connection, symbol: str, language: str) -> None:
    """A text, its paragraphs, and from the index the very tokens that were written for them."""
    key = (symbol, language)
    rows = database.execute(
        "SELECT id, words FROM paragraphs WHERE text = "
        "(SELECT id FROM texts WHERE symbol = ? AND language = ?)",
        key,
    ).fetchall()
    for paragraph, words in rows:
        if tokens := indexed(words):
            database.execute(
                "INSERT INTO word_index (word_index, rowid, words) VALUES ('delete',?,?)",
                (paragraph, tokens),
            )
        database.execute("DELETE FROM paragraphs WHERE id = ?", (paragraph,))
    database.execute("DELETE FROM texts WHERE symbol = ? AND language = ?", key)


def _text(database: sqlite3.Connection, symbol: str, language: str) -> OfficialText | None:
    row = database.execute(
        "SELECT id, name, sha256, unplaced FROM texts WHERE symbol = ? AND language = ?",
        (symbol, language),
    ).fetchone()
    if row is None:
        return None
    places = database.execute(
        "SELECT place, words FROM paragraphs WHERE text = ? ORDER BY id", row[:1]
    )
    try:
        return OfficialText(
            symbol=symbol,
            language=language,
            name=row[1],
            sha256=row[2],
            paragraphs=dict(places.fetchall()),
            unplaced=json.loads(row[3]),
        )
    except ValueError:  # no text that this code has written: to be written anew
        return None
