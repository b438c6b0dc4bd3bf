"""The timeline page: chart, list, first answers and the record beside them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dashboard.analysis.changes import changed_ids
from dashboard.analysis.snapshot_cache import SnapshotCache
from dashboard.corpus import store as store_module
from dashboard.corpus.store import Store
from dashboard.ui.results import figure
from tests.app_pages.visits.visiting import (
    count_line,
    follow,
    links,
    marks,
    rows,
    tables,
    texts,
    visit,
)
from tests.invented.builders import EVENTS, change, event, write

IDS = ["A/91/7", "second-summit", "A/RES/90/2", "A/RES/90/1", "grove-summit", "machine-law"]
IN_LANGUAGE = {
    "en-GB": (
        "AI governance timeline",
        "6 of 6 records",
        ["Jul 2036", "6 May 2036", "10 Dec 2035", "1 Dec 2035", "Mar 2035", "2034"],
        ["**Latest text** · 10 December 2035 · A/RES/90/2", "Invented question of machines"],
        ["**Next event** · 6 May 2036", "Invented second-summit"],
    ),
    "zh-CN": (
        "人工智能治理大事记",
        "符合条件6条（共6条记录）",
        ["2036年7月", "2036年5月6日", "2035年12月10日", "2035年12月1日", "2035年3月", "2034年"],
        ["**最新决议** · 2035年12月10日 · A/RES/90/2", "虚构的机器问题"],
        ["**近期日程** · 2036年5月6日", "虚构"],
    ),
}


@pytest.mark.parametrize("locale", IN_LANGUAGE)
def test_the_page_in_each_language(small: Store, locale: str):
    title, count, dates, latest, upcoming = IN_LANGUAGE[locale]
    at = visit("timeline", locale=locale)
    assert not at.exception
    assert at.title[0].value == title
    assert count_line(at) == count
    assert rows(at)["date"].tolist() == dates
    page = texts(at)
    for caption, link in (latest, upcoming):
        assert page[page.index(caption) + 1] == link


@pytest.mark.parametrize("view", [None, "lanes", "tracks"])
def test_a_mark_for_every_row_also_for_one_without_a_track(small: Store, view: str | None):
    at = visit("timeline", {"view": view} if view else {})
    assert not at.exception
    assert sorted(marks(at)) == sorted(IDS)


def test_the_list_alone(small: Store):
    at = visit("timeline", {"view": "list"})
    assert not at.exception
    assert not at.get("plotly_chart")
    assert len(rows(at)) == 6


def test_the_chart_says_in_words_what_it_shows(small: Store):
    chart = visit("timeline").get("plotly_chart")[0].proto
    assert chart.alt.startswith("6 of 6 records from 2034 to July 2036.")


def test_a_filter_narrows_chart_list_and_links_to_data(small: Store):
    at = visit("timeline", {"kind": "summit", "from": "2035-04"})
    assert not at.exception
    assert sorted(marks(at)) == ["grove-summit", "second-summit"]
    assert len(rows(at)) == 2
    assert count_line(at) == "2 of 6 records"
    assert any("(/api/timeline.csv?from=2035-04&kind=summit)" in text for text in texts(at))


def test_an_event_opens_beside_the_chart_and_closes(small: Store):
    at = visit("timeline", {"item": "second-summit", "kind": "summit"})
    page = texts(at)
    assert at.header[0].value == "Invented second-summit"
    assert page[page.index("Responds to") + 1] == "Invented grove-summit"
    assert "reported, checked on 31 December 2035" in page
    follow(at, "timeline.close")
    assert not at.exception
    assert not at.header
    assert dict(at.query_params) == {"kind": "summit"}
    assert len(rows(at)) == 2


def test_a_document_opens_in_brief(small: Store):
    at = visit("timeline", {"item": "A/RES/90/1"})
    page = texts(at)
    assert "A/RES/90/1 · resolution · 1 December 2035" in page
    assert "Open the record" in page
    assert page[page.index("Led to") + 1] == "A/91/7 · Invented report"


def test_a_link_to_another_record_opens_it(small: Store):
    at = visit("timeline", {"item": "second-summit"})
    follow(at, "timeline.chain.answers.grove-summit")
    assert not at.exception
    assert at.header[0].value == "Invented grove-summit"
    assert at.query_params["item"] == "grove-summit"


def test_a_link_to_a_document_leads_to_its_page(small: Store):
    at = visit("timeline", {"item": "second-summit"})
    follow(at, "timeline.chain.answers.A/RES/90/1")
    assert not at.exception
    assert [m.value for m in at.metric] == ["3", "1", "1", "1"]


def test_what_participants_are_named_is_said(small: Store):
    page = texts(visit("timeline", {"item": "grove-summit"}))
    assert page[page.index("Led by") + 1] == "Alder"
    assert page[page.index("States named so far (2)") + 1] == "Alder and Elm"


JOINED = [
    {"how": "signed", "on": "2035-03-02", "states": ["XAA"], "organisations": ["Grove Union"]},
    {"how": "endorsed", "on": "2035-12-31", "by": True, "states": ["XDD"]},
]


@pytest.mark.parametrize(("count", "said"), [(3, "all that sources count"), (9, "of 9")])
def test_who_signed_stands_by_kind_and_day_with_how_many_are_named(
    editable: Path, count: int, said: str
):
    whole = {"complete": True, "group": "signatories"} if count == 3 else {}
    people = {"count": count, "joined": JOINED, **whole}
    change(editable / EVENTS.format("grove-summit"), participants=people)
    at = visit("timeline", {"item": "grove-summit"})
    assert not at.exception
    page = texts(at)
    assert any(text.startswith("3 are named") and said in text for text in page)
    assert any("1 in favour, 1 against, 0 abstaining" in text for text in page)
    _, signed, votes = tables(at)
    assert signed.to_numpy().tolist() == [
        ["signed", "2 March 2035", "2", "Alder and Grove Union"],
        ["endorsed", "by 31 December 2035", "1", "Dogwood (Republic of)"],
    ]
    assert votes.iloc[:, 2].tolist() == ["1–1–0–0"]
    assert [key for key in links(at) if "roster" in key] == ["timeline.roster.group"] * bool(whole)


@pytest.fixture
def twins(editable: Path) -> Path:
    """The report told by an event, and a statement by another; the report answers in both."""
    for name, day, same_as in (
        ("report-out", "2036-07", "A/91/7"),
        ("alder-said", "2035-12-01", "alder-explains"),
    ):
        write(editable / EVENTS.format(name), event(name, day, same_as=same_as))
    return editable


def test_one_matter_is_one_mark_and_one_row_that_says_so(twins: Path):
    at = visit("timeline", {"show": "statements"})
    assert not at.exception
    assert sorted(marks(at)) == sorted([*IDS, "alder-said"])
    titles = rows(at)["title"].tolist()
    assert "Invented report · scheduled · also on record as an event" in titles
    assert "Invented alder-said · also on record as a statement" in titles
    spec = json.loads(at.get("plotly_chart")[0].proto.spec)
    ticks = next(t["customdata"] for t in spec["data"] if t.get("name") == "statements")
    assert ticks == ["grove-speaks"]


@pytest.mark.parametrize(
    ("page", "item", "other"),
    [
        ("timeline", "report-out", "A/91/7 · Invented report"),
        ("timeline", "A/91/7", "Invented report-out"),
        ("documents", "A/91/7", "Invented report-out"),
        ("timeline", "alder-said", "Alder, invented, on A/RES/90/1, Plenary"),
        ("statements", "alder-explains", "Invented alder-said"),
    ],
)
def test_each_record_of_one_matter_names_the_other(twins: Path, page: str, item: str, other: str):
    at = visit(page, {"item": item})
    assert not at.exception
    said = texts(at)
    assert said[said.index("Also on record as") + 1] == other


def test_the_real_record(real: Store):
    timeline = store_module.current().tables["timeline"]
    at = visit("timeline", {"scope": "all"})
    assert not at.exception
    assert len(timeline) >= 350
    unread = timeline["weight"] == "not_read"
    read = (~unread).sum()
    assert count_line(at) == f"{read} of {read} records, and {unread.sum()} known, not read"
    assert sorted(marks(at)) == sorted(timeline["id"])
    assert len(rows(at)) == 50


def test_the_real_record_in_chinese_by_track(real: Store):
    at = visit("timeline", {"lang": "zh", "view": "tracks", "track": "military", "weight": "core"})
    timeline = store_module.current().tables["timeline"]
    wanted = timeline[(timeline["track"] == "military") & (timeline["weight"] == "core")]
    assert not at.exception
    assert sorted(marks(at)) == sorted(wanted["id"])
    read = (timeline["weight"] != "not_read").sum()
    assert count_line(at) == f"符合条件{len(wanted)}条（共{read}条记录）"


@pytest.mark.parametrize(
    "narrowed",
    [
        {"since": "0"},
        {"from": "2025"},
        {"weight": "core"},
        {"kind": "conference"},
        {"show": "statements"},
        {"item": "A/RES/79/239"},
        {"scope": "all"},
    ],
)
def test_no_view_is_given_the_drawing_of_another(
    real: Store, monkeypatch: pytest.MonkeyPatch, narrowed: dict[str, str]
):
    """What is kept for one is that view's alone: drawn anew it is the same, and not the first's."""
    if "since" in narrowed:
        versions = real.current().versions[:-1]
        counts = {v: changed_ids(real.current(), v) for v in versions}
        narrowed = {"since": next(v for v, ids in counts.items() if 0 < len(ids) < 300)}

    def drawn_at(address: dict[str, str]) -> str:
        return str(visit("timeline", address).get("plotly_chart")[0].proto.spec)

    monkeypatch.setattr(figure, "_figures", SnapshotCache(most=64))
    first, kept = drawn_at({}), drawn_at(narrowed)
    monkeypatch.setattr(figure, "_figures", SnapshotCache(most=64))
    assert kept == drawn_at(narrowed)
    assert kept != first
