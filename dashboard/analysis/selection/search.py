"""Which rows of a table hold what a reader looks for.

A text that names one paragraph (`78/265 para 6 (e)`) finds that paragraph, elsewhere the rows
about it, or where there are none those of its document. The folded text of a table is made
once for each version of the data and kept for the few tables in use. Matching is plain
substring search: no text of a reader becomes a pattern.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.analysis.coded_rows import CodedRows, distinct
from dashboard.analysis.selection.codes import codes_of, symbol_key
from dashboard.analysis.selection.paragraph_lookup import paragraph_named
from dashboard.analysis.selection.parameters import COLUMNS, RECORD_OF
from dashboard.analysis.selection.search_text import Index, WithWording
from dashboard.analysis.selection.synonyms import mark, synonyms_of
from dashboard.analysis.selection.terms import Term, terms
from dashboard.analysis.snapshot_cache import SnapshotCache, TableCache
from dashboard.corpus.official_text import official_text_store
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.columns import TABLES
from dashboard.sources.official_text.folding import fold

_OF_DOCUMENT = tuple(
    f"documents.{name}" for name in ("title_en", "title_zh", "short_en", "short_zh")
)
SEARCHED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "timeline": (
            *("title_en", "title_zh", "short_en", "short_zh", "summary_en", "summary_zh"),
            *("symbol", "states"),
        ),
        "documents": (
            *("title_en", "title_zh", "short_en", "short_zh", "symbol", "drafts"),
            *("meeting", "committee_report", "agenda_item", "subjects"),
        ),
        "paragraphs": ("symbol", "number", "verb", "verb_zh", "summary_en", "summary_zh"),
        "acts": ("symbol", *_OF_DOCUMENT, "verb"),
        "recorded_votes": ("symbol", "title_en", "title_zh", "subject_en", "subject_zh"),
        "votes": ("symbol", *_OF_DOCUMENT, "iso3"),
        "sponsors": ("symbol", *_OF_DOCUMENT, "as_named", "iso3"),
        "statements": (
            *("symbol", "point_en", "point_zh", "on_behalf_of", "on_behalf_of_zh"),
            *("forum_en", "forum_zh", "person", "speaker_iso3", "aligned"),
        ),
        "requests": (
            *("symbol", "subject_en", "subject_zh", "entity_en", "entity_zh", "answered_by"),
            *("title_en", "title_zh"),
        ),
        "countries": ("name_en", "name_zh", "iso3"),
    }
)
"""The columns `q` searches; `documents.title_en` is that of each row's document. A State is found
by every name and code it has, whatever row is coded with it."""

_STATES = ("iso3", "states", "speaker_iso3", "aligned")
_PARAGRAPHS = {
    "paragraphs": "id",
    "acts": "paragraph",
    "recorded_votes": "paragraphs",
    "statements": "paragraphs",
    "requests": "paragraph",
}
"""For tables whose rows are about single paragraphs, the column that names them."""
_MENTIONED = "ai"
"""The synonym that rows flagged by the parameter `mentions` are found by, whatever they say."""


_indexes: TableCache[Index] = TableCache(most=2)
_worded: SnapshotCache[Index] = SnapshotCache(most=2)
"""The same for paragraphs with what finds their attached wording."""


def matching(snapshot: Snapshot, table: str, text: str) -> npt.NDArray[np.bool_]:
    """For each row of a table, whether it satisfies every term of a search text."""
    named = paragraph_named(snapshot, text)
    if named is not None:
        return _about(snapshot, table, named)
    return index_of(snapshot, table).found(search_terms(snapshot, table, text))


def search_terms(snapshot: Snapshot, table: str, text: str) -> tuple[Term, ...]:
    """A search text as it is read for a table."""
    return terms(text, synonyms_of(snapshot), index_of(snapshot, table))


def _about(snapshot: Snapshot, table: str, paragraph: str) -> npt.NDArray[np.bool_]:
    """The rows about a paragraph, or, where there are none, about its document."""
    frame = snapshot.tables[table]
    column = _PARAGRAPHS.get(table)
    if column is not None:
        is_list = TABLES[table][column].kind == "codes"
        exact = [paragraph in v if is_list else v == paragraph for v in frame[column]]
        if any(exact):
            return np.array(exact, dtype=bool)
    if "symbol" not in COLUMNS[table]:
        return np.zeros(len(frame), dtype=bool)
    symbol = symbol_key(paragraph.partition("#")[0])
    return codes_of(snapshot, table, "symbol").having(symbol.__eq__)


def index_of(snapshot: Snapshot, table: str) -> Index:
    """The searched text of a table, with attached wording where there is any."""
    index = _indexes.get(snapshot, table, lambda: Index(*_folded(snapshot, table)))
    store = official_text_store()
    if table != "paragraphs" or not store.has_any():
        return index
    ids = snapshot.tables[table]["id"]
    make = lambda: WithWording(index, store, ids)  # noqa: E731
    return _worded.get((snapshot.version, store.version()), make)


def searched_texts(snapshot: Snapshot, table: str) -> Counter[str]:
    """Every text of the columns searched, with the rows that have it; of States all their names."""
    found: Counter[str] = Counter()
    for name in SEARCHED[table]:
        names = _names(snapshot, name) if name in _STATES else {}
        listed = _listed(snapshot, table, name)
        for said, rows in listed.counts(np.ones(len(listed), dtype=bool)).items():
            for text in names.get(said, (said,)):
                found[text] += rows
    return found


def _listed(snapshot: Snapshot, table: str, name: str) -> CodedRows:
    """The texts of each row in one of the columns searched, States by their codes."""
    said, places = distinct(record_column(snapshot, table, name))
    rows = (v if isinstance(v, tuple) else (v,) if isinstance(v, str) else () for v in said)
    return CodedRows(rows).take(places)


def _names(snapshot: Snapshot, column: str) -> dict[str, tuple[str, ...]]:
    """Every name of each State; where there is prose no code is a word: CAN is Canada and can."""
    return {
        iso3: (
            *((iso3,) if column == "iso3" else ()),
            *(*state.names.values(), *state.other_names, *state.aliases),
        )
        for iso3, state in snapshot.states.items()
    }


def record_column(snapshot: Snapshot, table: str, column: str) -> pd.Series[Any]:
    """A column of a table; of another, as `documents.sponsors`, the value of each row's record."""
    other, _, name = column.rpartition(".")
    frame = snapshot.tables[table]
    if not other:
        return frame[column]
    return frame[RECORD_OF[table]].map(snapshot.tables[other].set_index("id")[name])


