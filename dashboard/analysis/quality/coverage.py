"""What the record holds and how well it is established, counted from the record itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

import pandas as pd

from dashboard.analysis.frames import frame_of
from dashboard.analysis.scope import is_read
from dashboard.corpus.records.documents import CuratedDocument, ImportedDocument
from dashboard.corpus.records.events import Event
from dashboard.corpus.records.statements import Statement

WORDING = {"session": "Int64", "language": "str", "attached": "int64", "missing": "object"}
WANTED = ("en", "zh")
"""The languages in which wording is fetched unless others are named."""
CONFLICTS = dict.fromkeys(("id", "field", "note_en", "note_zh"), "str")


def by_code(frame: pd.DataFrame, column: str) -> pd.DataFrame:
    """Rows for each code of a column: columns code, rows, share (of all, 0 to 1), most first.

    Texts known but not read are in no count.
    """
    frame = frame[is_read(frame)]
    counted = frame[column].value_counts()
    total = max(len(frame), 1)
    return pd.DataFrame(
        {
            "code": counted.index.astype("str"),
            "rows": counted.to_numpy(),
            "share": counted.to_numpy() / total,
        }
    )


def files_read(imported: Mapping[str, ImportedDocument]) -> Mapping[str, int]:
    """Official files read, by language."""
    return Counter(file.language for record in imported.values() for file in record.files)


def wording_attached(
    imported: Mapping[str, ImportedDocument], held: Collection[tuple[str, str]]
) -> pd.DataFrame:
    """What of the official wording is attached, by session and language: columns session, language,
    attached (texts), missing (list of symbols). `held` names texts by symbol and language.

    English and Chinese have a row in each session, another language where a text of it is held.
    """
    languages = dict.fromkeys((*WANTED, *sorted({language for _, language in held})))
    grouped: defaultdict[tuple[int | None, str], list[str]] = defaultdict(list)
    for symbol, record in imported.items():
        for language in languages:
            grouped[record.session, language].append(symbol)
    rows = []
    for (session, language), symbols in grouped.items():
        missing = [symbol for symbol in symbols if (symbol, language) not in held]
        if language in WANTED or len(missing) < len(symbols):
            rows.append((session, language, len(symbols) - len(missing), missing))
    found = frame_of(rows, WORDING)
    return found.sort_values(["session", "language"], kind="stable", ignore_index=True)


def conflicts(
    curated: Mapping[str, CuratedDocument],
    events: Mapping[str, Event],
    statements: Mapping[str, Statement] = MappingProxyType({}),
) -> pd.DataFrame:
    """Every fact on which sources disagree: columns id, field, note_en, note_zh."""
    records: Iterable[CuratedDocument | Event | Statement]
    records = (*curated.values(), *events.values(), *statements.values())
    rows = [
        (record.id, conflict.field, conflict.note.en, conflict.note.zh)
        for record in records
        for conflict in record.conflicts
    ]
    return frame_of(rows, CONFLICTS)


def comparable(documents: pd.DataFrame) -> list[str]:
    """Symbols of the resolutions worth comparing, core and related ones, newest first."""
    worth = (documents["weight"] != "mention") & documents["operative"].notna()
    central = documents.loc[worth, ["date", "id"]]
    return list(central.sort_values(["date", "id"], ascending=False, kind="stable")["id"])


def by_text(paragraphs: pd.DataFrame) -> pd.DataFrame:
    """What is summarised of each text: columns symbol, paragraphs, summarised, mention, done.

    `paragraphs` counts the imported skeleton, `mention` its paragraphs that speak of AI, by name
    or in other words, and `done` those of them that have a summary. Texts with most come first.
    """
    summarised = paragraphs["summary_en"].notna()
    mention = (paragraphs["mentions_ai"] | paragraphs["near_ai"]).fillna(False)
    counted = pd.DataFrame(
        {
            "symbol": paragraphs["symbol"],
            "paragraphs": 1,
            "summarised": summarised.astype(int),
            "mention": mention.astype(int),
            "done": (mention & summarised).astype(int),
        }
    )
    found = counted.groupby("symbol", as_index=False, sort=True).sum()
    return found.sort_values("summarised", ascending=False, kind="stable", ignore_index=True)
