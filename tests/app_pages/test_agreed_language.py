"""The page that holds a draft against the record: what is pasted stays with who pasted it."""

from __future__ import annotations

import logging

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.corpus.store import Store
from dashboard.ui.results import figure
from tests.app_pages.visits.visiting import go, texts, visit
from tests.invented.wordings import attach

PAGE = "agreed_language"
CANARY = "Zweihundert Kanarienvögel zählen xylographische Wolken"
DRAFT = f"""The General Assembly,
Recalling the meadow and the brook,
1. Requests the shepherd to count the {CANARY};
2. Decides to remain seized of the matter.
"""


def pasted(text: str, lang: str = "en") -> AppTest:
    at = visit(PAGE, {"lang": lang})
    at.text_area[0].set_value(text)
    hold(at)
    assert not at.exception
    return at


def hold(at: AppTest) -> None:
    button = next(b for b in at.button if "form" in b.key.lower() or b.form_id)
    button.click().run()


def said(at: AppTest) -> str:
    return "\n".join(texts(at))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_nothing_pasted_is_said_in_a_sentence(small: Store, lang: str):
    at = pasted("  ", lang)
    assert len(at.error) == 1
    assert not at.metric


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("text", ["[a](javascript:x) <b>$x$ :red[y] `z` ![i](//h/i.png)", "—"])
def test_hostile_words_stay_words(small: Store, text: str, lang: str):
    at = pasted(text, lang)
    assert "](javascript" not in said(at)
    assert "![i](" not in said(at)


def test_a_draft_is_held_line_by_line(real: Store):
    at = pasted(DRAFT)
    values = {metric.label: metric.value for metric in at.metric}
    assert sum(int(values[f"{s}"]) for s in ("= Agreed", "≈ Changed", "+ New")) == 3
    assert "Kanarienv" in said(at)
    assert len(at.get("download_button")) == 2


def test_each_kind_of_line_is_shown_alone(real: Store):
    at = pasted(DRAFT)
    before = said(at).count("Your line")
    at.get("button_group")[-1].set_value("new").run()
    assert 0 < said(at).count("Your line") <= before


def test_the_words_are_in_no_address_log_figure_or_other_session(
    real: Store, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.DEBUG)
    at = pasted(DRAFT)
    history = [b for b in at.button if str(b.key).startswith("draft.history")]
    for button in history[:1]:
        button.click().run()
    assert not at.exception
    assert "Kanarienv" not in str(dict(at.query_params))
    assert "Kanarienv" not in caplog.text
    kept = [str(value.made) for value in figure._figures._values.values() if hasattr(value, "made")]
    assert not [drawn for drawn in kept if "Kanarienv" in drawn]
    other = visit(PAGE)
    assert "Kanarienv" not in said(other)
    assert not other.metric


def test_the_draft_stays_while_its_reader_looks_elsewhere_and_goes_when_told(real: Store):
    at = pasted(DRAFT)
    go(at, "documents", {})
    assert "Kanarienv" not in said(at)
    go(at, PAGE, {})
    assert "Kanarienv" in said(at)
    clear = next(b for b in at.button if b.label == "Clear")
    clear.click().run()
    assert "Kanarienv" not in said(at)
    assert "Kanarienv" not in str(at.session_state)


@pytest.mark.parametrize(
    ("lang", "phrase", "found"),
    [
        ("en", "safe, secure and trustworthy", "A/RES/78/265"),
        ("zh", "人工智能鸿沟", "A/RES/78/265"),
        ("en", "人工智能鸿沟", "A/RES/78/265"),
    ],
)
def test_the_history_of_a_phrase_has_an_address(real: Store, lang: str, phrase: str, found: str):
    at = visit(PAGE, {"view": "phrase", "q": phrase, "lang": lang})
    assert not at.exception
    assert at.text_input[0].value == phrase
    assert found in said(at).replace("\\", "")
    assert len(at.get("plotly_chart")) == 1


@pytest.mark.parametrize("phrase", ["AI", "two words", "words that stand in no text", '"', "$x$"])
def test_a_phrase_that_is_short_or_nowhere_is_told_so(real: Store, phrase: str):
    at = visit(PAGE, {"view": "phrase", "q": phrase})
    assert not at.exception
    assert at.info or at.caption
    assert not at.get("plotly_chart")


def test_where_wording_is_attached_a_line_is_held_against_its_words(real: Store):
    for symbol in ("A/RES/79/239", "A/RES/80/58"):
        document = real.current().imported[symbol]
        attach(symbol, "en", {p.id: "Count sheep" for p in document.paragraphs})
    line = "Decides to include in the provisional agenda of its eighty-first session the item"
    at = pasted(f"{line} entitled “Artificial intelligence in the military domain”, {CANARY}")
    (quoted,) = [text for text in texts(at) if "\n\n> " in text]
    assert ":red[~~Count sheep~~]:green[**Decides" in quoted
    assert "Official wording" in quoted
    assert "Kanarienv" not in str(dict(at.query_params))
    assert not any("“make texts" in text for text in texts(at))
