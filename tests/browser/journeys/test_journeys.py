"""What each reader comes for, from the first page to the answer, with the clicks counted."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from playwright.sync_api import expect

from dashboard.analysis.requests.due import next_due
from dashboard.corpus.snapshot import Snapshot
from tests.browser.reader.clicks import Clicks
from tests.browser.reader.reader import TABLE, Reader
from tests.browser.reader.walking import (
    EN,
    ZH,
    choose_row,
    copied,
    copy_short,
    may_read_copies,
    routed,
    search,
    way,
)

MOST_TO_A_CITATION = 3


@pytest.fixture
def writer(zh: Reader) -> Reader:
    """A reader whose browser speaks Chinese and lets a test read what was copied."""
    may_read_copies(zh)
    return zh


def test_an_officer_briefs_on_autonomous_weapons(officer: Reader):
    clicks = Clicks()
    officer.open("/?lang=en")
    clicks.on(way(officer, "laws"))
    officer.page.wait_for_url("**/documents?*")
    officer.expect_params(("item", "A/RES/80/57"), ("lang", "en"))
    officer.settled()
    heading = officer.page.get_by_role("heading", name="Lethal autonomous weapons systems")
    expect(heading.first).to_be_visible()
    copy_short(officer, clicks, EN("citing.label"))
    copied(officer, "A/RES/80/57")
    assert clicks.made <= MOST_TO_A_CITATION


def test_an_intern_on_a_phone_finds_who_voted_against(intern: Reader):
    clicks = Clicks()
    intern.open("/?lang=en")
    clicks.on(intern.page.get_by_test_id("stExpandSidebarButton"))
    clicks.on(intern.page.get_by_test_id("stSidebarNavLink").filter(has_text=EN("votes.nav")))
    intern.page.wait_for_url("**/votes*")
    intern.settled()
    expect(intern.page.get_by_test_id("stSidebarNavLink").first).not_to_be_in_viewport()
    search(intern, EN("search.label"), "79/239")
    intern.expect_count(2)
    choose_row(intern, clicks)
    against = intern.page.get_by_text("Against (2)").first
    expect(against).to_be_visible()
    expect(intern.page.get_by_text("Democratic People's Republic of Korea").first).to_be_visible()
    expect(intern.page.get_by_text("Russian Federation").first).to_be_visible()
    assert dict(intern.params())["item"].startswith("A/RES/79/239@")
    assert clicks.made <= 3


def test_a_delegate_sees_what_changed_since_a_date(reader: Reader, real_record: Snapshot):
    clicks = Clicks()
    reader.open("/?lang=en")
    clicks.on(way(reader, "changed"))
    month = dt.datetime.now(dt.UTC).date().replace(day=1).isoformat()
    reader.expect_params(("since", month), ("view", "list"), ("scope", "all"), ("lang", "en"))
    assert clicks.made == 1
    changes = real_record.changes
    assert changes is not None
    first = min(version.on for version in changes.versions)
    reader.open(f"/?since={first}&view=list&lang=en")
    found = routed(reader, f"/api/timeline.json?since={first}&scope=ai")
    assert found["total"] > 0
    reader.expect_count(found["total"])
    expect(reader.page.locator(TABLE).first).to_be_visible()
    said = EN("pinned.changes", n=2).partition("2")[2]
    note = reader.page.get_by_test_id("stExpander").filter(has_text=said)
    clicks.on(note.locator("summary"))
    changed = note.get_by_role("link")
    expect(changed.first).to_be_visible()
    assert clicks.made <= 2


def test_a_speechwriter_copies_a_paragraph_on_capacity_building_in_chinese(writer: Reader):
    clicks = Clicks()
    writer.open("/")
    clicks.on(writer.page.get_by_role("link", name=ZH("paragraphs.nav"), exact=True))
    writer.page.wait_for_url("**/paragraphs*")
    writer.settled()
    search(writer, ZH("search.label"), "能力建设")
    assert writer.count() > 0
    choose_row(writer, clicks)
    expect(writer.page.get_by_text("能力建设").first).to_be_visible()
    copy_short(writer, clicks, ZH("citing.label"))
    copied(writer, re.compile(r"^第\d+/\d+号决议.*段$"))
    assert clicks.made <= 4


def test_where_the_united_states_moved(reader: Reader):
    clicks = Clicks()
    reader.open("/?lang=en")
    clicks.on(reader.page.get_by_role("button", name=EN("question.label")))
    clicks.on(reader.page.get_by_role("link", name=EN("question.us_moved")))
    reader.page.wait_for_url("**/votes?*")
    reader.settled()
    assert clicks.made == 2
    moved = reader.page.get_by_test_id("stMarkdown").filter(has_text="United States of America")
    expect(moved.filter(has_text="In favour → Against").first).to_be_visible()
    expect(reader.page.get_by_text("A/RES/80/57, Plenary 2025").first).to_be_visible()


def test_who_sponsored_both_texts(reader: Reader):
    clicks = Clicks()
    reader.open("/?lang=en")
    clicks.on(reader.page.get_by_role("button", name=EN("question.label")))
    clicks.on(reader.page.get_by_role("link", name=EN("question.sponsored_both")))
    reader.page.wait_for_url("**/sponsors?*")
    reader.settled()
    assert clicks.made == 2
    by_text: dict[str, set[str]] = {}
    for row in routed(reader, "/api/sponsors.json?symbol=A/RES/78/265&symbol=A/RES/78/311")["rows"]:
        by_text.setdefault(row["symbol"], set()).add(row["iso3"])
    one, other = by_text["A/RES/78/265"], by_text["A/RES/78/311"]
    for said, states in (
        ("78/265 and 78/311", one & other),
        ("78/265", one - other),
        ("78/311", other - one),
    ):
        expect(
            reader.page.get_by_text(re.compile(rf"^{said} \({len(states)}\)$")).first
        ).to_be_visible()


def test_what_is_due(reader: Reader, real_record: Snapshot):
    clicks = Clicks()
    reader.open("/?lang=en")
    clicks.on(way(reader, "due"))
    reader.page.wait_for_url("**/requests*")
    reader.settled()
    assert clicks.made == 1
    requests = real_record.tables["requests"]
    due = next_due(requests[requests["about_ai"].fillna(False)], real_record.as_of)
    for subject in due["subject_en"].head(3):
        expect(reader.page.get_by_role("link", name=subject).first).to_be_visible()


def test_from_a_typed_symbol_to_a_citation(officer: Reader):
    clicks = Clicks()
    officer.open("/?lang=en")
    search(officer, EN("search.label"), "79/239")
    # the text and the report it asked for: the text came last
    officer.page.mouse.click(*max(officer.drawn_marks()))
    clicks.made += 1
    officer.expect_params(("q", "79/239"), ("item", "A/RES/79/239"), ("lang", "en"))
    officer.settled()
    copy_short(officer, clicks, EN("citing.label"))
    copied(officer, "A/RES/79/239")
    assert clicks.made <= MOST_TO_A_CITATION


@pytest.mark.parametrize(
    ("path", "view", "count"),
    [
        ("/votes?track=military", "moved", "recorded_votes"),
        ("/requests?mentions=true", "outcomes", ""),
    ],
)
def test_back_and_forward_and_the_other_language(reader: Reader, path: str, view: str, count: str):
    page, _, query = path.partition("?")
    chosen = tuple(query.split("=", 1))
    reader.open(f"{path}&lang=en")
    rows = reader.count()
    assert rows == routed(reader, f"/api/{count or 'requests'}.json?{query}&scope=ai")["total"]
    reader.page.get_by_text(EN(f"view.{view}"), exact=True).click()
    reader.expect_params(chosen, ("view", view), ("lang", "en"))
    reader.page.go_back()
    reader.expect_params(chosen, ("lang", "en"))
    reader.page.go_forward()
    reader.expect_params(chosen, ("view", view), ("lang", "en"))
    reader.settled()
    assert reader.count() == rows
    reader.open(f"{path}&view={view}&lang=zh")
    title = ZH(f"{page.removeprefix('/')}.title")
    expect(reader.page.get_by_role("heading", name=title)).to_be_visible()
    reader.expect_count(rows)
