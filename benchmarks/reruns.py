"""Running a page again on a warm server, unchanged: this code against an older checkout."""

from __future__ import annotations

import asyncio
import statistics
from contextlib import AsyncExitStack
from pathlib import Path

from benchmarks.client import Visit
from benchmarks.servers import served
from benchmarks.settings import RERUN_ROUNDS, RERUN_WARM_UPS, RERUNS, ROOT, Side

Seconds = dict[tuple[str, str], tuple[float, float]]
"""By page and query: the median of this code and of the older one."""


async def _measure(urls: tuple[str, str]) -> Seconds:
    found: Seconds = {}
    for page, query in RERUNS:
        async with AsyncExitStack() as open_pages:
            visits = [await open_pages.enter_async_context(Visit(u, page, query)) for u in urls]
            times: list[list[float]] = [[], []]
            for turn in range(RERUN_WARM_UPS + RERUN_ROUNDS):
                pairs = list(zip(visits, times, strict=True))
                for visit, seconds in pairs if turn % 2 else reversed(pairs):
                    taken = await visit.rerun(read=False)
                    if turn >= RERUN_WARM_UPS:
                        seconds.append(taken)
            found[page, query] = (statistics.median(times[0]), statistics.median(times[1]))
    return found


def reruns(older: Path) -> Seconds:
    """Median seconds of each page of `RERUNS`, here and in an older checkout, in turns."""

    def side(folder: Path) -> Side:
        return Side(folder / "streamlit_app.py", folder, "", "", "")

    with served(side(ROOT)) as ours, served(side(older)) as theirs:
        return asyncio.run(_measure((ours, theirs)))
