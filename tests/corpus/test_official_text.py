"""The text store as pages read it: less where something is wrong, never an error."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.corpus import official_text
from dashboard.corpus.official_text import (
    OfficialTextStore,
    official_text_folder,
    official_text_store,
)
from dashboard.sources.official_text.text_file import OfficialText, file_name, to_json

SYMBOL = "A/RES/90/1"
Put = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "store"
    made.mkdir()
    return made


@pytest.fixture
def put(folder: Path) -> Put:
    def write(
        language: str = "en", symbol: str = SYMBOL, unplaced: tuple[str, ...] = (), **words: str
    ) -> Path:
        text = OfficialText(
            symbol=symbol, language=language, name="a.xml", sha256="c" * 64,
            paragraphs=words, unplaced=list(unplaced),
        )  # fmt: skip
        path = folder / file_name(symbol, language)
        path.write_text(to_json(text), encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize("name", ["missing", "a-file"])
def test_no_folder_is_an_empty_store(tmp_path: Path, name: str) -> None:
    (tmp_path / "a-file").write_text("x", encoding="utf-8")
    store = OfficialTextStore(tmp_path / name)
    assert not store.has_any()
    assert store.version() == "none"
    assert store.languages(SYMBOL) == ()
    assert dict(store.paragraphs(SYMBOL, "en")) == {}


@pytest.mark.parametrize(
    ("symbol", "language"),
    [("", "en"), ("../../x", "en"), ("A\0B", "en"), ("A" * 5000, "en"), ("A/RES/90/9", "../en")],
)
def test_a_hostile_name_finds_nothing(put: Put, folder: Path, symbol: str, language: str) -> None:
    put(op1="Sheep.")
    store = OfficialTextStore(folder)
    assert dict(store.paragraphs(symbol, language)) == {}
    assert store.languages(symbol) == ()


@pytest.mark.parametrize("raw", [b"", b"{", b"\xff", b"[" * 200_000, b'{"format": "other"}'])
def test_a_damaged_file_is_left_out_and_logged(
    put: Put, folder: Path, raw: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    put("zh", op1="羊。")
    put().write_bytes(raw)
    store = OfficialTextStore(folder)
    with caplog.at_level(logging.WARNING):
        assert dict(store.paragraphs(SYMBOL, "en")) == {}
        assert dict(store.paragraphs(SYMBOL, "en")) == {}
    assert [record.message.split(":")[:2] for record in caplog.records] == [
        ["text left out", " A-RES-90-1.en.json"]
    ]
    assert store.languages(SYMBOL) == ("zh",)


def test_an_unknown_sum_or_another_document_is_not_served(put: Put, folder: Path) -> None:
    path = put(op1="Sheep.")
    path.write_text(path.read_text(encoding="utf-8").replace("c" * 64, "unknown"), encoding="utf-8")
    (folder / file_name("A/RES/90/2", "en")).write_bytes(put(op1="Sheep.").read_bytes())
    path.write_text(path.read_text(encoding="utf-8").replace("c" * 64, "unknown"), encoding="utf-8")
    store = OfficialTextStore(folder)
    assert store.languages(SYMBOL) == ()
    assert store.languages("A/RES/90/2") == ()


def test_what_is_no_file_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / file_name(SYMBOL, "en"))
    (folder / file_name(SYMBOL, "zh")).mkdir()
    store = OfficialTextStore(folder)
    assert not store.has_any()
    assert store.languages(SYMBOL) == ()


def test_official_text_is_served_by_local_id_and_cannot_be_changed(put: Put, folder: Path) -> None:
    put(op1="Sheep.", pp1="Noting,")
    put("zh", unplaced=("羊。",))
    store = OfficialTextStore(folder)
    assert list(store.paragraphs(SYMBOL, "en").items()) == [("op1", "Sheep."), ("pp1", "Noting,")]
    assert store.languages(SYMBOL) == ("en", "zh")
    assert store.has_any()
    with pytest.raises(TypeError):
        store.paragraphs(SYMBOL, "en")["op1"] = "Goats."  # type: ignore[index]


def test_a_changed_file_is_read_again_and_changes_the_version(put: Put, folder: Path) -> None:
    path = put(op1="Sheep.")
    store = OfficialTextStore(folder, look_every=0)
    first = store.version()
    assert store.version() == first
    assert store.paragraphs(SYMBOL, "en")["op1"] == "Sheep."
    put(op1="Goats and sheep.")
    assert store.paragraphs(SYMBOL, "en")["op1"] == "Goats and sheep."
    assert store.version() not in (first, "none")
    path.unlink()
    assert dict(store.paragraphs(SYMBOL, "en")) == {}
    assert store.version() == "none"


def test_no_more_texts_are_kept_than_allowed(put: Put, folder: Path) -> None:
    symbols = [f"A/RES/90/{number}" for number in range(1, 6)]
    for symbol in symbols:
        put(symbol=symbol, op1=symbol)
    store = OfficialTextStore(folder, most=2)
    assert [store.paragraphs(symbol, "en")["op1"] for symbol in symbols * 2] == symbols * 2
    assert store._read.cache_info().currsize == 2


def test_many_threads_read_the_same(put: Put, folder: Path) -> None:
    symbols = [f"A/RES/90/{number}" for number in range(1, 9)]
    for symbol in symbols:
        put(symbol=symbol, op1=symbol)
    store = OfficialTextStore(folder, most=3, look_every=0)
    wrong: list[str] = []

    def read() -> None:
        for symbol in symbols * 10:
            if store.paragraphs(symbol, "en").get("op1") != symbol or not store.has_any():
                wrong.append(symbol)

    threads = [threading.Thread(target=read) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_the_folder_is_outside_the_project_unless_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("DASHBOARD_TEXTS")
    assert not official_text_folder().is_relative_to(Path(__file__).parents[2])
    monkeypatch.setenv("DASHBOARD_TEXTS", str(tmp_path / "named"))
    official_text.reset()
    assert official_text_store().folder == tmp_path / "named"
    assert official_text_store() is official_text_store()
