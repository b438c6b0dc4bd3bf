"""No reader meets a paragraph, a record or a code by what files call it, in either language."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree

import pytest
from google.protobuf.message import Message
from icalendar import Calendar
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from dashboard.api import routes
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.store import Store
from dashboard.export.papers.entries import SHAPES, entries
from dashboard.words import InterfaceLanguage, words
from tests.app_pages.visits.visiting import Address, go, nodes, texts, visit
from tests.ui.frame.test_markdown import read

LANGUAGES: tuple[InterfaceLanguage, ...] = ("en", "zh")
PLACE = re.compile(
    r"#(?:[A-Z]\.)?(?:pp|op|annex|action)[0-9.]|(?<![A-Za-z])(?:pp|op) ?[0-9]+", re.IGNORECASE
)
FILE = re.compile(r"data/[\w/.-]+\.yaml|https?://\S+")
"""Names of files and addresses are themselves."""
KEBAB = re.compile(r"(?<![A-Za-z0-9/-])[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+(?![A-Za-z0-9/-])")
SNAKE = re.compile(r"[a-z]+(?:_[a-z0-9]+)+")
PIECES = re.compile(r"[·、；：，\n]+|和")
SAID = {"options", "placeholder", "alt", "label", "body", "help", "content"}
DRAWN = {"text", "hovertext", "name", "ticktext", "title"}
VIEWS: tuple[tuple[str, Address], ...] = (
    ("timeline", {"view": "list", "paper": "all"}),
    ("timeline", {"show": "statements", "item": "A/RES/79/325"}),
    ("timeline", {"item": "scientific-panel-appointment-2026"}),
    ("documents", {"paper": "all"}),
    ("documents", {"item": "A/RES/79/325"}),  # what it asked for has no symbol
    ("documents", {"item": "A/RES/79/1"}),  # a paragraph of its annex asked for a report
    ("documents", {"item": "A/RES/78/241"}),
    ("documents", {"item": "A/HRC/RES/47/23"}),  # how it was decided is not known
    ("documents", {"item": "S/PV.10005"}),  # nothing was decided
    ("paragraphs", {"columns": "symbol,number,verb,topics,part,track,weight,tier"}),
    ("paragraphs", {"view": "reading", "part": "annex"}),
    ("paragraphs", {"item": "A/RES/79/93 A-B#B.op105"}),
    ("paragraphs", {"item": "A/RES/80/58#pp12"}),
    ("asks", {"view": "asked", "addressee": "secretary_general"}),
    ("compare", {"symbol": ["A/RES/79/239", "A/RES/80/58"]}),
    ("votes", {"view": "ballots", "paper": "all"}),
    ("votes", {"view": "moved"}),
    ("votes", {"view": "grid"}),
    ("votes", {"item": "scientific-panel-appointment-2026@plenary"}),
    ("sponsors", {"symbol": "A/RES/80/137", "scope": "all"}),
    ("statements", {"view": "table", "paper": "all"}),
    ("statements", {"item": "rus-2024-11-06-eov"}),
    ("statements", {"item": "usa-2017-12-22-dissociation"}),
    ("countries", {"item": "USA"}),
    ("countries", {"item": "asean"}),
    ("requests", {"paper": "all"}),
    ("requests", {"view": "outcomes", "by": "money"}),
    ("requests", {"item": "79-1-annex1-63"}),
    ("about", {}),
)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> InterfaceLanguage:
    found: InterfaceLanguage = request.param
    return found


@pytest.fixture
def faults(real_record: Snapshot, language: InterfaceLanguage) -> Callable[[str], list[str]]:
    """Finds in a piece of text what only files say."""
    codes = {code for held in real_record.vocabularies.values() for code in held.terms}
    tables = real_record.tables
    records = {*real_record.events, *real_record.curated, *real_record.statements}
    slugs = {name for name in (*records, *tables["requests"]["id"]) if "/" not in name}

    def found(text: str) -> list[str]:
        text = FILE.sub("", text)
        wrong = [match[0] for match in PLACE.finditer(text)]
        wrong += [match[0] for match in KEBAB.finditer(text) if match[0] in slugs]
        wrong += [match[0] for match in SNAKE.finditer(text) if match[0] in codes]
        pieces = PIECES.split(text) if language == "zh" else [text]
        absent = {"none", "unknown", "not_applicable"}
        held = codes if language == "zh" else absent
        return wrong + [p.strip() for p in pieces if p.strip() in held and p.strip().isalpha()]

    return found


def visible(at: AppTest) -> Iterator[str]:
    """Every piece of text of a page: words, tables, boxes, drawings."""
    yield from map(read, texts(at))
    for node in nodes(at._tree):
        message = getattr(node, "proto", None)
        if isinstance(message, Message):
            yield from map(read, _strings(message))
            if node.type == "plotly_chart":
                yield from _drawn(json.loads(message.spec))


def _strings(message: Message) -> Iterator[str]:
    for field, value in message.ListFields():
        listed = isinstance(value, str | Message | bytes) or not hasattr(value, "__iter__")
        for item in [value] if listed else value:
            if isinstance(item, Message):
                yield from _strings(item)
            elif isinstance(item, str) and field.name in SAID:
                yield item


def _drawn(value: Any, name: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _drawn(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from _drawn(inner, name)
    elif isinstance(value, str) and name in DRAWN:
        yield value


@pytest.mark.parametrize(
    "text",
    [
        "asked for by A/RES/79/239#op7",
        "不认同PP3和OP20(a)",
        "A/RES/79/1#annex1.63",
        "scientific-panel-appointment-2026",
        "状态：not_yet_due",
        "op6.a",
    ],
)
def test_an_id_would_be_found(faults: Callable[[str], list[str]], text: str):
    assert faults(text)


@pytest.mark.parametrize(
    "text", ["A/RES/79/239, paragraph 7", "附件第309段", "co-chairs", "data/a-b.yaml", "2024-03"]
)
def test_words_are_none(faults: Callable[[str], list[str]], text: str):
    assert faults(text) == []


def test_no_page_says_an_id(
    real: Store, language: InterfaceLanguage, faults: Callable[[str], list[str]]
):
    at = visit("timeline", {"lang": language})
    said = 0
    for page, address in VIEWS:
        at = go(at, page, {**address, "lang": language})
        assert not at.exception, (page, address)
        pieces = list(visible(at))
        said += len(pieces)
        assert {text[:200]: wrong for text in pieces if (wrong := faults(text))} == {}, address
    assert said > 100 * len(VIEWS)


@pytest.mark.parametrize("table", SHAPES)
def test_no_paper_says_an_id(
    real_record: Snapshot,
    language: InterfaceLanguage,
    faults: Callable[[str], list[str]],
    table: str,
):
    rows = real_record.tables[table].head(1000)
    said = entries(real_record, words(language), rows, table, "https://example.org")
    assert len(said) == len(rows) > 0
    for entry in said:
        labels = [label for label, _ in entry.links]
        for text in (entry.head, entry.text, *entry.facts, *labels):
            assert faults(text) == []


@pytest.mark.parametrize("calendar", ["requests", "timeline"])
def test_no_calendar_says_an_id(
    real: Store, language: InterfaceLanguage, faults: Callable[[str], list[str]], calendar: str
):
    answer = TestClient(Starlette(routes=routes())).get(f"/api/{calendar}.ics?lang={language}")
    events = Calendar.from_ical(answer.text).walk("VEVENT")
    assert len(events) > 100
    for event in events:
        assert faults(f"{event['SUMMARY']}\n{event['DESCRIPTION']}") == []


def test_no_feed_says_an_id_of_what_it_can_name(
    real: Store, real_record: Snapshot, language: InterfaceLanguage,
    faults: Callable[[str], list[str]],
):  # fmt: skip
    path = f"/api/changes.atom?lang={language}&limit=1000"
    answer = TestClient(Starlette(routes=routes())).get(path)
    entry, title = "{http://www.w3.org/2005/Atom}entry", "{http://www.w3.org/2005/Atom}title"
    said = [
        text
        for found in ElementTree.fromstring(answer.text).iter(entry)
        if not (found.findtext(title) or "").startswith(("Removed", "删除"))
        for text in found.itertext()
        if not text.startswith(("urn:", "http"))
    ]
    assert len(said) > 100
    assert [text for text in said if faults(text)] == []
