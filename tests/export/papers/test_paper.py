"""A paper in both forms: the same words, and hostile text that stays text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dashboard.export.papers.paper import Block, Paper, Span, line, markdown, word
from tests.invented.word_files import addresses, paragraphs

BASE = "http://127.0.0.1:8501"
HOSTILE = [
    "![x](http://evil.example/a.png)",
    "[x](http://evil.example)",
    "<img src=x onerror=alert(1)>",
    "# heading\n\n## another",
    "- item\n1. item",
    "| a | b |\n|---|---|",
    "www.evil.example",
    "</a> &lt;b&gt;",
    "`code` **bold** __x__ ~~y~~",
    "\\[x](http://evil.example)",
]


def paper(text: str, link: str = f"{BASE}/y") -> Paper:
    """A paper that says one text everywhere."""
    item = Block(
        "item",
        (Span(text, "bold"), Span(text), Span(text, "small"), Span(text, address=f"{BASE}/x")),
    )
    blocks = [line(text), Block("line", (Span(text, address=link),)), item, line(text)]
    return Paper(text, blocks, "en")


def test_each_block_is_said_in_both_forms():
    item = Block("item", (Span("a", "bold"), Span("b", "italic"), Span(" "), Span("c", "small")))
    found = Paper("T", [line("one"), Block("heading", (Span("two"),)), item], "zh")
    assert markdown(found) == "# T\n\none\n\n## two\n\n- **a** · *b* · c\n"
    assert paragraphs(word(found)) == [
        ("Title", "T"),
        ("Normal", "one"),
        ("Heading 1", "two"),
        ("List Bullet", "a · b · c"),
    ]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_text_of_the_record_is_no_markup(hostile: str):
    text = markdown(paper(hostile))
    # what some readers make a link of without being told
    assert not re.search(r"(?<!\\)(?<!\]\(http)://|(?<!\\)(?<=www)\.", text)
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = reader.parse(text)
    kinds = [t.type for t in tokens] + [c.type for t in tokens for c in t.children or []]
    assert kinds.count("heading_open") == 1
    assert kinds.count("link_open") == 2
    assert kinds.count("list_item_open") == 1
    assert not {"image", "html_inline", "html_block", "table_open", "code_inline", "s_open"} & {
        *kinds
    }
    assert addresses(word(paper(hostile))) == [f"{BASE}/y", f"{BASE}/x"]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//evil.example", "/requests", ""])
def test_only_whole_web_addresses_are_linked(address: str):
    for write in (markdown, word):
        with pytest.raises(ValueError, match="not an address"):
            write(paper("x", address))


def test_an_address_cannot_end_its_link():
    found = markdown(paper("x", f"{BASE}/documents?item=A/RES/217(III) <b>\n# x"))
    assert f"[x]({BASE}/documents?item=A/RES/217%28III%29%20%3Cb%3E%20#%20x)" in found


@settings(deadline=None, max_examples=20)
@given(st.text(max_size=40))
def test_any_text_gives_a_word_file_that_opens(text: str):
    for _, shown in paragraphs(word(paper(text))):
        assert not any(ord(letter) < 32 or ord(letter) == 127 for letter in shown)
    assert "\x00" not in markdown(paper(text))


@pytest.mark.parametrize("text", ["- item", "1. item", "# head", "===", "> quote"])
def test_a_line_opens_no_list_and_no_heading(text: str):
    assert "\\" in markdown(Paper("T", [line(text)], "en")).split("\n\n")[1][:3]
