from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.server.http_cache import CachedCopy, changed, validators
from tests.invented.synthetic import LOADED, snapshot

HEADERS = {"ETag": '"a"', "Last-Modified": "Sun, 01 Nov 2026 12:00:00 GMT"}


def test_who_holds_nothing_gets_everything() -> None:
    assert not CachedCopy().is_good(HEADERS)
    assert not CachedCopy.of({}).is_good(HEADERS)


@pytest.mark.parametrize(
    ("since", "good"),
    [
        ("Sun, 01 Nov 2026 12:00:00 GMT", True),
        ("Sunday, 01-Nov-26 12:00:01 GMT", True),
        ("Sun Nov  1 12:00:01 2026", True),
        ("Sun, 01 Nov 2026 11:59:59 GMT", False),
        ("", False),
        ("0", False),
        ("Sun, 99 Nov 2026 12:00:00 GMT", False),
        ("Sun, 01 Nov 99999 12:00:00 GMT", False),
    ],
)
def test_the_three_forms_of_a_date_are_read_and_others_passed_over(since: str, good: bool) -> None:
    assert CachedCopy(since=since).is_good(HEADERS) is good


@given(st.text(max_size=60))
def test_no_header_raises(text: str) -> None:
    assert CachedCopy(tags=text, since=text).is_good(HEADERS) in (True, False)
    assert CachedCopy(since=text).is_good(HEADERS) in (True, False)


def test_a_date_is_passed_over_where_a_tag_is_given_even_an_empty_one() -> None:
    since = "Tue, 01 Dec 2026 00:00:00 GMT"
    assert CachedCopy(since=since).is_good(HEADERS)
    assert not CachedCopy(tags="", since=since).is_good(HEADERS)
    assert CachedCopy(tags='W/"a"', since="yesterday").is_good(HEADERS)


def test_an_answer_without_a_day_is_not_good_for_any() -> None:
    headers = validators(snapshot(), "votes", official_text="three texts")
    assert not CachedCopy(since="Tue, 01 Dec 2099 00:00:00 GMT").is_good(headers)


def test_data_change_when_they_are_loaded_and_at_midnight() -> None:
    assert changed(snapshot(as_of=LOADED.date())) == LOADED
    assert changed(snapshot(as_of=dt.date.min)) == LOADED
    today = dt.date.today()
    loaded = dt.datetime.now(dt.UTC) - dt.timedelta(days=3)
    midnight = dt.datetime.combine(today, dt.time()).astimezone()
    assert changed(snapshot(as_of=today, loaded_at=loaded)) == midnight


def test_nothing_changed_in_the_future() -> None:
    assert changed(snapshot(as_of=dt.date.max)) == LOADED
