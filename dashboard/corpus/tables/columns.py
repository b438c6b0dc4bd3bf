"""The columns of every table, documented beside their names.

This is the contract that pages, routes and exports share: the data dictionary in the
README, `/api/schema.json` and the dtype tests are all made from it.
"""

from __future__ import annotations

from dashboard.corpus.tables.column import DTYPES, Column, Kind
from dashboard.corpus.tables.position_columns import (
    COUNTRIES,
    RECORDED_VOTES,
    REQUESTS,
    SPONSORS,
    STATEMENTS,
    VOTES,
)
from dashboard.corpus.tables.text_columns import DOCUMENTS, PARAGRAPHS, TIMELINE

__all__ = ["DTYPES", "IN_LANGUAGE", "TABLES", "Column", "Kind"]

TABLES: dict[str, dict[str, Column]] = {
    "timeline": TIMELINE,
    "documents": DOCUMENTS,
    "paragraphs": PARAGRAPHS,
    "recorded_votes": RECORDED_VOTES,
    "votes": VOTES,
    "sponsors": SPONSORS,
    "statements": STATEMENTS,
    "requests": REQUESTS,
    "countries": COUNTRIES,
}
"""Every table by the name its route has."""

IN_LANGUAGE = frozenset(
    name.removesuffix("_zh") for table in TABLES.values() for name in table if name.endswith("_zh")
)
"""Fields of which there is a column for each language: `title` of `title_en` and `title_zh`."""
