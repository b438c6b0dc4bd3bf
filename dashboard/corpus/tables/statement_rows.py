"""Rows of the statements table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.records.fields import precision
from dashboard.corpus.tables.row_fields import both, same
from dashboard.symbols import paragraph_id


def statement_rows(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """One row for each statement, in the order of date and id."""
    for record in sorted(corpus.statements.values(), key=lambda s: (s.date, s.id)):
        behalf = record.on_behalf_of
        yield {
            **same(record, "id", "date", "group", "aligned", "type", "stance", "vote_stated"),
            **same(record, "meeting", "person", "verification", "checked"),
            **both("forum", record.forum),
            **both("point", record.point),
            "date_precision": precision(record.date),
            "speaker_iso3": tuple(record.speakers),
            "on_behalf_of": behalf.en if behalf else None,
            "on_behalf_of_zh": behalf.zh if behalf else None,
            "symbol": tuple(dict.fromkeys(t.document for t in record.targets)),
            "paragraphs": tuple(
                paragraph_id(t.document, place) for t in record.targets for place in t.paragraphs
            ),
            "named": tuple(name for t in record.targets for name in t.named),
            "weight": record.scope,
            "source": record.sources[0].url,
            "url": f"/statements?item={record.id}",
        }
