"""What is scheduled is computed from the day, in lists and marks alike, and ages by itself."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Any

import pytest

from dashboard.corpus.snapshot import Snapshot
from dashboard.server.feeds import titled
from dashboard.words import words
from dashboard.words.schedule import schedule_words, scheduled_title
from tests.invented.synthetic import snapshot

EN, ZH = words("en"), words("zh")
TODAY = dt.date(2026, 11, 30)
UNREAD = ("known, not read", "已知而未读")
AHEAD = ("scheduled", "预定")
PASSED = ("was scheduled; outcome not on record", "曾预定；结果未收录")


def test_what_is_no_row_of_the_timeline_says_nothing():
    assert schedule_words(EN, {"date": "2036-01-01"}, TODAY) == ""


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"date": None, "planned": True}, ("", "")),
        ({"date": "2026-11-29", "planned": False}, ("", "")),
        ({"date": "2026-12-01", "planned": False}, AHEAD),
        ({"date": "2026-12-01", "planned": True}, AHEAD),
        ({"date": "2026-11-30", "planned": True}, AHEAD),
        ({"date": "2026-11-29", "planned": True}, PASSED),
        ({"date": "2026-11", "planned": True}, AHEAD),
        ({"date": "2026-10", "planned": True}, PASSED),
        ({"date": "2026-11-20", "end_date": "2026-12-04", "planned": True}, AHEAD),
        ({"date": "2026-11-16", "end_date": "2026-11-20", "planned": True}, PASSED),
    ],
)
def test_what_a_day_makes_of_a_plan(row: dict[str, Any], said: tuple[str, str]):
    assert (schedule_words(EN, row, TODAY), schedule_words(ZH, row, TODAY)) == said


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ("cstd-data-governance-report-2026", PASSED),
        ("ccw-seventh-review-conference-2026", PASSED),
        ("apec-shenzhen-2026", PASSED),
        ("waic-2026", ("", "")),
        ("known-a-res-80-251", UNREAD),
        ("g20-miami-2026", AHEAD),
        ("gdc-high-level-review-2027", AHEAD),
    ],
)
def test_events_of_the_record(real_record: Snapshot, event: str, said: tuple[str, str]):
    rows = real_record.tables["timeline"].set_index("id")
    row = rows.loc[event].to_dict()
    assert schedule_words(EN, row, TODAY) == said[0]


def test_a_title_of_a_row_or_another_says_so_too():
    row = {"date": "2026-10", "planned": True, "title_en": "Invented", "title_zh": "虚构"}
    assert scheduled_title(EN, row, TODAY) == f"Invented · {PASSED[0]}"
    assert scheduled_title(ZH, row, TODAY) == f"虚构 · {PASSED[1]}"
    assert scheduled_title(EN, row, dt.date(2026, 1, 1), "Short") == f"Short · {AHEAD[0]}"
    assert scheduled_title(EN, row | {"planned": False}, TODAY) == "Invented"
    assert scheduled_title(EN, {"title_en": "Of another table"}, TODAY) == "Of another table"


@pytest.mark.parametrize(
    ("day", "said"), [("2036-01-31", AHEAD), ("2036-02-01", PASSED), ("2037-01-01", PASSED)]
)
def test_a_feed_names_a_record_so(day: str, said: tuple[str, str]):
    taken = snapshot()
    rows = taken.tables["timeline"]
    rows.loc[rows["id"] == "summit-one", ["date", "end_date", "planned"]] = ["2036-01", None, True]
    tables = taken.tables.replacing("timeline", rows)
    shown = replace(taken, tables=tables, as_of=dt.date.fromisoformat(day))
    for number, language in enumerate(("en", "zh")):
        title = titled(shown, language)["summit-one"].title
        assert title.endswith(f" · {said[number]}")


def test_no_title_says_that_it_is_scheduled(real_record: Snapshot):
    titles = real_record.tables["timeline"][["title_en", "title_zh"]].stack().dropna()
    assert [t for t in titles if re.search(r"(?i)\bscheduled\b|\bplanned\b|预定|待定", t)] == []


@pytest.mark.parametrize("planned", [False, True])
def test_a_text_known_but_not_read_says_so_whatever_its_day(planned: bool) -> None:
    row = {"date": "2025-01-01", "planned": planned, "weight": "not_read"}
    assert (schedule_words(EN, row, TODAY), schedule_words(ZH, row, TODAY)) == UNREAD
    assert schedule_words(EN, row | {"weight": None, "planned": False}, TODAY) == ""
