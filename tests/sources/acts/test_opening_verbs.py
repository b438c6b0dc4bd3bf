from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from dashboard.sources.acts.opening_verbs import chinese_opening, late_verb, opening_verb
from dashboard.sources.resolutions.citations import cited, linked_symbol


@pytest.mark.parametrize(
    ("mark", "rest", "text", "part", "verb"),
    [
        (None, "", "", "operative", None),
        (None, "", "Sheep are white", "operative", None),
        (None, "", "To count sheep", "operative", None),
        (
            "Taking note",
            " also of sheep",
            "Taking note also of sheep",
            "preambular",
            "Taking note also",
        ),
        (
            "Notes",
            " with deep appreciation sheep",
            "Notes with …",
            "operative",
            "Notes with deep appreciation",
        ),
        ("Also calls", " upon sheep", "Also calls upon sheep", "operative", "Also calls upon"),
        ("E", "ncourages sheep", "Encourages sheep", "operative", "Encourages"),
        ("Decides", " to count", "Decides to count", "operative", "Decides"),
        (None, "", "Strongly urges sheep", "operative", "Strongly urges"),
        (None, "", "Expresses its deep concern that", "operative", "Expresses its deep concern"),
        (None, "", "Deeply concerned also that", "preambular", "Deeply concerned also"),
        (None, "", "Bearing in mind sheep", "preambular", "Bearing in mind"),
        (None, "", "We will count", "annex", "We will"),
        (None, "", "We note the call for sheep", "annex", "We note"),
        (None, "", "We are deeply concerned that", "annex", "We are deeply concerned"),
    ],
)
def test_opening_verbs(mark: str | None, rest: str, text: str, part: str, verb: str | None) -> None:
    assert opening_verb(mark, rest, text, part) == verb


def test_a_verb_after_an_introductory_clause() -> None:
    assert late_verb("urges") == "urges"
    assert late_verb("The Sheep Review") is None


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("", None),
        ("。", None),
        ("我们。", None),
        ("羊是白的。", None),
        ("在草地上设立羊圈。", None),
        ("对羊群表示关切。", None),
        ("鼓励措施", None),
        ("决定的执行情况良好。", None),
        ("请愿书已经收到。", None),
        ("鼓励各方数羊；", "鼓励"),
        ("又请各方数羊；", "又请"),
        ("欢迎：", "欢迎"),
        ("我们认识到羊很多。", "我们认识到"),
        ("我们进一步重申致力于数羊。", "我们进一步重申致力于"),
        ("我们将数羊。", "我们将"),
        ("我们特别强调羊。", "我们特别强调"),
        ("我们还感到关切的是，羊少了。", "我们还感到关切"),
        ("深为关切地注意到羊少了，", "深为关切地注意到"),
        ("然而，我们深感关切的是，羊少了。", "我们深感关切"),
        ("在这方面，表示注意到羊，", "表示注意到"),
        ("在这方面又强调羊，", "又强调"),
        ("\u200e重申数羊的决定；\u200e", "重申"),
    ],
)
def test_unmarked_chinese_openings(text: str, opening: str | None) -> None:
    assert chinese_opening(text) == opening


@given(st.text(alphabet="我们又还请决定重申承诺地的是，。羊a", max_size=30))
def test_a_chinese_opening_stands_in_its_text(text: str) -> None:
    found = chinese_opening(text)
    assert found is None or (found and found in text)


@given(
    st.text(max_size=80),
    st.text(max_size=40),
    st.sampled_from(["preambular", "operative", "annex"]),
)
def test_any_text_gives_a_phrase_or_nothing(text: str, mark: str, part: str) -> None:
    found = opening_verb(mark or None, "", text, part)
    assert found is None or found.strip()


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
    ("xml", "symbols"),
    [
        ("<p>Sheep 24/7 and 50/50</p>", []),
        ("<p>its resolutions 75/176 of 16 December 2020 and 76/27 A</p>", ["A/RES/75/176"]),
        ("<p>its resolutions 75/176 and 76/27 A, sheep</p>", ["A/RES/75/176", "A/RES/76/27 A"]),
        ("<p>Human Rights Council resolution 48/4</p>", []),
        ("<p>its decision 79/524</p>", []),
        ("<p>its resolution 79/500 itself</p>", []),
        (
            '<p>resolution <a href="https://undocs.org/en/A/RES/70/1">70/1</a> and '
            '<authorialNote><p>See <a href="https://undocs.org/en/A/79/88">A/79/88</a>.</p>'
            "</authorialNote> A/C.3/79/L.7</p>",
            ["A/RES/70/1", "A/79/88", "A/C.3/79/L.7"],
        ),
    ],
)
def test_symbols_in_words(xml: str, symbols: list[str]) -> None:
    assert cited([etree.fromstring(xml)], "A/RES/79/500")[: len(symbols) or None] == symbols
