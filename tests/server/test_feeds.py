"""The routes of calendars and feed: the selections of the tables, their refusals and tags."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from icalendar import Calendar
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.api import routes
from dashboard.corpus import store
from dashboard.corpus.records.changes import Change, ChangedRecords, ChangeLog
from dashboard.corpus.snapshot import NoDataError, Snapshot
from dashboard.server.feeds import MOST_ENTRIES
from dashboard.words import LANGUAGES
from tests.invented.synthetic import problem, snapshot

PATHS = ("/api/requests.ics", "/api/timeline.ics", "/api/changes.atom")
ONE, TWO = "0000000001", "00000000bb"
LOG = ChangeLog(
    versions=[
        Change(version=ONE, on="2036-01-31", records=ChangedRecords(
            added=["A/RES/90/9", "A/RES/90/10", "summit-one"])),
        Change(version=TWO, on="2036-02-01", records=ChangedRecords(
            added=["A/91/5"], changed=["A/RES/90/10"], removed=["gone"])),
    ],
    files={},
)  # fmt: skip
Served = Callable[..., TestClient]


@pytest.fixture
def serving(monkeypatch: pytest.MonkeyPatch) -> Served:
    def client(record: Snapshot | None = None, failure: Exception | None = None) -> TestClient:
        def current() -> Snapshot:
            if failure is not None:
                raise failure
            return record or snapshot(version=TWO, changes=LOG)

        monkeypatch.setattr(store, "current", current)
        return TestClient(Starlette(routes=routes()), base_url="https://dashboard.invalid")

    return client


def events(answer: Any) -> list[Any]:
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


def entries(answer: Any) -> list[Any]:
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    found = feedparser.parse(answer.content)
    assert not found.bozo
    return list(found.entries)


@pytest.mark.parametrize("path", PATHS)
def test_without_data_nothing_is_served(serving: Served, path: str) -> None:
    answer = serving(failure=NoDataError([problem()])).get(path)
    assert answer.status_code == 503
    assert set(answer.json()) == {"status", "version", "error", "last_problem"}


@pytest.mark.parametrize("path", PATHS)
def test_no_rows_are_an_empty_answer(serving: Served, path: str) -> None:
    client = serving(snapshot(requests=[], timeline=[]))
    answer = client.get(path)
    assert (entries if path.endswith("atom") else events)(answer) == []


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("since=yesterday", "since: found 'yesterday'; allowed: a date as YYYY"),
        ("since=ffffffffff", "or a data version on record"),
        ("lang=xx", f"lang: found 'xx'; allowed: {', '.join(LANGUAGES)}"),
        ("limit=-1", "limit: found '-1'; allowed: a whole number"),
        ("since=2036&since=2037", "allowed: one value"),
    ],
)
@pytest.mark.parametrize("path", PATHS)
def test_what_cannot_be_read_is_refused_in_one_sentence(
    serving: Served, path: str, query: str, sentence: str
) -> None:
    answer = serving().get(f"{path}?{query}")
    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("application/json")
    assert set(answer.json()) == {"error"}
    assert sentence in answer.json()["error"]


def test_an_unknown_code_is_refused_by_a_calendar_and_no_matter_to_the_feed(
    serving: Served,
) -> None:
    client = serving()
    assert "did you mean" in client.get("/api/requests.ics?status=due_son").json()["error"]
    assert client.get("/api/changes.atom?status=due_son&colour=red").status_code == 200


def test_a_calendar_has_the_rows_its_table_has(serving: Served) -> None:
    client = serving()
    for table, due in (("requests", "due_to"), ("timeline", "date")):
        for query in ("", "track=civilian", "q=invented&sort=-date&limit=2", "since=2036-02"):
            rows = client.get(f"/api/{table}.json?{query}").json()["rows"]
            dated = {row["id"] for row in rows if row[due] and len(row[due]) == 10}
            found = events(client.get(f"/api/{table}.ics?{query}"))
            assert {str(e["uid"]).partition("@")[0] for e in found} == dated
    assert len(events(client.get("/api/requests.ics"))) > 1


def test_links_lead_to_the_host_that_answered(serving: Served) -> None:
    record = snapshot(
        timeline=[{"id": "one", "date": "2036-01-01", "title_en": "One", "url": "/?item=one"}]
    )
    [event] = events(serving(record).get("/api/timeline.ics"))
    assert event["url"] == "https://dashboard.invalid/?item=one"


def test_a_status_is_that_of_the_day_asked(serving: Served) -> None:
    client = serving()
    said = [
        {str(e["uid"]): e["categories"].cats[0] for e in events(client.get(path))}
        for path in ("/api/requests.ics?as_of=2036-01-01", "/api/requests.ics?as_of=2040")
    ]
    uid = "90-93-4@ai-governance-record"
    assert [found[uid] for found in said] == ["not_yet_due", "overdue_not_found"]


def test_the_language_of_a_calendar(serving: Served) -> None:
    client = serving()
    names = {
        language: str(
            Calendar.from_ical(client.get(f"/api/timeline.ics?lang={language}").content)["name"]
        )
        for language in ("en", "ZH")
    }
    assert names == {"en": "Timeline of AI governance", "ZH": "人工智能治理大事记"}


def test_the_stamp_is_the_day_of_the_newest_version_or_of_loading(serving: Served) -> None:
    with_log, without = (
        events(serving(record).get("/api/requests.ics"))[0].decoded("dtstamp")
        for record in (snapshot(version=TWO, changes=LOG), snapshot())
    )
    assert with_log == dt.datetime(2036, 2, 1, tzinfo=dt.UTC)
    assert without == dt.datetime(2026, 11, 1, tzinfo=dt.UTC)


def test_the_feed_lists_changes_with_titles_the_newest_first(serving: Served) -> None:
    client = serving()
    assert [e.title for e in entries(client.get("/api/changes.atom"))] == [
        "Added: A/91/5: Invented report",
        "Changed: A/RES/90/10: Invented text on training and safety",
        "Removed: gone",
        "Added: A/RES/90/9: Invented text on machines in armed conflict",
        "Added: A/RES/90/10: Invented text on training and safety",
        "Added: Invented summit: AI policies for Côte d’Azur",
    ]
    for since in ("2036-02", ONE):
        assert len(entries(client.get(f"/api/changes.atom?since={since}"))) == 3
    assert entries(client.get(f"/api/changes.atom?since={TWO}")) == []
    assert [e.title for e in entries(client.get("/api/changes.atom?limit=1&offset=2&lang=zh"))] == [
        "删除：gone"
    ]


def test_the_feed_names_its_own_address(serving: Served) -> None:
    answer = serving().get("/api/changes.atom?lang=zh&colour=red&since=2036")
    root = ElementTree.fromstring(answer.content)
    own = [link.get("href") for link in root.iter("{http://www.w3.org/2005/Atom}link")
           if link.get("rel") == "self"]  # fmt: skip
    assert own == ["https://dashboard.invalid/api/changes.atom?since=2036&lang=zh"]


def test_a_feed_holds_the_newest_entries_unless_more_are_asked_for(serving: Served) -> None:
    many = [f"record-{number}" for number in range(MOST_ENTRIES + 5)]
    first = Change(version=ONE, on="2036-01-31", records=ChangedRecords(added=many))
    log = ChangeLog(versions=[first], files={})
    client = serving(snapshot(version=ONE, changes=log))
    assert len(entries(client.get("/api/changes.atom"))) == MOST_ENTRIES
    assert len(entries(client.get("/api/changes.atom?limit=1000"))) == len(many)


@pytest.mark.parametrize("path", PATHS)
def test_an_unchanged_answer_is_not_sent_again(serving: Served, path: str) -> None:
    client = serving(snapshot(version=TWO, changes=LOG))
    first = client.get(path)
    tag = first.headers["etag"]
    assert first.headers["cache-control"] == "private, no-cache"
    again = client.get(path, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(path).content == first.content
    assert client.get(f"{path}?lang=zh").headers["etag"] != tag
    longer = LOG.model_copy(
        update={"versions": [*LOG.versions, Change(version="c" * 10, on="2036-02-01")]}
    )
    for other in (snapshot(version="c" * 10), snapshot(version=TWO, changes=longer)):
        assert serving(other).get(path, headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("path", PATHS)
def test_head_answers_and_writing_does_not(serving: Served, path: str) -> None:
    assert serving().head(path).status_code == 200
    assert serving().post(path).status_code == 405


def test_a_statement_is_named_by_speaker_kind_and_day(serving: Served) -> None:
    record = snapshot()
    statements = record.tables["statements"]
    log = ChangeLog(
        versions=[Change(version=TWO, on="2036-02-01",
                         records=ChangedRecords(added=list(statements["id"])))],
        files={},
    )  # fmt: skip
    found = entries(serving(snapshot(version=TWO, changes=log)).get("/api/changes.atom"))
    assert len(found) == len(statements) > 0
    assert all(e.title.startswith("Added: ") and " · " in e.title for e in found)


def test_each_page_of_the_feed_leads_to_the_others(serving: Served):
    """RFC 5005, section 3: all entries are met once by following `next`."""
    client, met, address = serving(), [], "/api/changes.atom?limit=2&lang=zh"
    for _ in range(5):
        answer = client.get(address)
        links = {link.rel: link.href for link in feedparser.parse(answer.content).feed.links}
        assert ("previous" in links) == (len(met) > 0)
        met += [entry.id for entry in entries(answer)]
        if "next" not in links:
            break
        assert "limit=2" in links["next"]
        assert "lang=zh" in links["next"]
        address = links["next"].removeprefix("https://dashboard.invalid")
    everything = [entry.id for entry in entries(client.get("/api/changes.atom?lang=zh"))]
    assert met == everything
    assert len(set(met)) == len(met) == 6
