"""Which rows of a table hold what a reader looks for.

A text that names one paragraph (`78/265 para 6 (e)`) finds that paragraph, and in other
tables the rows of its document. The folded text of a table is made once for each version
of the data and kept for the few tables in use. Matching is plain substring search: no text
of a reader becomes a pattern.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.analysis.selection.paragraph_lookup import paragraph_named
from dashboard.analysis.selection.search_text import with_official_text
from dashboard.analysis.selection.terms import fold, terms
from dashboard.analysis.snapshot_cache import SnapshotCache
from dashboard.corpus.official_text import official_text_store
from dashboard.corpus.records.vocabularies import State
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.columns import TABLES

SEARCHED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "timeline": (
            *("title_en", "title_zh", "short_en", "short_zh", "summary_en", "summary_zh"),
            "symbol",
        ),
        "documents": (
            *("title_en", "title_zh", "short_en", "short_zh", "symbol", "drafts"),
            *("meeting", "committee_report", "agenda_item", "subjects"),
        ),
        "paragraphs": ("symbol", "number", "verb", "verb_zh", "summary_en", "summary_zh"),
        "recorded_votes": ("symbol", "title_en", "title_zh", "subject_en", "subject_zh"),
        "votes": ("symbol", "iso3"),
        "sponsors": ("symbol", "iso3", "as_named"),
        "statements": (
            *("symbol", "point_en", "point_zh", "on_behalf_of", "on_behalf_of_zh"),
            *("forum_en", "forum_zh", "person"),
        ),
        "requests": (
            *("symbol", "subject_en", "subject_zh", "entity_en", "entity_zh", "answered_by"),
            *("title_en", "title_zh"),
        ),
        "countries": ("iso3", "name_en", "name_zh"),
    }
)
"""The columns `q` searches. An `iso3` is searched by the State's names as well."""

_indexes: SnapshotCache[tuple[str, ...]] = SnapshotCache(most=12)
_worded: SnapshotCache[tuple[str, ...]] = SnapshotCache(most=2)
"""The same for paragraphs with their attached wording, which is a hundred times longer."""


def matching(snapshot: Snapshot, table: str, text: str) -> npt.NDArray[np.bool_]:
    """For each row of a table, whether it satisfies every term of a search text."""
    named = paragraph_named(snapshot, text)
    if named is not None:
        column, wanted = ("id", named) if table == "paragraphs" else ("symbol", _symbol(named))
        return np.array(snapshot.tables[table][column] == wanted, dtype=bool)
    return found_in(_index(snapshot, table), text)


def found_in(rows: Sequence[str], text: str) -> npt.NDArray[np.bool_]:
    """For each folded text, whether it satisfies every term of a search text."""
    kept = np.ones(len(rows), dtype=bool)
    for term in terms(text):
        places = np.flatnonzero(kept)  # what an earlier term left out is not looked at again
        found = np.zeros(len(places), dtype=bool)
        for needle in term.needles:
            found |= np.array([needle in rows[place] for place in places.tolist()], dtype=bool)
        kept[places] = found != term.excluded
    return kept


def _symbol(paragraph: str) -> str:
    return paragraph.partition("#")[0]


def _index(snapshot: Snapshot, table: str) -> tuple[str, ...]:
    rows = _indexes.get(
        (snapshot.key, table),
        lambda: _folded(snapshot.tables[table], table, snapshot.states),
    )
    if table != "paragraphs" or not official_text_store().has_any():
        return rows
    return _worded.get(
        (snapshot.version, official_text_store().version()),
        lambda: with_official_text(rows, snapshot.tables[table]),
    )


def _folded(frame: pd.DataFrame, table: str, states: Mapping[str, State]) -> tuple[str, ...]:
    """Each row's text, its columns kept apart so that no phrase runs over an edge."""
    names = {
        s.iso3: "\n".join([fold(s.iso3), *map(fold, s.names.values())]) for s in states.values()
    }
    columns = []
    for name in SEARCHED[table]:
        if TABLES[table][name].kind == "codes":
            columns.append(["\n".join(map(fold, values)) for values in frame[name]])
        elif name == "iso3":
            columns.append([names.get(code, fold(code)) for code in frame[name]])
        else:
            columns.append([fold(value) for value in frame[name].fillna("")])
    return tuple("\n".join(texts) for texts in zip(*columns, strict=True))
