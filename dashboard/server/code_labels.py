"""What records are called in the language of an answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboard.corpus.snapshot import Snapshot
from dashboard.export.feed import Titled
from dashboard.words import InterfaceLanguage, words
from dashboard.words.labels import label_of, state_name


def titled(snapshot: Snapshot, language: InterfaceLanguage) -> dict[str, Titled]:
    """Every record of the log of changes, by id: its symbol and title, and its path here.

    A statement has no title: it is named by who spoke, how and when.
    """
    say, found = words(language), {}
    for table in ("timeline", "documents"):
        for row in snapshot.tables[table].to_dict("records"):
            title = say.field(row, "short") or say.field(row, "title")
            symbol = _text(row["symbol"])
            name = f"{symbol}: {title}" if symbol and title else title or symbol or row["id"]
            found[row["id"]] = Titled(name, _text(row["url"]) or "/")
    for row in snapshot.tables["statements"].to_dict("records"):
        found[row["id"]] = Titled(_spoken(row, snapshot, language), _text(row["url"]) or "/")
    return found


def _spoken(row: Mapping[Any, Any], snapshot: Snapshot, language: InterfaceLanguage) -> str:
    say = words(language)
    names = [state_name(snapshot, language, s) for s in row["speaker_iso3"] if s in snapshot.states]
    who = say.field(row, "on_behalf_of") or say.listed(names) or row["id"]
    what = label_of(snapshot, language, "statement_types", _text(row["type"]))
    return " · ".join(filter(None, (who, what, say.date(_text(row["date"])))))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
