"""A language begun with five strings opens every page and falls back to English alone.

What a Chinese page has in English only says so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from google.protobuf.json_format import MessageToDict
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

from dashboard.corpus.store import Store
from dashboard.ui.frame.shell import PAGES
from dashboard.words import words
from tests.app_pages.visits.visiting import Address, go, nodes, tables, texts, visit
from tests.ui.frame.test_markdown import read

CHINESE = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
QUOTED = re.compile("opening “[^”]+”|人工智能问题独立国际科学小组|独立国际人工智能科学小组")
"""Chinese words that English sentences are about: openings of paragraphs, the name of a panel."""
VIEWS: tuple[tuple[str, Address], ...] = (
    *((page, {}) for page in PAGES),
    ("timeline", {"item": "A/RES/79/239", "show": "statements"}),
    ("timeline", {"view": "list"}),
    ("documents", {"item": "A/RES/79/239"}),
    ("paragraphs", {"item": "A/RES/79/239#op7"}),
    ("paragraphs", {"view": "reading"}),
    ("asks", {"view": "published"}),
    ("asks", {"view": "asked"}),
    ("votes", {"item": "A/RES/79/239@plenary"}),
    ("votes", {"view": "moved"}),
    ("votes", {"view": "grid"}),
    ("sponsors", {"view": "overlap"}),
    ("sponsors", {"view": "ranking"}),
    ("statements", {"view": "table"}),
    ("countries", {"item": "CHN"}),
    ("countries", {"item": "g77"}),
    ("requests", {"item": "79-239-7"}),
    ("requests", {"view": "outcomes", "by": "money"}),
)


@pytest.fixture
def reader(french: Path, real: Store) -> AppTest:
    """A French visitor on the first page."""
    return visit(locale="fr-CA")


def said(at: AppTest) -> Iterator[str]:
    """Everything that is sent to the browser: texts, tables, drawings."""
    for node in nodes(at._tree):
        message = getattr(node, "proto", None)
        if isinstance(message, Message):
            yield from strings(MessageToDict(message))
    for table in tables(at):
        yield from [*table.columns, *table.to_numpy().ravel()]


def strings(value: Any) -> Iterator[str]:
    match value:
        case str() if value.startswith("{"):  # a drawing
            yield from strings(json.loads(value))
        case str():
            yield value
        case dict():
            yield from strings([*value, *value.values()])
        case list():
            for item in value:
                yield from strings(item)


def test_every_page_opens_and_says_nothing_in_chinese(reader: AppTest):
    for page, address in VIEWS:
        at = reader if (page, address) == ("timeline", {}) else go(reader, page, address)
        assert not at.exception, (page, address)
        chinese = {text for text in said(at) if CHINESE.search(QUOTED.sub("", text))}
        assert chinese == {"中文"}, (page, address)  # the name of the language in its switch


def test_what_is_said_in_french_is_shown_and_the_rest_in_english(reader: AppTest):
    at = go(reader, "documents", {})
    assert at.title[0].value == "Les documents"
    (table,) = tables(at)
    assert list(table)[:2] == ["Titre", words("en")("column.symbol")]
    assert "Résolution" in set(table["Kind"])  # the record has its codes in French


def test_the_switch_offers_it_by_its_own_name_and_a_link_asks_for_it(french: Path, small: Store):
    at = visit("documents", {"lang": "fr"})
    assert at.title[0].value == "Les documents"
    assert "Français" in set(said(at))


MARK = "（英文）"
"""What a Chinese page says of titles, subject terms and values that it has in English only."""
MARKED: list[tuple[str, Address]] = [
    ("timeline", {"view": "list", "scope": "all", "sort": "title_zh"}),
    ("timeline", {"item": "S/PV.9381"}),
    ("documents", {"scope": "all", "sort": "title_zh"}),
    ("documents", {"item": "A/79/88"}),
    ("documents", {"item": "A/RES/79/152"}),
    ("documents", {"item": "governing-ai-for-humanity-final-report"}),
    ("votes", {"item": "scientific-panel-appointment-2026@plenary"}),
    ("countries", {"item": "CHN", "scope": "all"}),
]


@pytest.mark.parametrize(("page", "address"), MARKED)
def test_a_title_without_a_chinese_one_is_marked(real: Store, page: str, address: Address):
    documents = real.current().tables["documents"]
    english = sorted(documents[documents["title_zh"].isna()]["title_en"], key=len, reverse=True)
    at = visit(page, {**address, "lang": "zh"}, "zh-CN")
    assert not at.exception
    said = []
    for text in map(read, texts(at)):  # one title may be the beginning of another
        said += [(text, title) for title in english if title in text][:1]
    assert said or "sort" in address
    assert [text for text, title in said if f"{title}{MARK}" not in text] == []


def test_subject_terms_say_that_they_are_english(real: Store):
    said = texts(visit("documents", {"item": "A/RES/79/239", "lang": "zh"}, "zh-CN"))
    (terms,) = (text for text in said if "military technology" in text)
    assert terms.endswith(MARK)
    (bare,) = (t for t in texts(visit("documents", {"item": "A/RES/79/239"})) if "technology;" in t)
    assert "English" not in bare


@pytest.mark.parametrize(
    ("page", "item", "value"),
    [
        ("documents", "governing-ai-for-humanity-final-report", "twice a year（英文）"),
        ("documents", "unesco-recommendation-ethics-of-ai", "2021年11月24日"),
        ("timeline", "us-laws-explanation-of-vote-2025", "1 December 2025（英文）"),
    ],
)
def test_values_on_which_sources_differ(real: Store, page: str, item: str, value: str):
    said = texts(visit(page, {"item": item, "lang": "zh"}, "zh-CN"))
    assert any(value in text.replace("\\", "") for text in said)
