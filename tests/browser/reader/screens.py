"""Every kind of page, for the tests that hold all of them to one rule."""

from __future__ import annotations

from playwright.sync_api import Page

PAGES = {
    "timeline": "/",
    "event": "/?item=paris-ai-action-summit-2025",
    "documents": "/documents",
    "document": "/documents?item=A/RES/79/239",
    "paragraphs": "/paragraphs",
    "paragraph": "/paragraphs?item=A/RES/78/265%23op6.e",
    "asks": "/asks",
    "compare": "/compare?symbol=A/RES/79/239&symbol=A/RES/80/58",
    "votes": "/votes",
    "moved": "/votes?view=moved",
    "vote": "/votes?item=A/RES/79/239@plenary",
    "sponsors": "/sponsors",
    "statements": "/statements",
    "countries": "/countries",
    "country": "/countries?item=USA",
    "requests": "/requests",
    "request": "/requests?item=79-239-7",
    "about": "/about",
    "columns": "/about?view=columns",
}
"""By a short name: the address without a language."""


def spoken(path: str, language: str) -> str:
    """The address in a language."""
    return f"{path}{'&' if '?' in path else '?'}lang={language}"


def stands(page: Page) -> None:
    """Wait until what is drawn in the browser, charts and tables, has its place.

    The framework shows a grey shape for what it has not loaded yet.
    """
    page.wait_for_function(
        """() => !document.querySelector('[data-testid="stSkeleton"]')
            && [...document.querySelectorAll('[data-testid="stPlotlyChart"]')]
                .every(chart => chart.querySelector('.main-svg'))"""
    )
