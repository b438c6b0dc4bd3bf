"""The tables of the record, with the columns of `dashboard.corpus.tables.columns`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.tables.act_rows import act_columns, acts_of_texts
from dashboard.corpus.tables.columns import DTYPES, TABLES
from dashboard.corpus.tables.country_rows import country_rows
from dashboard.corpus.tables.document_rows import curated_row, imported_row
from dashboard.corpus.tables.paragraph_rows import paragraph_rows
from dashboard.corpus.tables.request_rows import request_rows
from dashboard.corpus.tables.statement_rows import statement_rows
from dashboard.corpus.tables.timeline_rows import timeline_rows
from dashboard.corpus.tables.vote_rows import recorded_vote_rows, sponsor_rows, vote_rows

Row = Mapping[str, Any]


def build_tables(corpus: Corpus) -> dict[str, pd.DataFrame]:
    """Every table of `columns.TABLES` from one corpus, sorted by date, then id."""
    documents = [
        *(
            imported_row(r, corpus.curated.get(s), _requests(s, corpus), corpus.terms("groups"))
            for s, r in corpus.imported.items()
        ),
        *(curated_row(r) for i, r in corpus.curated.items() if i not in corpus.imported),
    ]
    acts = acts_of_texts(corpus)
    by_id = {str(row["id"]): row for row in documents}
    recorded = list(recorded_vote_rows(corpus, by_id))
    votes = list(_described(vote_rows(corpus), by_id))
    sponsors = list(_described(sponsor_rows(corpus), by_id))
    statements = list(statement_rows(corpus))
    rows: dict[str, Iterable[Row]] = {
        "timeline": sorted(timeline_rows(documents, corpus), key=_by_date),
        "documents": sorted(documents, key=_by_date),
        "paragraphs": paragraph_rows(corpus, acts),
        "recorded_votes": recorded,
        "votes": votes,
        "sponsors": sponsors,
        "statements": statements,
        "requests": request_rows(corpus, by_id),
        "countries": country_rows(
            corpus.states, corpus.events, recorded, votes, sponsors, statements
        ),
    }
    frames = {name: frame(name, found) for name, found in rows.items()}
    frames["acts"] = _of_columns("acts", act_columns(acts, frames["paragraphs"]))
    return {name: frames[name] for name in TABLES}


def _described(rows: Iterable[Row], documents: Mapping[str, Row]) -> Iterator[Row]:
    """Rows on a document, with what narrows a choice of documents."""
    for row in rows:
        if row["symbol"] in documents:
            document = documents[row["symbol"]]
            yield {**row, **{name: document[name] for name in ("track", "topics", "weight")}}


def _requests(symbol: str, corpus: Corpus) -> int | None:
    """How many requests are on record; 0 where the text was read for them and makes none."""
    listed = corpus.requests.get(symbol)
    if listed is not None:
        return len(listed.requests)
    scanned = corpus.request_candidates.values()
    return 0 if any(symbol in found.candidates for found in scanned) else None


def _by_date(row: Row) -> tuple[str, str]:
    return (row["date"] or "", row["id"])


def frame(table: str, rows: Iterable[Row]) -> pd.DataFrame:
    """Rows as a frame with exactly the contract's columns and dtypes.

    Raises `KeyError` where a row lacks a column, so that none is forgotten silently.
    """
    found = list(rows)
    return _of_columns(table, {name: [row[name] for row in found] for name in TABLES[table]})


def _of_columns(table: str, columns: Mapping[str, Any]) -> pd.DataFrame:
    described = TABLES[table]
    index = pd.RangeIndex(len(columns[next(iter(described))]))  # one for all: nothing is aligned
    return pd.DataFrame(
        {
            name: pd.Series(columns[name], index, DTYPES[column.kind])
            for name, column in described.items()
        },
        index,
    )
