"""Calendars read back with a calendar's own parser: days, words, and text that stays text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from dashboard.corpus.request_status import with_status
from dashboard.corpus.tables.frames import frame
from dashboard.export.calendar import Setting, requests_ics, timeline_ics
from dashboard.words import words
from tests.invented.synthetic import AS_OF, filled, snapshot

DAY = dt.date(2036, 11, 1)
HERE = "https://dashboard.invalid/record"
HOSTILE = (
    "Report\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:forged;X=1,\\n\u2028\u202e\x00\x1b\x85\u200b!"
)
EN = Setting(words("en"), lambda vocabulary, code: f"{vocabulary}/{code}", list, DAY, HERE, DAY)
ZH = Setting(words("zh"), lambda vocabulary, code: code or "", list, DAY, HERE, DAY)


def parsed(raw: bytes) -> tuple[Calendar, list[Event]]:
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(map(len, raw.split(b"\r\n"))) <= 75  # RFC 5545, 3.1
    calendar = Calendar.from_ical(raw)
    assert isinstance(calendar, Calendar)
    assert [calendar["version"], calendar["calscale"]] == ["2.0", "GREGORIAN"]
    events = calendar.walk("VEVENT")
    assert all(not event.errors and event["transp"] == "TRANSPARENT" for event in events)
    assert len({str(event["uid"]) for event in events}) == len(events)
    assert not any(name in event for event in events for name in ("rrule", "rdate", "attendee"))
    return calendar, events


def requests(*rows: Mapping[str, Any], on: dt.date = AS_OF) -> pd.DataFrame:
    return with_status(frame("requests", filled("requests", rows)), on)


def timeline(*rows: Mapping[str, Any]) -> pd.DataFrame:
    return frame("timeline", filled("timeline", rows))


def request(**changes: Any) -> dict[str, Any]:
    return {
        "id": "90-1-2", "symbol": "A/RES/90/1", "place": "2 (a)", "date": "2035-12-01",
        "addressee": "secretary_general", "subject_en": "Invented report", "due": "91",
        "due_from": "2036-09-08", "due_to": "2037-09-07", "due_basis": "explicit_session",
        "search": "not_searched", "about_ai": True, "title_en": "Invented text",
        "source": "https://docs.invalid/A/RES/90/1", "url": "/requests?item=90-1-2", **changes,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("write", "rows"), [(requests_ics, requests()), (timeline_ics, timeline())]
)
def test_no_rows_are_a_calendar_without_events(write: Any, rows: pd.DataFrame) -> None:
    calendar, events = parsed(write(rows, EN))
    assert events == []
    assert calendar["description"] == calendar["x-wr-caldesc"]
    assert str(calendar["x-wr-caldesc"]).startswith("0 re")


def test_a_due_day_is_an_event_of_that_whole_day() -> None:
    _, [event] = parsed(requests_ics(requests(request()), EN))
    assert event["dtstart"].params["value"] == "DATE"
    assert event.decoded("dtstart") == dt.date(2037, 9, 7)
    assert event.decoded("dtend") == dt.date(2037, 9, 8)
    assert event.decoded("dtstamp") == dt.datetime(2036, 11, 1, tzinfo=dt.UTC)
    assert event["uid"] == "90-1-2@ai-governance-record"
    assert event["summary"] == "Due (est.): Invented report (A/RES/90/1, para. 2 (a))"
    assert event["url"] == f"{HERE}/requests?item=90-1-2"
    assert event["status"] == "TENTATIVE"
    assert event["categories"].cats == ["request_statuses/not_yet_due"]
    assert str(event["description"]).split("\n") == [
        "Requested by A/RES/90/1: Invented text",
        "Addressee: addressees/secretary_general",
        "Expected: 8 September 2036 – 7 September 2037 (est.)",
        "Due: at the 91st session (due_bases/explicit_session)",
        "Status: request_statuses/not_yet_due",
        f"{HERE}/requests?item=90-1-2",
        "https://docs.invalid/A/RES/90/1",
    ]


def test_in_chinese_the_words_are_chinese_and_what_has_no_chinese_stays_english() -> None:
    rows = requests(
        request(subject_zh="虚构报告", entity_zh="秘书长", entity_en="Secretary-General")
    )
    calendar, [event] = parsed(requests_ics(rows, ZH))
    assert calendar["x-wr-calname"] == "所要求事项何时到期"
    assert event["summary"] == "到期（估）：虚构报告（A/RES/90/1，第2(a)段）"
    assert "要求对象：秘书长" in event["description"]
    assert "A/RES/90/1: Invented text" in event["description"]


def test_the_answer_and_its_day_are_told() -> None:
    answered = request(
        answered_by=("A/91/5",),
        answered_on="2036-10-01",
        answer_scope="direct",
        search="found",
        established_by=("document_on_record",),
    )
    _, [event] = parsed(requests_ics(requests(answered), EN))
    assert "Answered by: A/91/5 (1 October 2036)" in event["description"]
    assert event["categories"].cats == ["request_statuses/issued_on_time"]
    assert event["status"] == "TENTATIVE"  # the day stands, whatever came


def test_how_firm_a_day_is() -> None:
    rows = requests(
        request(id="a", due="2037-09-07", due_basis="explicit_date"),
        request(id="b", due_basis="inferred_session"),
        request(id="c", superseded_by="a"),
        request(id="d", due_basis="event_based"),
        request(id="e"),
    )
    _, events = parsed(requests_ics(rows, EN))
    assert {str(e["uid"]).partition("@")[0]: str(e["status"]) for e in events} == {
        "a": "CONFIRMED", "b": "TENTATIVE", "c": "CANCELLED", "d": "TENTATIVE", "e": "TENTATIVE",
    }  # fmt: skip
    titles = [str(e["summary"]).partition(":")[0] for e in events]
    assert titles == ["Due", *["Due (est.)"] * 4]


def test_requests_without_a_due_day_are_counted() -> None:
    rows = requests(request(id="a"), *(request(id=i, due_to=None, due_from=None) for i in "bc"))
    calendar, events = parsed(requests_ics(rows, EN))
    assert len(events) == 1
    assert str(calendar["description"]).startswith("2 requests")


def test_the_day_of_a_record_and_the_days_of_what_lasts() -> None:
    rows = timeline(
        {"id": "one", "date": "2036-02-28", "kind": "summit", "title_en": "One"},
        {"id": "two", "date": "2036-02-28", "end_date": "2036-02-29", "title_en": "Two"},
        {"id": "three", "date": "2036-02-28", "end_date": "2036-03", "title_en": "Three"},
        {"id": "four", "date": "2036-02-28", "end_date": "2036-02-01", "title_en": "Four"},
        {"id": "last", "date": "9999-12-31", "title_en": "Last"},
        {"id": "month", "date": "2036-03", "title_en": "Month"},
        {"id": "year", "date": "2036", "end_date": "2036-05-01", "title_en": "Year"},
        {"id": "none", "date": None, "title_en": "None"},
    )
    calendar, events = parsed(timeline_ics(rows, EN))
    days = {str(e["summary"]): (e.decoded("dtstart"), e.get("dtend")) for e in events}
    start = dt.date(2036, 2, 28)
    assert {name: (first, end and end.dt) for name, (first, end) in days.items()} == {
        "One": (start, dt.date(2036, 2, 29)),
        "Two": (start, dt.date(2036, 3, 1)),  # the end is the first day after
        "Three": (start, dt.date(2036, 2, 29)),
        "Four": (start, dt.date(2036, 2, 29)),
        "Last": (dt.date.max, None),
    }
    assert str(calendar["x-wr-caldesc"]).startswith("3 records")
    [one] = [e for e in events if e["summary"] == "One"]
    assert one["categories"].cats == ["kinds/summit"]


def test_what_is_scheduled_says_so_until_its_outcome_is_known() -> None:
    rows = timeline(
        {"id": "a", "date": "2036-11-02", "title_en": "Ahead", "planned": False},
        {"id": "b", "date": "2036-10-31", "end_date": "2036-11-02", "title_en": "On",
         "planned": True},
        {"id": "c", "date": "2036-10-31", "title_en": "Over", "title_zh": "已过", "planned": True},
        {"id": "d", "date": "2036-10-31", "title_en": "Held", "planned": False},
    )  # fmt: skip
    _, events = parsed(timeline_ics(rows, EN))
    assert {str(e["summary"]): e.get("status") for e in events} == {
        "Ahead · scheduled": "TENTATIVE",
        "On · scheduled": "TENTATIVE",
        "Over · was scheduled; outcome not on record": "TENTATIVE",
        "Held": None,
    }
    later = replace(ZH, today=dt.date(2036, 11, 3))
    _, events = parsed(timeline_ics(rows, later))
    assert [str(e["summary"]) for e in events] == [
        "On（英文） · 曾预定；结果未收录",
        "已过 · 曾预定；结果未收录",
        "Held（英文）",
        "Ahead（英文）",
    ]


def test_what_a_title_holds_cannot_leave_it() -> None:
    hostile = request(subject_en=HOSTILE, title_en=HOSTILE, place=HOSTILE, entity_en=HOSTILE)
    _, [event] = parsed(requests_ics(requests(hostile), EN))
    assert "forged" in event["summary"]
    assert "\n" not in event["summary"]
    assert not set("\u2028\u202e\x00\x1b\x85\u200b\r") & set(
        event["summary"] + event["description"]
    )
    rows = timeline({"id": "one", "date": "2036-01-01", "title_en": HOSTILE, "summary_en": HOSTILE})
    assert len(parsed(timeline_ics(rows, EN))[1]) == 1


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.text())
def test_any_title_comes_back(title: str, summary: str) -> None:
    rows = timeline({"id": "one", "date": "2036-01-01", "title_en": title, "summary_en": summary})
    calendar, [event] = parsed(timeline_ics(rows, EN))
    plain = "".join(sign if sign.isprintable() else " " for sign in title).split()
    assert str(event["summary"]).split() == (plain or ["one"])
    assert len(calendar.subcomponents) == 1


def test_the_same_data_give_the_same_bytes() -> None:
    record = snapshot()
    for write, table in ((requests_ics, "requests"), (timeline_ics, "timeline")):
        assert write(record.tables[table], EN) == write(record.tables[table][::-1], EN)
