"""Who signed or endorsed what: against lists of facts, and the numbers that are said of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.records.events import Event, Joined, Participants
from tests.facts.gathered import facts

ROOT = Path(__file__).parents[2]
ROSTERS: dict[str, dict[str, list[str]]] = facts("rosters")
"""By group and day; a day with ~ is that of the first list that names them."""
PARTIAL = {"reaim-2024-seoul-blueprint"}
"""Rosters of which sources give the number and not every name; they make no group."""
SAID = {
    "reaim-2023-the-hague-call-to-action": {57},  # the same list without Palestine
    "us-political-declaration-military-ai-2023": {31, 54, 45},  # at days whose lists were not read
    "reaim-2024-seoul-blueprint": {96, 60},  # took part; as the press rounded
    "reaim-2026-a-coruna-pathways": {35, 34, 85, 80},  # on the day; took part
    "india-ai-impact-summit-2026": {86, 88, 91},  # on days of which not every name is known
    "paris-ai-action-summit-2025": {58, 60, 61, 64},  # on the day, as the press had it
    "frontier-ai-control-call-2026": {20},  # at launch, on the day on which two more joined
    "waico-agreement-2026": {8, 17},  # named by texts beside the tracker
}
"""Numbers of States that sources say and no row of ours can show."""
WORDS = {"seven": 7, "nine": 9, "ten": 10, "twenty-seven": 27, "twenty-eight": 28, "eight": 8}
HANS = {"七": 7, "九": 9, "十": 10}
COUNTED = (
    r"(\d+|" + "|".join(sorted(WORDS, key=len, reverse=True)) + r")"
    r"(?: (?:first |more |signatory |endorsing )*(?:States?|countries|leaders|endorsers)\b| by \d)"
)
COUNTED_ZH = r"(\d+|[七九十])(?:个?国|方(?!\w)|个(?:赞同|认可)?国)"


def people_of(event: Event) -> Participants:
    assert event.participants is not None
    return event.participants


@pytest.fixture(scope="module")
def rosters(corpus: Corpus) -> dict[str, Event]:
    return {e.id: e for e in corpus.events.values() if e.participants and e.participants.joined}


def rows(event: Event) -> Iterator[tuple[str, str, str]]:
    """Each State, how and on which day; the day with ~ where it is that of a list."""
    for joined in people_of(event).joined:
        for iso3 in joined.states:
            yield iso3, joined.how, joined.on + "~" * joined.by


def sizes(people: Participants) -> set[int]:
    """How many had joined after each row, with and without those that are no State."""
    found: set[int] = set()
    states: set[str] = set()
    others: set[str] = set()
    for joined in sorted(people.joined, key=_last):
        states |= {*joined.states}
        others |= {*joined.organisations}
        found |= {len(states), len(states) + len(others), len(joined.states)}
    return found


def _last(joined: Joined) -> str:
    return joined.on + "-99"[: 10 - len(joined.on)]


def test_there_are_thirteen_rosters_and_twelve_make_groups(rosters: dict[str, Event]):
    groups = {event.participants.group for event in rosters.values() if event.participants}
    assert len(rosters) == len(ROSTERS) + len(PARTIAL) == 13
    assert groups - {None} == set(ROSTERS)
    assert {name for name, e in rosters.items() if people_of(e).group is None} == PARTIAL


@pytest.mark.parametrize("group", ROSTERS)
def test_who_joined_is_who_the_lists_name_by_day(rosters: dict[str, Event], group: str):
    (event,) = (e for e in rosters.values() if people_of(e).group == group)
    held = {iso3: day for iso3, how, day in rows(event) if how != "ratified"}
    assert held == {iso3: day for day, named in ROSTERS[group].items() for iso3 in named}


@pytest.mark.parametrize("group", ROSTERS)
def test_who_joined_is_in_the_group_since_that_day(corpus: Corpus, group: str):
    since = {
        iso3: held.since
        for iso3, state in corpus.states.items()
        for held in state.groups
        if held.group == group
    }
    days = {iso3: day.rstrip("~") for day, named in ROSTERS[group].items() for iso3 in named}
    assert since == days


def test_a_count_is_that_of_the_rows_or_says_that_it_is_not(rosters: dict[str, Event]):
    for name, event in rosters.items():
        people = people_of(event)
        named = len(people.named) + len(people.others)
        assert (people.count == named) is people.complete is (name not in PARTIAL), name
        assert (people.count or 0) >= named


def test_nobody_joins_in_one_way_twice_or_ratifies_before_signing(rosters: dict[str, Event]):
    for event in rosters.values():
        seen = [(iso3, how) for iso3, how, _ in rows(event)]
        assert len(seen) == len(set(seen)), event.id
        for joined in people_of(event).joined:
            assert joined.on >= event.date[: len(joined.on)], event.id


def test_an_event_that_names_the_same_states_names_them_as_the_roster_does(corpus: Corpus):
    """The summit and the relaunch tell who stood behind a text on their day."""
    for event, roster, day in (
        ("pax-silica-second-summit-2026", "pax-silica-declaration-2025", "2026-06-26"),
        ("us-political-declaration-revised-2023", "us-political-declaration-military-ai-2023",
         "2023-11-13"),
    ):  # fmt: skip
        joined = [j for j in people_of(corpus.events[roster]).joined if j.on <= day]
        assert {*people_of(corpus.events[event]).named} == {i for j in joined for i in j.states}


def numbers(text: str, pattern: str) -> set[int]:
    found = re.findall(pattern, text, flags=re.IGNORECASE)
    return {WORDS.get(n.lower()) or HANS.get(n) or int(n) for n in found}


def test_numbers_of_states_in_what_is_said_of_a_roster_are_those_of_its_rows(
    corpus: Corpus, rosters: dict[str, Event]
):
    told = 0
    for event in rosters.values():
        people = people_of(event)
        allowed = sizes(people) | SAID.get(event.id, set()) | {people.count or 0}
        group = corpus.terms("groups").get(people.group or "")
        texts = [event.titles, event.summary, people.count_note, people.basis]
        for text in filter(None, texts):
            assert numbers(text.en, COUNTED) <= allowed, (event.id, text.en)
            assert numbers(text.zh or "", COUNTED_ZH) <= allowed, (event.id, text.zh)
        if group is not None:
            said = numbers(group.definition["en"], COUNTED)
            assert said, people.group
            assert said <= allowed, (people.group, said - allowed)
            assert numbers(group.definition["zh"], COUNTED_ZH) <= allowed, people.group
            told += len(said)
    assert told >= len(ROSTERS)


def test_numbers_of_signatories_in_the_readme_are_those_of_the_rows(corpus: Corpus):
    text = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    names = {
        "WAICO": "waico-agreement-2026",
        "Pax Silica": "pax-silica-declaration-2025",
        "the Call on frontier AI": "frontier-ai-control-call-2026",
        "the REAIM call of 2023": "reaim-2023-the-hague-call-to-action",
        "the REAIM pathways of 2026": "reaim-2026-a-coruna-pathways",
        "the declaration on military AI": "us-political-declaration-military-ai-2023",
        "the Council of Europe convention": "coe-framework-convention-signature-2024",
        "Bletchley": "bletchley-declaration-2023",
        "the Seoul declaration": "seoul-declaration-2024",
        "the Seoul ministerial statement": "seoul-ministerial-statement-2024",
        "Paris": "paris-ai-action-summit-2025",
        "New Delhi": "india-ai-impact-summit-2026",
    }
    said = {name: re.findall(rf"{name} \((\d+)\)", text) for name in names}
    assert {name: set(found) for name, found in said.items()} == {
        name: {str(len(people_of(corpus.events[event]).named))} for name, event in names.items()
    }
