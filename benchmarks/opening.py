"""First open of a page in a cold browser: seconds from navigation to the drawn chart."""

from __future__ import annotations

import statistics
import time

from playwright.sync_api import Playwright, sync_playwright

from benchmarks.servers import served
from benchmarks.settings import DRAWN, IDLE, OPEN_ROUNDS, OPEN_WARM_UPS, Side

PATIENCE_MS = 60_000


def _open_once(playwright: Playwright, chromium: str, address: str) -> float:
    """A new Chromium with an empty cache; its own start is not counted."""
    browser = playwright.chromium.launch(executable_path=chromium)
    try:
        page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        start = time.perf_counter()
        page.goto(address, wait_until="commit")
        page.wait_for_selector(DRAWN, timeout=PATIENCE_MS, state="attached")
        page.wait_for_selector(IDLE, timeout=PATIENCE_MS, state="attached")
        return time.perf_counter() - start
    finally:
        browser.close()


def first_open(ours: Side, floor: Side, chromium: str) -> tuple[float, float]:
    """Median seconds of our page and of the floor's, opened in turns on warm servers."""
    with served(ours) as our_url, served(floor) as floor_url, sync_playwright() as playwright:
        addresses = [
            f"{url}/{side.page}" + (f"?{side.query}" if side.query else "")
            for url, side in ((our_url, ours), (floor_url, floor))
        ]
        times: list[list[float]] = [[], []]
        for turn in range(OPEN_WARM_UPS + OPEN_ROUNDS):
            pairs = list(zip(addresses, times, strict=True))
            for address, seconds in pairs if turn % 2 else reversed(pairs):
                taken = _open_once(playwright, chromium, address)
                if turn >= OPEN_WARM_UPS:
                    seconds.append(taken)
        return statistics.median(times[0]), statistics.median(times[1])
