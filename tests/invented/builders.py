"""A small invented record: six members, one late member, one observer, session 90.

Codes come from the range ISO 3166 leaves to users, so that nothing here can be
mistaken for a fact about a State.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from dashboard.corpus.reading.yaml_reader import read_yaml
from tests.invented.builders_codes import VOCABULARIES, states, vocabulary
from tests.invented.builders_curated import (
    CHECKED,
    SOURCES,
    Values,
    joint_statement,
    requests,
    statement,
)

RESOLUTION = "imported/90/A-RES-90-1.yaml"
CONSENSUS = "imported/90/A-RES-90-2.yaml"
OVERLAY = "curated/documents/A-RES-90-1.yaml"
REPORT = "curated/documents/A-91-7.yaml"
STATEMENT = "curated/statements/alder-explains.yaml"
JOINT = "curated/statements/grove-speaks.yaml"
REQUESTS = "curated/requests/A-RES-90-1.yaml"
EVENTS = "curated/events/{}.yaml"


def dump(values: Any) -> str:
    """YAML as people and the import write it, closed by a line `...`."""
    text: str = yaml.dump(
        values, Dumper=yaml.CSafeDumper, explicit_end=True, sort_keys=False, allow_unicode=True
    )
    return text


def write(path: Path, values: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dump(values), encoding="utf-8")
    return path


def change(path: Path, **changes: Any) -> Path:
    """Replace top-level keys of a file; None takes the key out."""
    values = {**read_yaml(path), **changes}
    return write(path, {key: value for key, value in values.items() if value is not None})


def paragraph(local: str, verb: str | None, **more: Any) -> Values:
    part = "preambular" if local.startswith("pp") else "operative"
    return {"id": local, "part": part, "verb": verb, **more}


def vote(**changes: Any) -> Values:
    return {
        "stage": "plenary",
        "date": "2035-12-01",
        "counts": {"yes": 3, "no": 1, "abstain": 1},
        "roll_call": {
            "yes": ["XAA", "XBB", "XCC"],
            "no": ["XDD"],
            "abstain": ["XEE"],
            "not_voting": ["XFF"],
        },
        **changes,
    }


def resolution(symbol: str = "A/RES/90/1", **changes: Any) -> Values:
    return {
        "symbol": symbol,
        "session": 90,
        "titles": {"en": "Invented question of machines", "zh": "虚构的机器问题"},
        "adopted": "2035-12-01",
        "issued": "2035-12-05",
        "meeting": {"record": "A/90/PV.50", "number": 50},
        "committee": "first",
        "committee_report": {"symbol": "A/90/400", "paragraph": "12", "date": "2035-11-20"},
        "agenda_items": [{"number": "98", "titles": {"en": "Invented item"}}],
        "drafts": [{"symbol": "A/C.1/90/L.4", "date": "2035-10-15"}],
        "sponsors": {
            "draft": {"XAA": "Alder", "XBB": "Birch and Beech"},
            "added": {"XCC": "Cedar"},
            "added_on": "2035-11-05",
        },
        "outcome": "adopted_recorded",
        "votes": [vote()],
        "subjects": [{"id": "100200", "label": "MACHINES"}],
        "cites": [{"symbol": "A/RES/89/9", "paragraph": "pp1"}],
        "paragraphs": [
            paragraph("pp1", "Recalling", verbs={"zh": "回顾"}),
            paragraph("pp2", "Mindful also", mentions_ai=True),
            paragraph("op1", "Takes note of", number="1", near_ai=True),
            paragraph("op2", "Strongly encourages", number="2", mentions_ai=True),
            paragraph("op2.a", None, number="2 (a)", parent="op2"),
            paragraph("op3", "Requests", number="3"),
        ],
        "files": [{"language": "en", "name": "A_RES_90_1_EN.xml", "sha256": "0" * 64}],
        **changes,
    }


def consensus(**changes: Any) -> Values:
    """A resolution adopted without a vote, tabled by the President."""
    plain = resolution("A/RES/90/2", adopted="2035-12-10", issued=None, votes=[], cites=[])
    return {
        **plain,
        "committee": "plenary",
        "committee_report": "not_applicable",
        "drafts": [],
        "sponsors": {"draft": "not_applicable", "added": "not_applicable"},
        "outcome": "adopted_without_vote",
        "paragraphs": [paragraph("op1", "Notes with appreciation", number="1")],
        **changes,
    }


def overlay(**changes: Any) -> Values:
    """What people add to an imported resolution."""
    return {
        "id": "A/RES/90/1",
        "symbol": "A/RES/90/1",
        "kind": "resolution",
        "body": "general_assembly",
        "short_title": {"en": "Machines", "zh": "机器"},
        "weight": "core",
        "track": "civilian",
        "topics": ["safety", "data"],
        "summary": {"en": "Our own words about nothing."},
        "verification": "verified_primary",
        "checked": CHECKED,
        "sources": SOURCES,
        **changes,
    }


def report(**changes: Any) -> Values:
    return {
        "id": "A/91/7",
        "symbol": "A/91/7",
        "kind": "report",
        "body": "secretariat",
        "titles": {"en": "Invented report"},
        "date": "2036-07",
        "weight": "related",
        "track": "civilian",
        "mandated_by": {"symbol": "A/RES/90/1", "paragraph": "op3"},
        "answers": ["A/RES/90/1"],
        "verification": "reported",
        "checked": CHECKED,
        "sources": SOURCES,
        **changes,
    }


def event(event_id: str, date: str, **changes: Any) -> Values:
    return {
        "id": event_id,
        "date": date,
        "kind": "summit",
        "body": "summits",
        "forum": "Invented forum",
        "track": "civilian",
        "topics": ["safety"],
        "titles": {"en": f"Invented {event_id}", "zh": "虚构"},
        "summary": {"en": "Nothing happened."},
        "verification": "reported",
        "checked": CHECKED,
        "sources": SOURCES,
        **changes,
    }


def records() -> dict[str, Values]:
    """Every file of the small record by its path in the data folder."""
    grove = event(
        "grove-summit", "2035-03", end_date="2035-04", actors=["XAA"],
        participants={"states": ["XAA", "XEE"]},
    )  # fmt: skip
    second = event("second-summit", "2036-05-06", answers=["grove-summit", "A/RES/90/1"])
    law = event("machine-law", "2034", kind="law", topics=[])
    return {
        "states.yaml": states(),
        **{f"vocabulary/{n}.yaml": vocabulary(n, terms) for n, terms in VOCABULARIES.items()},
        RESOLUTION: resolution(),
        CONSENSUS: consensus(),
        OVERLAY: overlay(),
        REPORT: report(),
        STATEMENT: statement(),
        JOINT: joint_statement(),
        REQUESTS: requests(),
        **{EVENTS.format(values["id"]): values for values in (grove, second, law)},
    }


@cache
def _texts() -> dict[str, str]:
    return {name: dump(values) for name, values in records().items()}


def write_data(folder: Path) -> Path:
    """The whole small record; `dashboard check` finds nothing wrong with it."""
    for name, text in _texts().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
