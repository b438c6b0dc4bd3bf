"""How records hang together: what one answers, what answers it, what it cites, what it led to."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dashboard.analysis.frames import Row, frame_of, rows_of
from dashboard.analysis.snapshot_cache import once
from dashboard.corpus.records.documents import ImportedDocument
from dashboard.corpus.snapshot import Snapshot

LINKS = dict.fromkeys(("from", "to", "relation"), "str")
STEPS = dict.fromkeys(("step", "date", "symbol", "detail"), "str")
_ASKED = frozenset({"requested", "delivered"})


def links(snapshot: Snapshot, record_id: str) -> pd.DataFrame:
    """The chain of one record: columns from, to, relation (all ids of the timeline).

    `same_as`: the other tells the same matter, and the rest is the same for both; `answers`:
    the record responds to another; `answered_by`: the other way round; `requested`: a paragraph
    of the other asked for this; `delivered`: it was asked for here. A pair that is asked for and
    delivered is not told again as an answer. An unknown id gives no rows.
    """
    timeline, documents = snapshot.tables["timeline"], snapshot.tables["documents"]
    twin = snapshot.twin_of(record_id)
    same = [(record_id, twin, "same_as")] if twin else []
    told = [event for name in (record_id, twin or "") if (event := snapshot.events.get(name))]
    record_id = snapshot.mark_of(record_id)
    answers = dict(zip(timeline["id"], timeline["answers"], strict=True))
    found = [(record_id, target, "answers") for target in answers.get(record_id, ())]
    answering = [other for other, targets in answers.items() if record_id in targets]
    led_from = [target for event in told for target in event.leads_to]
    found += [(record_id, other, "answered_by") for other in (*answering, *led_from)]
    mandated = documents.dropna(subset="mandated_by")
    for other, paragraph in zip(mandated["id"], mandated["mandated_by"], strict=True):
        source = paragraph.partition("#")[0]
        if other == record_id:
            found.append((record_id, source, "requested"))
        elif source == record_id:
            found.append((record_id, other, "delivered"))
    asked_for = {other for _, other, relation in found if relation in _ASKED}
    lines = [
        (record, other, relation)
        for record, other, relation in dict.fromkeys(found)
        if other in answers
        and other != record_id
        and (relation in _ASKED or other not in asked_for)
    ]
    return frame_of([*same, *lines], LINKS)


@once
def predecessors(snapshot: Snapshot) -> dict[str, str]:
    """For each text with paragraphs on record, the earlier one of its series, if there is any.

    A series is what bears one title; of several earlier texts it is the latest. A text that
    only answers another is related to it and no successor: see `related`.
    """
    last: dict[str, str] = {}
    found: dict[str, str] = {}
    for row in _dated(snapshot):
        series = _series(row)
        if series in last:
            found[row["id"]] = last[series]
        last[series] = row["id"]
    return found


def related(snapshot: Snapshot, symbol: str) -> list[str]:
    """The earlier texts with paragraphs on record that a text answers, none of its series, the
    latest first.
    """
    texts = {row["id"]: row for row in _dated(snapshot)}
    if symbol not in texts:
        return []
    series, day = _series(texts[symbol]), texts[symbol]["date"]
    answered = [
        row
        for row in texts.values()
        if row["id"] in texts[symbol]["answers"] and row["date"] < day and _series(row) != series
    ]
    return [row["id"] for row in reversed(answered)]


def _series(row: Row) -> str:
    """What texts of one series have in common."""
    return str(row["title_en"] or row["title_zh"] or row["id"]).casefold()


@once
def _dated(snapshot: Snapshot) -> Sequence[Row]:
    """The documents whose paragraphs are on record, by date and symbol."""
    held = set(snapshot.tables["paragraphs"]["symbol"])
    documents = snapshot.tables["documents"]
    rows = rows_of(documents[documents["id"].isin(held) & documents["date"].notna()])
    return sorted(rows, key=lambda row: (row["date"], row["id"]))


def cited_by(documents: pd.DataFrame, symbol: str) -> pd.DataFrame:
    """The documents on record that cite a symbol, in the table's own order."""
    return documents[documents["cites"].map(lambda cites: symbol in cites)]


def steps(record: ImportedDocument, documents: pd.DataFrame) -> pd.DataFrame:
    """The life of a text: columns step, date, symbol, detail, in the order it happened.

    What has no date stands with what comes before it in this list of steps: draft,
    committee_report, adopted, issued, delivered (a document one of its paragraphs asked for;
    `detail` is that paragraph's id).
    """
    rows: list[tuple[str, str | None, str | None, str | None]] = [
        ("draft", draft.date, draft.symbol, None) for draft in record.drafts
    ]
    report = record.committee_report
    if not isinstance(report, str):
        rows.append(("committee_report", report.date, report.symbol, report.paragraph))
    rows.append(("adopted", record.adopted, record.meeting.record, None))
    if record.issued is not None:
        rows.append(("issued", record.issued, record.symbol, None))
    asked = documents[documents["mandated_by"].str.startswith(f"{record.symbol}#").eq(True)]
    rows += [("delivered", row["date"], row["id"], row["mandated_by"]) for row in rows_of(asked)]
    day, dated = "", []
    for row in rows:
        day = row[1] or day
        dated.append((day, row))
    return frame_of((row for _, row in sorted(dated, key=lambda each: each[0])), STEPS)
