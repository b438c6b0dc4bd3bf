"""Screens in windows between phone and desk, beyond both, and at 200 %: words keep their room."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from itertools import cycle

import pytest
from playwright.sync_api import Browser

from dashboard.words import InterfaceLanguage
from tests.browser.every_page.rules import OTHER_WIDTHS
from tests.browser.every_page.visits import Visitor, hold, visitor
from tests.browser.reader.screens import DRAWINGS, SCREENS, Screen
from tests.browser.reader.server import Dashboard

ENLARGED = 683
"""A window of 1366 pixels at 200 %: half as many for the page, each twice as wide."""
WIDTHS = (1920, 1024, 768, 320)
READERS: tuple[tuple[InterfaceLanguage, str], ...] = (("zh", "zh-CN"), ("en", "en-GB"))
CASES = [(ENLARGED, screen) for screen in SCREENS] + [
    (width, screen) for width in WIDTHS for screen in DRAWINGS
]


@pytest.fixture(scope="module")
def opens(chromium: Browser, dashboard: Dashboard) -> Iterator[dict[int, Visitor]]:
    """A visitor for each width; each second width is read in Chinese."""
    with ExitStack() as stack:
        yield {
            width: stack.enter_context(
                visitor(chromium, dashboard, language, width, "light", locale)
            )
            for width, (language, locale) in zip((ENLARGED, *WIDTHS), cycle(READERS), strict=False)
        }


@pytest.mark.parametrize(("width", "screen"), CASES, ids=str)
def test_words_keep_their_room(
    opens: dict[int, Visitor], width: int, screen: Screen, subtests: pytest.Subtests
):
    hold(opens[width](screen), OTHER_WIDTHS, subtests)
