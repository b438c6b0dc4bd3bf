"""Hundreds of open pages: opened at once, each changed now and then, all changed at one moment.

One process, and two behind nginx where it is there, one after the other in the same run.
"""

from __future__ import annotations

import asyncio
import os
import random
import statistics
import time
from contextlib import AsyncExitStack

from benchmarks.client import Visit
from benchmarks.replicas import balanced
from benchmarks.servers import served
from benchmarks.settings import (
    LOAD_AT_ONCE,
    LOAD_BUDGETS,
    LOAD_LIMITS,
    LOAD_REST,
    LOAD_SECONDS,
    LOAD_SESSIONS,
    PARAGRAPHS,
)
from dashboard.commands.serving.balancer import nginx


class _Reader:
    """An open page whose filter is switched to and fro; what fails is counted."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit
        self._turn = 0
        self.failed = 0

    async def ready(self) -> None:
        """Open the filters and find the one to change."""
        self._id, self._turns = await self._visit.choices(PARAGRAPHS.widget)

    async def change(self) -> float:
        """Seconds until the change is answered; minus one where it is not."""
        self._turn += 1
        try:
            return await self._visit.choose(self._id, self._turns[self._turn % len(self._turns)])
        except Exception:
            self.failed += 1
            return -1.0

    async def now_and_then(self, until: float) -> list[float]:
        """Seconds of each change, with rests of `LOAD_REST` on average, until that time."""
        taken: list[float] = []
        while True:
            rest = random.uniform(0, 2 * LOAD_REST)
            if time.perf_counter() + rest > until:
                return taken
            await asyncio.sleep(rest)
            taken.append(await self.change())


async def _measure(url: str) -> dict[str, float]:
    async with AsyncExitStack() as stack:

        async def opened() -> _Reader:
            visit = Visit(url, PARAGRAPHS.page, PARAGRAPHS.query)
            return _Reader(await stack.enter_async_context(visit))

        await opened()  # what is made once for all is made
        start = time.perf_counter()
        readers = list(await asyncio.gather(*(opened() for _ in range(LOAD_AT_ONCE))))
        at_once = time.perf_counter() - start
        while len(readers) < LOAD_SESSIONS:
            readers += await asyncio.gather(*(opened() for _ in range(20)))
        for reader in readers:
            await reader.ready()
        until = time.perf_counter() + LOAD_SECONDS
        each = await asyncio.gather(*(reader.now_and_then(until) for reader in readers))
        changes = [seconds for found in each for seconds in found if seconds >= 0]
        start = time.perf_counter()
        await asyncio.gather(*(reader.change() for reader in readers))
        return {
            "open": at_once,
            "median": statistics.median(changes),
            "p95": statistics.quantiles(changes, n=20)[-1],
            "herd": time.perf_counter() - start,
            "changes": len(changes),
            "failed": sum(reader.failed for reader in readers),
        }


def load() -> dict[str, dict[str, float]]:
    """Seconds by kind of server: `one` process, and `two` where there is an nginx.

    All readers come from one address here, so nothing is refused for what one client may ask.
    """
    os.environ["DASHBOARD_BUDGETS"] = LOAD_BUDGETS
    with served(PARAGRAPHS) as url:
        found = {"one": asyncio.run(_measure(url))}
    if nginx() is not None:
        with balanced(2) as (url, _):
            found["two"] = asyncio.run(_measure(url))
    return found


def report_load(found: dict[str, dict[str, float]]) -> bool:
    """Print them side by side; whether one process keeps within the limits."""
    for name, of in found.items():
        print(
            f"{name}: {LOAD_AT_ONCE} opened at once {of['open']:.1f} s; {LOAD_SESSIONS} pages, a "
            f"change every {LOAD_REST:.0f} s: {of['median']:.2f} s (median), {of['p95']:.2f} s "
            f"(95 of 100) of {of['changes']:.0f}; all at one moment {of['herd']:.1f} s; "
            f"{of['failed']:.0f} failed"
        )
    if "two" in found:
        ratios = ", ".join(
            f"{name} {found['two'][name] / found['one'][name]:.2f}" for name in LOAD_LIMITS
        )
        print(f"two processes against one: {ratios}")
    else:
        print("two processes: skipped, no nginx on this machine")
    one = found["one"]
    return not one["failed"] and all(one[name] <= most for name, most in LOAD_LIMITS.items())
