"""How well the rule that looks for requests finds them, and what became of what it found."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pandas as pd

from dashboard.analysis.frames import frame_of
from dashboard.corpus.open_candidates import open_candidates
from dashboard.corpus.snapshot import Snapshot
from dashboard.symbols import paragraph_id

QUALITY = {"measure": "str", "value": "float64", "n": "int64"}
_OF = {"": False, "_read_in_full": True}
_NAMES = ("precision", "recall", "precision_sure", "recall_sure")
MEASURES = tuple(f"{name}{of}" for of in _OF for name in _NAMES)
"""Over all texts, then over those a reader read to the end; of all candidates, of the sure."""
OPEN = {"symbol": "str", "paragraph": "str", "sure": "bool", "read_in_full": "bool"}
REFUSED = {"reason": "str", "paragraphs": "int64"}


@dataclass(frozen=True)
class _Places:
    """Paragraphs as symbol and local id: those the rule found, those of them it is sure of, and
    of the texts it read those with a request on record; the texts a reader read in full."""

    found: set[tuple[str, str]]
    sure: set[tuple[str, str]]
    recorded: set[tuple[str, str]]
    in_full: set[str]


def rule_quality(snapshot: Snapshot) -> pd.DataFrame:
    """Columns measure, value (0 to 1, missing without cases), n (the cases it rests on).

    `precision`: candidates on record as requests, of all candidates. `recall`: paragraphs on
    record that the rule found, of all on record in the texts it read; what neither a reader nor
    the rule saw is not counted, so this flatters it. `…_sure`: the same of the candidates that
    are sure. `…_read_in_full`: the same in the texts with requests that a reader went through
    to the end.
    """
    places = _places(snapshot)
    shares = []
    for in_full in _OF.values():
        found, sure, recorded = (
            {place for place in every if not in_full or place[0] in places.in_full}
            for every in (places.found, places.sure, places.recorded)
        )
        for each in (found, sure):
            shares += [_share(each, recorded), _share(recorded, each)]
    lines = [(name, *share) for name, share in zip(MEASURES, shares, strict=True)]
    return frame_of(lines, QUALITY)


def unjudged(snapshot: Snapshot) -> pd.DataFrame:
    """Candidates beyond what is on record that nobody refused with a reason, text by text.

    Columns symbol, paragraph (its public id), sure, read_in_full: a reader went through the
    whole text. They may or may not ask for something.
    """
    in_full = _places(snapshot).in_full
    lines = [
        (each.symbol, paragraph_id(each.symbol, each.paragraph), each.sure, each.symbol in in_full)
        for each in open_candidates(snapshot.request_candidates, snapshot.requests)
    ]
    return frame_of(lines, OPEN)


def refusals(snapshot: Snapshot) -> pd.DataFrame:
    """Why paragraphs that look like a request give none: reason and how many, commonest first."""
    counted = Counter(
        reason for listed in snapshot.requests.values() for reason in listed.refused.values()
    )
    return frame_of(counted.most_common(), REFUSED)


def _share(cases: set[tuple[str, str]], among: set[tuple[str, str]]) -> tuple[float, int]:
    return (len(cases & among) / len(cases) if cases else float("nan")), len(cases)


def _places(snapshot: Snapshot) -> _Places:
    scanned = snapshot.request_candidates
    read = scanned.candidates if scanned else {}
    texts = list(scanned.texts()) if scanned else []
    sure = {(symbol, local) for symbol, text in texts for local in text.sure}
    return _Places(
        found=sure | {(symbol, local) for symbol, text in texts for local in text.to_look_at},
        sure=sure,
        recorded={
            (symbol, request.paragraph)
            for symbol, listed in snapshot.requests.items()
            for request in listed.requests
            if symbol in read and request.paragraph is not None
        },
        in_full={symbol for symbol, listed in snapshot.requests.items() if listed.read_in_full},
    )
