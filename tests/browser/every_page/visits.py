"""Visits to every screen: each is opened once and held to all the rules of its moments.

Two visitors see every screen in both languages, widths and themes; no rule depends on more than
one of them but the page's width. Others, who look only for that, come with other windows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser

from dashboard.words import InterfaceLanguage
from tests.browser.every_page.rules import Moment, Rule, Visit
from tests.browser.reader.reader import Scheme, reading
from tests.browser.reader.screens import Screen, stands
from tests.browser.reader.server import ROOT, Dashboard

PICTURES = ROOT / "artefacts" / "screens"
"""Where screenshots are kept; not part of the repository."""
Visitor = Callable[[Screen], Visit]


@contextmanager
def visitor(
    browser: Browser,
    dashboard: Dashboard,
    language: InterfaceLanguage,
    width: int,
    scheme: Scheme,
    locale: str,
) -> Iterator[Visitor]:
    """One reader for all screens, who goes from each to the next as by a link between them."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    titles: dict[str, str] = {}
    with reading(browser, dashboard.url, width=width, locale=locale) as reader:
        window = reader.page.viewport_size

        def opens(screen: Screen) -> Visit:
            reader.come_back(window, scheme)
            reader.turn_to(screen.path)
            stands(reader.page)
            return Visit(reader, screen, language, width, scheme, titles, PICTURES)

        yield opens


def hold(
    visit: Visit, moments: Mapping[Moment, tuple[Rule, ...]], subtests: pytest.Subtests
) -> None:
    """Hold a screen to every rule of every moment; each that is broken is told by its name."""
    for moment, rules in moments.items():
        for step in (moment, *rules):
            with subtests.test(f"{moment.__name__}: {step.__name__}"):
                step(visit)
