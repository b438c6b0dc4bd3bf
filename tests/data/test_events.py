"""data/curated/events: every record valid, every code known, every link leading somewhere."""

import re
from collections import Counter
from pathlib import Path

import pytest

from dashboard.corpus.reading.yaml_reader import read_yaml
from dashboard.corpus.records.events import Event
from dashboard.corpus.records.fields import first_day, last_day
from tests.facts.gathered import facts

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"
PATHS = sorted((DATA / "curated" / "events").glob("*.yaml"))
EVENTS = {path.stem: Event.model_validate(read_yaml(path)) for path in PATHS}
EXTERNAL = {
    "A/RES/75/240",  # mandate of the working group on information security, 2021 to 2025
}
"""Symbols that events point at although the record does not hold the document."""


def codes(vocabulary: str) -> set[str]:
    return set(read_yaml(DATA / "vocabulary" / f"{vocabulary}.yaml")["terms"])


def documents() -> set[str]:
    """Ids and symbols of the documents on record, read from the head of each file."""
    found: set[str] = set()
    for path in [*DATA.glob("imported/**/*.yaml"), *DATA.glob("curated/documents/**/*.yaml")]:
        head = path.read_text(encoding="utf-8")[:2000]
        found |= set(re.findall(r"^(?:id|symbol): '?([^'\n]+?)'?$", head, flags=re.MULTILINE))
    return found | {document.get("symbol", document["id"]) for document in facts("documents")}


def test_there_are_249_events_and_seven_texts_known_but_not_read():
    assert len(EVENTS) == 249 + 7
    unread = {event.symbol for event in EVENTS.values() if event.unread}
    numbers = ("80/251", "80/300", "80/301", "80/302", "80/307", "80/309", "81/1")
    assert unread == {f"A/RES/{number}" for number in numbers}


def test_ids_are_file_names():
    assert {stem: event.id for stem, event in EVENTS.items()} == {stem: stem for stem in EVENTS}


@pytest.mark.parametrize(
    ("field", "vocabulary"),
    [
        ("kind", "kinds"),
        ("body", "bodies"),
        ("track", "tracks"),
        ("topics", "topics"),
        ("verification", "verification"),
    ],
)
def test_every_code_is_in_its_vocabulary(field, vocabulary):
    used: set[str] = set()
    for event in EVENTS.values():
        value = getattr(event, field)
        used |= set(value) if isinstance(value, list) else {value}
    assert used - codes(vocabulary) == set()


def test_narrow_military_topics_come_with_the_wide_one():
    narrow = {"autonomous_weapons", "nuclear_command"}
    lacking = [
        event.id
        for event in EVENTS.values()
        if narrow & set(event.topics) and "military_peace_security" not in event.topics
    ]
    assert lacking == []


def test_dates_are_only_as_precise_as_is_known():
    lengths = Counter(len(event.date) for event in EVENTS.values())
    assert lengths == {10: 210, 7: 20, 4: 26}


def test_no_event_ends_before_it_begins():
    backwards = [
        event.id
        for event in EVENTS.values()
        if event.end_date and last_day(event.end_date) < first_day(event.date)
    ]
    assert backwards == []


def test_every_text_of_ours_is_in_english_and_chinese():
    lacking = []
    for event in EVENTS.values():
        texts = [event.titles, event.summary, event.note]
        texts += [conflict.note for conflict in event.conflicts]
        if event.participants:
            texts += [event.participants.count_note, event.participants.basis]
        lacking += [event.id for text in texts if text is not None and text.zh is None]
    assert lacking == []


def test_chinese_texts_hold_chinese():
    assert len(EVENTS) > 50
    for event in EVENTS.values():
        for text in (event.titles, event.summary, event.note):
            if text is not None:
                assert re.search(r"[\u4e00-\u9fff]", text.zh or ""), event.id


def test_states_are_on_the_list_of_states():
    known = {state["iso3"] for state in read_yaml(DATA / "states.yaml")["states"]}
    used: set[str] = set()
    for event in EVENTS.values():
        used |= set(event.actors)
        if event.participants:
            used |= {*event.participants.named, *event.participants.did_not_endorse}
    assert used <= known


def test_a_list_called_complete_is_as_long_as_the_count():
    told = {event.id: event.participants for event in EVENTS.values() if event.participants}
    whole = {name: p for name, p in told.items() if p.complete and p.count is not None}
    assert len(whole) > 3
    for name, people in whole.items():
        named = len(people.named)
        assert people.count in {named, named + len(people.others)}, name


def test_every_link_leads_to_a_record():
    held = documents()
    targets = {target for event in EVENTS.values() for target in [*event.answers, *event.leads_to]}
    assert targets - set(EVENTS) - held - EXTERNAL == set()


def test_links_between_events_are_stored_once_and_on_the_later_one():
    pairs = [
        (event.id, target)
        for event in EVENTS.values()
        for target in event.answers
        if target in EVENTS
    ]
    assert len(pairs) == len(set(pairs))
    assert {(later, earlier) for earlier, later in pairs} & set(pairs) == set()
    backwards = [
        (later, earlier)
        for later, earlier in pairs
        if last_day(EVENTS[later].date) < first_day(EVENTS[earlier].date)
    ]
    assert backwards == []
    assert [event.id for event in EVENTS.values() if set(event.leads_to) & set(EVENTS)] == []


def test_every_event_has_an_open_address_and_says_whether_it_was_read():
    for event in EVENTS.values():
        assert all(source.url.startswith(("http://", "https://")) for source in event.sources)
    unread = sum(not source.read for event in EVENTS.values() for source in event.sources)
    assert unread > 0


def test_known_disagreements_are_kept_as_conflicts():
    assert sum(len(event.conflicts) for event in EVENTS.values()) == 46
    vote = EVENTS["us-laws-explanation-of-vote-2025"].conflicts[1]
    assert vote.chosen == "1 December 2025"
    assert "2 December 2025" in vote.others


def test_no_record_speaks_of_files_the_reader_does_not_have():
    for path in PATHS:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\bseed\b|un-documents|events\.yaml|peer project", text), path.name
