"""Screens in windows between phone and desk, beyond both, and at 200 %: words keep their room."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from dashboard.words import InterfaceLanguage
from tests.browser.every_page.rules import OTHER_WIDTHS
from tests.browser.every_page.visits import Visitor, hold, visitor
from tests.browser.reader.reader import Reader
from tests.browser.reader.screens import DRAWINGS, SCREENS, Screen

ENLARGED, PHONE = 683, 320
"""A window of 1366 pixels at 200 %, half as wide for the page, each pixel twice; a small phone."""
WIDTHS: dict[int, InterfaceLanguage] = {
    ENLARGED: "zh", 1920: "en", 1024: "zh", 768: "en", PHONE: "zh",
}  # fmt: skip
"""And the language each is read in."""
CASES = [
    (width, screen) for width in WIDTHS for screen in (SCREENS if width == ENLARGED else DRAWINGS)
]


@pytest.fixture(scope="module")
def opens(desk: Reader, phone: Reader) -> Callable[[int], Visitor]:
    """The visitor of a width."""

    @cache
    def of(width: int) -> Visitor:
        return visitor(phone if width == PHONE else desk, WIDTHS[width], width, "light")

    return of


@pytest.mark.parametrize(("width", "screen"), CASES, ids=str)
def test_words_keep_their_room(
    opens: Callable[[int], Visitor], width: int, screen: Screen, subtests: pytest.Subtests
):
    hold(opens(width)(screen), OTHER_WIDTHS, subtests)
