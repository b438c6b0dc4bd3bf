"""Days of the record as iCalendar (RFC 5545), for a calendar to subscribe to or import.

Every event is all-day and blocks no time. Its UID is that of the record, the same in every
answer and on every host, so that a calendar updates what it has; its DTSTAMP is the day of
the data and not of the answer, so that the same data give the same bytes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pandas as pd
from icalendar import Calendar, Event

from dashboard import __version__
from dashboard.analysis.frames import Row, rows_of
from dashboard.corpus.records.fields import last_day, precision
from dashboard.corpus.request_status import is_estimated
from dashboard.export.plain_text import one_line, visible
from dashboard.words import Words
from dashboard.words.due import stated
from dashboard.words.places import place_of_request
from dashboard.words.schedule import schedule, scheduled_title

Label = Callable[[str, str | None], str]
"""Vocabulary and code to the label in the language of the calendar; empty for no code."""

_AUTHORITY = "ai-governance-record"


@dataclass(frozen=True)
class Setting:
    """What a calendar is written with: words, labels of codes, names of records, the day of the
    data, the host, today.

    `base_url` is where the dashboard is served, without a slash at its end.
    """

    say: Words
    label: Label
    names: Callable[[Iterable[str]], list[str]]
    day: dt.date
    base_url: str
    today: dt.date
    """The day on which what is scheduled is told from what was."""


def requests_ics(requests: pd.DataFrame, setting: Setting) -> bytes:
    """An event on the last day of each request's window; rows of the table `requests`.

    A request without a due day has none. The window, the paragraph, who is asked, the
    status and the answer stand in the description; the status, computed for the day the
    rows were made for, is the category. STATUS says how firm the day is: CONFIRMED where
    the text states it, TENTATIVE where it is our estimate, which the title then says as well,
    CANCELLED where a later request took its place. An answered request keeps its day.
    """
    say = setting.say
    events = []
    rows = requests[requests["due_to"].notna()].sort_values(["due_to", "id"], kind="stable")
    for row in rows_of(rows):
        due = dt.date.fromisoformat(row["due_to"])
        subject = say.field(row, "subject") or say.field(row, "title") or row["symbol"]
        key = "feed.due_estimated" if is_estimated(row["due_basis"]) else "feed.due"
        place = place_of_request(say, row["place"])
        summary = say(key, subject=subject, symbol=row["symbol"], place=place)
        event = _event(row, due, due, summary, _about_request(row, setting), setting)
        event.add("categories", [setting.label("request_statuses", row["status"])])
        event.add("status", _firmness(row))
        events.append(event)
    about = say("feed.requests_about", n=len(requests) - len(events))
    return _calendar(events, say("feed.requests"), about)


def timeline_ics(timeline: pd.DataFrame, setting: Setting) -> bytes:
    """An event for each row of the table `timeline` whose first day is known to the day.

    A date known to the month or the year cannot stand in a calendar: such rows are left out
    and counted in the calendar's description. What ends on a day known only to the month
    or year stands on its first day. What is only scheduled, or was without an outcome on record,
    says so in its title and is TENTATIVE.
    """
    say, today = setting.say, setting.today
    dated = timeline[timeline["date"].notna() & (timeline["date"].str.len() == 10)]
    events = []
    for row in rows_of(dated.sort_values(["date", "id"], kind="stable")):
        start = dt.date.fromisoformat(row["date"])
        ended = row["end_date"]
        last = last_day(ended) if ended and precision(ended) == "day" else start
        summary = say.field(row, "short") or say.field(row, "title") or row["id"]
        told = [say.field(row, "title"), say.field(row, "summary"), *_sources(row, setting)]
        summary = scheduled_title(say, row, today, summary)
        event = _event(row, start, max(start, last), summary, told, setting)
        event.add("categories", [setting.label("kinds", row["kind"])])
        if schedule(row, today) in ("ahead", "passed"):
            event.add("status", "TENTATIVE")
        events.append(event)
    about = say("feed.timeline_about", n=len(timeline) - len(events))
    return _calendar(events, say("feed.timeline"), about)


def _calendar(events: Iterable[Event], name: str, about: str) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", f"-//{_AUTHORITY}//dashboard {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    # RFC 7986 has the short ones; the others are what most calendars read
    for said, names in ((name, ("name", "x-wr-calname")), (about, ("description", "x-wr-caldesc"))):
        for own in names:
            calendar.add(own, said)
    calendar.add("x-published-ttl", "P1D")
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event(
    row: Row,
    first: dt.date,
    last: dt.date,
    summary: str,
    about: Iterable[str],
    setting: Setting,
) -> Event:
    event = Event()
    event.add("uid", f"{row['id']}@{_AUTHORITY}")
    event.add("dtstamp", dt.datetime.combine(setting.day, dt.time(), dt.UTC))
    event.add("dtstart", first)
    if last < dt.date.max:
        event.add("dtend", last + dt.timedelta(days=1))  # the first day after it
    event.add("summary", one_line(summary) or row["id"])
    event.add("description", "\n".join(filter(None, map(visible, about))))
    if row["url"]:
        event.add("url", setting.base_url + row["url"])
    event.add("transp", "TRANSPARENT")
    return event


def _firmness(row: Row) -> str:
    if row["status"] == "superseded":
        return "CANCELLED"
    return "TENTATIVE" if is_estimated(row["due_basis"]) else "CONFIRMED"


def _about_request(row: Row, setting: Setting) -> list[str]:
    say, label = setting.say, setting.label
    answer, on = say.listed(setting.names(row["answered_by"])), say.date(row["answered_on"])
    if answer and on:
        answer = say("feed.dated", value=answer, date=on)
    window = say.dates(row["due_from"], row["due_to"])
    if is_estimated(row["due_basis"]):
        window = say("due.estimated_window", dates=window)
    asked = say.field(row, "entity") or label("addressees", row["addressee"])
    told = [
        say("feed.of", value=f"{row['symbol']}: {say.field(row, 'title')}"),
        say("feed.asked", value=asked),
        say("feed.window", value=window),
        say("feed.basis", stated=stated(say, row), value=label("due_bases", row["due_basis"])),
        say("feed.status", value=label("request_statuses", row["status"])),
        *([say("feed.answer", value=answer)] if answer else []),
    ]
    return [*told, *_sources(row, setting)]


def _sources(row: Row, setting: Setting) -> list[str]:
    """The record here and its source, for programs that do not show the field URL."""
    return [setting.base_url + row["url"] if row["url"] else "", row["source"] or ""]
