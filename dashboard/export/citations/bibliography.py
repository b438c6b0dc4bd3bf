"""A whole list of records for a reference manager: CSL-JSON, BibTeX, RIS."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from dashboard.corpus.snapshot import Snapshot
from dashboard.export.citations.cite import Stamp, bibtex, csl_file, csl_item, reference_key, ris
from dashboard.export.citations.cited_records import Cited, cited_row, known
from dashboard.words import InterfaceLanguage

Stamped = Iterator[tuple[Cited, Stamp]]


def csl_items(
    snapshot: Snapshot, frame: pd.DataFrame, language: InterfaceLanguage, stamp: Stamp
) -> str:
    """A file of CSL-JSON with an item for each row of documents or timeline.

    `stamp.url` is what comes before the path of a record. A reference leads to the record's
    first source, which is the official text of a resolution, and names the record in a note;
    where there is no source it leads to the record.
    """
    return csl_file(
        [csl_item(record, language, own) for record, own in _each(snapshot, frame, stamp)]
    )


def bibtex_items(
    snapshot: Snapshot, frame: pd.DataFrame, language: InterfaceLanguage, stamp: Stamp
) -> str:
    """The same as entries of BibTeX."""
    entries = [bibtex(record, language, own) for record, own in _each(snapshot, frame, stamp)]
    return "\n".join(entries)


def ris_items(
    snapshot: Snapshot, frame: pd.DataFrame, language: InterfaceLanguage, stamp: Stamp
) -> str:
    """The same as records of RIS."""
    return "".join(ris(record, language, own) for record, own in _each(snapshot, frame, stamp))


def _each(snapshot: Snapshot, frame: pd.DataFrame, stamp: Stamp) -> Stamped:
    """Each row with its own addresses, under a key that no other row has."""
    seen: Counter[str] = Counter()
    for row in map(known, frame.to_dict("records")):
        record = cited_row(snapshot, row)
        key = reference_key(record)
        seen[key] += 1
        if seen[key] > 1:
            record = replace(record, id=f"{record.id}-{seen[key]}")
        address = stamp.url + (row.get("url") or "")
        yield record, replace(stamp, url=address, source=row.get("source"))
