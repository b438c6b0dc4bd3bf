"""What the journeys share: ways in, rows, searches, and what was copied."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Locator

from dashboard.words import words
from tests.browser.reader.clicks import Clicks
from tests.browser.reader.reader import ROW, Reader

EN, ZH = words("en"), words("zh")


def may_read_copies(reader: Reader) -> None:
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=reader.url)


def copied(reader: Reader, wanted: str | re.Pattern[str]) -> None:
    """Wait until the clipboard holds this."""
    pattern = wanted.pattern if isinstance(wanted, re.Pattern) else f"^{re.escape(wanted)}$"
    reader.page.wait_for_function(
        "p => navigator.clipboard.readText().then(text => new RegExp(p).test(text))", arg=pattern
    )


def way(reader: Reader, name: str) -> Locator:
    return reader.page.locator(f".st-key-timeline-shortcut-{name} a")


def copy_short(reader: Reader, clicks: Clicks, label: str) -> None:
    """Open the citation of the record that stands and press the short form's copy button."""
    clicks.on(reader.page.get_by_role("button", name=label))
    box = reader.page.get_by_test_id("stCode").first
    box.hover()  # the framework shows the button while the pointer is over the box
    clicks.on(box.get_by_role("button"))


def choose_row(reader: Reader, clicks: Clicks) -> None:
    """Open the first row of the table."""
    clicks.on(reader.page.locator(ROW).first)  # in its middle, wherever its link may be
    reader.page.wait_for_url("**item=*")
    reader.settled()


def routed(reader: Reader, path: str) -> dict[str, Any]:
    """What a route answers."""
    answer = reader.page.request.get(f"{reader.url}{path}")
    assert answer.ok, answer.text()
    found: dict[str, Any] = answer.json()
    return found


def search(reader: Reader, label: str, text: str) -> None:
    box = reader.page.get_by_role("textbox", name=label)
    box.fill(text)
    box.press("Enter")
    reader.page.wait_for_url("**q=*")
    reader.settled()


def open_filters(reader: Reader) -> None:
    """Open the drawer in which the facets stand, unless it is open."""
    drawer = reader.page.locator("[class*='-folded-filters'] details")
    if drawer.get_attribute("open") is None:
        drawer.locator("summary").click()
        drawer.get_by_test_id("stPopover").first.wait_for()
