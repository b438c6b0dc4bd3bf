"""A drawing as a picture: what frames it, and the buttons in the reader's language."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.ui.results.image_export import TITLES
from dashboard.words import words


def script(phone: bool) -> None:
    """A page that says what a drawing of it is configured with."""
    import json

    import streamlit as st

    from dashboard.ui.frame.language import language
    from dashboard.ui.frame.page import open_page
    from dashboard.ui.results.image_export import frame_of, picture_config

    language()
    page = open_page("documents")
    st.text(json.dumps(picture_config(page, "vote", phone=phone)))
    st.text(frame_of(page, "A <b>title</b>", "3 of 4.", "How.").foot)
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
        "format": "png", "filename": f"{say('picture.file')}-vote-{version}",
    }  # fmt: skip
    line = at.text[1].value
    assert version in line
    assert say("app.title") in line
    assert line.startswith("How.")
    assert "2026" in line or "203" in line, "the day of the data"
    assert config["locale"] == language
    dictionary = config["locales"][language]["dictionary"]
    assert set(dictionary) == set(TITLES.values())
    assert dictionary["Download plot as a PNG"] == say("picture.save")
    assert {text.isascii() for text in dictionary.values()} == {language == "en"}


def test_a_phone_has_no_buttons(data_dir: Path):
    assert configured(opened("en-GB", phone=True))["displayModeBar"] is False
