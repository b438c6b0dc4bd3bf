"""The totals of recorded votes as parts of the membership, and which votes a text has."""

from __future__ import annotations

import pandas as pd

from dashboard.analysis.frames import frame_of, rows_of
from dashboard.analysis.selection.query import Query
from dashboard.corpus.snapshot import Snapshot

TOTALS = {"vote": "str", "position": "str", "states": "Int64", "share": "Float64"}
PARTS = ("yes", "abstain", "no", "not_voting")
"""The published totals in the order of the parts of a bar; what is left of the members is
`unknown`: they did not vote, or it is not known what they did."""
_STAGES = ("plenary", "committee")
"""The stages at which a text as a whole is voted on, the last word first."""


def vote_totals(votes: pd.DataFrame) -> pd.DataFrame:
    """The parts of each vote, rows of the recorded_votes table, in its order.

    Columns `TOTALS`: the `share` of each part is of the members of that day, or of those
    counted where the day is not known; the shares of a vote add up to 1. `states` is null
    where neither totals nor members are known: the whole is `unknown`. A part of nobody has
    no row.
    """
    lines: list[tuple[str, str, int | None, float]] = []
    for row in rows_of(votes):
        known = {part: int(row[part]) for part in PARTS if row[part] is not None}
        counted = sum(known.values())
        whole = max(row["eligible"] or 0, counted)
        if not whole:
            lines.append((row["id"], "unknown", None, 1.0))
            continue
        parts = known | {"unknown": whole - counted}
        lines += [(row["id"], part, n, n / whole) for part, n in parts.items() if n]
    return frame_of(lines, TOTALS)


def by_text(votes: pd.DataFrame) -> pd.DataFrame:
    """Rows of the recorded_votes table with those of a text together, texts in the order given.

    Of a text the plenary comes before the committee, and both before votes on parts and motions.
    """
    texts = {symbol: place for place, symbol in enumerate(dict.fromkeys(votes["symbol"]))}
    stages = {stage: place for place, stage in enumerate(_STAGES)}
    place = [
        (texts[symbol], stages.get(stage, len(stages)))
        for symbol, stage in zip(votes["symbol"], votes["stage"], strict=True)
    ]
    return votes.iloc[sorted(range(len(place)), key=place.__getitem__)]


def as_votes(snapshot: Snapshot, query: Query) -> Query:
    """A link to the page of votes that names one text, as the view it stands for.

    `item` or `symbol` of a text with one recorded vote is that vote; `item` of one with several
    is its choice of them. Whatever asks for more, or for a view, stays as it is.
    """
    recorded = snapshot.tables["recorded_votes"]
    chosen = query.choice("symbol")
    asked = query.item
    narrowed = query.without("scope").active()
    if not asked and narrowed == ("symbol",) and not (query.view or chosen.none_of):
        asked = chosen.any_of[0] if len(chosen.any_of) == 1 else None
    found = list(recorded.loc[recorded["symbol"] == asked, "id"])
    if len(found) == 1:
        return query.without("symbol").having(item=found[0])
    return query.without("item").choosing("symbol", [asked]) if found and asked else query
