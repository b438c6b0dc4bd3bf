"""Symbols cited in invented sentences: what a link says, whose number a bare one is, footnotes."""

from __future__ import annotations

import pytest
from lxml import etree

from dashboard.sources.resolutions.citations import Cited, cited, linked_symbol


def found(words: str) -> list[Cited]:
    return cited([etree.fromstring(f"<p>{words}</p>")], "A/RES/79/500")


def symbols(words: str) -> list[str]:
    return [citation.symbol for citation in found(words)]


def link(symbol: str, words: str) -> str:
    return f'<a href="https://docs.un.org/en/{symbol}">{words}</a>'


def note(number: str, words: str) -> str:
    return f'<authorialNote marker="{number}"><p>{words}</p></authorialNote>'


def test_nothing_is_cited_by_nothing_nor_by_itself() -> None:
    assert symbols("") == []
    assert symbols("A/RES/79/500, of 50/50 and 3/4") == []
    assert symbols('See <a href="file:///C:/sheep.pdf">the sheep</a>.') == []


@pytest.mark.parametrize(
    ("href", "symbol"),
    [
        ("", None),
        ("file:///C:/sheep.docx", None),
        ("https://example.org/A/RES/79/1", None),
        ("https://undocs.org/en/A/RES/79/1", "A/RES/79/1"),
        ("https://undocs.org/ch/A/hrc/48/4", "A/HRC/48/4"),
        ("https://undocs.org/en/a/res/66/288", "A/RES/66/288"),
        ("https://docs.un.org/en/A/RES/377 (V)", "A/RES/377(V)"),
        ("https://docs.un.org/en/A/CONF.157/24(PARTI)", "A/CONF.157/24 (Part I)"),
        ("https://docs.un.org/en/A/77/53/Add.1(supp)", "A/77/53/Add.1"),
        ("https://docs.un.org/en/S/RES/2719(2023)", "S/RES/2719(2023)"),
    ],
)
def test_symbols_in_links(href: str, symbol: str | None) -> None:
    assert linked_symbol(href) == symbol


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (link("E/2023/30", "E/2024/30"), ["E/2024/30"]),
        (f"resolutions {link('E/RES/2020/20', '2019/20')}", ["E/RES/2019/20"]),
        (f"its resolution {link('CBD/COP/15/17', '71/285')}", ["A/RES/71/285"]),
        (f"its resolution {link('A/RES/77/157', '78/143')}", ["A/RES/78/143"]),
        (link("A/RES/70/1", "70/1"), ["A/RES/70/1"]),
        (link("A/RES/2200(XXI)", "2200 A (XXI)"), ["A/RES/2200(XXI)"]),
        (link("A/62/40 (Vol. I)", "A/62/40"), ["A/62/40 (Vol. I)"]),
        (link("A/RES/70/1", "the Agenda"), ["A/RES/70/1"]),
    ],
)
def test_where_a_link_leads_elsewhere_its_words_count(words: str, expected: list[str]) -> None:
    assert symbols(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        link("A/77/62", "A/77/62-E/2022/8"),
        link("A/77/62", "A/77/62–E/2022/8"),
        "A/77/62-E/2022/8",
        f"{link('A/77/62', 'A/77/62')} and {link('E/2022/8', 'E/2022/8')}",
    ],
)
def test_a_document_with_two_symbols_has_both(words: str) -> None:
    assert symbols(words) == ["A/77/62", "E/2022/8"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("its resolutions 75/176 and 76/27 A,", ["A/RES/75/176", "A/RES/76/27 A"]),
        ("General Assembly resolutions 64/293 and 75/311,", ["A/RES/64/293", "A/RES/75/311"]),
        ("Resolution 69/137, annex II.", ["A/RES/69/137"]),
        ("Recalls its decision 74/556 of 20 May 2020", ["A/DEC/74/556"]),
        ("decision 74/537 B of 11 August 2020", ["A/DEC/74/537 B"]),
        ("in accordance with Assembly decision 62/557", ["A/DEC/62/557"]),
        ("Welcoming resolution 31/1 of 20 May 2022 on sheep", []),
        ("the flock's resolution 33/1 of 17 May 2024", []),
        ("the report of the Commission on Sheep pursuant to resolution 58/7", []),
        ("Human Rights Council resolution 51/22 of 7 October 2022", []),
        ("Council decision 47/3", []),
        ("the Council, recalling Assembly resolution 70/1", ["A/RES/70/1"]),
        ("a balance of 50/50 among sheep", []),
    ],
)  # fmt: skip
def test_whose_number_a_bare_one_is(words: str, expected: list[str]) -> None:
    assert symbols(words) == expected


def test_a_number_that_is_another_body_s_once_stays_its() -> None:
    assert symbols("resolution 31/1 of 20 May 2022, and a report pursuant to resolution 31/1") == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("S/1906/2020.", ["OPCW S/1906/2020"]),
        ("S/2415/2025", ["OPCW S/2415/2025"]),
        (link("S/2018/1177", "S/2018/1177"), ["S/2018/1177"]),
        ("S/2020/898 and S/RES/2532(2020)", ["S/2020/898", "S/RES/2532(2020)"]),
        ("document UNEP/CBD/COP/13/24.", ["UNEP/CBD/COP/13/24"]),
        ('<a href="file:///C:/x.pdf">UNEP/EA.5/Res.6.</a>', ["UNEP/EA.5/Res.6"]),
        ("HIV/AIDS, COVID-19 and and/or", []),
    ],
)
def test_symbols_of_other_bodies(words: str, expected: list[str]) -> None:
    assert symbols(words) == expected


def test_a_footnote_is_read_by_itself_and_keeps_its_number() -> None:
    records = note(
        "17",
        f"Records of the Social Council ({link('E/2022/30', 'E/2022/30')}), resolution 69/1",
    )
    assert found(f"Recalls its resolution 70/1,{records} and 75/311 of 23 July 2021,") == [
        Cited("A/RES/70/1"),
        Cited("E/2022/30", "17"),
        Cited("A/RES/75/311"),
    ]
    assert found(f"Counts,{note('', 'Resolution 64/293.')}") == [Cited("A/RES/64/293")]
    assert found(f"{note('2', 'Resolution 64/293.')} see its resolution 64/293") == [
        Cited("A/RES/64/293", "2")
    ]
