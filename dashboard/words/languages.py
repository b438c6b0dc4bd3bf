"""The languages of the interface, as `languages.yaml` lists them, and which one a reader gets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal

from dashboard.corpus.reading.yaml_reader import read_yaml
from dashboard.corpus.records.fields import Record, Text

InterfaceLanguage = str
"""A code of `LANGUAGES`."""


class Language(Record):
    """A language of the interface: its own name, how it writes, who speaks where it is silent."""

    name: Text
    locale: Text
    direction: Literal["ltr", "rtl"]
    fallbacks: list[InterfaceLanguage]
    partial: bool


def read_languages(folder: Path) -> dict[InterfaceLanguage, Language]:
    """The languages listed in a folder of words, in their order. Raises for a list unfit to use."""
    listed = read_yaml(folder / "languages.yaml")
    return {code: Language.model_validate(fields) for code, fields in listed.items()}


LANGUAGES: Final[Mapping[InterfaceLanguage, Language]] = read_languages(Path(__file__).parent)


def language_called(tag: str | None) -> InterfaceLanguage | None:
    """Ours that a language tag names in any spelling (`zh-CN`, `ZH_hant`); None for others."""
    primary = re.split("[^a-z]", (tag or "").strip().lower())[0]
    return primary if primary in LANGUAGES else None


def readers_language(asked: str | None, accepted: str | None = None) -> InterfaceLanguage:
    """The language asked for, else the first that the browser accepts (`zh-CN,en`), else ours."""
    return language_called(asked) or language_called(accepted) or next(iter(LANGUAGES))
