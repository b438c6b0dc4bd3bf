from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.sources.acts.opening_verbs import chinese_opening, late_verb, opening_verb


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
