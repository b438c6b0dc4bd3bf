"""What a calendar or a feed reader subscribes to: due days, the timeline, the changes.

The parameters are those of the tables, so that the address of a view gives its calendar.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import partial
from typing import Any, Literal
from urllib.parse import urlencode

from dashboard.analysis.changes import changes
from dashboard.analysis.selection.query import Query
from dashboard.analysis.selection.select import page_of
from dashboard.corpus.reading.problems import quoted
from dashboard.corpus.snapshot import Snapshot
from dashboard.export.calendar import Setting, requests_ics, timeline_ics
from dashboard.export.feed import Address, Titled, changes_atom
from dashboard.server.http_cache import validators
from dashboard.server.responses import (
    Answer,
    Asked,
    error,
    read_query,
    selected,
    selection_headers,
)
from dashboard.words import LANGUAGES, InterfaceLanguage, words
from dashboard.words.labels import label_of, record_names, state_name
from dashboard.words.languages import language_called, readers_language
from dashboard.words.schedule import scheduled_title

Calendar = Literal["requests", "timeline"]
CALENDAR = "text/calendar; charset=utf-8"
ATOM = "application/atom+xml; charset=utf-8"
MOST_ENTRIES = 200
"""Entries of the feed where no `limit` is given: the newest."""
_OF_FEED = ("since", "limit", "offset", "lang")
_WRITE = {"requests": requests_ics, "timeline": timeline_ics}


def calendar_answer(snapshot: Snapshot, asked: Asked, name: Calendar) -> Answer:
    """The selected rows of a table as iCalendar, or 400, or 304, as for the table itself."""
    query = read_query(snapshot, asked.parameters, name)
    language = _language(query)
    if query.unknown or language is None:
        return _refused(query)
    headers = selection_headers(snapshot, query, f"{name}.ics", _day(snapshot), asked.site)
    if asked.held.is_good(headers):
        return Answer(304, "", CALENDAR, headers)
    rows = page_of(selected(snapshot, query, name), query)
    day = dt.date.fromisoformat(_day(snapshot))
    say, label = words(language), partial(label_of, snapshot, language)
    names = partial(record_names, snapshot, say)
    setting = Setting(say, label, names, day, asked.site, snapshot.as_of)
    headers["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return Answer(200, _WRITE[name](rows, setting), CALENDAR, headers)


def feed_answer(snapshot: Snapshot, asked: Asked) -> Answer:
    """The changes as Atom, the newest first, or 400, or 304; parameters as in `_OF_FEED`."""
    known = [(name, value) for name, value in asked.parameters if name in _OF_FEED]
    query = read_query(snapshot, known)
    language = _language(query)
    if query.unknown or language is None:
        return _refused(query)
    headers = validators(snapshot, "changes.atom", query.to_params(), asked.site)
    if asked.held.is_good(headers):
        return Answer(304, "", ATOM, headers)
    limited = query if query.limit is not None else query.having(limit=MOST_ENTRIES)
    found = changes(snapshot, query.since)
    at = Address(asked.site, _feed_url(asked, query), _pages(asked, limited, len(found)))
    rows, names = page_of(found, limited), titled(snapshot, language)
    atom = changes_atom(rows, names, words(language), _day(snapshot), at)
    return Answer(200, atom, ATOM, headers)


def _feed_url(asked: Asked, query: Query) -> str:
    parameters = urlencode(query.to_params())
    return f"{asked.site}/api/changes.atom" + (f"?{parameters}" if parameters else "")


def _pages(asked: Asked, query: Query, total: int) -> dict[str, str]:
    """The addresses of the feed's page before and the one after, where there are such."""
    start, size = query.offset or 0, query.limit or 0
    starts = {"previous": max(0, start - size), "next": start + size}
    there = {"previous": start > 0, "next": size > 0 and start + size < total}
    return {
        relation: _feed_url(asked, query.having(offset=starts[relation] or None))
        for relation in starts
        if there[relation]
    }


def titled(snapshot: Snapshot, language: InterfaceLanguage) -> dict[str, Titled]:
    """Every record of the log of changes, by id: its symbol and title, and its path here.

    A statement has no title: it is named by who spoke, how and when.
    """
    say, found = words(language), {}
    for table in ("timeline", "documents"):
        for row in snapshot.tables[table].to_dict("records"):
            title = say.field(row, "short") or say.field(row, "title")
            symbol = _text(row["symbol"])
            name = f"{symbol}: {title}" if symbol and title else title or symbol or row["id"]
            name = scheduled_title(say, row, snapshot.as_of, name)
            found[row["id"]] = Titled(name, _text(row["url"]) or "/")
    for row in snapshot.tables["statements"].to_dict("records"):
        found[row["id"]] = Titled(_spoken(row, snapshot, language), _text(row["url"]) or "/")
    return found


def _spoken(row: Mapping[Any, Any], snapshot: Snapshot, language: InterfaceLanguage) -> str:
    say = words(language)
    names = [state_name(snapshot, language, s) for s in row["speaker_iso3"] if s in snapshot.states]
    who = say.field(row, "on_behalf_of") or say.listed(names) or row["id"]
    what = label_of(snapshot, language, "statement_types", _text(row["type"]))
    return " · ".join(filter(None, (who, what, say.date(_text(row["date"])))))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _language(query: Query) -> InterfaceLanguage | None:
    """The language asked for, the first where none is; None for one there is not."""
    return language_called(query.lang) if query.lang else readers_language(None)


def _refused(query: Query) -> Answer:
    language = f"lang: found {quoted(query.lang)}; allowed: {', '.join(LANGUAGES)}"
    return error(400, str(query.unknown[0]) if query.unknown else language)


def _day(snapshot: Snapshot) -> str:
    """The day of the data: of the newest version in the log, else the day it was loaded."""
    if snapshot.changes is not None:
        return snapshot.changes.versions[-1].on
    return snapshot.loaded_on.isoformat()
