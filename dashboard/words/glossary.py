"""One name for one thing: the terms of the interface. Tests hold every text to them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from dashboard.corpus.reading.yaml_reader import read_yaml
from dashboard.corpus.records.fields import Record, Symbol, Text


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


@cache
def glossary() -> Mapping[str, Term]:
    """Every term by its code, in the order of the file. Raises for a file unfit to use."""
    terms = read_yaml(Path(__file__).parent / "glossary.yaml")
    return {code: Term.model_validate(fields) for code, fields in terms.items()}
