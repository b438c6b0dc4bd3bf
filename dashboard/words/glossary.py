"""One name for one thing: the terms of the interface, and where a text departs from them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from dashboard.corpus.reading.yaml_reader import read_yaml
from dashboard.corpus.records.fields import Record, Symbol, Text
from dashboard.words.languages import InterfaceLanguage


class Term(Record):
    """What a thing is called in each language, and what it is never called there."""

    en: Text
    zh: Text
    not_en: list[Text] = []
    not_zh: list[Text] = []
    says: list[Text] = []
    """Keys of words, or of labels as `positions.yes`, that say just this."""
    stands_in: Symbol | None = None
    """An official text in which the Chinese term stands; None: the term is ours."""
    texts: int = 0
    """How many Chinese resolutions of sessions 75 to 80 have it."""


class Departure(NamedTuple):
    """A text that does not keep to the glossary: its key, what was found, what is asked."""

    key: str
    found: str
    asked: str


@cache
def glossary() -> Mapping[str, Term]:
    """Every term by its code, in the order of the file. Raises for a file unfit to use."""
    terms = read_yaml(Path(__file__).parent / "glossary.yaml")
    return {code: Term.model_validate(fields) for code, fields in terms.items()}


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
