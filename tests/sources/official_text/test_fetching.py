"""Where official files lie: nothing guessed, and every imported document has its place."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import ANY

import pytest

from dashboard.sources.errors import RefusedError
from dashboard.sources.network import exchange
from dashboard.sources.official_text.fetching import (
    FOLDERS,
    Fetching,
    checked_base,
    official_stems,
    path_of,
)
from dashboard.symbols import LANGUAGES, file_stem
from tests.facts.gathered import rows
from tests.sources.network.loopback import (
    Answer,
    Handler,
    Loopback,
    dropped,
    loopback,
    sent,
    stalled,
)

ROOT = Path(__file__).parents[3]


def test_a_document_without_a_known_place_is_refused() -> None:
    with pytest.raises(RefusedError) as refused:
        path_of("A/RES/79/500", "en", {})
    assert "download its file" in refused.value.found


def test_session_folder_and_letter_follow_from_symbol_and_language() -> None:
    assert tuple(FOLDERS) == LANGUAGES
    stems = {"A/RES/79/500": "A_RES_79_500-1"}
    assert path_of("A/RES/79/500", "ru", stems) == "79session/Russian/A_RES_79_500-1R.xml"


def test_every_imported_document_has_a_place() -> None:
    imported = {path.stem for path in (ROOT / "data" / "imported").glob("*/*.yaml")}
    assert imported - {file_stem(symbol) for symbol in official_stems()} == set()


def test_places_are_those_of_the_official_files() -> None:
    stems = official_stems()
    for row in rows("official_files"):
        assert path_of(row["symbol"], row["language"], stems) == row["path"]


def test_an_address_ends_in_one_slash() -> None:
    assert checked_base("https://example.org/a") == "https://example.org/a/"
    assert checked_base("http://127.0.0.1:80/") == "http://127.0.0.1:80/"


SYMBOLS = [f"A/RES/79/{number}" for number in range(1, 9)]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Loopback]:
    monkeypatch.setattr(exchange, "PAUSES", (0.0,))
    with loopback() as running:
        yield running


def fetched(server: Loopback, answers: list[Answer]) -> tuple[Fetching, list[str], list[bytes]]:
    """What was read of texts that are answered so, one answer a text."""
    stems = {symbol: symbol.rpartition("/")[2] for symbol in SYMBOLS}
    paths = [path_of(symbol, "en", stems) for symbol in SYMBOLS]
    server.answers = {path: [answer] for path, answer in zip(paths, answers, strict=False)}
    fetching = Fetching(f"{server.base}/", stems)
    found = list(fetching.inputs((symbol, "en") for symbol in SYMBOLS[: len(answers)]))
    return fetching, [item.name for item in found], [item.read() for item in found]


def test_nothing_wanted_asks_for_nothing(server: Loopback) -> None:
    assert fetched(server, []) == (Fetching(f"{server.base}/", ANY), [], [])
    assert server.asked == []


def test_three_in_a_row_without_an_answer_end_it_and_what_was_not_asked_for_is_listed(
    server: Loopback,
) -> None:
    answers = [500, dropped, 404, 500, dropped, 503, b"never", b"never"]
    fetching, names, _ = fetched(server, answers)
    assert names == []
    assert fetching.absent == [("A/RES/79/3", "en")]
    assert [symbol for symbol, *_ in fetching.failed] == [SYMBOLS[n] for n in (0, 1, 3, 4, 5)]
    assert fetching.unasked == [(symbol, "en") for symbol in SYMBOLS[6:]]


def test_what_is_refused_or_of_unknown_place_ends_no_silence_rule_and_the_others_come_in_order(
    server: Loopback,
) -> None:
    answers = [b"1", 403, 403, 403, 403, b"6", 500, b"8"]
    fetching, names, found = fetched(server, answers)
    assert found == [b"1", b"6", b"8"]
    assert [fetching.expected[name][0] for name in names] == [SYMBOLS[n] for n in (0, 5, 7)]
    assert {why for *_, why in fetching.failed} == {
        "the server answers 403",
        "the server answers 500; asked 2 times",
    }
    assert fetching.unasked == []


def test_two_files_are_asked_for_at_the_same_time_and_no_more(server: Loopback) -> None:
    meeting = threading.Barrier(2, timeout=5)

    def together(handler: Handler) -> None:
        meeting.wait()
        sent(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx")(handler)

    assert fetched(server, [together] * 8)[2] == [b"x"] * 8
    assert server.most == 2


def test_who_reads_no_further_leaves_nothing_running(server: Loopback) -> None:
    stems = dict.fromkeys(SYMBOLS, "x")
    server.answers = {"79session/English/xE.xml": [b"whole", stalled]}
    inputs = Fetching(f"{server.base}/", stems).inputs((s, "en") for s in SYMBOLS)
    assert next(inputs).read() == b"whole"
    inputs.close()
    assert len(server.asked) <= 3  # the second, which stalls, may have been asked for again
