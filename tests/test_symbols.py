"""Symbols in the spellings people use, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.symbols import (
    LANGUAGES,
    cited_symbol,
    file_stem,
    has_official_file,
    official_url,
    paragraph_id,
    resolution_symbol,
    session_of,
    with_symbols,
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


@pytest.mark.parametrize(
    "text",
    [
        *("", "resolution", "the", "第号决议", "resolution 2024", "resolutions 79/1 and 79/2"),
        *("79/239 para 7", "report on 79/239", "https://docs.un.org/", "https://un.org/en/about"),
        *("https://example.org/A/RES/79/239", "https://docs.un.org.evil.example/A/RES/79/239"),
        *("https://digitallibrary.un.org/record/4066", "http://[un.org/A/RES/79/239"),
    ],
)
def test_what_names_no_one_document(text: str):
    assert cited_symbol(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *("79/239", "resolution 79/239", "Resolution A/RES/79/239"),
        "General Assembly resolution 79/239",
        *(
            "UNGA Res. 79/239",
            "UN doc. A/RES/79/239",
            "GA res 79/239",
            "res. no. 79/239",
            "79/239.",
        ),
        *("A/RES/79/239 (2024)", "United Nations General Assembly resolution 79/239 of (2024)"),
        *(
            "第79/239号决议",
            "大会第79/239号决议",
            "聯合國大會第79/239號決議",
            "第７９/２３９号决议",
        ),
        *("《第79/239号决议》", "决议79/239"),
        "https://docs.un.org/en/A/RES/79/239",
        "http://undocs.org/A/RES/79/239",
        "undocs.org/en/a/res/79/239",
        "https://docs.un.org/A%2FRES%2F79%2F239",
        "https://www.undocs.org/Home/Mobile?FinalSymbol=A%2FRES%2F79%2F239&Language=E",
        "https://documents.un.org/api/symbol/access?s=A/RES/79/239&l=en&t=pdf",
        "https://digitallibrary.un.org/search?ln=en&p=A/RES/79/239",
        "https://www.un.org/en/ga/search/view_doc.asp?symbol=A/RES/79/239",
    ],
)
def test_a_resolution_is_read_as_people_write_it(text: str):
    assert cited_symbol(text) == "A/RES/79/239"


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("https://docs.un.org/en/A/79/88", "A/79/88"),
        ("https://undocs.org/A/C.1/79/L.77", "A/C.1/79/L.77"),
        ("https://docs.un.org/zh/A/RES/79/93%20A-B", "A/RES/79/93 A-B"),
        ("https://undocs.org/en/S/2024/123", "S/2024/123"),
    ],
)
def test_an_address_leads_to_any_document(text: str, symbol: str):
    assert cited_symbol(text) == symbol
    assert with_symbols(f"see {text}, again; {text}第6段") == f"see {symbol}, again; {symbol}第6段"


@given(st.text(max_size=80))
def test_any_text_cites_a_symbol_or_none(text: str):
    found = cited_symbol(text)
    assert found is None or "/" in found
    assert found is None or not found.startswith("A/RES/") or resolution_symbol(found) == found


@given(
    st.integers(31, 99),
    st.integers(1, 999),
    st.sampled_from(
        [
            "{}", "resolution {}", "General Assembly resolution {}", "第{}号决议", "大会第{}号决议",
            "https://docs.un.org/en/A/RES/{}", "undocs.org/A/RES/{}", "UNGA Res. {}",
        ]
    ),
)  # fmt: skip
def test_every_form_of_every_symbol_is_read(session: int, number: int, form: str):
    assert cited_symbol(form.format(f"{session}/{number}")) == f"A/RES/{session}/{number}"


@pytest.mark.parametrize(
    ("symbol", "served"),
    [
        ("A/DEC/74/556", False),
        ("OPCW S/1906/2020", False),
        ("A/RES/79/239", True),
        ("S/2018/1177", True),
        ("UNEP/EA.5/Res.6", True),
    ],
)
def test_decisions_and_notes_of_the_opcw_have_no_file_of_their_own(symbol: str, served: bool):
    assert has_official_file(symbol) is served
