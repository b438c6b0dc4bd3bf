"""The paragraphs page: table, reading list, and the paragraph a link names."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.corpus import store as store_module
from dashboard.corpus.store import Store
from tests.app_pages.visits.visiting import count_line, follow, open_facet, rows, texts, visit
from tests.invented.builders import write
from tests.invented.wordings import attach

FIRST, SECOND = "first preambular para.", "second preambular para."


@pytest.mark.parametrize(
    ("locale", "title", "count", "opening"),
    [
        (
            *("en-GB", "What the texts say, paragraph by paragraph"),
            *("7 of 7 paragraphs", "Recalling"),
        ),
        ("zh-CN", "逐段查看文件内容", "符合条件7段（共7段）", "回顾"),
    ],
)
def test_the_page_in_each_language(small: Store, locale: str, title: str, count: str, opening: str):
    at = visit("paragraphs", locale=locale)
    assert not at.exception
    assert at.title[0].value == title
    assert count_line(at) == count
    table = rows(at)
    zh = ["序言部分第一段", "序言部分第二段"]
    unnumbered = zh if locale.startswith("zh") else [FIRST, SECOND]
    assert table["number"].tolist() == ["1", *unnumbered, "1", "2", "2 (a)", "3"]
    assert table["verb"].tolist()[1] == opening


def test_the_reading_list_names_the_text_and_each_place(small: Store):
    at = visit("paragraphs", {"view": "reading", "symbol": "90/1"})
    assert not at.exception
    assert [s.value for s in at.header] == ["A/RES/90/1 · Machines"]
    written = next(m.value for m in at.markdown if m.value.startswith(f"**{FIRST}**"))
    lines = [line for line in written.split("\n\n") if not line.startswith("- ")]
    assert lines[0] == f"**{FIRST}** · *Recalling*"
    assert lines[1] == f"**{SECOND}** · *Mindful also* · :blue-badge[AI]"
    assert [line.partition(" ·")[0] for line in lines] == [
        *(f"**{FIRST}**", f"**{SECOND}**", "**para. 1**", "**para. 2**", "**para. 3**"),
    ]


def test_the_paragraph_a_link_names(small: Store):
    at = visit("paragraphs", {"item": "A/RES/90/1#op2"})
    assert not at.exception
    page = texts(at)
    assert page[page.index("A/RES/90/1, para. 2") + 1] == (
        "**para. 2** · *Strongly encourages* · :blue-badge[AI]"
    )
    assert "1. encourage · ask · tier\\_3 · opening" in page
    follow(at, "paragraphs.close")
    assert "A/RES/90/1\\#op2" not in texts(at)
    assert dict(at.query_params) == {}


def test_a_paragraph_says_what_it_cites(small: Store):
    page = texts(visit("paragraphs", {"item": "A/RES/90/1#pp1", "lang": "zh"}))
    assert "引用： [A/RES/89/9](https://docs.un.org/en/A/RES/89/9)" in page


@pytest.mark.parametrize(
    ("address", "numbers"),
    [
        ({"mentions": "true"}, [SECOND, "2"]),
        ({"verb": ["recall", "request"]}, [FIRST, "3"]),
        ({"verb": ["!recall", "!mindful"], "symbol": "90/1", "mentions": "true"}, ["2"]),
        ({"q": "encourages strongly"}, ["2"]),
        ({"q": "回顾"}, [FIRST]),
    ],
)
def test_filters(small: Store, address: dict[str, str], numbers: list[str]):
    at = visit("paragraphs", address)
    assert not at.exception
    assert rows(at)["number"].tolist() == numbers


def test_a_facet_counts_without_its_own_choice(small: Store):
    at = open_facet(
        visit("paragraphs", {"verb": "request", "mentions": "true"}), "paragraphs", "verb"
    )
    boxes = {box.key.partition(":")[2]: box for box in at.checkbox}
    assert boxes["encourage"].label == "encourage · 1"
    assert boxes["mindful"].label == "mindful · 1"
    assert (boxes["request"].label, boxes["request"].value) == ("request · 0", True)
    assert not boxes["request"].disabled
    assert boxes["recall"].disabled


def test_real_paragraphs_fifty_at_a_time(real: Store):
    total = len(store_module.current().tables["paragraphs"])
    at = visit("paragraphs", {"scope": "all"})
    assert not at.exception
    assert count_line(at) == f"{total:,} of {total:,} paragraphs"
    assert len(rows(at)) == 50
    first = rows(at)["number"].tolist()
    at = visit("paragraphs", {"offset": "50"})
    assert rows(at)["number"].tolist() != first


@pytest.mark.parametrize(
    ("symbol", "preambular", "operative"), [("78/265", 9, 13), ("79/239", 18, 9)]
)
def test_a_real_text_by_its_paragraphs(real: Store, symbol: str, preambular: int, operative: int):
    at = visit("paragraphs", {"symbol": symbol})
    numbers = rows(at)["number"]
    assert not at.exception
    assert int(numbers.str.endswith("preambular para.").sum()) == preambular
    assert int(numbers.str.fullmatch("[0-9]+").sum()) == operative


def test_a_real_paragraph_is_read_in_chinese(real: Store):
    at = visit("paragraphs", {"item": "A/RES/79/239#op7", "lang": "zh", "view": "reading"})
    assert not at.exception
    assert any(text.startswith("**第7段** · *") for text in texts(at))
    assert len(at.header) > 0


def coded(data: Path, **topics: list[str]) -> None:
    """The paragraphs of the invented text, each with these topics."""
    head = {"coded_by": "human", "reviewed": True, "checked": "2035-12-31"}
    paragraphs = {
        place: {
            "summary": {"en": "Of pears.", "zh": "梨。"},
            "topics": own,
            "addressees": "none",
        }
        for place, own in topics.items()
    }
    values = {"symbol": "A/RES/90/1", **head, "paragraphs": paragraphs}
    write(data / "curated/paragraphs/A-RES-90-1.yaml", values)


@pytest.mark.parametrize(
    ("locale", "main", "further"),
    [("en-GB", "Main topic", "Further topics"), ("zh-CN", "主要主题", "其他主题")],
)
def test_the_main_topic_stands_apart_and_narrows_alone(
    editable: Path, locale: str, main: str, further: str
):
    coded(editable, pp1=["data", "safety"], op1=["safety", "data"], op2=["safety"])

    def headings(item: str) -> list[str]:
        return [c.value for c in visit("paragraphs", {"item": item}, locale=locale).caption]

    page = headings("A/RES/90/1#op1")
    assert page.index(main) < page.index(further)
    assert further not in headings("A/RES/90/1#op2")
    found = visit("paragraphs", {"main_topic": "safety", "scope": "all"}, locale=locale)
    assert rows(found)["number"].tolist() == ["1", "2"]
    both = visit("paragraphs", {"topic": "safety", "main_topic": "data", "scope": "all"})
    assert rows(both)["number"].tolist() == [FIRST]


SHEEP = {
    "en": {
        "op2": "Strongly encourages sheep, [a](javascript:x) <b>,\nto sleep;",
        "op2.a": "*Now*;",
    },
    "ar": {"op2": "تشجع الخراف على النوم;"},
}


def attach_sheep(*languages: str) -> None:
    for language in languages:
        attach("A/RES/90/1", language, SHEEP[language])


@pytest.mark.parametrize(
    "address", [{"item": "A/RES/90/1#op2", "view": "reading"}, {"view": "reading"}]
)
def test_without_wording_one_sentence_says_how_to_attach_it(small: Store, address):
    said = [text for text in texts(visit("paragraphs", address)) if "“make texts" in text]
    assert len(said) == 1


def test_wording_stands_under_its_label_marked_and_escaped(small: Store):
    attach_sheep("en")
    for address in ({"item": "A/RES/90/1#op2"}, {"view": "reading", "symbol": "90/1"}):
        at = visit("paragraphs", {**address, "lang": "zh"})
        assert not at.exception
        said = "\n\n".join(texts(at))
        assert "正式案文（en）" in said
        quoted = said[said.index("> ") :]
        assert quoted.startswith("> **Strongly encourages** sheep, \\[a\\]\\(javascript\\:x")
        assert "\n> to sleep;" in quoted.replace("\n  ", "\n")
        assert not [text for text in texts(at) if "“make texts" in text]


def test_a_sub_paragraph_stands_under_its_chapeau_s_wording(small: Store):
    attach_sheep("en")
    said = "\n".join(texts(visit("paragraphs", {"item": "A/RES/90/1#op2.a"})))
    assert said.index("**Strongly encourages**") < said.index("\\*Now\\*;")


@pytest.mark.parametrize("page", ["paragraphs", "documents"])
def test_another_language_is_one_click_away_and_in_the_address(small: Store, page: str):
    attach_sheep("en", "ar")
    address = {"item": "A/RES/90/1#op2"} if page == "paragraphs" else {"item": "A/RES/90/1"}
    at = visit(page, address)
    assert "wording" not in at.query_params
    (switch,) = [g for g in at.get("button_group") if ".wording." in g.key]
    switch.set_value("ar").run()
    assert not at.exception
    assert "ar" in at.query_params["wording"]
    assert "الخراف" in "\n".join(texts(at))
    assert "\n".join(texts(visit(page, dict(at.query_params)))).count("الخراف") == 1
    (switch,) = [g for g in at.get("button_group") if ".wording." in g.key]
    switch.set_value("en").run()
    assert "wording" not in at.query_params


def test_a_language_nobody_writes_is_named_and_one_not_held_falls_back(small: Store):
    attach_sheep("en")
    strange = visit("paragraphs", {"item": "A/RES/90/1#op2", "wording": "xx"})
    assert any("xx" in note.value for note in strange.info)
    said = "\n".join(texts(visit("paragraphs", {"item": "A/RES/90/1#op2", "wording": "ru"})))
    assert "Official wording in en" in said


def test_a_text_s_wording_stands_on_its_page_each_paragraph_linked(small: Store):
    bare = visit("documents", {"item": "A/RES/90/1"})
    assert sum("“make texts" in text for text in texts(bare)) == 1
    attach("A/RES/90/1", "en", {"pp1": "Recalling the sheep,", "op3": "Requests hay;"})
    at = visit("documents", {"item": "A/RES/90/1"})
    assert not at.exception
    (quoted,) = [text for text in texts(at) if text.startswith("> ")]
    assert quoted.count("](/paragraphs?item=") == 2
    assert "> **Recalling** the sheep," in quoted
    assert "Official wording" in [heading.value for heading in at.header]


@pytest.mark.parametrize("view", ["table", "reading"])
def test_what_a_search_finds_in_the_wording_is_shown_with_the_words_around_it(
    small: Store, view: str
):
    attach("A/RES/90/1", "en", {"op1": "Asks for <b>sheep</b>, *shears* and ![wool](x);"})
    at = visit("paragraphs", {"q": "shears", "view": view})
    assert not at.exception
    found = r"Asks for \<b\>sheep\</b\>, \*:orange-background[shears]\* and \!\[wool\]\(x\);"
    assert any(found in text for text in texts(at))
    plain = visit("paragraphs", {"q": "Requests", "view": view})
    assert not any("orange-background[shears" in text for text in texts(plain))
