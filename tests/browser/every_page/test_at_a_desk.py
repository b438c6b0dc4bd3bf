"""Every screen at a desk in English by day: as it opens, and on paper."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.every_page.rules import DESK
from tests.browser.every_page.visits import Visitor, hold, visitor
from tests.browser.reader.screens import SCREENS, Screen
from tests.browser.reader.server import Dashboard


@pytest.fixture(scope="module")
def opens(chromium: Browser, dashboard: Dashboard) -> Iterator[Visitor]:
    with visitor(chromium, dashboard, "en", 1366, "light", "en-GB") as opened:
        yield opened


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_a_screen_keeps_the_rules(opens: Visitor, screen: Screen, subtests: pytest.Subtests):
    hold(opens(screen), DESK, subtests)
