"""A language begun with five strings: every page opens in it, and falls back to English alone."""

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
from tests.app_pages.visits.visiting import Address, go, nodes, tables, visit

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
    ("requests", {"view": "chart"}),
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


def test_the_switch_offers_it_by_its_own_name_and_a_link_asks_for_it(french: Path, small: Path):
    at = visit("documents", {"lang": "fr"})
    assert at.title[0].value == "Les documents"
    assert "Français" in set(said(at))
