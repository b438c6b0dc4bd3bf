"""Symbols in the spellings people use, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.symbols import (
    LANGUAGES,
    file_stem,
    official_url,
    paragraph_id,
    resolution_symbol,
    session_of,
)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "2024", "1979/239", "30/24", "78", "7826500", "78/0", "78/000", "78/1234",
        "A/79/239", "A/C.1/79/L.43", "S/RES/2728", "A/HRC/RES/58/23", "78/265 and 79/239",
        "x78/265", "٧٨/٢٦٥", "7٨/265", "A/RES/", "/", "78/265\x00", "A/RES/78/265/Add.1",
    ],
)  # fmt: skip
def test_what_is_no_resolution_gives_none(text: str):
    assert resolution_symbol(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "A/RES/78/265", "a/res/78/265", "78/265", "78265", "ARES78265", "A-RES-78-265",
        "RES/78/265", " A/RES/ 78 / 265 ", "A／RES／78／265", "７８／２６５", "A/RES/78/0265",
        "78\u00a0/\u202f265", "78/265\n",
    ],
)  # fmt: skip
def test_every_spelling_gives_the_symbol(text: str):
    assert resolution_symbol(text) == "A/RES/78/265"


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("31/1", "A/RES/31/1"),
        ("79/93 A-B", "A/RES/79/93 A-B"),
        ("a/res/79/93a-b", "A/RES/79/93 A-B"),
        ("60/251 B", "A/RES/60/251 B"),
    ],
)
def test_parts_and_first_session(text: str, symbol: str):
    assert resolution_symbol(text) == symbol


@given(st.integers(31, 99), st.integers(1, 999))
def test_a_symbol_reads_as_itself(session: int, number: int):
    symbol = f"A/RES/{session}/{number}"
    assert resolution_symbol(symbol) == symbol
    assert session_of(symbol) == session


@given(st.text(max_size=30))
def test_any_text_gives_a_canonical_symbol_or_none(text: str):
    symbol = resolution_symbol(text)
    assert symbol is None or resolution_symbol(symbol) == symbol


def test_session_of_other_symbols_is_none():
    assert session_of("A/C.1/79/L.43") is None
    assert session_of("") is None


@pytest.mark.parametrize(
    ("symbol", "stem"),
    [
        ("A/RES/79/239", "A-RES-79-239"),
        ("A/RES/79/93 A-B", "A-RES-79-93-A-B"),
        ("A/C.1/79/L.43/Rev.1", "A-C.1-79-L.43-Rev.1"),
        ("CCW/GGE.1/2019/3 (annex)", "CCW-GGE.1-2019-3-annex"),
        ("../../etc/passwd", "..-..-etc-passwd"),
        ("grove-summit", "grove-summit"),
    ],
)
def test_file_stem_names_one_file_in_its_folder(symbol: str, stem: str):
    assert file_stem(symbol) == stem


def test_paragraph_id():
    assert paragraph_id("A/RES/79/239", "op6.e") == "A/RES/79/239#op6.e"


def test_official_url_in_each_language():
    assert official_url("A/RES/79/93 A-B", "zh") == "https://docs.un.org/zh/A/RES/79/93%20A-B"
    assert len({official_url("A/RES/79/239", language) for language in LANGUAGES}) == 6


def test_official_url_refuses_other_languages():
    with pytest.raises(ValueError, match="'de' is not an official language; allowed: ar, en"):
        official_url("A/RES/79/239", "de")
