"""Requests that a rule is sure of and nobody has read, with what a rule says became of them.

They have no due day, subject or entity. For a report the rule looks into the next text of the
series: where that cites at least as many documents of a later session as the text asks for reports,
they came by its adoption (which of them, only where both are one); where it cites none, they were
looked for and not found; where it cites fewer, nobody can say which. An agenda item is answered by
the next text. Of anything else, and of a text without a next one, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.analysis.frames import Row, rows_by_id, rows_of
from dashboard.analysis.lineage import predecessors
from dashboard.analysis.selection.codes import row_codes
from dashboard.analysis.selection.parameters import PARAMETER
from dashboard.analysis.selection.query import Query
from dashboard.analysis.selection.select import chosen, places
from dashboard.analysis.snapshot_cache import once
from dashboard.corpus.open_candidates import open_candidates
from dashboard.corpus.request_status import with_status
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.columns import TABLES
from dashboard.corpus.tables.frames import frame
from dashboard.symbols import official_url, paragraph_id

_REPORTS = frozenset({"report", "document_to", "document_at", "document_by"})
_DELIVERABLES = {
    "agenda": "agenda_item",
    "keep_informed": "briefing_oral_update",
    "meeting": "meeting_event",
    "views": "compilation_of_views",
    "appointment": "appointment",
}
_RESOLUTION = re.compile(r"A/RES/([0-9]+)/[0-9]+.*")
_DOCUMENT = re.compile(r"A/([0-9]+)/([0-9]+)\b.*")
_SUPPLEMENTS = 60
"""Documents of a session below this number are as a rule reports of organs, cited every year."""
_OF_PARAGRAPH = ("symbol", "date", "track", "topics", "weight")


def found_by_rule(snapshot: Snapshot, query: Query) -> pd.DataFrame:
    """The requests that a rule is sure of, not on record and not refused, as rows of the table.

    Their paragraphs satisfy what the query asks of paragraphs; where it asks for a status, there
    are none, for that is computed of what is on record. The id is that of the paragraph.
    """
    rows = _rows(snapshot)
    if rows.empty or query.choice("status").values():
        return rows.iloc[:0]
    ids = snapshot.tables["paragraphs"]["id"].to_numpy()
    found = set(ids[places(snapshot, "paragraphs", query)])
    codes = row_codes(rows, "requests", "deliverable", snapshot.states)
    kept = chosen(codes, query.choice("deliverable"), PARAMETER["deliverable"])
    kept &= rows["paragraph"].isin(found) & (rows["date"] <= snapshot.as_of.isoformat())
    return rows[kept]


@once
def _rows(snapshot: Snapshot) -> pd.DataFrame:
    scanned = snapshot.request_candidates
    texts = dict(scanned.texts()) if scanned else {}
    wanted: dict[str, str] = {}
    for each in open_candidates(scanned, snapshot.requests):
        if each.sure:
            patterns = texts[each.symbol].sure[each.paragraph]
            wanted[paragraph_id(each.symbol, each.paragraph)] = patterns[0]
    paragraphs = snapshot.tables["paragraphs"]
    found = rows_of(paragraphs[paragraphs["id"].isin(wanted)])
    answers = {s: answers_by_rule(snapshot, s) for s in {str(row["symbol"]) for row in found}}
    rows = [_row(row, wanted[row["id"]], answers[row["symbol"]]) for row in found]
    return with_status(frame("requests", rows), snapshot.as_of)


def _row(paragraph: Row, pattern: str, answers: Mapping[str, Row]) -> dict[str, Any]:
    asked = paragraph["addressees"]
    addressee = asked[0] if len(asked) == 1 else None
    empty = {name: () if c.kind == "codes" else None for name, c in TABLES["requests"].items()}
    return {
        **empty,
        **{name: paragraph[name] for name in _OF_PARAGRAPH},
        "id": paragraph["id"],
        "paragraph": paragraph["id"],
        "place": paragraph["number"] or paragraph["id"].partition("#")[2],
        "addressee": addressee,
        "deliverable": _DELIVERABLES.get(pattern) or _report_of(addressee),
        "due_basis": "none_stated",
        "about_ai": bool(paragraph["mentions_ai"]),
        "search": "not_searched",
        "source": official_url(paragraph["symbol"]),
        "url": paragraph["url"],
        **answers.get("report" if pattern in _REPORTS else pattern, {}),
    }


def _report_of(addressee: str | None) -> str | None:
    """Whose report it is; None where the paragraph's addressee is not known, or not one."""
    if addressee is None:
        return None
    return "report_sg" if addressee == "secretary_general" else "report_other"


def answers_by_rule(snapshot: Snapshot, symbol: str) -> Mapping[str, Row]:
    """What a rule says became of the reports and the agenda item that a text asks for.

    By `report` and `agenda`, the columns of the requests table; without one of them nothing is
    said of it, as on a day before the next text.
    """
    later, texts = _successors(snapshot).get(symbol), rows_by_id(snapshot, "documents")
    asks = _RESOLUTION.fullmatch(symbol)
    if later is None or asks is None or texts[later]["date"] > snapshot.as_of.isoformat():
        return {}
    said = {"search": "found", "answered_before": texts[later]["date"]}
    found = {"agenda": {**said, "answered_by": (later,), "established_by": ("later_resolution",)}}
    asked_for = _reports_asked_for(snapshot, symbol)
    documents = [name for name in texts[later]["cites"] if _is_later(name, int(asks[1]))]
    if not documents:
        found["report"] = {"search": "later_resolutions"}
    elif len(documents) >= asked_for:
        cited = ("footnote_later_resolution",)
        which = tuple(documents) if len(documents) == asked_for == 1 else ()
        found["report"] = {**said, "answered_by": which, "established_by": cited}
    return found


def _is_later(cited: str, session: int) -> bool:
    document = _DOCUMENT.fullmatch(cited)
    if document is None:
        return False
    return int(document[1]) > session and int(document[2]) >= _SUPPLEMENTS


def _reports_asked_for(snapshot: Snapshot, symbol: str) -> int:
    scanned = snapshot.request_candidates
    text = scanned.candidates.get(symbol, "none") if scanned else "none"
    if text == "none":
        return 0
    return sum(not _REPORTS.isdisjoint(patterns) for patterns in text.sure.values())


@once
def _successors(snapshot: Snapshot) -> Mapping[str, str]:
    """For each text the next one of its series, if there is any."""
    return {earlier: later for later, earlier in predecessors(snapshot).items()}
