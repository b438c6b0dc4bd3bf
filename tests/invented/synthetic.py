"""A small invented record: five documents, events, votes, and what hangs on them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import count
from typing import Any

import pandas as pd

from dashboard.corpus.reading.problems import Problem
from dashboard.corpus.records.vocabularies import Membership, State, Term, Vocabulary
from dashboard.corpus.request_status import with_status
from dashboard.corpus.snapshot import Snapshot, Tables
from dashboard.corpus.tables.columns import TABLES
from dashboard.corpus.tables.frames import frame
from tests.invented.synthetic_requests import REQUESTS
from tests.invented.synthetic_rows import DOCUMENTS, PARAGRAPHS, TIMELINE
from tests.invented.synthetic_states import COUNTRIES, RECORDED_VOTES, SPONSORS, STATEMENTS, VOTES

_other = count(1)
LOADED = dt.datetime(2026, 11, 1, 12, 0, tzinfo=dt.UTC)
AS_OF = dt.date(2037, 1, 15)
"""The day for which the statuses of the invented requests are computed."""

CODES = {
    "kinds": ["resolution", "report", "summit", "law"],
    "bodies": ["ga", "hrc", "state"],
    "lanes": ["un", "outside"],
    "tracks": ["civilian", "military", "cross_cutting"],
    "weights": ["core", "related", "mention"],
    "topics": ["safety", "capacity_building", "military_peace_security"],
    "verbs": ["requests", "urges", "recalls"],
    "act_places": ["opening", "second", "chapeau", "own"],
    "addressees": ["member_states", "secretary_general"],
    "parts": ["preambular", "operative", "annex"],
    "stages": ["committee", "plenary", "paragraph"],
    "positions": ["yes", "no", "abstain", "not_voting", "not_member"],
    "sponsor_roles": ["original_sponsor", "additional_sponsor"],
    "request_statuses": [
        "not_yet_due", "due_soon", "issued_on_time", "issued_late", "issued_undated",
        "overdue_not_found", "target_date_passed", "superseded", "unknown",
    ],
    "deliverables": ["report_sg", "meeting"],
    "stances": ["support", "reservation"],
    "statement_types": ["introduction", "explanation_of_vote"],
}  # fmt: skip

STATES = {
    "FRA": ("France", "法国", "weog", ["eu"], []),
    "CHN": ("China", "中国", "asia_pacific", ["brics"], []),
    "USA": ("United States of America", "美利坚合众国", "weog", [], ["eu"]),
}
"""Names, regional group, groups, groups left (an invented membership that ended)."""


def state(iso3: str) -> State:
    """A State of the invented record."""
    english, chinese, region, groups, left = STATES[iso3]
    return State(
        iso3=iso3,
        iso2=iso3[:2],
        m49="001",
        names={"en": english, "zh": chinese},
        status="member",
        regional_group=region,
        groups=[
            *(Membership(group=group) for group in groups),
            *(Membership(group=group, until="2030") for group in left),
        ],
    )


def vocabulary(name: str) -> Vocabulary:
    """A vocabulary of the invented record."""
    return Vocabulary(
        name=name,
        about={"en": name},
        version=1,
        terms={code: Term(labels={"en": code}) for code in CODES[name]},
    )


def filled(table: str, rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rows with a null, or an empty tuple, in every column they leave out."""
    columns = TABLES[table]
    empty = {name: () if column.kind == "codes" else None for name, column in columns.items()}
    read = of_one_act if table == "paragraphs" else dict
    return [{**empty, **read(row)} for row in rows]


def of_one_act(row: Mapping[str, Any]) -> dict[str, Any]:
    """A paragraph that does what its verb says and no more, unless its row says otherwise."""
    head, tier = row.get("head"), row.get("tier")
    known = tier is not None
    return {
        "opening": tier,
        "strongest": head if known else None,
        "tiers": (str(tier),) if known else (),
        "acts": () if head in (None, "none") else (head,),
        "main_topic": next(iter(row.get("topics", ())), None),
        **row,
    }


def acts_of(paragraphs: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The acts of invented paragraphs: for each that has a verb, that verb."""
    paragraphs = list(paragraphs)
    verbs = {row["id"]: row.get("verb") for row in paragraphs}
    same = (
        "symbol",
        "date",
        "track",
        "weight",
        "part",
        "head",
        "tier",
        "addressees",
        "softeners",
        "intensifier",
    )
    return [
        {name: row[name] for name in (*same, "mentions_ai", "near_ai") if name in row}
        | {"paragraph": row["id"], "order": 1, "position": 0, "negated": False}
        | {
            "verb": row.get("verb") or verbs.get(above),
            "place": "opening" if above == row["id"] else "chapeau",
            "printed_in": above,
        }
        for row in paragraphs
        if (above := row.get("governed_by", row["id"]))
    ]


ROWS: dict[str, list[dict[str, Any]]] = {
    "timeline": TIMELINE,
    "documents": DOCUMENTS,
    "paragraphs": PARAGRAPHS,
    "recorded_votes": RECORDED_VOTES,
    "votes": VOTES,
    "sponsors": SPONSORS,
    "statements": STATEMENTS,
    "requests": REQUESTS,
    "countries": COUNTRIES,
}


def _framed(name: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    found = frame(name, filled(name, rows))
    return with_status(found, AS_OF) if name == "requests" else found


@cache
def _invented(name: str) -> pd.DataFrame:
    """A table as it is where nothing replaces it: made once, and handed out as a copy."""
    return _framed(name, acts_of(PARAGRAPHS) if name == "acts" else ROWS[name])


def tables(**replaced: list[dict[str, Any]]) -> Tables:
    """The tables of the invented record; the rows of some may be replaced."""
    given = dict(replaced)
    if "paragraphs" in given:
        given.setdefault("acts", acts_of(given["paragraphs"]))
    return Tables(
        {
            name: _framed(name, given[name]) if name in given else _invented(name).copy()
            for name in (*ROWS, "acts")
        }
    )


def snapshot(version: str | None = None, **replaced: Any) -> Snapshot:
    """The invented record as the store would serve it; tables or fields may be replaced.

    Its version is v1, or, where something is replaced, one that was never used before.
    """
    version = version or (f"v1-{next(_other)}" if replaced else "v1")
    given = {name: replaced.pop(name) for name in list(replaced) if name in {*ROWS, "acts"}}
    fields: dict[str, Any] = {
        "tables": replaced.get("tables") or tables(**given),
        "version": version,
        "loaded_at": LOADED,
        "problems": (),
        "vocabularies": {name: vocabulary(name) for name in CODES},
        "states": {iso3: state(iso3) for iso3 in STATES},
        "imported": {},
        "curated": {},
        "events": {},
        "as_of": AS_OF,
    }
    return Snapshot(**{**fields, **replaced})


def problem(severity: Any = "error", file: str = "curated/one.yaml") -> Problem:
    """A problem as the store reports it."""
    return Problem(file=file, line=3, field="date", message="no such day", severity=severity)
