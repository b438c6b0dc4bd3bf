"""How well the rule that looks for requests finds them, and what it found that nobody recorded."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard.analysis.frames import frame_of
from dashboard.corpus.snapshot import Snapshot
from dashboard.symbols import paragraph_id

QUALITY = {"measure": "str", "value": "float64", "n": "int64"}
_OF = {"": False, "_read_in_full": True}
MEASURES = tuple(f"{name}{of}" for of in _OF for name in ("precision", "recall"))
"""Over all texts, then over those a reader read to the end."""
OPEN = {"symbol": "str", "paragraph": "str", "read_in_full": "bool"}


@dataclass(frozen=True)
class _Places:
    """Paragraphs as symbol and local id: those the rule found, in the order of the texts, and
    of the texts it read those with a request on record; the texts a reader read in full."""

    found: dict[tuple[str, str], None]
    recorded: set[tuple[str, str]]
    in_full: set[str]


def rule_quality(snapshot: Snapshot) -> pd.DataFrame:
    """Columns measure, value (0 to 1, missing without cases), n (the cases it rests on).

    `precision`: candidates on record as requests, of all candidates. `recall`: paragraphs on
    record that the rule found, of all on record in the texts it read; what neither a reader nor
    the rule saw is not counted, so this flatters it. `precision_read_in_full` and
    `recall_read_in_full`: the same in the texts with requests that a reader went through to the
    end.
    """
    places = _places(snapshot)
    shares = []
    for in_full in _OF.values():
        found, recorded = (
            {place for place in every if not in_full or place[0] in places.in_full}
            for every in (places.found, places.recorded)
        )
        shares += [_share(found, recorded), _share(recorded, found)]
    lines = [(name, *share) for name, share in zip(MEASURES, shares, strict=True)]
    return frame_of(lines, QUALITY)


def open_candidates(snapshot: Snapshot) -> pd.DataFrame:
    """Candidates without a request on record, in the order of the texts.

    Columns symbol, paragraph (its public id), read_in_full: a reader went through the whole
    text and recorded none there. The others may or may not ask for something.
    """
    places = _places(snapshot)
    lines = [
        (symbol, paragraph_id(symbol, local), symbol in places.in_full)
        for symbol, local in places.found
        if (symbol, local) not in places.recorded
    ]
    return frame_of(lines, OPEN)


def _share(cases: set[tuple[str, str]], among: set[tuple[str, str]]) -> tuple[float, int]:
    return (len(cases & among) / len(cases) if cases else float("nan")), len(cases)


def _places(snapshot: Snapshot) -> _Places:
    scanned = snapshot.request_candidates
    read = scanned.candidates if scanned else {}
    return _Places(
        found={(s, local): None for s, found in read.items() if found != "none" for local in found},
        recorded={
            (symbol, request.paragraph)
            for symbol, listed in snapshot.requests.items()
            for request in listed.requests
            if symbol in read and request.paragraph is not None
        },
        in_full={symbol for symbol, listed in snapshot.requests.items() if listed.read_in_full},
    )
