"""Visits to every screen: each is opened once and held to all the rules of its moments.

Two visitors see every screen in both languages, widths and themes; no rule depends on more than
one of them but the page's width. Others, who look only for that, come with other windows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from playwright.sync_api import ViewportSize

from dashboard.words import InterfaceLanguage
from tests.browser.every_page.rules import Moment, Rule, Visit
from tests.browser.reader.reader import Reader, Scheme
from tests.browser.reader.screens import Screen, spoken, stands
from tests.browser.reader.server import ROOT

PICTURES = ROOT / "artefacts" / "screens"
"""Where screenshots are kept; not part of the repository."""
UNDRAWN = "/agreed_language"
"""A page with no drawing."""
Visitor = Callable[[Screen], Visit]


def visitor(reader: Reader, language: InterfaceLanguage, width: int, scheme: Scheme) -> Visitor:
    """One reader for all screens, who goes from each to the next as by a link between them.

    The first page has no drawing: there the browser says how wide the window is, so that no
    screen is drawn for another width before it is drawn for its own.
    """
    PICTURES.mkdir(parents=True, exist_ok=True)
    titles: dict[str, str] = {}
    window: ViewportSize = {"width": width, "height": reader.window["height"]}
    reader.come_anew(window, scheme)
    reader.open(spoken(UNDRAWN, language))
    stands(reader.page)

    def opens(screen: Screen) -> Visit:
        reader.come_back(window, scheme)
        reader.turn_to(spoken(screen.path, language))
        stands(reader.page)
        return Visit(reader, screen, language, width, scheme, titles, PICTURES)

    return opens


def hold(
    visit: Visit, moments: Mapping[Moment, tuple[Rule, ...]], subtests: pytest.Subtests
) -> None:
    """Hold a screen to every rule of every moment; each that is broken is told by its name."""
    for moment, rules in moments.items():
        for step in (moment, *rules):
            with subtests.test(f"{moment.__name__}: {step.__name__}"):
                step(visit)
