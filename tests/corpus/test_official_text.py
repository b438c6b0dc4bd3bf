"""The text store as pages read it: less where something is wrong, never an error."""

from __future__ import annotations

import json
import logging
import os
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from dashboard.corpus import official_text
from dashboard.corpus.official_text import (
    OfficialTextStore,
    official_text_folder,
    official_text_store,
)
from dashboard.sources.official_text.store_writer import writing
from dashboard.sources.official_text.text_store import store_path
from dashboard.sources.official_text.word_index import asked
from tests.invented.wordings import wording

SYMBOL = "A/RES/90/1"
Put = Callable[..., None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "store"
    made.mkdir()
    return made


@pytest.fixture
def put(folder: Path) -> Put:
    def write(language: str = "en", symbol: str = SYMBOL, **words: str) -> None:
        with writing(folder) as store:
            store.put(wording(symbol, language, words))

    return write


@pytest.fixture
def looking(monkeypatch: pytest.MonkeyPatch) -> None:
    """The store is looked at each time it is asked."""
    monkeypatch.setattr(official_text, "LOOK_EVERY", 0.0)


def nothing(store: OfficialTextStore) -> bool:
    """Whether every question is answered as if no text were attached."""
    return (
        not store.has_any()
        and store.version() == "none"
        and store.languages(SYMBOL) == ()
        and dict(store.paragraphs(SYMBOL, "en")) == {}
        and store.named() == store.having(asked([" sheep"])) == []
        and dict(store.words([1])) == dict(store.wordings([f"{SYMBOL}#op1"])) == {}
    )


@pytest.mark.parametrize("name", ["missing", "a-file"])
def test_no_folder_is_an_empty_store(tmp_path: Path, name: str) -> None:
    (tmp_path / "a-file").write_text("x", encoding="utf-8")
    store = OfficialTextStore(tmp_path / name)
    assert nothing(store)
    assert store.problem() is None


@pytest.mark.parametrize(
    ("symbol", "language"),
    [
        ("", "en"), ("../../x", "en"), ("A\0B", "en"), ("A" * 5000, "en"), ("A/RES/90/9", "../en"),
        ("'; DROP TABLE texts; --", "en"), ("\ud800", "en"), ("A/RES/90/1", "\udfff"),
    ],
)  # fmt: skip
def test_a_hostile_name_finds_nothing(put: Put, folder: Path, symbol: str, language: str) -> None:
    put(op1="Sheep.")
    store = OfficialTextStore(folder)
    assert dict(store.paragraphs(symbol, language)) == {}
    assert store.languages(symbol) == (("en",) if symbol == SYMBOL else ())
    asked_for = [f"{symbol}#op1", f"{SYMBOL}#op1", SYMBOL, ""]
    assert dict(store.wordings(asked_for)) == {f"{SYMBOL}#op1": {"en": "Sheep."}}
    assert store.paragraphs(SYMBOL, "en")["op1"] == "Sheep."


@pytest.mark.parametrize("raw", [b"", b"{", b"\xff" * 5000, b"SQLite format 3\0" + b"\0" * 5000])
def test_a_damaged_store_is_told_once_and_holds_nothing(
    looking: None, put: Put, folder: Path, raw: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    store_path(folder).write_bytes(raw)
    store = OfficialTextStore(folder)
    with caplog.at_level(logging.WARNING):
        assert nothing(store)
        assert nothing(store)
    assert [record.message.split(":")[0] for record in caplog.records] == ["no wording is shown"]
    assert "run `dashboard texts fetch`" in str(store.problem())
    store_path(folder).unlink()
    put(op1="Sheep.")
    assert store.paragraphs(SYMBOL, "en")["op1"] == "Sheep."
    assert store.problem() is None


def test_a_store_that_breaks_while_it_is_read_holds_nothing(put: Put, folder: Path) -> None:
    put(op1="Sheep.")
    store = OfficialTextStore(folder)
    assert store.has_any()
    with closing(sqlite3.connect(store_path(folder))) as database:
        database.execute("DROP TABLE paragraphs")
    assert store.named() == []
    assert nothing(store)
    assert "no such table" in str(store.problem())


def test_a_locked_store_is_told_and_the_others_go_on(
    looking: None, put: Put, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(official_text, "_PATIENCE", 0.05)
    put(op1="Sheep.")
    store = OfficialTextStore(folder)
    with closing(sqlite3.connect(store_path(folder), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert nothing(store)
        assert "another program is writing into it; try again" in str(store.problem())
    assert store.paragraphs(SYMBOL, "en")["op1"] == "Sheep."


def test_what_is_no_file_is_not_waited_for(folder: Path) -> None:
    store_path(folder).mkdir()
    assert nothing(OfficialTextStore(folder))
    store_path(folder).rmdir()
    os.mkfifo(store_path(folder))
    assert nothing(OfficialTextStore(folder))


def test_official_text_is_served_by_local_id_and_cannot_be_changed(put: Put, folder: Path) -> None:
    put(op1="Sheep.", pp1="Noting,")
    put("zh", op1="羊。")
    store = OfficialTextStore(folder)
    assert list(store.paragraphs(SYMBOL, "en").items()) == [("op1", "Sheep."), ("pp1", "Noting,")]
    assert store.languages(SYMBOL) == ("en", "zh")
    assert store.has_any()
    assert [store.words([n]) for n in store.having(asked(["羊"]))] == [{3: "羊。"}]
    with pytest.raises(TypeError):
        store.paragraphs(SYMBOL, "en")["op1"] = "Goats."  # type: ignore[index]


def test_a_changed_text_is_read_again_and_changes_the_version(
    looking: None, put: Put, folder: Path
) -> None:
    put(op1="Sheep.")
    store = OfficialTextStore(folder)
    first = store.version()
    put(op1="Sheep.")
    assert store.version() == first
    assert store.paragraphs(SYMBOL, "en")["op1"] == "Sheep."
    put(op1="Goats.")
    assert store.paragraphs(SYMBOL, "en")["op1"] == "Goats."
    assert store.version() not in (first, "none")
    store_path(folder).unlink()
    assert nothing(store)
    put(op1="Geese.")
    assert store.paragraphs(SYMBOL, "en")["op1"] == "Geese."
    assert store.version() != first


def test_no_more_texts_are_kept_than_allowed(
    put: Put, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(official_text, "MOST", 2)
    symbols = [f"A/RES/90/{number}" for number in range(1, 6)]
    for symbol in symbols:
        put(symbol=symbol, op1=symbol)
    store = OfficialTextStore(folder)
    assert [store.paragraphs(symbol, "en")["op1"] for symbol in symbols * 2] == symbols * 2
    assert store._paragraphs.cache_info().currsize == 2


def test_many_threads_read_the_same_while_another_writes(
    looking: None, put: Put, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(official_text, "MOST", 3)
    symbols = [f"A/RES/90/{number}" for number in range(1, 9)]
    for symbol in symbols:
        put(symbol=symbol, op1=symbol)
    store = OfficialTextStore(folder)
    wrong: list[str] = []

    def read() -> None:
        for symbol in symbols * 10:
            if store.paragraphs(symbol, "en").get("op1") != symbol or not store.has_any():
                wrong.append(symbol)

    threads = [threading.Thread(target=read) for _ in range(6)]
    for thread in threads:
        thread.start()
    for number in range(20):
        put("fr", op1=f"Moutons {number}.")
    for thread in threads:
        thread.join()
    assert wrong == []
    assert store.paragraphs(SYMBOL, "fr")["op1"] == "Moutons 19."


def test_texts_of_an_older_version_are_there_at_the_first_use() -> None:
    folder = official_text_folder()
    folder.mkdir(parents=True)
    older = json.dumps(wording(SYMBOL, "en", {"op1": "Sheep."}).model_dump())
    (folder / "A-RES-90-1.en.json").write_text(older, encoding="utf-8")
    assert official_text_store().paragraphs(SYMBOL, "en")["op1"] == "Sheep."


def test_older_texts_that_cannot_be_taken_in_are_told(caplog: pytest.LogCaptureFixture) -> None:
    folder = official_text_folder()
    folder.mkdir(parents=True)
    (folder / "A-RES-90-1.en.json").write_text("{}", encoding="utf-8")
    store_path(folder).write_bytes(b"no store")
    with caplog.at_level(logging.WARNING):
        assert nothing(official_text_store())
    assert "cannot be used" in caplog.records[0].message


def test_the_folder_is_outside_the_project_unless_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("DASHBOARD_TEXTS")
    assert not official_text_folder().is_relative_to(Path(__file__).parents[2])
    monkeypatch.setenv("DASHBOARD_TEXTS", str(tmp_path / "named"))
    official_text.reset()
    assert official_text_store().folder == tmp_path / "named"
    assert official_text_store() is official_text_store()
