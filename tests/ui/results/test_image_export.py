"""A drawing as a picture: its source line, and the buttons in the reader's language."""

from __future__ import annotations

import json
from pathlib import Path

import plotly.graph_objects as go
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.ui.results.image_export import TITLES, with_source
from dashboard.words import words


def test_an_empty_figure_without_height_or_margin_gets_its_line():
    figure = with_source(go.Figure(), "A source.")
    (line,) = figure.layout.annotations
    assert (line.text, line.name, line.showarrow) == ("A source.", "source", False)
    assert figure.layout.height is None
    assert figure.layout.margin.b > 0
    assert line.yshift == 0


@pytest.mark.parametrize("words_of_a_record", ["<b>x</b>", "<a href='javascript:1'>x</a>", "&lt;"])
def test_words_of_a_source_are_shown_letter_by_letter(words_of_a_record: str):
    (line,) = with_source(go.Figure(), words_of_a_record).layout.annotations
    assert "<" not in line.text
    unescaped = line.text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert unescaped == words_of_a_record


def test_the_line_gets_room_of_its_own_and_the_marks_stay():
    drawing = go.Figure(go.Bar(x=[1, 2], y=["a", "b"], customdata=["k", "l"]))
    drawing.add_annotation(text="own", x=1, y=0)
    drawing.update_layout(height=300, margin={"b": 40, "t": 7})
    before = json.loads(drawing.to_json())
    after = json.loads(with_source(drawing, "A source.").to_json())
    assert after["data"] == before["data"]
    own, line = after["layout"]["annotations"]
    assert own == before["layout"]["annotations"][0]
    room = after["layout"]["height"] - 300
    assert room > 0
    assert after["layout"]["margin"] == {"b": 40 + room, "t": 7}
    assert line["yshift"] == -40  # beneath what stood at the foot, not over it
    assert (line["xref"], line["yref"]) == ("paper", "paper")


def script(phone: bool) -> None:
    """A page that says what a drawing of it is configured with."""
    import json

    import streamlit as st

    from dashboard.ui.frame.language import language
    from dashboard.ui.frame.page import open_page
    from dashboard.ui.results.image_export import picture_config, source_line

    language()
    page = open_page("documents")
    st.text(json.dumps(picture_config(page, "vote", phone=phone)))
    st.text(source_line(page))
    st.text(page.snapshot.version)


def configured(at: AppTest) -> dict[str, object]:
    found: dict[str, object] = json.loads(at.text[0].value)
    return found


def opened(locale: str, phone: bool = False) -> AppTest:
    at = AppTest.from_function(script, args=(phone,), default_timeout=30)
    at.context = {"locale": locale}
    at.run()
    assert not at.exception
    return at


@pytest.mark.parametrize(("locale", "language"), [("en-GB", "en"), ("zh-CN", "zh")])
def test_the_button_and_the_file_are_in_the_readers_language(
    data_dir: Path, locale: str, language: str
):
    at = opened(locale)
    config, say, version = configured(at), words(language), at.text[2].value
    assert config["displayModeBar"] is True
    assert config["modeBarButtons"] == [["toImage"]]
    assert config["toImageButtonOptions"] == {
        "format": "png", "filename": f"{say('picture.file')}-vote-{version}", "scale": 2,
    }  # fmt: skip
    line = at.text[1].value
    assert version in line
    assert say("app.title") in line
    assert config["locale"] == language
    dictionary = config["locales"][language]["dictionary"]
    assert set(dictionary) == set(TITLES.values())
    assert dictionary["Download plot as a PNG"] == say("picture.save")
    assert {text.isascii() for text in dictionary.values()} == {language == "en"}


def test_a_phone_has_no_buttons(data_dir: Path):
    assert configured(opened("en-GB", phone=True))["displayModeBar"] is False
