"""Two invented texts to compare, paragraph by paragraph."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.corpus.snapshot import Snapshot
from tests.invented.synthetic import snapshot

A, B = "A/RES/90/1", "A/RES/91/1"


def row(symbol: str, place: str, position: int, words: str | None, **more: Any) -> dict[str, Any]:
    return {
        "id": f"{symbol}#{place}",
        "symbol": symbol,
        "part": "preambular" if place.startswith("pp") else "operative",
        "position": position,
        "governed_by": f"{symbol}#{place}",
        "verb": "Urges",
        "head": "urges",
        "tier": 3,
        "addressees": ("member_states",) if words else (),
        "summary_en": words,
    } | more


TRAIN = "Wants engineers trained in every invented country"
SHARE = "Asks that weather data be shared freely among ships"
REPORT = "Seeks a yearly report about robots in hospitals"


def two(earlier: list[dict[str, Any]], later: list[dict[str, Any]]) -> Snapshot:
    return snapshot(paragraphs=[*earlier, *later])


SAID = "Paints the boats of the harbour green, all of them, before the first of May;"


def lines(found: pd.DataFrame) -> list[tuple[Any, ...]]:
    columns = found[["change", "earlier_id", "later_id", "moved", "why"]]
    return [
        tuple(None if v != v else v.partition("#")[2] if "#" in str(v) else v for v in line)
        for line in columns.itertuples(index=False, name=None)
    ]