def _folded(snapshot: Snapshot, table: str) -> tuple[list[CodedRows], list[CodedRows]]:
    """What each row is coded with, and its prose, by column; a text kept once for all rows."""
    folding = _Folding(synonyms_of(snapshot).marks)
    coded, prose = [], []
    for name in SEARCHED[table]:
        listed = _listed(snapshot, table, name)
        if name in _STATES:
            names = _names(snapshot, name)
            coded.append(listed.saying(partial(_coded_state, folding, names)))
        else:
            prose.append(listed.saying(folding))
    if "mentions" in COLUMNS[table]:
        flags = pd.to_numeric(snapshot.tables[table][COLUMNS[table]["mentions"]])
        flagged = (flags > 0).fillna(False).to_numpy(bool).astype(np.intp)
        coded.append(CodedRows([(), (mark(_MENTIONED),)]).take(flagged))
    return coded, prose


def _coded_state(folding: _Folding, names: Mapping[str, Sequence[str]], iso3: str) -> str:
    """What finds a State that a row is coded with."""
    if iso3 not in names:
        return folding(iso3)
    return "\n".join([mark(iso3), *map(folding, names[iso3])])


class _Folding(dict[str, str]):
    """Each text folded once, with the marks of what it says in capitals."""

    def __init__(self, marks: Mapping[str, str]) -> None:
        super().__init__()
        self._marks = [(re.compile(rf"\b{re.escape(word)}\b"), m) for word, m in marks.items()]

    def __call__(self, text: str) -> str:
        return self[text]

    def __missing__(self, text: str) -> str:
        found = [fold(text), *(m for word, m in self._marks if word.search(text))]
        self[text] = "\n".join(found)
        return self[text]
