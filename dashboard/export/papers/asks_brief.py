"""What is asked of one class of addressees, as a paper."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dashboard.analysis.frames import Row, rows_of
from dashboard.corpus.snapshot import Snapshot
from dashboard.export.papers.paper import Block, Paper, Span, line
from dashboard.words import Words
from dashboard.words.labels import acts_in_words, label_of
from dashboard.words.places import paragraph_reference


def asks_brief(
    snapshot: Snapshot, say: Words, asked: pd.DataFrame, *, title: str, lines: Sequence[str]
) -> Paper:
    """Rows of `analysis.paragraphs.asks.asked_of`, a heading for each tier.

    `lines` stand under the title: the query, n of N, the data version, the source.
    """
    blocks, rows = list(map(line, lines)), rows_of(asked)
    for tier in dict.fromkeys(row["tier"] for row in rows):
        label = label_of(snapshot, say.language, "tiers", f"tier_{tier}")
        blocks.append(Block("heading", (Span(say("asks.unknown") if tier is None else label),)))
        blocks += [_item(snapshot, say, row) for row in rows if row["tier"] == tier]
    if not rows:
        blocks.append(line(say("empty.title")))
    return Paper(title, blocks, say.language)


def _item(snapshot: Snapshot, say: Words, row: Row) -> Block:
    """A paragraph: where it stands, its verb, what it asks, and what softens that."""
    place = paragraph_reference(say, row["id"], row["number"])
    date = f" ({say.date(row['date'])})" if row["date"] else ""
    verb = acts_in_words(snapshot, say, row) or say("brief.no_verb")
    opening = say("brief.under", verb=verb) if row["inherited"] else verb
    summary = say.field(row, "summary") or say("compare.no_summary")
    softeners = [label_of(snapshot, say.language, "softeners", code) for code in row["softeners"]]
    if softeners:
        summary += f" ({say('field.softeners')} {'; '.join(softeners)})"
    return Block("item", (Span(place + date, "bold"), Span(opening, "italic"), Span(summary)))
