"""What is left to do, by group."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from dashboard.corpus.checks.completeness import Task, todo
from dashboard.corpus.reading.loading import Corpus, load
from tests.invented.builders import EVENTS, OVERLAY, REQUESTS, SOURCES, change, write

TODAY = dt.date(2036, 1, 1)
CODING = "curated/paragraphs/A-RES-90-1.yaml"


def coding(**addressees: object) -> dict[str, object]:
    """Coded paragraphs by place, with whom each asks."""
    return {
        "symbol": "A/RES/90/1",
        "coded_by": "human",
        "reviewed": True,
        "checked": "2035-12-31",
        "paragraphs": {
            place.replace("_", "."): {
                "summary": {"en": "Invented.", "zh": "虚构。"},
                "topics": ["safety"],
                "addressees": asked,
            }
            for place, asked in addressees.items()
        },
    }


def of(group: str, data: Path, today: dt.date = TODAY) -> list[Task]:
    return [task for task in todo(load(data), today) if task.group == group]


def test_nothing_on_record_nothing_to_do():
    assert todo(Corpus(), TODAY) == []


def test_what_is_due_to_be_looked_up_comes_first_by_its_day(data_dir: Path):
    for name, day in (("grove-summit", "2035-12-31"), ("second-summit", "2035-01-01")):
        what = {"en": "the outcome", "zh": "结果"}
        waits = {"due": day, "where": "https://example.org/trees", "what": what}
        change(data_dir / EVENTS.format(name), watch=waits)
    tasks = todo(load(data_dir), TODAY)
    assert [(t.group, t.record) for t in tasks[:2]] == [
        ("to look up", "second-summit"),
        ("to look up", "grove-summit"),
    ]
    assert tasks[0].places == ("2035-01-01, the outcome, https://example.org/trees",)
    later = todo(load(data_dir), dt.date(2035, 6, 1))
    assert [(t.group, t.record) for t in later if "look up" in t.group] == [
        ("to look up", "second-summit"),
        ("to look up later", "grove-summit"),
    ]


def test_of_a_core_text_every_paragraph_is_to_be_summarised(data_dir: Path):
    change(data_dir / OVERLAY, summary={"en": "Ours.", "zh": "我们的。"})
    places = ("pp1", "pp2", "op1", "op2", "op2.a", "op3")
    assert Task("not summarised", "A/RES/90/1", places) in of("not summarised", data_dir)
    write(data_dir / CODING, coding(pp1="none", op3="none"))
    assert of("not summarised", data_dir)[0].places == ("pp2", "op1", "op2", "op2.a")


def test_of_other_texts_those_paragraphs_that_speak_of_ai(data_dir: Path):
    change(data_dir / OVERLAY, weight="mention", summary={"en": "Ours.", "zh": "我们的。"})
    places = ("pp2", "op1", "op2", "op2.a")  # the last stands under what mentions it
    assert Task("not summarised", "A/RES/90/1", places) in of("not summarised", data_dir)


def test_a_summary_in_one_language_or_none_is_to_do(data_dir: Path):
    names = {task.record for task in of("not summarised", data_dir) if not task.places}
    assert names == {"A/RES/90/1", "A/91/7", "grove-summit", "second-summit", "machine-law"}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [("unknown", True), ("none", False), ([], False), (["states"], False)],
)
def test_addressees_not_known_are_to_be_coded(data_dir: Path, asked: object, expected: bool):
    write(data_dir / CODING, coding(op1=asked))
    assert bool(of("not coded", data_dir)) is expected


def test_a_verb_that_asks_must_ask_somebody(data_dir: Path):
    term = {"labels": {"en": "Urges"}, "family": "directive", "tier": 3, "phrases": ["requests"]}
    change(data_dir / "vocabulary/verbs.yaml", terms={"urges": term})
    write(data_dir / CODING, coding(op3="none", pp1="none"))
    assert of("not coded", data_dir) == [Task("not coded", "A/RES/90/1", ("op3",))]


def test_a_check_is_good_for_a_year(data_dir: Path):
    change(data_dir / EVENTS.format("grove-summit"), checked="2035-01-01")
    write(data_dir / CODING, coding(pp1="none") | {"checked": "2034-12-31"})
    old = "checked over a year ago"
    assert of(old, data_dir, dt.date(2036, 1, 1)) == [Task(old, "A/RES/90/1 (paragraphs)")]
    later = [task.record for task in of(old, data_dir, dt.date(2036, 1, 2))]
    assert later == ["grove-summit", "A/RES/90/1 (paragraphs)"]


def test_what_nobody_reviewed_and_verbs_no_rule_knows(data_dir: Path):
    change(data_dir / EVENTS.format("grove-summit"), reviewed=True)
    write(data_dir / CODING, coding(pp1="none"))
    said = load(data_dir).statements
    names = [t.record for t in of("not reviewed", data_dir) if t.record not in said]
    assert names == ["A/91/7", "A/RES/90/1", "machine-law", "second-summit"]
    change(data_dir / "vocabulary/verbs.yaml", terms={})
    unknown = of("verb unknown", data_dir)
    assert unknown[0] == Task("verb unknown", "A/RES/90/1", ("pp1", "pp2", "op1", "op2", "op3"))
    assert unknown[0].count == 5


def test_a_statement_is_to_be_rendered_checked_and_reviewed(data_dir: Path):
    said = {
        "id": "xaa-said",
        "date": "2035-12-01",
        "forum": {"en": "Hall"},
        "type": "invented",
        "stance": "invented",
        "form": "oral",
        "scope": "core",
        "point": {"en": "A tree is a tree."},
        "verification": "reported",
        "checked": "2034-12-31",
        "sources": SOURCES,
    }
    file = write(data_dir / "curated/statements/xaa-said.yaml", said)
    open_groups = ("not summarised", "checked over a year ago", "not reviewed")
    for group in open_groups:
        assert Task(group, "xaa-said") in of(group, data_dir)
    done = {"en": "A tree is a tree.", "zh": "树就是树。"}
    change(file, point=done, checked="2035-12-31", reviewed=True)
    assert [t for g in open_groups for t in of(g, data_dir) if t.record == "xaa-said"] == []


def test_requests_are_to_be_checked_and_reviewed(data_dir: Path):
    task = "A/RES/90/1 (requests)"
    change(data_dir / REQUESTS, checked="2037-01-01", reviewed=False)
    found = todo(load(data_dir), dt.date(2037, 6, 1))
    assert [t.group for t in found if t.record == task] == ["not reviewed"]
    late = todo(load(data_dir), dt.date(2038, 6, 1))
    assert [t.group for t in late if t.record == task] == [
        "checked over a year ago",
        "not reviewed",
    ]
    change(data_dir / REQUESTS, reviewed=True)
    assert task not in {t.record for t in todo(load(data_dir), dt.date(2037, 6, 1))}


def test_what_the_rule_found_is_to_be_judged_sure_or_not(data_dir: Path):
    found = {"sure": {"op2.a": ["report"], "op3": ["report"]}, "to_look_at": {"op2": ["meeting"]}}
    scan = {"rule": 1, "candidates": {"A/RES/90/1": found, "A/RES/90/2": "none"}}
    write(data_dir / "imported/request_candidates.yaml", scan)
    assert of("request open, sure", data_dir) == [
        Task("request open, sure", "A/RES/90/1", ("op2.a",))  # op3 is on record
    ]
    assert of("request open, to look at", data_dir) == [
        Task("request open, to look at", "A/RES/90/1", ("op2",))
    ]
    change(data_dir / REQUESTS, refused={"op2.a": "invented", "op2": "invented"})
    assert of("request open, sure", data_dir) == of("request open, to look at", data_dir) == []


@pytest.mark.parametrize(
    ("sure", "to_look_at", "left"),
    [
        (["report"], [], []),  # one request of op3 is on record
        (["report", "report"], [], ["request open, sure"]),
        (["report"], ["meeting"], ["request open, to look at"]),
        ([], ["meeting"], []),
        ([], ["meeting", "views"], ["request open, to look at"]),
    ],
)
def test_each_asking_word_of_a_paragraph_is_to_be_judged(
    data_dir: Path, sure: list[str], to_look_at: list[str], left: list[str]
):
    found = {"sure": {"op3": sure}, "to_look_at": {"op3": to_look_at}}
    scan = {"rule": 1, "candidates": {"A/RES/90/1": found}}
    write(data_dir / "imported/request_candidates.yaml", scan)
    groups = ("request open, sure", "request open, to look at")
    assert [group for group in groups if of(group, data_dir)] == left
