"""How well the rule that looks for requests finds them, and what it found that nobody recorded."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from dashboard.corpus.snapshot import Snapshot
from dashboard.symbols import paragraph_id

QUALITY_COLUMNS = ("measure", "value", "n")
OPEN_COLUMNS = ("symbol", "paragraph", "read_in_full")
_Places = set[tuple[str, str]]


def rule_quality(snapshot: Snapshot) -> pd.DataFrame:
    """Columns measure, value (0 to 1, missing without cases), n (the cases it rests on).

    `precision`: candidates on record as requests, of all candidates. `recall`: paragraphs on
    record that the rule found, of all on record in the texts it read; what neither a reader nor
    the rule saw is not counted, so this flatters it. `precision_read_in_full` and
    `recall_read_in_full`: the same in the texts with requests that a reader went through to the
    end.
    """
    found, recorded = _found(snapshot), _recorded(snapshot)
    full = _read_in_full(snapshot)
    found_full = {place for place in found if place[0] in full}
    recorded_full = {place for place in recorded if place[0] in full}
    rows = [
        ("precision", *_share(found, recorded)),
        ("recall", *_share(recorded, found)),
        ("precision_read_in_full", *_share(found_full, recorded_full)),
        ("recall_read_in_full", *_share(recorded_full, found_full)),
    ]
    frame = pd.DataFrame(rows, columns=list(QUALITY_COLUMNS))
    return frame.astype({"measure": "str", "value": "float64", "n": "int64"})


def open_candidates(snapshot: Snapshot) -> pd.DataFrame:
    """Candidates without a request on record, in the order of the texts.

    Columns symbol, paragraph (its public id), read_in_full: a reader went through the whole
    text and recorded none there. The others may or may not ask for something.
    """
    recorded, full = _recorded(snapshot), _read_in_full(snapshot)
    rows = [
        (symbol, paragraph_id(symbol, local), symbol in full)
        for symbol, local in _candidates(snapshot)
        if (symbol, local) not in recorded
    ]
    frame = pd.DataFrame(rows, columns=list(OPEN_COLUMNS))
    return frame.astype({"symbol": "str", "paragraph": "str", "read_in_full": "bool"})


def _share(cases: _Places, among: _Places) -> tuple[float, int]:
    return (len(cases & among) / len(cases) if cases else float("nan")), len(cases)


def _found(snapshot: Snapshot) -> _Places:
    return set(_candidates(snapshot))


def _candidates(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    scanned = snapshot.request_candidates
    for symbol, locals_ in (scanned.candidates if scanned else {}).items():
        if locals_ != "none":
            yield from ((symbol, local) for local in locals_)


def _recorded(snapshot: Snapshot) -> _Places:
    """Paragraphs with a request on record, in the texts that the rule read."""
    scanned = snapshot.request_candidates
    return {
        (symbol, request.paragraph)
        for symbol, listed in snapshot.requests.items()
        if scanned is not None and symbol in scanned.candidates
        for request in listed.requests
        if request.paragraph is not None
    }


def _read_in_full(snapshot: Snapshot) -> set[str]:
    return {symbol for symbol, listed in snapshot.requests.items() if listed.read_in_full}
