"""A call of a tool, and what every answer to one has: meanings, counts, citations, what is next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from dashboard.analysis.frames import Row, rows_by_id
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.document_rows import document_url
from dashboard.corpus.tables.paragraph_rows import paragraph_url
from dashboard.export.citations.cite import Retrieval, footnote
from dashboard.export.citations.cited_records import cited
from dashboard.export.contract.tools import MOST_ROWS, ROWS
from dashboard.symbols import LANGUAGES as OFFICIAL
from dashboard.symbols import has_official_file, official_url
from dashboard.words import InterfaceLanguage, words
from dashboard.words.languages import readers_language

_NOTE = (
    "Summaries, codes and counts are unofficial; null: unknown, unless a column says otherwise. "
    "Only the documents as issued by the United Nations are authentic."
)


@dataclass(frozen=True)
class Call:
    """A call that was read: the record, the address of the site, and the arguments given."""

    snapshot: Snapshot
    site: str
    given: Mapping[str, Any]

    @property
    def language(self) -> InterfaceLanguage:
        """Of names and meanings."""
        return readers_language(self.given.get("lang"))

    def text(self, texts: Mapping[Any, str]) -> str:
        """What a text in several languages is in this one."""
        return words(self.language).text(texts)

    @property
    def rows(self) -> int:
        """How many rows are asked for."""
        return min(int(self.given.get("limit", ROWS)), MOST_ROWS)

    def cite(self, name: str, row: Row) -> dict[str, Any]:
        """How a row is cited: the footnote with our page, version and day, and the document."""
        language, record = self.language, cited(self.snapshot, name)
        named = document_url if "#" not in name else paragraph_url
        votes = rows_by_id(self.snapshot, "recorded_votes")
        page = self.site + (votes.get(name, row).get("url") or named(name))
        official = row.get("source")
        if record.symbol and not official and has_official_file(record.symbol):
            official = official_url(record.symbol, language if language in OFFICIAL else "en")
        text = footnote(
            record, language, Retrieval(self.snapshot.version, self.snapshot.as_of, page)
        )
        return {
            "symbol": record.symbol,
            "paragraph": record.place,
            "text": text,
            "page": page,
            "official": official,
        }

    def answer(
        self,
        rows: Sequence[Row],
        columns: Mapping[str, str],
        cited_by: Sequence[str] = (),
        found: tuple[int, int] | None = None,
        **more: Any,
    ) -> dict[str, Any]:
        """Rows with their citations and what their columns mean, cut unless that was done.

        `found` tells of rows that were cut already how many there are, and in the whole table.
        """
        start = self.given.get("offset", 0)
        total, of = found or (len(rows), len(rows))
        shown = rows if found else rows[start : start + self.rows]
        end = start + len(shown)
        names = [next((row[c] for c in cited_by if row.get(c)), None) for row in shown]
        first = {name: row for name, row in zip(names[::-1], shown[::-1], strict=True) if name}
        cite = cache(lambda name: {"cite": self.cite(name, first[name])} if name else {})
        return {
            "data_version": self.snapshot.version,
            "day": self.snapshot.as_of.isoformat(),
            "count": f"{len(shown)} of {total} selected, {of} in all",
            "next": f"{total - end} more: ask again with offset={end}" if end < total else None,
            "columns": columns,
            **more,
            "rows": [
                {column: row[column] for column in columns} | cite(name)
                for row, name in zip(shown, names, strict=True)
            ],
            "note": _NOTE,
        }
