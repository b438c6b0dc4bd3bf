"""What the interface says, one YAML file a language, and how each language writes things.

A word missing in one language is shown in the other; a test fails for it all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from dashboard.corpus.reading.yaml_reader import read_yaml
from dashboard.corpus.records.fields import first_day

InterfaceLanguage = Literal["en", "zh"]
LANGUAGES: tuple[InterfaceLanguage, ...] = ("en", "zh")
FALLBACK: Mapping[InterfaceLanguage, InterfaceLanguage] = {"en": "zh", "zh": "en"}
_LOCALES = {"en": "en_GB", "zh": "zh_Hans_CN"}
_DATE_PATTERNS = {
    "en": {4: "y", 7: "MMMM y", 10: "d MMMM y"},
    "zh": {4: "y年", 7: "y年M月", 10: "y年M月d日"},
}
_FOLDER = Path(__file__).parent


class Words:
    """The words of one language: `words("timeline.title")`, `words("rows", n=3, all="110")`."""

    def __init__(self, language: InterfaceLanguage) -> None:
        self.language = language
        self._entries = entries(language)
        self._other = entries(FALLBACK[language])
        self._locale = Locale.parse(_LOCALES[language])

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key with its `{names}` filled in. Raises `KeyError` for an unknown key.

        A number `n` is written as the language writes numbers, and chooses the plural form
        where the key has forms beneath it (`one`, `other`).
        """
        keys = [key]
        count = values.get("n")
        if isinstance(count, int):
            keys = [f"{key}.{self._locale.plural_form(count)}", f"{key}.other", key]
            values["n"] = self.number(count)
        found = (entries.get(k) for entries in (self._entries, self._other) for k in keys)
        text = next((entry for entry in found if entry is not None), None)
        if text is None:
            raise KeyError(key)
        return text.format(**values) if values else text

    def has(self, key: str) -> bool:
        """Whether a key exists in any language."""
        return key in self._entries or key in self._other

    def date(self, partial: str | None) -> str:
        """A partial date as precise as it is: `21 March 2024`, `2024年3月`; empty for None."""
        if not partial:
            return ""
        pattern = _DATE_PATTERNS[self.language][len(partial)]
        return str(format_date(first_day(partial), pattern, locale=self._locale))

    def dates(self, start: str | None, end: str | None) -> str:
        """A date, or a span of dates with an en dash (in Chinese 至)."""
        if not end or end == start:
            return self.date(start)
        return self("date.span", start=self.date(start), end=self.date(end))

    def number(self, value: int) -> str:
        """A whole number with the language's grouping."""
        return str(format_decimal(value, locale=self._locale))

    def listed(self, items: Iterable[str]) -> str:
        """`a, b and c`, `a、b和c`."""
        return str(format_list(list(items), locale=self._locale))


@cache
def words(language: InterfaceLanguage) -> Words:
    """The words of a language, read once."""
    return Words(language)


@cache
def entries(language: InterfaceLanguage) -> Mapping[str, str]:
    """Every key of a language's file, nested keys joined by dots."""
    return dict(_flat("", read_yaml(_FOLDER / f"{language}.yaml")))


@cache
def translations(said: Literal["framework", "columns"]) -> Mapping[str, Mapping[str, str]]:
    """English texts that stand elsewhere, and how our other languages say them.

    They are what the framework's own scripts say, or what the columns of the tables mean.
    """
    found: Mapping[str, Mapping[str, str]] = read_yaml(_FOLDER / f"{said}.yaml")
    return found


def _flat(prefix: str, value: Any) -> Iterable[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(f"{prefix}.{key}" if prefix else key, inner)
    else:
        yield prefix, str(value)
