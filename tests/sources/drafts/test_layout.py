"""Where paragraphs begin in lines that somebody or some program has broken, in invented words."""

from __future__ import annotations

import textwrap

import pytest

from dashboard.sources.drafts.formats.lines import text_lines
from dashboard.sources.drafts.layout import layout_of, paragraphs
from tests.sources.drafts.built import wrapped

PREAMBLE = (
    "Recalling that shepherds count their flocks by day and by night, whatever the weather on the"
    " hills and in the valleys may bring to them and to their dogs,",
    "Noting that wool is sold in markets, in fairs and from carts, and that its price depends on"
    " rain, on roads and on what the weavers of the coast are asked to make,",
    "Aware that lambs are born in spring, that dogs grow old, that barns need roofs and shears need"
    " grinding, and that each of these takes hands, time and a place that is dry in the winter"
    " and cool in the summer, as well as somebody who knows how it was done the year before and who"
    " is willing to show it to those who come after and who have never held a lamb in their arms,",
)
HEADING = "Counting of flocks and of all that belongs to a well-kept barn"
NUMBERED = (
    "1. Requests every keeper of sheep to report what was counted, in particular: (a) lambs born in"
    " spring; (b) ewes that were sold, lent or given away; and (c) dogs that know their work;",
    "2. Decides to return to wool when the meadows are green again and the rivers are low.",
)


def broken(texts: tuple[str, ...], columns: int) -> str:
    """Flush left at a width, with neither room nor indent between paragraphs."""
    return "\n".join(line for text in texts for line in textwrap.wrap(text, columns))


def read(text: str, language: str = "en") -> list[str]:
    lines = text_lines(text)
    groups = paragraphs(lines, layout_of(lines, language), language)
    gap = "" if language == "zh" else " "
    return [gap.join(line.words for line in group) for group in groups]


def wide(sign: str) -> int:
    return 1 + (sign > "\u2e80")


def test_there_is_nothing_in_no_lines() -> None:
    assert paragraphs([], layout_of([], "en"), "en") == []


@pytest.mark.parametrize("columns", [60, 72, 76, 80, 84, 88, 92, 100])
def test_a_line_that_ends_early_ends_its_paragraph(columns: int) -> None:
    texts = (*PREAMBLE, HEADING, *NUMBERED)
    assert read(broken(texts, columns)) == list(texts)


def test_a_letter_at_the_edge_is_in_the_sentence_whose_list_goes_on_within_lines() -> None:
    whole = "1. Asks for (a) wool that is clean; (b) milk that is fresh; (c) cheese that is old;"
    for columns in range(24, 70):
        assert read(broken((*PREAMBLE, whole), columns))[-1] == whole
    apart = "1. Asks, as in paragraph 3 (a) and (b) above, for:\n(a) Wool;\n(b) Milk."
    assert [each[:3] for each in read(f"{broken(PREAMBLE, 70)}\n{apart}")[3:]] == [
        "1. ", "(a)", "(b)",
    ]  # fmt: skip


def test_chinese_lines_break_after_any_sign() -> None:
    texts = (
        "回顾牧人日夜清点羊群，注意到山上和谷中的天气变化无常，并考虑到牧羊犬需要休息和食物，",
        "又回顾羊毛在市场和集市上出售，价格取决于雨水和道路，",
        "认识到羔羊在春天出生，狗会变老，谷仓需要屋顶，剪刀需要磨利，每一件事都需要人手和时间，"
        "还需要一个冬天干燥夏天凉爽的地方以及知道去年是怎样做的并愿意教给后来者的人，",
        "1. 请所有牧人报告清点结果，包括春天出生的羔羊，注意到出售和借出的母羊；",
    )
    for columns in range(34, 50):
        each = [wrapped(text, columns, "zh") for text in texts]
        if all(sum(map(wide, lines[-1])) < columns - 8 for lines in each):
            assert read("\n".join(line for lines in each for line in lines), "zh") == list(texts)
