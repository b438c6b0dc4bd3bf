"""What the interface says, one YAML file a language, and how each language writes things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Protocol

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal

from dashboard.corpus.reading.yaml_reader import read_yaml
from dashboard.corpus.records.fields import first_day, precision
from dashboard.words.languages import LANGUAGES, InterfaceLanguage

__all__ = [
    "LANGUAGES",
    "InterfaceLanguage",
    "Words",
    "entries",
    "framework",
    "translations",
    "words",
]

FOLDER = Path(__file__).parent
SPOKEN = ("removed", "removed_end", "added", "added_end")
"""What a screen reader says before and after words that went and words that came."""
_WRITTEN_IN = "en"
"""The language of a column without a code of its own: `verb` stands beside `verb_zh`."""
_SKELETONS = {
    "long": {"year": "y", "month": "yMMMM"},
    "medium": {"year": "y", "month": "yMMM"},
}


class Row(Protocol):
    """A row of a table, as a mapping or a series: its columns by name."""

    def get(self, name: str, /) -> Any:
        """The value of a column; None where there is no such column."""


class Words:
    """The words of one language: `words("timeline.title")`, `words("rows", n=3, all="110")`.

    What the language does not say is said by its fallbacks, in their order; the same order
    chooses between the languages of a text of the record.
    """

    def __init__(self, language: InterfaceLanguage) -> None:
        self.language = language
        self.order = (language, *LANGUAGES[language].fallbacks)
        self._locales = {code: Locale.parse(LANGUAGES[code].locale) for code in self.order}
        self._locale = self._locales[language]
        self._entries = {code: entries(code) for code in self.order}

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key with its `{names}` filled in. Raises `KeyError` for an unknown key.

        A number `n` is written as the language writes numbers, and chooses the plural form
        where the key has forms beneath it (`zero`, `one`, `other`; `zero` is for 0 in any
        language). A text that names a value it is not given is passed over as if it were missing.
        """
        count = values.get("n")
        texts = self._found(key, count)
        if isinstance(count, int):
            values["n"] = self.number(count)
        for text in texts:
            with suppress(KeyError, IndexError, ValueError):
                return text.format(**values) if values else text
        raise KeyError(key)

    def _found(self, key: str, count: object) -> Iterator[str]:
        """The texts of a key, the best first; each language by its own plural forms."""
        for code, said in self._entries.items():
            keys = [key]
            if isinstance(count, int):
                forms = ["zero"] * (count == 0) + [self._locales[code].plural_form(count), "other"]
                keys = [*(f"{key}.{form}" for form in forms), key]
            yield from (said[name] for name in keys if name in said)

    def has(self, key: str) -> bool:
        """Whether a key exists in the language or one of its fallbacks."""
        return any(key in said for said in self._entries.values())

    def texts(self, texts: Mapping[Any, str | None]) -> list[str]:
        """A text of the record, by language, in each that a reader may be shown; the best first."""
        return [text for code in self.order if (text := texts.get(code))]

    def text(self, texts: Mapping[Any, str | None]) -> str:
        """The best of them; empty where there is none."""
        return next(iter(self.texts(texts)), "")

    def marked(self, texts: Mapping[Any, Any]) -> str:
        """The best of them, with the name of its language where that is not the reader's."""
        found = ((code, texts.get(code)) for code in self.order)
        code, text = next(((c, t) for c, t in found if isinstance(t, str) and t), ("", ""))
        return self(f"written_in.{code}", text=text) if code not in ("", self.language) else text

    def columns(self, name: str) -> list[str]:
        """The columns a field may stand in, the best first: `title_zh`, `title_en`, `title`."""
        return [column for code in self.order for column in _columns(name, code)]

    def own(self, row: Row, name: str) -> str:
        """A field of a row in the language itself; empty where only a fallback has it."""
        return _value(row, name, self.language)

    def fields(self, row: Row, name: str) -> list[str]:
        """A field of a row in each language that a reader may be shown; the best first."""
        return [text for code in self.order if (text := _value(row, name, code))]

    def field(self, row: Row, name: str) -> str:
        """The best of them, see `marked`; empty where there is none."""
        return self.marked({code: _value(row, name, code) for code in self.order})

    def date(self, partial: str | None) -> str:
        """A partial date as precise as it is: `21 March 2024`, `2024年3月`; empty for None."""
        return _day(self._locale, "long", partial) if partial else ""

    def short_date(self, partial: str | None) -> str:
        """The same as a table has room for, in one piece: `21 Mar 2024`, `2024年3月`."""
        written = _day(self._locale, "medium", partial) if partial else ""
        return written.replace(" ", "\N{NO-BREAK SPACE}")

    def dates(self, start: str | None, end: str | None) -> str:
        """A date, or a span of dates with an en dash (in Chinese 至)."""
        if not end or end == start:
            return self.date(start)
        return self("date.span", start=self.date(start), end=self.date(end))

    def number(self, value: int) -> str:
        """A whole number with the language's grouping."""
        return _number(self._locale, value)

    def listed(self, items: Iterable[str]) -> str:
        """`a, b and c`, `a、b和c`."""
        return str(format_list(list(items), locale=self._locale))


@lru_cache(maxsize=4096)
def _number(locale: Locale, value: int) -> str:
    """Babel reads its pattern anew for each number, and a table has hundreds."""
    return str(format_decimal(value, locale=locale))


@lru_cache(maxsize=4096)
def _day(locale: Locale, style: str, partial: str) -> str:
    """A partial date as precise as it is, in a style of Babel's."""
    day, known = first_day(partial), precision(partial)
    if known == "day":
        return str(format_date(day, style, locale=locale))
    return str(format_skeleton(_SKELETONS[style][known], day, locale=locale))


def _columns(name: str, code: InterfaceLanguage) -> list[str]:
    """The columns in which a field may stand in one language."""
    return [f"{name}_{code}", name] if code == _WRITTEN_IN else [f"{name}_{code}"]


def _value(row: Row, name: str, code: InterfaceLanguage) -> str:
    """A field of a row in one language; empty where it has none."""
    found = (row.get(column) for column in _columns(name, code))
    return next((text for text in found if isinstance(text, str) and text), "")


@cache
def words(language: InterfaceLanguage) -> Words:
    """The words of a language, read once."""
    return Words(language)


@cache
def entries(language: InterfaceLanguage) -> Mapping[str, str]:
    """Every key of a language's file, nested keys joined by dots."""
    return dict(_flat("", read_yaml(FOLDER / f"{language}.yaml")))


@cache
def translations() -> Mapping[str, Mapping[str, str]]:
    """What the framework's own scripts say, in English, and how our other languages say it."""
    found: Mapping[str, Mapping[str, str]] = read_yaml(FOLDER / "framework.yaml")
    return found


@cache
def framework() -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    """What the framework's own scripts say, in English, and how each of our languages says it.

    `languages` has the direction of each, its colon, what leads to the results, and what is said
    where words went and came;
    `words` has each text in every language.
    """
    spoken = {code: words(code) for code in LANGUAGES}
    return {
        "languages": {
            code: {
                "direction": LANGUAGES[code].direction,
                "colon": say("punctuation.colon"),
                "skip": say("results.skip"),
                "spoken": {name: say(f"wording.spoken_{name}") for name in SPOKEN},
            }
            for code, say in spoken.items()
        },
        "words": {
            english: {
                code: say.text({_WRITTEN_IN: english, **others}) for code, say in spoken.items()
            }
            for english, others in translations().items()
        },
    }


def _flat(prefix: str, value: Any) -> Iterable[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(f"{prefix}.{key}" if prefix else key, inner)
    else:
        yield prefix, str(value)
