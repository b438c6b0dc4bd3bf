"""Where official files lie: nothing guessed, and every imported document has its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.sources.errors import RefusedError
from dashboard.sources.official_text.fetching import (
    FOLDERS,
    Fetching,
    NotThereError,
    UnreachableError,
    checked_base,
    official_stems,
    path_of,
)
from dashboard.symbols import LANGUAGES, file_stem
from tests.facts.gathered import rows

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


def test_an_answer_that_a_file_is_not_there_ends_a_silence() -> None:
    answers = ["silent", "silent", "absent", "silent", "silent", "silent", "never asked"]
    asked: list[str] = []

    def read(path: str) -> bytes:
        asked.append(answers[len(asked)])
        if asked[-1] == "absent":
            raise NotThereError(path)
        raise UnreachableError("address", "cannot be fetched")

    symbols = [f"A/RES/79/{number}" for number in range(1, 8)]
    fetching = Fetching(read, dict.fromkeys(symbols, "x"))
    assert len(list(fetching.inputs((symbol, "en") for symbol in symbols))) == 6
    assert asked == answers[:-1]
    assert fetching.absent == [("A/RES/79/3", "en")]
