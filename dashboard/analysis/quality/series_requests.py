"""What a text's predecessor asked, or was coded for, that the text neither repeats nor ends."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from dashboard.analysis.frames import frame_of
from dashboard.analysis.lineage import predecessors
from dashboard.analysis.paragraphs.compare import compare
from dashboard.corpus.records.requests import DocumentRequests, Request
from dashboard.corpus.snapshot import Snapshot

LEFT_BEHIND = dict.fromkeys(("symbol", "earlier_id", "later_id", "lacks"), "str")


def left_behind(snapshot: Snapshot) -> pd.DataFrame:
    """Columns symbol (the later text), earlier_id, later_id (missing where the later text has no
    such paragraph), lacks: `request` or `coding`.

    Each text of a series against the one before it. A paragraph that asked for something is
    asked about where the one it is paired with has neither a request on record nor a reason why
    not; without a pair only where it asked for something again and again, for what was to be
    done once ends by itself. A coded paragraph is asked about where its pair is not coded.
    """
    paragraphs = snapshot.tables["paragraphs"]
    coded = set(paragraphs.loc[paragraphs["coded_by"].notna(), "id"])
    return frame_of(
        (
            line
            for later, earlier in predecessors(snapshot).items()
            for line in _left(snapshot, earlier, later, coded)
        ),
        LEFT_BEHIND,
    )


def _left(
    snapshot: Snapshot, earlier: str, later: str, coded: set[str]
) -> Iterator[tuple[str, str, str | None, str]]:
    asked = _by_paragraph(snapshot.requests.get(earlier))
    listed = snapshot.requests.get(later)
    ended = listed.ended.get(earlier, {}) if listed else {}
    judged = {*_by_paragraph(listed), *(listed.refused if listed else ())}
    found = compare(snapshot, earlier, later).dropna(subset="earlier_id")
    for before, after in zip(found["earlier_id"], found["later_id"], strict=True):
        place = before.partition("#")[2]
        pair = None if pd.isna(after) else str(after)
        requests = [] if place in ended else asked.get(place, [])
        if requests and (
            any(map(_goes_on, requests)) if pair is None else pair.partition("#")[2] not in judged
        ):
            yield later, before, pair, "request"
        if pair is not None and before in coded and pair not in coded:
            yield later, before, pair, "coding"


def _goes_on(request: Request) -> bool:
    """Whether it was to be answered more than once, and no other took its place."""
    return request.frequency != "once" and request.superseded_by is None


def _by_paragraph(listed: DocumentRequests | None) -> dict[str, list[Request]]:
    found: dict[str, list[Request]] = {}
    for request in listed.requests if listed else ():
        if request.paragraph is not None:
            found.setdefault(request.paragraph, []).append(request)
    return found
