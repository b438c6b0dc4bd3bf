"""An invented record of four texts, three members and an observer, for sponsors and States."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from dashboard.corpus.records.vocabularies import Membership, State
from dashboard.corpus.snapshot import Snapshot, Tables
from dashboard.corpus.tables.columns import TABLES
from dashboard.corpus.tables.frames import frame
from tests.invented.synthetic import filled, snapshot

ONE, TWO, THREE, FOUR = (f"A/RES/90/{n}" for n in range(1, 5))


def _state(
    iso3: str, region: str, since: str | None, groups: Mapping[str, str | None] = {}
) -> State:
    return State(
        iso3=iso3,
        iso2=iso3[:2],
        m49="001",
        names={"en": iso3.title()},
        status="member" if since else "observer",
        regional_group=region,
        member_since=since,
        groups=[Membership(group=group, since=start) for group, start in groups.items()],
    )


STATES = {
    "AAA": _state("AAA", "weog", "1945-10-24", {"club": "2030"}),
    "BBB": _state("BBB", "grulac", "1945-10-24"),
    "CCC": _state("CCC", "grulac", "2036-01-01", {"club": "2036-12-04"}),
    "OOO": _state("OOO", "observer", None, {"club": None}),
}
"""CCC became a member between the first text and the second; OOO is an observer."""

DOCUMENTS: list[dict[str, Any]] = [
    {"id": ONE, "date": "2035-12-01", "sponsors": 2, "sponsors_draft": 1, "sponsors_added": 1},
    {"id": TWO, "date": "2036-12-02", "sponsors": 3, "sponsors_draft": 2, "sponsors_added": 1},
    {"id": THREE, "date": "2036-12-03", "sponsors_absence": "not_applicable"},
    {"id": FOUR, "date": "2036-12-04", "sponsors": 1, "sponsors_draft": 1},
]
SPONSORS = [
    (ONE, "AAA", "original_sponsor", "2035-10-10", "Aaaland"),
    (ONE, "BBB", "additional_sponsor", None, "Bbbland"),
    (TWO, "CCC", "original_sponsor", None, "Cccland"),
    (TWO, "AAA", "original_sponsor", None, "Zaaland (as it then was)"),
    (TWO, "OOO", "additional_sponsor", "2036-12-01", "State of Ooo"),
    (FOUR, "BBB", "original_sponsor", "2036-10-10", "Bbbland"),
]
VOTES = [
    (ONE, "committee", "2035-11-01", {"AAA": "no"}),
    (ONE, "plenary", "2035-12-01", {"AAA": "yes", "BBB": "abstain", "CCC": "not_member"}),
    (THREE, "plenary", "2036-12-03", {"AAA": "no", "BBB": "yes", "CCC": "not_voting"}),
    (FOUR, "committee", None, {"CCC": "yes"}),
    (FOUR, "plenary", "2036-12-04", {"AAA": "yes", "BBB": "no", "CCC": "yes"}),
]
ALL = ("yes", "no", "abstain", "not_voting")
COMPLETE = {
    f"{ONE}@committee": ("partial", ("no",)),
    f"{FOUR}@committee": ("partial", ("yes",)),
}


def _votes() -> Iterable[dict[str, Any]]:
    for symbol, stage, date, cast in VOTES:
        for iso3, position in cast.items():
            row = {"vote": f"{symbol}@{stage}", "symbol": symbol, "stage": stage, "date": date}
            yield {**row, "iso3": iso3, "position": position}


def _recorded() -> Iterable[dict[str, Any]]:
    for symbol, stage, date, _ in VOTES:
        vote = f"{symbol}@{stage}"
        names, complete = COMPLETE.get(vote, ("complete", ALL))
        row = {"id": vote, "symbol": symbol, "stage": stage, "date": date}
        yield {**row, "names": names, "complete": complete}
    bare = {"id": f"{TWO}@committee", "symbol": TWO, "stage": "committee", "date": "2036-11-01"}
    yield {**bare, "names": "not_published"}


def record(**replaced: Any) -> Snapshot:
    """The invented record; tables by name, or fields of the snapshot, may be replaced."""
    rows: dict[str, Iterable[Mapping[str, Any]]] = dict.fromkeys(TABLES, ())
    rows |= {
        "documents": [{**row, "symbol": row["id"]} for row in DOCUMENTS],
        "sponsors": [
            dict(zip(("symbol", "iso3", "role", "date", "as_named"), line, strict=True))
            for line in SPONSORS
        ],
        "votes": _votes(),
        "recorded_votes": _recorded(),
    }
    rows |= {name: replaced.pop(name) for name in list(replaced) if name in rows}
    tables = Tables({name: frame(name, filled(name, found)) for name, found in rows.items()})
    return snapshot(**{"tables": tables, "states": STATES, **replaced})


def rows_of(found: pd.DataFrame) -> list[tuple[Any, ...]]:
    """The rows of a frame as tuples, None for null."""
    return [
        tuple(None if pd.api.types.is_scalar(v) and pd.isna(v) else v for v in row)
        for row in found.itertuples(index=False, name=None)
    ]
