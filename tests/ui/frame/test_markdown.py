"""Whatever a text of the record holds, Markdown shows its letters and nothing else."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from dashboard.ui.frame.markdown import cut, escaped, link

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
LETTERS = {"text", "paragraph_open", "paragraph_close", "inline", "softbreak", "hardbreak"} | {
    "em_open",  # a letter of a bare address, so that it is no link
    "em_close",
}
SIGNS = "\\`*_[]()!<>$:~#|{}&=-+.^\"'/@ \n\t\r0123ab人"

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    '<img src="http://127.0.0.1:9/pixel">',
    '<div style="background:url(http://127.0.0.1:9/pixel)">x</div>',
    '<iframe src="http://127.0.0.1:9/"></iframe>',
    "![x](http://127.0.0.1:9/pixel)",
    "![x][far]\n\n[far]: http://127.0.0.1:9/pixel",
    "[go](javascript:alert(1))",
    '<a href="javascript:alert(1)">go</a>',
    "[go](data:text/html,<script>alert(1)</script>)",
    "[Official site](http://127.0.0.1:9/)",
    "$\\href{javascript:alert(1)}{go}$",
    "$$\\includegraphics{http://127.0.0.1:9/pixel}$$",
]


@cache
def tokens(markdown: str) -> tuple[Token, ...]:
    """All of a text, one after another; pages say much alike, which is read once."""
    return tuple(t for found in MARKDOWN.parse(markdown) for t in (found, *(found.children or ())))


def kinds(markdown: str) -> set[str]:
    return {token.type for token in tokens(markdown)}


@cache
def read(markdown: str) -> str:
    """What a reader sees, in words: Markdown never keeps white space as it stands."""
    breaks = {"softbreak": " ", "hardbreak": " ", "paragraph_close": " "}
    return " ".join(
        "".join(breaks.get(t.type, t.content if t.type == "text" else "") for t in tokens(markdown))
        .split()
    )  # fmt: skip


@pytest.mark.parametrize("text", [None, "", " ", "\n"])
def test_nothing_is_shown_for_nothing(text: str | None):
    assert read(escaped(text)) == ""


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_is_shown_and_does_nothing(payload: str):
    assert kinds(escaped(payload)) <= LETTERS
    assert read(escaped(payload)) == " ".join(payload.split())


@pytest.mark.parametrize(
    "text",
    [
        "http://canary.invalid/1",
        "see HTTPS://canary.invalid",
        "www.canary.invalid",
        "someone@canary.invalid",
        "x@www.canary.invalid http://www.canary.invalid",
        ":material/home:",
    ],
)
def test_no_piece_of_text_is_a_whole_address_or_icon(text: str):
    """What the framework links or replaces by itself; its patterns want it in one piece."""
    pieces = [token.content for token in tokens(escaped(text)) if token.type == "text"]
    whole = re.compile(r"(?i)https?://|www\.|[-.\w+]@[-\w]|:material/")
    assert [piece for piece in pieces if whole.search(piece)] == []
    assert read(escaped(text)) == text


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_as_a_label_stays_inside_its_link(payload: str):
    written = link(payload, "https://example.org/a")
    assert kinds(written) <= {*LETTERS, "link_open", "link_close"}
    opened = [token for token in tokens(written) if token.type == "link_open"]
    assert [token.attrs["href"] for token in opened] == ["https://example.org/a"]
    assert read(written) == " ".join(payload.split())


@given(st.text(st.sampled_from(SIGNS)) | st.text())
@example("1. one\n2. two")
@example("Title\n===")
@example("Title\n---")
@example("-")
@example("    four spaces")
@example("a\r- b")
@example("&lt;b&gt; &#33;")
@example("| a | b |\n|---|---|\n| 1 | 2 |")
def test_any_text_is_shown_letter_by_letter(text: str):
    text = text.replace("\0", "")  # Markdown replaces NUL, and no record may hold one
    assert kinds(escaped(text)) <= LETTERS
    assert read(escaped(text)) == " ".join(text.split())


@given(st.text(st.sampled_from(SIGNS)))
def test_what_only_the_interface_reads_is_escaped(text: str):
    """Formulas, colours, icons and emoji: signs that CommonMark does not know."""
    bare = escaped(text).replace("\\\\", "")
    for sign in "$:[]`":
        assert bare.count(sign) == bare.count(f"\\{sign}")


@given(st.text(st.sampled_from(SIGNS)))
def test_any_text_stays_inside_emphasis_and_a_list(text: str):
    word = "".join(text.split()) or "x"
    written = f"- **a{escaped(word)}a** b"
    found = [t.type for t in tokens(written) if t.type not in LETTERS]
    assert found == [
        *("bullet_list_open", "list_item_open", "strong_open", "strong_close"),
        *("list_item_close", "bullet_list_close"),
    ]
    assert read(written) == f"a{word}a b"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " https://example.org",
        "data:text/html,x",
        "//example.org",
        "ftp://example.org",
        "file:///etc/passwd",
        "example.org",
        "\thttps://example.org",
    ],
)
def test_an_address_elsewhere_than_the_web_or_here_is_refused(address: str):
    with pytest.raises(ValueError, match="not an address to link to"):
        link("Official site", address)


@pytest.mark.parametrize(
    ("address", "href"),
    [
        ("https://docs.un.org/en/A/RES/79/239", "https://docs.un.org/en/A/RES/79/239"),
        ("http://example.org/?a=1&b=2#c", "http://example.org/?a=1&b=2#c"),
        ("/api/timeline.csv?q=a%20b", "/api/timeline.csv?q=a%20b"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/a)b](c", "https://example.org/a%29b%5D%28c"),
        ("https://example.org/<x>\n[y]: z", "https://example.org/%3Cx%3E%0A%5By%5D:%20z"),
        ("#sources", "#sources"),
        ("#a)b](c", "#a%29b%5D%28c"),
        ("/\\example.org", "/%5Cexample.org"),
        ("/\t/example.org", "/%09/example.org"),
        ("https://example.org/人", "https://example.org/%E4%BA%BA"),
    ],
)
def test_an_address_is_kept_and_cannot_end_its_link(address: str, href: str):
    opened = [t for t in tokens(link("a", address)) if t.type == "link_open"]
    assert [token.attrs["href"] for token in opened] == [href]
    assert read(link("a", address)) == "a"


@given(st.text(), st.text())
def test_a_link_has_one_target_and_the_label_it_was_given(label: str, rest: str):
    label = label.replace("\0", "")
    written = link(label, f"https://example.org/{rest.encode('utf-8', 'ignore').decode()}")
    opened = [t for t in tokens(written) if t.type == "link_open"]
    assert len(opened) == 1
    assert str(opened[0].attrs["href"]).startswith("https://example.org/")
    assert read(written) == " ".join(label.split())


@pytest.mark.parametrize(
    ("text", "columns", "shown"),
    [
        ("", 4, ""),
        ("abcd", 4, "abcd"),
        ("abcde", 4, "abc…"),
        ("人工智能", 8, "人工智能"),
        ("人工智能治理", 8, "人工智…"),
        ("ab cd", 4, "ab…"),  # no space before the dots
        ("Second Dialogue (New York, scheduled)", 24, "Second Dialogue…"),
        ("第二次对话（纽约，预定）", 16, "第二次对话…"),
        ("Votes (two) and more words", 20, "Votes (two) and mor…"),  # the remark is whole
        ("(all of it in brackets)", 10, "(all of i…"),
    ],
)
def test_a_long_text_is_cut_without_half_a_remark(text: str, columns: int, shown: str):
    assert cut(text, columns) == shown
