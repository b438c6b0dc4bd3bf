"""What readers come to ask, from the first page to the answer, in a few clicks."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import expect

from dashboard.analysis.paragraphs.compare import compare, count_changes
from dashboard.corpus.snapshot import Snapshot
from dashboard.ui.paragraphs.comparison import RARE, SHOWN
from dashboard.words import InterfaceLanguage, words
from dashboard.words.places import paragraph_place
from tests.browser.reader.clicks import Clicks
from tests.browser.reader.reader import MARKS, Reader

SAY = words("en")
MOST_CLICKS = 3
SHOWN_ALONE = frozenset({"view", "lang"})
"""Parameters that say how a selection is shown, not what it holds."""
PLACE = re.compile(r"para\.")
SQUARE_TEXTS = ".js-plotly-plot .scatterlayer .textpoint text"


def asked(reader: Reader, question: str) -> Clicks:
    """From the first page, follow a ready-made question to its answer."""
    clicks = Clicks()
    reader.open("/?lang=en")
    clicks.on(reader.page.get_by_role("button", name=SAY("question.label")))
    clicks.on(reader.page.get_by_role("link", name=SAY(f"question.{question}")))
    return clicks


def arrived(reader: Reader, path: str, *params: tuple[str, str]) -> None:
    """Wait until the page of an answer stands, at the address that says what was asked."""
    reader.page.wait_for_url(f"**{path}?*")
    reader.expect_params(*params, ("lang", "en"))
    reader.settled()


def routed(reader: Reader) -> dict[str, Any]:
    """What the route answers to the query of the browser's address."""
    query = [(name, value) for name, value in reader.params() if name not in SHOWN_ALONE]
    query.append(("scope", "ai"))  # what a page opens on
    answer = reader.page.request.get(f"{reader.url}/api/paragraphs.json?{urlencode(query)}")
    assert answer.ok
    found: dict[str, Any] = json.loads(answer.text())
    assert found["ignored"] == []
    return found


def places(reader: Reader) -> list[str]:
    """The places of the paragraphs of a reading list, as it names them, in its order."""
    shown = reader.page.locator("strong").filter(has_text=PLACE)
    shown.first.wait_for()
    return shown.all_inner_texts()


def listed(rows: list[dict[str, Any]]) -> list[str]:
    """The places of a route's rows, as a reading list names them."""
    return [paragraph_place(SAY, row["id"], row["number"]) for row in rows]


def test_what_a_resolution_asks_of_the_un_system(reader: Reader):
    clicks = asked(reader, "un_system_78_311")
    symbol, addressee = ("symbol", "A/RES/78/311"), ("addressee", "un_system")
    arrived(reader, "/paragraphs", symbol, addressee, ("view", "reading"))
    assert clicks.made <= MOST_CLICKS
    found = routed(reader)
    reader.expect_count(found["total"])
    assert sorted(places(reader)) == sorted(listed(found["rows"]))
    assert {"para. 9", "para. 10", "para. 13"}.intersection(places(reader))


def test_what_states_are_urged_to_do_about_data(reader: Reader):
    clicks = asked(reader, "urge_data")
    addressee, topic = ("addressee", "member_states"), ("topic", "privacy_data")
    arrived(reader, "/paragraphs", addressee, topic, ("tier", "3"), ("view", "reading"))
    assert clicks.made <= MOST_CLICKS
    found = routed(reader)
    assert found["total"] > 0
    reader.expect_count(found["total"])
    assert sorted(places(reader)) == sorted(listed(found["rows"]))
    for row in found["rows"]:
        assert "member_states" in row["addressees"]
        assert "privacy_data" in row["topics"]
        assert row["tier"] == 3


def test_what_the_secretary_general_is_asked_about_ai(reader: Reader):
    clicks = asked(reader, "secretary_general")
    arrived(reader, "/paragraphs", ("addressee", "secretary_general"), ("view", "reading"))
    assert clicks.made == 2
    found = routed(reader)
    assert found["total"] > 0
    reader.expect_count(found["total"])
    assert all("secretary_general" in row["addressees"] for row in found["rows"])
    assert places(reader) != []


def test_what_is_new_from_one_text_to_the_next(reader: Reader, real_record: Snapshot):
    clicks = asked(reader, "new")
    earlier, later = "A/RES/79/239", "A/RES/80/58"
    arrived(reader, "/compare", ("symbol", earlier), ("symbol", later), ("view", "new"))
    assert clicks.made <= MOST_CLICKS
    compared = compare(real_record, earlier, later)
    counted = count_changes(compared)
    for change in SHOWN:
        if counted[change] or change not in RARE:
            of_kind = {"name": SAY(f"view.{change}"), "count": str(counted[change])}
            label = SAY("facet.option", **of_kind)
            expect(reader.page.get_by_text(label, exact=True)).to_be_visible()
    assert counted["new"] > 0
    how = SAY("compare.how", n=counted["new"], total=str(len(compared)), basis="")
    expect(reader.page.get_by_text(how.partition(".")[0])).to_be_visible()


def test_who_voted_against_military_ai_is_named_on_the_first_screen_after_one_click(reader: Reader):
    reader.open("/?lang=en")
    clicks = Clicks()
    clicks.on(reader.page.get_by_role("link", name=SAY("shortcut.opposed")))
    arrived(reader, "/votes", ("item", "A/RES/80/58@plenary"))
    assert clicks.made == 1
    for position, name in (("Against", "Russian Federation"), ("Abstaining", "Saudi Arabia")):
        names = reader.page.get_by_text(re.compile(rf"^{position} \(\d+\): .*{name}"))
        expect(names).to_be_in_viewport()


def test_a_square_leads_to_as_many_paragraphs_as_it_says(reader: Reader):
    reader.open("/asks?lang=en")
    reader.page.locator(MARKS).first.wait_for(state="attached")
    squares = reader.drawn_marks()
    numbers = [int(text) for text in reader.page.locator(SQUARE_TEXTS).all_text_contents()]
    assert len(numbers) == len(squares)
    largest = numbers.index(max(numbers))
    reader.page.mouse.click(*squares[largest])
    reader.page.wait_for_url("**/paragraphs?*")
    reader.settled()
    asking = dict(reader.params())
    assert asking.keys() == {"addressee", "tier", "part", "view", "lang"}
    reader.expect_count(numbers[largest])
    found = routed(reader)
    assert found["total"] == numbers[largest]
    for row in found["rows"]:
        assert asking["addressee"] in row["addressees"]
        assert asking["tier"] in map(str, row["tiers"])  # of any of its acts


@pytest.mark.parametrize(
    ("language", "short"), [("en", "A/RES/78/265, para. 6 (e)"), ("zh", "第78/265号决议第6(e)段")]
)
def test_a_paragraph_is_cited(reader: Reader, language: InterfaceLanguage, short: str):
    item = quote("A/RES/78/265#op6.e", safe="/")
    reader.open(f"/paragraphs?item={item}&lang={language}")
    reader.page.get_by_role("button", name=words(language)("citing.label")).click()
    boxes = reader.page.get_by_test_id("stCode")
    expect(boxes.first).to_have_text(short)
    expect(boxes).to_have_count(6)
