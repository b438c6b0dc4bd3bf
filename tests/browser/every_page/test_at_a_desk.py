"""Every screen at a desk in English by day: as it opens, and on paper."""

from __future__ import annotations

import pytest

from tests.browser.every_page.rules import DESK
from tests.browser.every_page.visits import Visitor, hold, visitor
from tests.browser.reader.reader import Reader
from tests.browser.reader.screens import SCREENS, Screen


@pytest.fixture(scope="module")
def opens(desk: Reader) -> Visitor:
    return visitor(desk, "en", 1366, "light")


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_a_screen_keeps_the_rules(opens: Visitor, screen: Screen, subtests: pytest.Subtests):
    hold(opens(screen), DESK, subtests)
