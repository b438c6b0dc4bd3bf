"""One filter change on a warm server: seconds from the click to the end of the script."""

from __future__ import annotations

import asyncio
import os
import statistics

from benchmarks.client import Choices, Visit
from benchmarks.servers import served
from benchmarks.settings import FILTER_ROUNDS, FILTER_WARM_UPS, Side

REST = 0.15
"""Seconds between two changes, so that what a server does after one is not counted in the other."""


class Clicker:
    """A visitor who switches one widget between two choices."""

    def __init__(self, visit: Visit, choices: Choices) -> None:
        self._visit = visit
        self._id, self._turns = choices
        self._turn = 0
        self.seconds: list[float] = []

    async def click(self, count: bool) -> None:
        self._turn += 1
        choice = self._turns[self._turn % len(self._turns)]
        seconds = await self._visit.choose(self._id, choice)
        if count:
            self.seconds.append(seconds)
        await asyncio.sleep(REST)


async def _measure(urls: tuple[str, str], sides: tuple[Side, Side]) -> tuple[float, float]:
    async with (
        Visit(urls[0], sides[0].page, sides[0].query) as first,
        Visit(urls[1], sides[1].page, sides[1].query) as second,
    ):
        clickers = [
            Clicker(visit, await visit.choices(side.widget))
            for visit, side in zip((first, second), sides, strict=True)
        ]
        for turn in range(FILTER_WARM_UPS + FILTER_ROUNDS):
            for clicker in clickers if turn % 2 else reversed(clickers):
                await clicker.click(count=turn >= FILTER_WARM_UPS)
        medians = [statistics.median(clicker.seconds) for clicker in clickers]
        return medians[0], medians[1]


def filter_change(ours: Side, floor: Side) -> tuple[float, float]:
    """Median seconds of our page and of the floor's, changed in turns.

    Faster than any reader would, so nothing waits for what one page may ask.
    """
    os.environ["DASHBOARD_BUDGETS"] = "page=off"
    with served(ours) as our_url, served(floor) as floor_url:
        return asyncio.run(_measure((our_url, floor_url), (ours, floor)))
