"""What codes and records are called in the language of an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dashboard.corpus.snapshot import Snapshot
from dashboard.export.feed import Titled
from dashboard.words import FALLBACK, InterfaceLanguage, words


def labels(snapshot: Snapshot, language: InterfaceLanguage) -> Callable[[str, str], str]:
    """From vocabulary and code to the label; the code itself where it has none."""

    def label(vocabulary: str, code: str) -> str:
        found = snapshot.vocabularies.get(vocabulary)
        term = found.terms.get(code) if found else None
        if term is None:
            return code
        return term.labels.get(language) or term.labels.get("en") or code

    return label


def titled(snapshot: Snapshot, language: InterfaceLanguage) -> dict[str, Titled]:
    """Every record of the log of changes, by id: its symbol and title, and its path here.

    A statement has no title: it is named by who spoke, how and when.
    """
    found = {}
    for table in ("timeline", "documents"):
        for row in snapshot.tables[table].to_dict("records"):
            title = _either(row, "short", language) or _either(row, "title", language)
            symbol = _text(row["symbol"])
            name = f"{symbol}: {title}" if symbol and title else title or symbol or row["id"]
            found[row["id"]] = Titled(name, _text(row["url"]) or "/")
    for row in snapshot.tables["statements"].to_dict("records"):
        found[row["id"]] = Titled(_spoken(row, snapshot, language), _text(row["url"]) or "/")
    return found


def _spoken(row: Mapping[Any, Any], snapshot: Snapshot, language: InterfaceLanguage) -> str:
    say, label = words(language), labels(snapshot, language)
    states = (snapshot.states.get(iso3) for iso3 in row["speaker_iso3"])
    names = [state.names.get(language) or state.names["en"] for state in states if state]
    group = _text(row["on_behalf_of_zh"]) if language == "zh" else None
    group = group or _text(row["on_behalf_of"])
    kind = _text(row["type"])
    who = group or say.listed(names) or row["id"]
    what = label("statement_types", kind) if kind else ""
    return " · ".join(filter(None, (who, what, say.date(_text(row["date"])))))


def _either(row: Mapping[Any, Any], name: str, language: InterfaceLanguage) -> str | None:
    return _text(row[f"{name}_{language}"]) or _text(row[f"{name}_{FALLBACK[language]}"])


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
