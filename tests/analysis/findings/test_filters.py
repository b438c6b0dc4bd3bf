"""On fifty random filter states of each page the finding is what a plain count of its rows says."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd
import pytest

from dashboard.analysis.findings.finding import Finding
from dashboard.analysis.findings.paragraphs import asks, comparison, paragraphs
from dashboard.analysis.findings.records import documents, statements, timeline
from dashboard.analysis.findings.requests import requests
from dashboard.analysis.findings.sponsors import sponsors
from dashboard.analysis.findings.states import state, states, voted_beside
from dashboard.analysis.findings.votes import votes
from dashboard.analysis.frames import rows_of
from dashboard.analysis.paragraphs.asks import provisions
from dashboard.analysis.paragraphs.compare import compare, count_changes
from dashboard.analysis.paragraphs.verb_orders import verb_orders
from dashboard.analysis.selection.facets import facet_counts
from dashboard.analysis.selection.parameters import acting
from dashboard.analysis.selection.query import Choice, Query
from dashboard.analysis.selection.select import as_read, select
from dashboard.analysis.sponsors.sponsored_texts import sponsored_texts
from dashboard.analysis.states import whole_votes
from dashboard.corpus.snapshot import Snapshot
from tests.analysis.findings.plainly import (
    NOTHING,
    Rows,
    Told,
    cast,
    of_documents,
    of_paragraphs,
    of_requests,
    of_sponsors,
    of_statements,
    of_states,
    of_timeline,
    of_votes,
    top,
)

STATES = 50


def filter_states(snapshot: Snapshot, table: str) -> Iterator[Query]:
    """Scope, period, and up to two facets with codes that occur, or that may not go together."""
    chance = random.Random(f"17 {table}")
    names = [p.name for p in acting(table) if p.kind == "choice"]
    counts = facet_counts(snapshot, table, Query(), names)
    for _ in range(STATES):
        values: dict[str, Any] = {"scope": chance.choice(["ai", "all"])}
        for name in chance.sample(names, chance.randint(0, min(2, len(names)))):
            codes = tuple(chance.sample(list(counts[name].index), min(2, len(counts[name]))))
            values[name] = Choice(codes[:1], codes[1:]) if chance.random() < 0.2 else Choice(codes)
        if chance.random() < 0.3:
            values["from_"] = str(chance.randint(2019, 2026))
        yield Query().having(**values)


def told(found: Finding) -> tuple[int, Told]:
    said = {}
    for clause in found.clauses:
        values = [tuple(v)[-1] if isinstance(v, tuple) else v for v in clause.values.values()]
        said[clause.key] = (clause.n, *values)
    return found.n, said


Make = Callable[[Snapshot, Query], tuple[Finding, pd.DataFrame]]


def page(
    table: str,
    make: Callable[[Snapshot, pd.DataFrame], Finding],
    rows: Any = lambda *selection: as_read(*selection).rows,
) -> tuple[str, Make]:
    def made(snapshot: Snapshot, query: Query) -> tuple[Finding, pd.DataFrame]:
        found = rows(snapshot, table, query)
        return make(snapshot, found), found

    return table, made


READ = {
    "timeline": ("id", "date", "end_date", "weight"),
    "documents": ("id", "date", "outcome", "no", "weight"),
    "statements": ("stance", "type", "speaker_iso3"),
    "votes": ("id", "stage", "date", "no", "weight", "complete", "title_en"),
    "sponsors": ("id", "date", "sponsors", "sponsors_added"),
    "requests": ("id", "status", "due_to"),
    "paragraphs": ("symbol", "mentions_ai", "near_ai"),
    "countries": ("iso3", "sponsored", "no"),
}
PAGES: dict[str, tuple[tuple[str, Make], Callable[[Rows, Snapshot], tuple[int, Told]]]] = {
    "timeline": (page("timeline", lambda s, found: timeline(found, s.as_of)), of_timeline),
    "documents": (page("documents", lambda _, found: documents(found)), of_documents),
    "statements": (page("statements", lambda _, found: statements(found)), of_statements),
    "votes": (page("recorded_votes", lambda s, found: votes(found, s.tables["votes"])), of_votes),
    "sponsors": (
        page(
            "sponsors",
            lambda s, found: sponsors(found, s.tables["sponsors"]),
            lambda s, _, query: sponsored_texts(s, query),
        ),
        of_sponsors,
    ),
    "requests": (page("requests", lambda s, found: requests(found, s.as_of), select), of_requests),
    "paragraphs": (page("paragraphs", lambda _, found: paragraphs(found)), of_paragraphs),
    "countries": (page("countries", lambda _, found: states(found), select), of_states),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_finding_is_what_a_plain_count_of_the_rows_in_view_says(name: str, real: Snapshot):
    (table, make), apart = PAGES[name]
    seen: set[str] = set()
    for query in filter_states(real, table):
        finding, found = make(real, query)
        assert told(finding) == apart(rows_of(found[list(READ[name])]), real), query
        seen |= {clause.key for clause in finding.clauses}
    assert "nothing" in seen
    assert len(seen) > 2


def test_who_is_asked_most_is_what_a_plain_count_says(real: Snapshot):
    order = verb_orders(real.vocabularies)["tiers"]
    strongest = {f"tier_{n}": n for n in range(7)}
    told_of = Counter[str]()
    for query in filter_states(real, "paragraphs"):
        tiers, of = query.choice("tier"), query.choice("addressee").any_of
        if tiers.any_of or query.choice("verb").any_of:
            continue
        found = provisions(real, query)
        rows = [
            (row, set(row["addressees"]) - {"none", "unknown", "not_applicable"})
            for row in rows_of(found[["addressees", "tiers"]])
        ]
        asked = Counter(a for row, codes in rows for a in codes if not of or a in of)
        finding = asks(found, order, query)
        told_of[finding.clauses[0].key] += 1
        if not asked:
            assert told(finding)[1] in ({"asks.nothing": (None,)}, NOTHING[1])
            continue
        whom = top(asked)[0]
        cells = Counter(
            f"tier_{tier}" for row, codes in rows if whom in codes for tier in row["tiers"]
        )
        said: Told = {"asks.whom": (asked[whom], whom)}
        if cells:
            often = max(cells, key=lambda tier: (cells[tier], strongest[tier]))
            strong = max(cells, key=lambda tier: strongest[tier])
            said["asks.often"] = (cells[often], often)
            if often != strong:
                said["asks.strongest"] = (cells[strong], strong)
        assert told(finding) == (sum(bool(codes) for _, codes in rows), said), query
    assert min(told_of["asks.whom"], told_of["nothing"] + told_of["asks.nothing"]) > 3


def test_what_a_comparison_says_is_what_its_lines_say(real: Snapshot):
    texts = sorted(real.imported)
    chance = random.Random(17)
    for earlier, later in (chance.sample(texts, 2) for _ in range(6)):
        compared = compare(real, earlier, later)
        changes = list(compared["change"])
        finding = comparison(count_changes(compared), len(compared))
        said: Told = {"compare.stronger": (changes.count("stronger"),)}
        if "softer" in changes:
            said["compare.softer"] = (changes.count("softer"),)
        said["compare.dropped"] = (changes.count("dropped"),)
        if "new" in changes:
            said["compare.new"] = (changes.count("new"),)
        assert told(finding) == (len(changes), said)


def test_with_whom_a_state_voted_is_what_its_votes_say(real: Snapshot):
    whole = whole_votes(real)
    positions: dict[str, dict[str, str]] = {}
    for vote, iso3, position in cast(real):
        if vote in whole and position in ("yes", "no", "abstain"):
            positions.setdefault(iso3, {})[vote] = position
    for iso3 in random.Random(17).sample(sorted(real.states), STATES):
        own = positions.get(iso3, {})
        alike: dict[str, tuple[int, int]] = {}
        for other, theirs in positions.items():
            both = own.keys() & theirs.keys()
            if other != iso3 and len(both) >= 20:
                alike[other] = (sum(own[v] == theirs[v] for v in both), len(both))
        found = voted_beside(real.tables["votes"], iso3, whole)
        assert {n: (same, shared) for n, shared, same, _ in found.itertuples(index=False)} == alike
        n, said = told(state(iso3, found, len(whole)))
        assert n == len(whole)
        if not alike:
            assert said == {"state.too_few": (None, 20)}
            continue
        same, _, others, shared = said["state.most"]
        assert same / shared == max(a / b for a, b in alike.values())
        assert others == tuple(sorted(n for n, both in alike.items() if both == (same, shared)))
        if "state.least" in said:
            same, others, shared = said["state.least"]
            assert same / shared == min(a / b for a, b in alike.values())
