"""Compare: what it opens with, what it calls related, and what each label rests on."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.analysis.frames import paragraphs_of
from dashboard.analysis.paragraphs.compare import compare
from dashboard.corpus.store import Store
from tests.app_pages.visits.visiting import follow, texts, visit
from tests.invented.wordings import attach


def pills(at: AppTest) -> list[str]:
    """The kinds of change to choose, with how many paragraphs there are of each."""
    return [pill for s in at.get("button_group") if s.key == "compare.view" for pill in s.options]


def test_the_invented_record_has_nothing_to_continue(small: Store):
    assert not visit("compare").exception


def test_a_text_that_continues_none_is_compared_once_a_reader_chooses(real: Store):
    at = visit("compare", {"symbol": "A/RES/79/239"})
    assert not at.exception
    assert [box.value for box in at.selectbox] == [None, "A/RES/79/239"]
    assert [info.value for info in at.info] == [
        "A/RES/79/239 continues no earlier text on record. Choose one to compare it with."
    ]
    assert not pills(at)
    follow(at, "compare.A/RES/79/1")
    assert not at.exception
    assert at.query_params["symbol"] == ["A/RES/79/1", "A/RES/79/239"]
    assert [box.value for box in at.selectbox] == ["A/RES/79/1", "A/RES/79/239"]
    assert any("A/RES/79/1 is related to A/RES/79/239" in text for text in texts(at))
    assert pills(at)


def test_a_box_takes_the_text_that_one_alone_is_compared_with(real: Store):
    at = visit("compare", {"symbol": "A/RES/78/265"})
    assert at.selectbox[0].value is None
    at.selectbox[0].set_value("A/RES/79/325").run()
    assert not at.exception
    assert [box.value for box in at.selectbox] == ["A/RES/78/265", "A/RES/79/325"]


def test_a_text_of_a_series_is_not_called_related(real: Store):
    at = visit("compare", {"symbol": "A/RES/80/58"})
    assert [box.value for box in at.selectbox] == ["A/RES/79/239", "A/RES/80/58"]
    assert not any("is related to" in text for text in texts(at))


@pytest.mark.parametrize(
    ("view", "lang", "sentences"),
    [
        ("softer", "en", {"Acts: its strongest verb now stands lower on our scale."}),
        ("softer", "zh", {"行为：最强的动词在我们的强度等级中降低。"}),
        ("to_preamble", "zh", {"指纹和动词：原在执行部分，现在序言部分。"}),
        ("editorial", "en", {"Fingerprints: joining words, punctuation or capitals alone differ."}),
    ],
)
def test_under_each_label_stands_what_it_rests_on(real: Store, view, lang, sentences):
    pair = ("A/RES/79/202", "A/RES/80/135")
    at = visit("compare", {"symbol": list(pair), "view": view, "lang": lang})
    found = compare(real.current(), *pair)
    drawn = [text.replace("\\", "") for text in texts(at)]
    said = [text for text in drawn if any(sentence in text for sentence in sentences)]
    assert len(said) == sum(found["change"] == view) > 0


def test_a_softener_that_was_added_is_named(real: Store):
    pair = ["A/RES/78/152", "A/RES/79/205"]
    at = visit("compare", {"symbol": pair, "view": "softened", "lang": "zh"})
    assert any("增加限定语：酌情" in text for text in texts(at))


@pytest.mark.parametrize("words", ["Sheep sleep.", "Sheep sleep in {}."])
def test_attached_wording_is_shown_and_changes_no_label(real: Store, words: str):
    pair = ("A/RES/79/239", "A/RES/80/58")
    bare = visit("compare", {"symbol": list(pair)})
    for symbol in pair:
        said = {
            row["id"].partition("#")[2]: words.format(row["id"].replace("/", " "))
            for row in paragraphs_of(real.current(), symbol)
        }
        attach(symbol, "en", said)
    worded = visit("compare", {"symbol": list(pair)})
    assert not worded.exception
    assert pills(worded) == pills(bare)
    compared = compare(real.current(), *pair)
    quoted = [text for text in texts(worded) if "\n\n> " in text]
    assert len(quoted) == len(compared)
    alike = [text for text in quoted if "Official wording, the same in both" in text]
    changed = [text for text in quoted if ":green[**" in text]
    paired = compared["basis"].notna().sum()
    assert (len(alike), len(changed)) == ((0, paired) if "{}" in words else (paired, 0))
    assert all(text.count("Sheep") == 1 for text in quoted)
    missing = [text for text in texts(bare) if text not in texts(worded)]
    assert len(missing) == 1, "only how to attach it"
    assert "“make texts" in missing[0]


def test_words_held_in_no_common_language_stand_each_by_itself(real: Store):
    attach("A/RES/79/239", "en", {"op1": "Count the sheep"})
    attach("A/RES/80/58", "zh", {"op1": "数羊"})
    at = visit("compare", {"symbol": ["A/RES/79/239", "A/RES/80/58"]})
    assert not at.exception
    said = "\n".join(texts(at))
    assert "> Count the sheep" in said
    assert "> 数羊" in said
    assert "Official wording, in Chinese" in said
    assert "Count~~" not in said


def test_rare_changes_are_offered_where_there_are_any(real: Store):
    def offered(view: str | None) -> list[str]:
        address = {"symbol": ["A/RES/79/202", "A/RES/80/135"]} | ({"view": view} if view else {})
        at = visit("compare", address)
        (switch,) = [s for s in at.get("button_group") if s.key == "compare.view"]
        return list(map(str, switch.options))

    assert any("Moved to the preamble" in option for option in offered(None))
    assert not any("Fulfilled" in option for option in offered(None))
    assert any("Fulfilled" in option for option in offered("fulfilled"))
