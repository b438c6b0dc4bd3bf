"""What a calendar or a feed reader subscribes to: due days, the timeline, the changes.

The parameters are those of the tables, so that the address of a view gives its calendar.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, Literal
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.routing import Route

from dashboard.analysis.changes import changes
from dashboard.analysis.selection.codes import allowed_codes
from dashboard.analysis.selection.parse_url import parse_url
from dashboard.analysis.selection.query import Query
from dashboard.analysis.selection.select import page_of, select
from dashboard.corpus.official_text import official_text_store
from dashboard.corpus.reading.problems import quoted
from dashboard.corpus.records.fields import last_day
from dashboard.corpus.snapshot import Snapshot
from dashboard.export.calendar import Setting, requests_ics, timeline_ics
from dashboard.export.feed import Address, changes_atom
from dashboard.server.code_labels import titled
from dashboard.server.http_cache import CachedCopy, validators
from dashboard.server.responses import Answer, error
from dashboard.words import LANGUAGES, InterfaceLanguage, words
from dashboard.words.labels import label_of
from dashboard.words.languages import readers_language

Calendar = Literal["requests", "timeline"]
CALENDAR = "text/calendar; charset=utf-8"
ATOM = "application/atom+xml; charset=utf-8"
MOST_ENTRIES = 200
"""Entries of the feed where no `limit` is given: the newest."""
_OF_FEED = ("since", "limit", "offset", "lang")
_WRITE = {"requests": requests_ics, "timeline": timeline_ics}

Ask = Callable[[Snapshot, Request], Answer]
Params = Iterable[tuple[str, str]]


def feed_routes(endpoint: Callable[[Ask], Any]) -> list[Route]:
    """The routes; `endpoint` makes an endpoint of a question on the data being served."""

    def calendar(name: Calendar) -> Ask:
        return lambda snapshot, request: calendar_answer(
            snapshot,
            name,
            request.query_params.multi_items(),
            CachedCopy.of(request.headers),
            base_url=_base(request),
        )

    def feed(snapshot: Snapshot, request: Request) -> Answer:
        asked = request.query_params.multi_items()
        return feed_answer(snapshot, asked, CachedCopy.of(request.headers), base_url=_base(request))

    return [
        Route("/api/requests.ics", endpoint(calendar("requests")), methods=["GET"]),
        Route("/api/timeline.ics", endpoint(calendar("timeline")), methods=["GET"]),
        Route("/api/changes.atom", endpoint(feed), methods=["GET"]),
    ]


def calendar_answer(
    snapshot: Snapshot, name: Calendar, parameters: Params, held: CachedCopy, *, base_url: str
) -> Answer:
    """The selected rows of a table as iCalendar, or 400, or 304, as for the table itself."""
    query = parse_url(parameters, _allowed(snapshot), name)
    language = _language(query)
    if query.unknown or language is None:
        return _refused(query)
    dated = snapshot.on(last_day(query.as_of)) if query.as_of else snapshot
    official_text = official_text_store().version() if query.q else None
    asked = (f"{name}.ics", query.to_params(), _day(snapshot), base_url)
    headers = validators(snapshot, *asked, official_text=official_text)
    if held.is_good(headers):
        return Answer(304, "", CALENDAR, headers)
    rows = page_of(select(dated, name, query), query)
    day = dt.date.fromisoformat(_day(snapshot))
    setting = Setting(words(language), partial(label_of, snapshot, language), day, base_url)
    headers["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return Answer(200, _WRITE[name](rows, setting).decode(), CALENDAR, headers)


def feed_answer(
    snapshot: Snapshot, parameters: Params, held: CachedCopy, *, base_url: str
) -> Answer:
    """The changes as Atom, the newest first, or 400, or 304; parameters as in `_OF_FEED`."""
    known = [(name, value) for name, value in parameters if name in _OF_FEED]
    query = parse_url(known, _allowed(snapshot))
    language = _language(query)
    if query.unknown or language is None:
        return _refused(query)
    headers = validators(snapshot, "changes.atom", query.to_params(), base_url)
    if held.is_good(headers):
        return Answer(304, "", ATOM, headers)
    limited = query if query.limit is not None else query.having(limit=MOST_ENTRIES)
    rows = page_of(changes(snapshot, query.since), limited)
    params = urlencode(query.to_params())
    own = f"{base_url}/api/changes.atom" + (f"?{params}" if params else "")
    atom = changes_atom(
        rows, titled(snapshot, language), words(language), _day(snapshot), Address(base_url, own)
    )
    return Answer(200, atom.decode(), ATOM, headers)


def _allowed(snapshot: Snapshot) -> Any:
    return allowed_codes(snapshot.vocabularies, snapshot.states, snapshot.versions)


def _language(query: Query) -> InterfaceLanguage | None:
    """The language asked for, the first where none is; None for one there is not."""
    asked = query.lang and query.lang.lower()
    return readers_language(asked) if not asked or asked in LANGUAGES else None


def _refused(query: Query) -> Answer:
    language = f"lang: found {quoted(query.lang)}; allowed: {', '.join(LANGUAGES)}"
    return error(400, str(query.unknown[0]) if query.unknown else language)


def _day(snapshot: Snapshot) -> str:
    """The day of the data: of the newest version in the log, else the day it was loaded."""
    if snapshot.changes is not None:
        return snapshot.changes.versions[-1].on
    return snapshot.loaded_at.date().isoformat()


def _base(request: Request) -> str:
    return str(request.base_url).rstrip("/")
