"""How records hang together: what one answers, what answers it, what it cites, what it led to."""

from __future__ import annotations

import pandas as pd

from dashboard.corpus.records.documents import ImportedDocument
from dashboard.corpus.snapshot import Snapshot

LINK_COLUMNS = ("from", "to", "relation")
STEP_COLUMNS = ("step", "date", "symbol", "detail")


def links(snapshot: Snapshot, record_id: str) -> pd.DataFrame:
    """The chain of one record: columns from, to, relation (all ids of the timeline).

    `answers`: the record responds to another; `answered_by`: the other way round;
    `requested`: a paragraph of the other asked for this; `delivered`: it was asked for here.
    A pair that is asked for and delivered is not told again as an answer. An unknown id
    gives no rows.
    """
    timeline, documents = snapshot.tables["timeline"], snapshot.tables["documents"]
    shown = set(timeline["id"])
    found: list[tuple[str, str, str]] = []
    own = timeline[timeline["id"] == record_id]
    for target in own["answers"].iloc[0] if len(own) else ():
        found.append((record_id, target, "answers"))
    holds = timeline["answers"].map(lambda answers: record_id in answers)
    found += [(record_id, other, "answered_by") for other in timeline.loc[holds, "id"]]
    found += [(record_id, event, "answered_by") for event in _led_from(snapshot, record_id)]
    asked = documents[documents["mandated_by"].notna()]
    for row in asked.itertuples():
        source = str(row.mandated_by).partition("#")[0]
        if row.id == record_id:
            found.append((record_id, source, "requested"))
        elif source == record_id:
            found.append((record_id, str(row.id), "delivered"))
    asked_for = {other for _, other, relation in found if relation in ("requested", "delivered")}
    rows = [
        link
        for link in dict.fromkeys(found)
        if link[1] in shown - {record_id}
        and (link[2] in ("requested", "delivered") or link[1] not in asked_for)
    ]
    return pd.DataFrame(rows, columns=list(LINK_COLUMNS))


def _led_from(snapshot: Snapshot, record_id: str) -> list[str]:
    event = snapshot.events.get(record_id)
    return list(event.leads_to) if event else []


def cited_by(documents: pd.DataFrame, symbol: str) -> pd.DataFrame:
    """The documents on record that cite a symbol, in the table's own order."""
    return documents[documents["cites"].map(lambda cites: symbol in cites)]


def steps(record: ImportedDocument, documents: pd.DataFrame) -> pd.DataFrame:
    """The life of a text: columns step, date, symbol, detail, in the order it happened.

    Steps: draft, committee_report, adopted, issued, delivered (a document one of its
    paragraphs asked for; `detail` is that paragraph's id).
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
    rows += [
        ("delivered", _text(row.date), str(row.id), str(row.mandated_by))
        for row in asked.itertuples()
    ]
    return pd.DataFrame(rows, columns=list(STEP_COLUMNS))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
