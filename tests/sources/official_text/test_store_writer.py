"""The store takes a text whole or not at all, and takes in what an older version kept."""

from __future__ import annotations

import json
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from dashboard.corpus.official_text import OfficialTextStore
from dashboard.sources.official_text import store_writer
from dashboard.sources.official_text.folding import fold
from dashboard.sources.official_text.store_writer import bring_up_to_date, writing
from dashboard.sources.official_text.text_store import (
    FILE,
    StoreError,
    held_texts,
    sources_of,
    store_path,
)
from dashboard.sources.official_text.word_index import asked
from tests.invented.wordings import SHA256, wording

SYMBOL = "A/RES/90/1"


def put(folder: Path, language: str = "en", symbol: str = SYMBOL, **paragraphs: str) -> bool:
    with writing(folder) as store:
        return store.put(wording(symbol, language, paragraphs))


def finding(folder: Path, needle: str) -> int:
    with closing(sqlite3.connect(store_path(folder))) as database:
        match = "SELECT count(*) FROM word_index WHERE word_index MATCH ?"
        return int(database.execute(match, (asked([needle]),)).fetchone()[0])


def older_file(folder: Path, symbol: str = SYMBOL, **paragraphs: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{symbol.replace('/', '-')}.en.json"
    text = wording(symbol, "en", paragraphs).model_dump()
    path.write_text(json.dumps(text, ensure_ascii=False), encoding="utf-8")
    return path


def test_no_folder_holds_nothing_and_is_not_made(tmp_path: Path) -> None:
    bring_up_to_date(tmp_path / "none")
    assert held_texts(tmp_path / "none") == ([], [])
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("raw", [b"no store", b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_damaged_store_is_told_in_one_sentence_and_never_written_over(
    tmp_path: Path, raw: bytes
) -> None:
    store_path(tmp_path).write_bytes(raw)
    with pytest.raises(StoreError) as refused:
        put(tmp_path, op1="Sheep.")
    assert "cannot be used" in str(refused.value)
    assert str(refused.value).count("\n") == 0
    assert held_texts(tmp_path)[1] == [str(refused.value)]
    assert sources_of(tmp_path) == {}
    assert store_path(tmp_path).read_bytes() == raw


def test_a_store_of_another_format_is_refused(tmp_path: Path) -> None:
    put(tmp_path, op1="Sheep.")
    with closing(sqlite3.connect(store_path(tmp_path))) as database:
        database.execute("PRAGMA user_version = 9")
    with pytest.raises(StoreError, match="format 9; allowed: 1"):
        put(tmp_path, op1="Goats.")


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(StoreError, match="file"):
        put(tmp_path / "file", op1="Sheep.")


def test_a_symbol_with_quotes_and_an_empty_text_are_only_words(tmp_path: Path) -> None:
    strange = "A/RES/90/1'; DROP TABLE texts; --\""
    assert put(tmp_path, symbol=strange)
    assert put(tmp_path, symbol=strange, language="ar", op1="", op2="الأغنام")
    assert [(t.symbol, t.language, t.paragraphs) for t in held_texts(tmp_path)[0]] == [
        (strange, "ar", 2), (strange, "en", 0),
    ]  # fmt: skip
    assert finding(tmp_path, fold("الأغنام")) == 1


def test_a_text_is_replaced_whole_and_leaves_no_word_behind(tmp_path: Path) -> None:
    assert put(tmp_path, op1="Sheep.", op2="Shears.")
    assert not put(tmp_path, op1="Sheep.", op2="Shears.")
    assert put(tmp_path, op1="Goats.")
    assert (finding(tmp_path, " shear"), finding(tmp_path, " goat")) == (0, 1)
    with writing(tmp_path) as store:
        assert store.remove(SYMBOL) == ["en"]
        assert store.remove(SYMBOL) == []
    assert b"oats" not in store_path(tmp_path).read_bytes()
    assert held_texts(tmp_path) == ([], [])


def test_a_text_that_fails_half_way_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, op1="Sheep.", op2="Shears.")

    def fails(words: str) -> str:
        if "Wolves" in words:
            raise KeyboardInterrupt
        return words.casefold()

    with monkeypatch.context() as patch:
        patch.setattr(store_writer, "indexed", fails)
        with pytest.raises(KeyboardInterrupt):
            put(tmp_path, op1="Goats.", op2="Wolves.")
    assert dict(OfficialTextStore(tmp_path).paragraphs(SYMBOL, "en")) == {
        "op1": "Sheep.", "op2": "Shears.",
    }  # fmt: skip


def test_two_writers_take_turns_and_a_third_that_waits_too_long_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def many(language: str) -> None:
        for number in range(1, 9):
            put(tmp_path, language, f"A/RES/90/{number}", op1="Sheep.")

    writers = [threading.Thread(target=many, args=(code,)) for code in ("en", "fr")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len(sources_of(tmp_path)) == 16
    monkeypatch.setattr(store_writer, "PATIENCE", 0.05)
    with closing(sqlite3.connect(store_path(tmp_path), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another program is writing into it; try again"):
            put(tmp_path, op1="Goats.")
        assert len(sources_of(tmp_path)) == 16, "who reads is not kept waiting"


def test_files_of_an_older_version_are_taken_in_and_damaged_ones_stay(tmp_path: Path) -> None:
    older_file(tmp_path, op1="Sheep.", pp1="Noting,")
    damaged = older_file(tmp_path, "A/RES/90/2", op1="Sheep.")
    damaged.write_text("{", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    bring_up_to_date(tmp_path)
    assert sources_of(tmp_path) == {(SYMBOL, "en"): SHA256}
    assert list(OfficialTextStore(tmp_path).paragraphs(SYMBOL, "en")) == ["op1", "pp1"]
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [
        damaged.name, "notes.txt", FILE,
    ]  # fmt: skip
    assert [line.split(":")[0] for line in held_texts(tmp_path)[1]] == [damaged.name]


def test_words_folded_in_another_way_are_indexed_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, op1="Sheep.")
    monkeypatch.setattr(store_writer, "FOLDING", "another")
    monkeypatch.setattr(store_writer, "indexed", lambda words: "goat")
    bring_up_to_date(tmp_path)
    assert (finding(tmp_path, " sheep"), finding(tmp_path, " goat")) == (0, 1)
