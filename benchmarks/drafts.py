"""A paragraph, and a draft of thirty, held against the record by the route: seconds to the answer.

In turns with a filter change of the floor app, so that the machine's noise is in both.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import time
import urllib.request

from benchmarks.client import Visit
from benchmarks.filtering import Clicker
from benchmarks.servers import served
from benchmarks.settings import FILTER_ROUNDS, FILTER_WARM_UPS, Side

DRAFTS = {"one": 1, "thirty": 30}
"""How many paragraphs are sent."""
_SAID = (
    "Requests the keepers of flock {n} to report on the safe, secure and trustworthy counting of"
    " sheep, as appropriate, and on what shepherds of developing countries need for it;"
)


def _answered(url: str, paragraphs: int) -> float:
    text = "\n\n".join(_SAID.format(n=n) for n in range(paragraphs))
    body = json.dumps({"text": text}).encode()
    start = time.perf_counter()
    with urllib.request.urlopen(f"{url}/api/agreed_language.json", body, 60) as answer:
        answer.read()
    return time.perf_counter() - start


async def _measure(url: str, floor_url: str, floor: Side) -> dict[str, float]:
    seconds: dict[str, list[float]] = {name: [] for name in DRAFTS}
    async with Visit(floor_url, floor.page, floor.query) as visit:
        clicker = Clicker(visit, await visit.choices(floor.widget))
        for turn in range(FILTER_WARM_UPS + FILTER_ROUNDS):
            counted = turn >= FILTER_WARM_UPS
            for name, paragraphs in DRAFTS.items():
                taken = await asyncio.to_thread(_answered, url, paragraphs)
                if counted:
                    seconds[name].append(taken)
            await clicker.click(count=counted)
    medians = {name: statistics.median(each) for name, each in seconds.items()}
    return {**medians, "floor": statistics.median(clicker.seconds)}


def drafts(ours: Side, floor: Side) -> dict[str, float]:
    """Median seconds for each of `DRAFTS`, and of the floor's change."""
    with served(ours) as our_url, served(floor) as floor_url:
        return asyncio.run(_measure(our_url, floor_url, floor))
