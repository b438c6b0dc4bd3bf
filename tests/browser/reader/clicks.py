"""Clicks as a reader makes them, counted."""

from __future__ import annotations

from playwright.sync_api import Locator


class Clicks:
    """How many clicks a journey took; every click of it goes through here."""

    def __init__(self) -> None:
        self.made = 0

    def on(self, target: Locator) -> None:
        """Click the one thing a locator finds, as a reader would: where it can be seen."""
        target.click()
        self.made += 1
