"""What we say in the place of the framework's own words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.server.headers import index_page
from dashboard.words import LANGUAGES, framework, translations

MAY_STAY = {"CSV", "Streamlit"}
IN_PIECES = {
    "{n} more": ("} more`",),
    "{n} result": ("} result$",),
    "{n} results": ("} result$", "`:`s`"),
    "{n}MB per file": ("} per file`",),
    "The page that you have requested does not seem to exist. Running the app's main page.": (
        "The page that you have requested does not seem to exist`",
        "}. Running the app's main page.`",
    ),
}
"""Texts that the framework puts together, and the pieces as its scripts have them."""


@pytest.fixture(scope="module")
def scripts() -> str:
    folder = index_page().parent / "static" / "js"
    return "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.js"))


def test_each_word_is_the_framework_s_own_letter_by_letter(scripts: str):
    assert len(translations()) > 30
    strangers = [
        said
        for said in translations()
        if not all(re.search(piece, scripts) for piece in as_written(said))
    ]
    assert strangers == [], "no longer said by the installed framework, or never"


def as_written(said: str) -> list[str]:
    """Patterns of how the framework's scripts write a text: a number in it is filled in."""
    if said in IN_PIECES:
        return [re.escape(piece) for piece in IN_PIECES[said]]
    return ["`" + re.escape(said).replace(r"\{n\}", r"\$\{[^`]+\}") + "`"]


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_every_word_is_said_in_each_other_language(language: str):
    missing = [english for english, others in translations().items() if not others.get(language)]
    assert missing == [] or LANGUAGES[language].partial


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_framework_s_own_file_of_a_table_is_offered_in_no_language(language: str):
    """It guards no text from a spreadsheet; a style sheet hides it by what it is called."""
    style = (Path(__file__).parents[2] / "static" / "page" / "page.css").read_text(encoding="utf-8")
    label = framework()["words"]["Download as CSV"][language]
    assert f'[aria-label^="{label}"]' in style


def test_no_two_words_are_said_alike():
    """Else the way back to English would find the wrong one."""
    chinese = [others["zh"] for others in translations().values()]
    assert sorted(set(chinese)) == sorted(chinese)


def test_chinese_holds_no_english_word_but_names():
    for others in translations().values():
        assert set(re.findall(r"[A-Za-z]{2,}", others["zh"])) <= MAY_STAY


def test_a_language_without_a_word_says_its_fallback_s(french: Path):
    found = framework()
    assert found["words"]["Close"] == {"en": "Close", "zh": "关闭", "fr": "Close"}
    assert found["languages"]["fr"]["direction"] == "ltr"
    assert [found["languages"][code]["colon"] for code in ("fr", "zh")] == [": ", "："]


def test_what_is_spoken_of_words_that_went_and_came_stands_in_the_style_sheet():
    style = (Path(__file__).parents[2] / "static" / "page" / "page.css").read_text(encoding="utf-8")
    for language in framework()["languages"].values():
        assert [name for name in language["spoken"] if f"var(--spoken-{name}, " not in style] == []
        assert all(language["spoken"].values())
