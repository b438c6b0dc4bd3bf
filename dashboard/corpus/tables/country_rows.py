"""Rows of the countries table: what each State did, counted over the other tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dashboard.corpus.records.events import Event
from dashboard.corpus.records.vocabularies import State
from dashboard.corpus.records.votes import POSITIONS
from dashboard.corpus.sponsorship import AGENT

Row = Mapping[str, Any]


def country_rows(
    states: Mapping[str, State],
    events: Mapping[str, Event],
    recorded: Iterable[Row],
    votes: Iterable[Row],
    sponsors: Iterable[Row],
    statements: Iterable[Row],
) -> Iterator[dict[str, Any]]:
    """One row for each State, members and observers, in the order of data/states.yaml.

    Votes are counted in plenary, on whole texts, where every State is named; so the four
    positions add up to `eligible`.
    """
    counted = {v["id"] for v in recorded if v["stage"] == "plenary" and v["names"] == "complete"}
    cast = Counter((v["iso3"], v["position"]) for v in votes if v["vote"] in counted)
    own = {(s["iso3"], s["symbol"]) for s in sponsors if s["role"] != AGENT}
    sponsored = Counter(iso3 for iso3, _ in own)
    spoke = Counter(iso3 for s in statements for iso3 in s["speaker_iso3"])
    took_part = Counter(iso3 for event in events.values() for iso3 in event.states)
    for iso3, state in states.items():
        totals: dict[str, int] = {name: cast[iso3, name] for name in POSITIONS}
        yield {
            "iso3": iso3,
            "m49": state.m49,
            "name_en": state.names["en"],
            "name_zh": state.names.get("zh"),
            "status": state.status,
            "regional_group": state.regional_group,
            "groups": tuple(m.group for m in state.groups if m.until is None),
            "joined": tuple(f"{m.group}:{m.since}" for m in state.groups if m.since),
            "sponsored": sponsored[iso3],
            **totals,
            "eligible": sum(totals.values()),
            "statements": spoke[iso3],
            "events": took_part[iso3],
            "url": f"/countries?item={iso3}",
        }
