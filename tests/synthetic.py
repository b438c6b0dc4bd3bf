"""A small invented record: five documents, four events, and what hangs on them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from dashboard.corpus.columns import TABLES
from dashboard.corpus.frames import frame
from dashboard.corpus.problems import Problem
from dashboard.corpus.reference import Membership, State, Term, Vocabulary
from dashboard.corpus.snapshot import Snapshot, Tables

LOADED = dt.datetime(2026, 11, 1, 12, 0, tzinfo=dt.UTC)

CODES = {
    "kinds": ["resolution", "report", "summit", "law"],
    "bodies": ["ga", "hrc", "state"],
    "lanes": ["un", "outside"],
    "tracks": ["civilian", "military", "cross_cutting"],
    "weights": ["core", "related", "mention"],
    "topics": ["safety", "capacity_building", "military_peace_security"],
    "verbs": ["requests", "urges", "recalls"],
    "addressees": ["member_states", "secretary_general"],
    "parts": ["preambular", "operative", "annex"],
    "stages": ["committee", "plenary"],
    "positions": ["yes", "no", "abstain", "not_voting", "not_member"],
    "sponsor_roles": ["original_sponsor", "additional_sponsor"],
}

TIMELINE = [
    {
        "id": "A/RES/90/9",
        "date": "2035-12-02",
        "kind": "resolution",
        "body": "ga",
        "lane": "un",
        "track": "military",
        "weight": "core",
        "topics": ("military_peace_security",),
        "title_en": "Invented text on machines in armed conflict",
        "title_zh": "关于人工智能的虚构决议",
        "symbol": "A/RES/90/9",
    },
    {
        "id": "A/RES/90/10",
        "date": "2035-12-02",
        "kind": "resolution",
        "body": "ga",
        "lane": "un",
        "track": "civilian",
        "weight": "core",
        "topics": ("safety", "capacity_building"),
        "title_en": "Invented text on training and safety",
        "symbol": "A/RES/90/10",
    },
    {
        "id": "summit-one",
        "date": "2036",
        "kind": "summit",
        "body": "state",
        "lane": "outside",
        "track": "civilian",
        "weight": "related",
        "topics": ("safety",),
        "states": ("FRA", "CHN"),
        "title_en": "Invented summit: AI policies for Côte d’Azur",
        "title_zh": "虚构峰会",
    },
    {
        "id": "summit-two",
        "date": "2036-03",
        "end_date": "2036-05",
        "kind": "summit",
        "body": "state",
        "lane": "outside",
        "track": "cross_cutting",
        "weight": "core",
        "topics": (),
        "states": ("USA",),
        "title_en": "Second invented summit",
    },
    {
        "id": "law-one",
        "date": "2037-06-15",
        "kind": "law",
        "body": "state",
        "lane": "outside",
        "track": None,
        "weight": "related",
        "topics": ("safety",),
        "states": ("CHN",),
        "title_en": "=Invented law",
    },
]

DOCUMENTS = [
    {
        "id": "A/RES/90/9",
        "symbol": "A/RES/90/9",
        "kind": "resolution",
        "body": "ga",
        "date": "2035-12-02",
        "track": "military",
        "weight": "core",
        "topics": ("military_peace_security",),
        "yes": 150,
        "no": 2,
        "abstain": 5,
        "not_voting": 36,
        "mentions_ai": 12,
        "drafts": ("A/C.1/90/L.1/Rev.1",),
        "title_en": "Invented text on machines in armed conflict",
        "title_zh": "关于人工智能的虚构决议",
    },
    {
        "id": "A/RES/90/10",
        "symbol": "A/RES/90/10",
        "kind": "resolution",
        "body": "ga",
        "date": "2035-12-02",
        "track": "civilian",
        "weight": "core",
        "topics": ("safety", "capacity_building"),
        "mentions_ai": 3,
        "title_en": "Invented text on training and safety",
    },
    {
        "id": "A/RES/90/93 A-B",
        "symbol": "A/RES/90/93 A-B",
        "kind": "resolution",
        "body": "ga",
        "date": "2035-12-20",
        "track": "civilian",
        "weight": "mention",
        "topics": (),
        "mentions_ai": 0,
        "title_en": "Invented text in two parts",
    },
    {
        "id": "A/91/5",
        "symbol": "A/91/5",
        "kind": "report",
        "body": "ga",
        "date": "2036",
        "track": "civilian",
        "weight": "related",
        "topics": ("safety",),
        "mentions_ai": None,
        "title_en": "Invented report",
    },
    {
        "id": "paper-one",
        "symbol": None,
        "kind": "report",
        "body": None,
        "date": None,
        "track": "civilian",
        "weight": "related",
        "topics": (),
        "mentions_ai": None,
        "title_en": "Invented paper, no date known",
    },
]

PARAGRAPHS = [
    {
        "id": "A/RES/90/9#pp1",
        "symbol": "A/RES/90/9",
        "part": "preambular",
        "number": None,
        "position": 1,
        "verb": "Recalling",
        "verb_zh": "回顾",
        "head": "recalls",
        "tier": 0,
        "mentions_ai": False,
    },
    {
        "id": "A/RES/90/9#op1",
        "symbol": "A/RES/90/9",
        "part": "operative",
        "number": "1",
        "position": 2,
        "verb": "Urges",
        "verb_zh": "敦促",
        "head": "urges",
        "tier": 3,
        "mentions_ai": True,
        "addressees": ("member_states",),
        "summary_en": "Asks States to keep a person in command",
    },
    {
        "id": "A/RES/90/10#op2",
        "symbol": "A/RES/90/10",
        "part": "operative",
        "number": "2",
        "position": 1,
        "verb": "Requests",
        "verb_zh": "请",
        "head": "requests",
        "tier": 4,
        "mentions_ai": True,
        "addressees": ("secretary_general", "member_states"),
        "topics": ("safety",),
        "summary_en": "Asks for an invented report on AI training",
        "summary_zh": "请秘书长提交报告",
    },
    {
        "id": "A/RES/90/10#op2.a",
        "symbol": "A/RES/90/10",
        "part": "operative",
        "number": "2 (a)",
        "position": 2,
        "verb": None,
        "head": "unknown",
        "tier": None,
        "mentions_ai": None,
    },
]

VOTES = [
    {
        "symbol": "A/RES/90/9",
        "stage": stage,
        "date": "2035-12-02",
        "iso3": iso3,
        "position": position,
    }
    for stage, iso3, position in [
        ("committee", "FRA", "yes"),
        ("committee", "CHN", "abstain"),
        ("committee", "USA", "no"),
        ("plenary", "FRA", "yes"),
        ("plenary", "CHN", "yes"),
        ("plenary", "USA", "no"),
    ]
]

SPONSORS = [
    {
        "symbol": "A/RES/90/9",
        "iso3": "FRA",
        "role": "original_sponsor",
        "date": "2035-10-10",
        "as_named": "France",
    },
    {
        "symbol": "A/RES/90/10",
        "iso3": "CHN",
        "role": "additional_sponsor",
        "date": None,
        "as_named": "China",
    },
]

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
    return [{**empty, **row} for row in rows]


def snapshot(version: str = "v1", **replaced: Any) -> Snapshot:
    """The invented record as the store would serve it; tables or fields may be replaced."""
    rows: dict[str, list[dict[str, Any]]] = {
        "timeline": TIMELINE,
        "documents": DOCUMENTS,
        "paragraphs": PARAGRAPHS,
        "votes": VOTES,
        "sponsors": SPONSORS,
    }
    rows |= {name: replaced.pop(name) for name in list(replaced) if name in rows}
    fields: dict[str, Any] = {
        "tables": Tables({name: frame(name, filled(name, found)) for name, found in rows.items()}),
        "version": version,
        "loaded_at": LOADED,
        "problems": (),
        "vocabularies": {name: vocabulary(name) for name in CODES},
        "states": {iso3: state(iso3) for iso3 in STATES},
        "imported": {},
        "curated": {},
        "events": {},
    }
    return Snapshot(**{**fields, **replaced})


def problem(severity: Any = "error", file: str = "curated/one.yaml") -> Problem:
    """A problem as the store reports it."""
    return Problem(file=file, line=3, field="date", message="no such day", severity=severity)
