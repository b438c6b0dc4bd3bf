"""The list of languages: fit to use, and which of them a reader gets."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel import Locale
from pydantic import ValidationError

from dashboard.server.index_page import our_page
from dashboard.words import FOLDER, LANGUAGES, framework, words
from dashboard.words.languages import language_called, read_languages, readers_language

ENTRY = "{name: X, locale: fr, direction: ltr, fallbacks: [en], partial: true}"


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        ("{}", "name"),
        ("text", "dict"),
        (ENTRY.replace("ltr", "up"), "direction"),
        (ENTRY.replace("true", "'true'"), "partial"),
        (ENTRY.replace("partial", "part"), "part"),
        (ENTRY.replace("[en]", "en"), "fallbacks"),
    ],
)
def test_an_entry_that_cannot_be_meant_is_refused(tmp_path: Path, entry: str, field: str):
    (tmp_path / "languages.yaml").write_text(f"fr: {entry}\n...\n", encoding="utf-8")
    with pytest.raises(ValidationError, match=field):
        read_languages(tmp_path)


def test_the_list_is_fit_to_use():
    assert next(iter(LANGUAGES)) == "en"
    for code, language in LANGUAGES.items():
        assert (FOLDER / f"{code}.yaml").is_file()
        assert Locale.parse(language.locale).language == code
        assert language.direction == Locale.parse(language.locale).text_direction
        assert code not in language.fallbacks
        assert language.partial or LANGUAGES["en"] is language or "en" in language.fallbacks
        assert not any(LANGUAGES[other].partial for other in language.fallbacks)


@pytest.mark.parametrize(
    ("asked", "accepted", "given"),
    [
        (None, None, "en"),
        ("", "", "en"),
        (None, "xx-XX,zh;q=0.5", "en"),
        (None, " ZH_TW", "zh"),
        (None, "zhx", "en"),
        ("zh", "en-GB", "zh"),
        ("ZH", "en-GB", "zh"),
        ("xx", "zh-CN", "zh"),
    ],
)
def test_a_reader_gets_what_is_asked_for_then_what_the_browser_accepts(
    asked: str | None, accepted: str | None, given: str
):
    assert readers_language(asked, accepted) == given


def test_five_strings_are_a_language(french: Path):
    say = words("fr")
    assert readers_language(None, "fr-CA,en") == "fr"
    assert say("documents.title") == "Les documents"
    assert say("votes.title") == words("en")("votes.title")
    assert say("count.timeline", n=1, total="2") == "One of 2 records"
    assert say.date("2024-03-01") == "1 mars 2024"
    assert (say.has("votes.title"), say.has("votes.titre")) == (True, False)


def test_a_text_that_names_what_it_is_not_given_is_passed_over(french: Path):
    stated = {"n": 2, "first": "a.yaml:1", "version": "0"}
    assert words("fr")("notice.left_out", **stated) == words("en")("notice.left_out", **stated)


def test_a_reader_is_shown_no_language_but_their_own_and_its_fallbacks(french: Path):
    row = {
        "title_en": None,
        "title_zh": "文件",
        "verb": "Urges",
        "verb_zh": "促请",
        "summary_fr": "x",
    }
    french_words, chinese, english = words("fr"), words("zh"), words("en")
    assert french_words.field(row, "title") == ""
    assert [say.field(row, "verb") for say in (french_words, english, chinese)] == [
        *("Urges (English)", "Urges", "促请"),
    ]
    assert english.fields(row, "title") == ["文件"]
    assert chinese.fields(row, "verb") == ["促请", "Urges"]
    assert french_words.field(row, "summary") == "x"
    assert french_words.field(row, "nothing") == ""
    assert french_words.columns("verb") == ["verb_fr", "verb_en", "verb"]
    assert french_words.texts({"zh": "中", "en": "A", "fr": None}) == ["A"]
    assert french_words.text({"zh": "中"}) == ""


def test_a_direction_reaches_the_page(french: Path, monkeypatch: pytest.MonkeyPatch):
    arabic = LANGUAGES["fr"].model_copy(update={"direction": "rtl"})
    monkeypatch.setitem(LANGUAGES, "fr", arabic)
    assert '<html lang="fr" dir="rtl">' in our_page("fr", "")
    assert framework()["languages"]["fr"]["direction"] == "rtl"


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        *(("zh-CN", "zh"), ("ZH", "zh"), ("zh_Hant-HK", "zh"), ("en-GB", "en"), (" zh ", "zh")),
        *(("fr", None), ("zhx", None), ("", None), (None, None), ("-zh", None), ("中文", None)),
    ],
)
def test_a_language_is_known_by_its_tag_in_any_spelling(tag: str | None, language: str | None):
    assert language_called(tag) == language
