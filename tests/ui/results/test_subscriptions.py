"""Calendars and the feed are a press away, at addresses that the routes read."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard.analysis.selection.query import Query
from dashboard.corpus.snapshot import Snapshot
from dashboard.ui.frame.page import Page
from dashboard.ui.results.subscriptions import CALENDARS, calendar_path
from dashboard.words import InterfaceLanguage, words


@pytest.mark.parametrize("table", CALENDARS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_address_holds_the_selection_and_the_language(
    snapshot: Snapshot, table: str, language: InterfaceLanguage
):
    asked = Query().choosing("topic", ["safety"]).having(q="AI", offset=50, sort=("date",))
    page = Page(table, table, snapshot, asked, words(language))
    bare, full = (urlsplit(calendar_path(page, table, query)) for query in (Query(), asked))
    assert bare.path == full.path == f"/api/{table}.ics"
    assert parse_qs(bare.query) == {"lang": [language]}
    assert parse_qs(full.query) == {"q": ["AI"], "topic": ["safety"], "lang": [language]}
