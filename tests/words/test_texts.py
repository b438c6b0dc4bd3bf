"""The interface's texts: plural forms, values filled in, and the signs of each language."""

from __future__ import annotations

import re
from string import Formatter

import pytest
from babel import Locale

from dashboard.words import LANGUAGES, InterfaceLanguage, entries

FORMS = {"zero", "one", "few", "many", "other"}
COMPLETE = [code for code, language in LANGUAGES.items() if not language.partial]
NOT_CHINESE = {"UNxml", "GAresolutions", "dashboard", "texts", "add", "Gruenberg", "BibTeX"}
NOT_CHINESE |= {"RIS", "CSL", "JSON", "Markdown", "Word", "asked", "of", "Apache", "PNG", "CSV"}
NOT_CHINESE |= {"PDF", "docx", "UTF", "GB"}


def base(key: str) -> str:
    """A key without its plural form."""
    head, _, last = key.rpartition(".")
    return head if last in FORMS else key


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", COMPLETE)
def test_plural_forms_are_those_the_language_has(language: InterfaceLanguage):
    wanted = Locale.parse(LANGUAGES[language].locale).plural_form.tags | {"other"}
    forms: dict[str, set[str]] = {}
    for key in entries(language):
        if key != base(key):
            forms.setdefault(base(key), set()).add(key.rpartition(".")[2])
    assert len(forms) > 8
    assert {key: found for key, found in forms.items() if found - {"zero"} != wanted} == {}


def test_no_text_is_empty_or_framed_by_line_ends():
    for language in LANGUAGES:
        texts = entries(language).items()
        assert [key for key, text in texts if not text.strip() or "\n" in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_fills_in_the_same_values(language: InterfaceLanguage):
    english = entries("en")
    for key, text in entries(language).items():
        if key == base(key) or key.endswith(".other"):
            assert placeholders(english[key]) == placeholders(text), key


def test_a_singular_fills_in_nothing_the_plural_does_not():
    english = entries("en")
    ones = [key for key in english if key.endswith(".one")]
    assert ones
    for key in ones:
        plural = placeholders(english[f"{base(key)}.other"])
        assert plural - {"n"} <= placeholders(english[key]) | {"n", "version", "first"}, key
        assert placeholders(english[key]) <= plural, key


def test_chinese_holds_no_english_word_but_names():
    for key, text in entries("zh").items():
        bare = re.sub(r"\{[a-z_0-9:]+\}", "", text)
        assert set(re.findall(r"[A-Za-z]{2,}", bare)) <= NOT_CHINESE, key


def test_english_holds_no_chinese_sign():
    for key, text in entries("en").items():
        assert not re.search(r"[\u3000-\u9fff\uff00-\uffef]", text), key


def test_chinese_sets_no_half_width_punctuation_between_its_signs():
    for key, text in entries("zh").items():
        assert not re.search(r"[\u4e00-\u9fff][,;:!?()]|[,;:!?()][\u4e00-\u9fff]", text), key
