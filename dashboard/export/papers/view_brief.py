"""The view a reader has open, as a paper."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from dashboard.analysis.scope import is_read, rows_read
from dashboard.corpus.snapshot import Snapshot
from dashboard.export.papers.entries import entries
from dashboard.export.papers.paper import Block, Paper, Span, line
from dashboard.words import Words

MOST = 500
"""Rows of one paper; a reader who needs more takes the table."""


@dataclass(frozen=True)
class View:
    """A table as a reader looks at it: the name of its page, the filters in force, the whole
    address of the view, the day."""

    table: str
    page: str
    question: str
    address: str
    day: dt.date


def counted_in_words(snapshot: Snapshot, say: Words, table: str, found: int, n: int) -> str:
    """How many of how many rows of a table were found; the texts known but not read, of which
    are those beyond `n`, stand apart.
    """
    key = f"count.{table}"  # where the table's things have a name of their own
    total = int(rows_read(snapshot, table).sum())
    said = say(key if say.has(f"{key}.other") else "take.rows", n=n, total=say.number(total))
    return say("results.with_unread", said=said, n=found - n) if n < found else said


def view_brief(snapshot: Snapshot, say: Words, found: pd.DataFrame, view: View, base: str) -> Paper:
    """The question and n of N, then the first `MOST` of the rows found, then the sources.

    `base` is what comes before a path of our own.
    """
    left_out = len(found) - MOST
    notes = {
        "requests": say("due.as_of", date=say.date(snapshot.as_of.isoformat())),
        "statements": say("statements.reading"),
        "countries": say("countries.totals"),
    }
    before = (
        say("take.question", question=view.question),
        counted_in_words(snapshot, say, view.table, len(found), int(is_read(found).sum())),
        say("take.version", version=snapshot.version, date=say.date(view.day.isoformat())),
        notes.get(view.table),
    )
    after = (
        say("empty.title") if found.empty else None,
        say("take.remainder", n=left_out) if left_out > 0 else None,
        say("footer.sources"),
    )
    blocks = [
        *map(line, filter(None, before)),
        Block("line", (Span(say("take.open"), address=view.address),)),
        *(entry.block for entry in entries(snapshot, say, found.head(MOST), view.table, base)),
        *map(line, filter(None, after)),
    ]
    title = say("cited.view", record=say("app.title"), question=view.page)
    return Paper(title, blocks, say.language)
