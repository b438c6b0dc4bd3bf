from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.sources.drafts.draft import DraftRefused
from dashboard.sources.drafts.footnotes import Place, in_order
from dashboard.sources.drafts.formats.lines import text_lines
from dashboard.sources.drafts.furniture import without_furniture
from dashboard.sources.drafts.links import links
from dashboard.sources.drafts.mending import mended
from dashboard.sources.drafts.reading import read_draft, read_draft_text
from tests.sources.drafts.built import as_pages, as_text, plan


def texts(text: str, language: str = "en") -> list[str]:
    return [block.text for block in mended(text_lines(text), language)[0]]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ("of inter-\nnational sheep, international", "of international sheep, international"),
        ("of self-\ncounting sheep, self-counting", "of self-counting sheep, self-counting"),
        ("the count-\ning of sheep and flocks", "the counting of sheep and flocks"),
        ("at year-\nend for the year and its end", "at year-end for the year and its end"),
        ("the well-\nKnown sheep", "the well-Known sheep"),
        ("soft\u00ad\nened wool is here", "softened wool is here"),
    ],
)  # fmt: skip
def test_a_hyphen_at_the_end_of_a_line(lines: str, whole: str) -> None:
    first = "Sheep are counted by night and by day, and all of them,\nas was said\n\n"
    assert texts(first + lines)[-1].endswith(whole)


@pytest.mark.parametrize(
    "line",
    ["24-06391 1/4", "1/4 24-06391", "24-06391 (E) 261224", "*2406391*", "Page 3 of 9", "- 3 -",
     "第3页", "https://undocs.org/ch/A/79/224", "A/RES/79/501", "Sheep at night A/RES/79/501",
     "A/RES/79/501 Sheep at night"],
)  # fmt: skip
def test_what_belongs_to_a_page_is_left_out(line: str) -> None:
    text = f"79/501. Sheep at night\nThe General Assembly,\n{line}\nNoting sheep,"
    assert [kept.text for kept in without_furniture(text_lines(text))][2:] == ["Noting sheep,"]


@pytest.mark.parametrize(
    "line", ["See A/RES/79/501", "Sheep 24/7", "1. Notes 12/13", "In 2024", "Noting A/RES/78/1,"]
)
def test_what_looks_like_it_and_says_something_stays(line: str) -> None:
    text = f"79/501. Sheep at night\nThe General Assembly,\n{line}\nNoting sheep,"
    assert line in [kept.text for kept in without_furniture(text_lines(text))]


def test_a_running_head_on_every_page_is_left_out_whatever_it_says() -> None:
    pages = "\f".join(
        f"Notes of the meadow   {ord(n)}\nSheep of page {n} sleep,\n{n * 3}." for n in "ab"
    )
    kept = [line.text for line in without_furniture(text_lines(pages))]
    assert kept == ["Sheep of page a sleep,", "aaa.", "Sheep of page b sleep,", "bbb."]


def test_marks_of_footnotes_are_found_where_least_is_in_doubt() -> None:
    first, second = Place(0, 5, 6, 4), Place(2, 1, 2, 0)
    assert in_order([[first, second], [Place(1, 0, 1, 0)]]) == [first, Place(1, 0, 1, 0)]
    assert in_order([[], [first]]) == [None, first]
    assert in_order([[second], [first]]) == [second, None]


def test_a_footnote_whose_mark_is_not_found_keeps_its_symbols_and_is_noted() -> None:
    text = "The General Assembly,\nNoting sheep,\n1. Counts them.\n______\n7 A/79/88.\n"
    draft = read_draft_text(text)
    assert draft.cites == ("A/79/88",)
    assert [(n.code, n.found) for n in draft.notes] == [("footnote_without_mark", "7")]


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("resolution 217 A (III) and resolution 1514 (XV)", ["RES/217(III)", "RES/1514(XV)"]),
        ("217 A (III) sheep", []),
        ("its resolutions 78/265 of May, “The Council”, 77/320", ["RES/78/265", "RES/77/320"]),
        ("Human Rights Council resolutions 21/12 and 27/5", ["HRC/RES/21/12", "HRC/RES/27/5"]),
        ("the Human Rights Council; resolution 78/265", ["RES/78/265"]),
        ("the Council of Sheep resolution 12/13", []),
        ("Security Council resolution 1325 (2000)", ["RES/1325(2000)"]),
        ("Economic and Social Council resolution 2021/4, decision 2021/5", ["RES/2021/4"]),
        ("decision 79/503", ["DEC/79/503"]),
        ("resolution S-19/2, A/CONF.1/2 (Part I)", ["RES/S-19/2", "CONF.1/2%20(Part%20I)"]),
        ("TD/B/EDE/5/4 and FCCC/CP/2015/10/Add.1", ["B/EDE/5/4", "CP/2015/10/Add.1"]),
        ("大会第70/1和71/2号决议及第72/3号决定", ["RES/70/1", "RES/71/2", "DEC/72/3"]),
        ("人权理事会2021年7月13日第47/23号决议", ["HRC/RES/47/23"]),
        ("安全理事会第1325(2000)号决议", ["RES/1325(2000)"]),
        ("委员会第12/13号决议", []),
        ("第217 A(III)号决议", ["RES/217(III)"]),
        ("第17项和24/7", []),
    ],
)  # fmt: skip
def test_documents_that_words_name(text: str, symbols: list[str]) -> None:
    found = [address.partition("/en/")[2].partition("/")[2] for _, _, address in links(text)]
    assert found == symbols


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        draft = read_draft(text.encode("utf-8", "replace"))
    except DraftRefused:
        return
    places = [p.place for p in draft.paragraphs]
    assert len(places) == len(set(places))
    assert all(p.text for p in draft.paragraphs)


@given(st.integers(0, 400), st.sampled_from(["en", "zh"]), st.integers(50, 90), st.integers(14, 44))
def test_however_a_draft_is_broken_into_lines_and_pages_it_is_the_same(
    seed: int, language: str, columns: int, rows: int
) -> None:
    wanted = plan(language, seed)
    text = "\n\n".join("\n".join(page) for page in as_pages(wanted, columns, rows))
    found = [(p.place, p.text) for p in read_draft_text(text).paragraphs]
    assert found == [(p.place, p.text) for p in wanted.paragraphs]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_blank_lines_between_all_lines_say_nothing(language: str) -> None:
    wanted = plan(language, 3)
    read = read_draft_text(as_text(wanted).replace("\n", "\n\n"))
    assert [p.text for p in read.paragraphs] == [p.text for p in wanted.paragraphs]
