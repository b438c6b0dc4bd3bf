"""The shortcuts in from the first page: each leads to a page that draws what it promises."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.analysis.requests.due import AHEAD
from dashboard.corpus.store import Store
from dashboard.ui.timeline.shortcuts import BRIEFS, SHORTCUTS, TEXTS
from tests.app_pages.visits.visiting import (
    count_line,
    follow,
    go,
    links,
    nodes,
    row_ids,
    texts,
    visit,
)
from tests.invented.builders import OVERLAY, RESOLUTION, change


def offered(at: AppTest) -> list[str]:
    """The shortcuts on the page, by name and in order."""
    return [key.rpartition(".")[2] for key in links(at) if key.startswith("timeline.shortcut.")]


def taken(name: str, locale: str = "en-GB", **address: str) -> AppTest:
    """The page a visitor gets to by a way."""
    at = visit("timeline", address, locale)
    assert not at.exception
    follow(at, f"timeline.shortcut.{name}")
    assert not at.exception
    return at


def test_a_small_record_offers_only_ways_to_what_it_holds(small: Store):
    at = visit("timeline")
    assert offered(at) == ["moved", "due", "changed"]
    assert not set(offered(at)) & {*BRIEFS, *TEXTS}


@pytest.mark.parametrize("name", ["moved", "due", "changed"])
def test_every_way_of_a_small_record_draws(small: Store, name: str):
    at = taken(name)
    assert at.title[0].value
    assert not at.error


def test_a_way_appears_with_its_text(editable: Path):
    titles = {"en": BRIEFS["laws"], "zh": "虚构"}
    change(editable / RESOLUTION, titles=titles)
    assert (editable / OVERLAY).is_file()
    assert offered(visit("timeline"))[0] == "laws"


@pytest.mark.parametrize("locale", ["en-GB", "zh-CN"])
def test_the_real_record_offers_every_way_in_the_readers_words(real: Store, locale: str):
    at = visit("timeline", locale=locale)
    assert offered(at) == list(SHORTCUTS)
    labels = [b.value for b in at.link_button if str(b.key).startswith("timeline.shortcut.")]
    assert len(set(labels)) == len(SHORTCUTS)
    assert all(label.isascii() == (locale == "en-GB") for label in labels if label != "AI")


@pytest.mark.parametrize(("name", "title"), BRIEFS.items())
def test_a_brief_is_of_the_newest_text_of_its_title(real: Store, name: str, title: str):
    at = taken(name)
    documents = real.current().tables["documents"]
    newest = documents[documents["title_en"] == title].sort_values("date")["id"].iloc[-1]
    assert at.query_params["item"] == newest
    assert any(newest in text.replace("\\", "") for text in texts(at))


@pytest.mark.parametrize(("locale", "label"), [("en-GB", "Against (5):"), ("zh-CN", "反对（5）：")])
def test_who_opposed_is_named_before_anything_is_drawn(real: Store, locale: str, label: str):
    at = taken("opposed", locale)
    assert at.query_params["item"] == "A/RES/80/58@plenary"
    (names,) = (text for text in texts(at) if label in text.replace("\\", ""))
    call = real.current().tables["votes"]
    against = call[(call["vote"] == "A/RES/80/58@plenary") & (call["position"] == "no")]["iso3"]
    assert len(against) == 5
    language = "en" if locale == "en-GB" else "zh"
    for iso3 in against:
        assert real.current().states[iso3].names[language] in names.replace("\\", "")
    drawn = [getattr(node, "type", "") for node in nodes(at._tree)]
    said = [getattr(node, "value", None) for node in nodes(at._tree)]
    assert said.index(names) < drawn.index("plotly_chart")


@pytest.mark.parametrize(("name", "symbol"), TEXTS.items())
def test_a_text_is_opened_and_the_language_of_the_link_kept(real: Store, name: str, symbol: str):
    at = taken(name, lang="zh")
    assert dict(at.query_params) == {"item": symbol, "lang": "zh"}
    assert any(symbol in text.replace("\\", "") for text in texts(at))


def test_who_moved_is_a_view_of_the_votes(real: Store):
    at = taken("moved")
    assert dict(at.query_params) == {"view": "moved"}
    assert any("→" in text for text in texts(at))


def test_what_is_due_shows_first_what_is_next(real: Store):
    at = taken("due")
    assert count_line(at)
    known = real.current().tables["requests"].set_index("id")
    first = known.loc[row_ids(at)[0]]
    ahead = known[known["status"].isin(AHEAD) & known["about_ai"]]
    assert first["due_to"] == ahead["due_to"].min()


def test_what_changed_is_since_the_first_day_of_this_month(real: Store):
    at = taken("changed")
    assert at.query_params["since"] == real.current().as_of.replace(day=1).isoformat()
    assert at.query_params["view"] == "list"
    assert not at.info


def test_the_first_answers_of_the_real_record_lead_somewhere(real: Store):
    at = visit("timeline")
    keys = [key for key in links(at) if key.startswith("timeline.front.")]
    assert [key.rpartition(".")[2] for key in keys] == [
        "latest_text",
        "latest_vote",
        "due",
        "upcoming",
    ]
    for key in keys:
        assert not follow(at, key).exception
        go(at, "timeline", {})
