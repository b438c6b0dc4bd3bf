"""The glossary: what departs from it is told, and nothing of the interface does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pytest

from dashboard.corpus.reading.yaml_reader import read_yaml
from dashboard.corpus.tables.columns import TABLES
from dashboard.words import InterfaceLanguage, entries
from dashboard.words.glossary import Term, glossary
from tests.words.test_keys import CODE

VOCABULARY = CODE.parent / "data" / "vocabulary"
SHEEP = {
    "ram": Term(en="ram", zh="公羊", not_en=["tup"], not_zh=["羊"], says=["fold.ram"]),
    "flock": Term(en="tup flock", zh="羊群", not_zh=["群羊"]),
}
HAN = r"[\u4e00-\u9fff]"


class Departure(NamedTuple):
    """A text that does not keep to the glossary: its key, what was found, what is asked."""

    key: str
    found: str
    asked: str


def departures(
    texts: Mapping[str, str], language: InterfaceLanguage, terms: Mapping[str, Term]
) -> Iterator[Departure]:
    """Each key of `texts` that has to say a term and says something else, and each text in which
    a form stands that is not to be used; a form within one of the terms is no departure."""
    said = {code: getattr(term, language) for code, term in terms.items()}
    for code, term in terms.items():
        for key in term.says:
            if texts.get(key, said[code]) != said[code]:
                yield Departure(key, texts[key], said[code])
        for form in getattr(term, f"not_{language}"):
            within = [name for name in said.values() if form in name]
            for key, text in texts.items():
                if _stands(form, text, within, language):
                    yield Departure(key, form, said[code])


def _stands(form: str, text: str, within: list[str], language: InterfaceLanguage) -> bool:
    """Whether a form stands in a text outside the terms it is part of; in English as words."""
    if language == "zh" and form not in text:
        return False
    for name in within:
        text = text.replace(name, " ")
    if language == "zh":
        return form in text
    return re.search(rf"\b{re.escape(form)}\b", text, re.IGNORECASE) is not None


def interface(language: InterfaceLanguage) -> dict[str, dict[str, str]]:
    """Every text a reader sees, by its key, by the file that has it."""
    found = {f"dashboard/words/{language}.yaml": dict(entries(language))}
    found["dashboard/corpus/tables/columns.yaml"] = {
        f"{table}.{name}": column.meanings[language]
        for table, columns in TABLES.items()
        for name, column in columns.items()
    }
    for path in sorted(VOCABULARY.glob("*.yaml")):
        read = read_yaml(path)
        texts = {f"{path.stem}.about": read["about"][language]}
        for code, term in read["terms"].items():
            texts[f"{path.stem}.{code}"] = term["labels"][language]
            texts[f"{path.stem}.{code}.definition"] = term["definition"][language]
        found[f"data/vocabulary/{path.name}"] = texts
    return found


@pytest.mark.parametrize(
    ("language", "texts", "told"),
    [
        ("en", {}, []),
        ("zh", {"fold.ram": "公羊", "fold": "羊群"}, []),
        ("zh", {"fold.ram": "公牛"}, [("fold.ram", "公牛", "公羊")]),
        ("zh", {"barn": "羊和公羊"}, [("barn", "羊", "公羊")]),
        ("zh", {"barn": "一群羊"}, [("barn", "羊", "公羊"), ("barn", "群羊", "羊群")]),
        ("en", {"barn": "Tups and tuppence", "pen": "A TUP."}, [("pen", "tup", "ram")]),
        ("en", {"barn": "the tup flock"}, []),
        ("en", {"fold.ram": "Ram"}, [("fold.ram", "Ram", "ram")]),
    ],
)
def test_what_departs_is_told_by_key_with_what_is_asked(
    language: str, texts: dict[str, str], told: list[tuple[str, str, str]]
):
    assert [tuple(one) for one in departures(texts, language, SHEEP)] == told


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_of_the_interface_departs(language: InterfaceLanguage):
    told = [
        f"{file}: {key}: found “{found}”, asked “{asked}”"
        for file, texts in interface(language).items()
        for key, found, asked in departures(texts, language, glossary())
    ]
    assert told == []


def test_a_term_is_bound_to_keys_there_are_and_has_one_name_of_its_own():
    keys = {key for texts in interface("en").values() for key in texts}
    terms = glossary().values()
    assert [key for term in terms for key in term.says if key not in keys] == []
    for name in ("en", "zh"):
        names = [getattr(term, name).casefold() for term in terms]
        assert sorted(names) == sorted(set(names))
    assert [term.en for term in terms if (term.stands_in is None) != (term.texts == 0)] == []
    assert len(terms) > 100


def test_chinese_keeps_its_punctuation_and_no_space_between_its_signs():
    wrong = re.compile(rf"{HAN} +{HAN}|{HAN}[,;:!?()\"']|[,;:!?()\"']{HAN}|(?<!…)…(?!…)|\.\.\.")
    told = [
        f"{file}: {key}: {text}"
        for file, texts in interface("zh").items()
        for key, text in texts.items()
        if wrong.search(re.sub(r"\{[a-z_:]+\}|`[^`]+`", "", text))
    ]
    assert told == []
