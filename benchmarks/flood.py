"""How long readers wait while one client asks for all it can, against the same readers undisturbed.

`python -m benchmarks.flood KIND URL` is that client, in a process of its own; it ends with the
answers it got, by status, when its input closes.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import random
import statistics
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from benchmarks.client import Visit
from benchmarks.servers import served
from benchmarks.settings import FLOOD_READERS, FLOOD_REST, FLOOD_SECONDS, PARAGRAPHS, ROOT, Side

KINDS = ("reruns", "exports", "pastes")
_AT_ONCE = {"reruns": 4, "exports": 8, "pastes": 4}
"""Pages, or requests, of the one client at the same time."""
_SAID = "Requests the keepers of flock {n} to report on the safe and trustworthy counting of sheep;"


@dataclass
class Waited:
    """Seconds of each change of the readers, by who else was there."""

    undisturbed: list[float] = field(default_factory=list)
    flooded: dict[str, list[float]] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)
    """What the one client got."""


def p95(seconds: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(seconds, n=20)[-1]


async def _reader(visit: Visit, widget: str, until: float) -> list[float]:
    widget_id, choices = await visit.choices(widget)
    seconds = []
    for choice in itertools.cycle(choices):
        await asyncio.sleep(random.uniform(0.5, 1.5) * FLOOD_REST)
        if time.monotonic() > until:
            return seconds
        seconds.append(await visit.choose(widget_id, choice))
    return seconds


async def _readers(visits: list[Visit], widget: str) -> list[float]:
    until = time.monotonic() + FLOOD_SECONDS
    found = await asyncio.gather(*(_reader(visit, widget, until) for visit in visits))
    return [seconds for each in found for seconds in each]


async def _measure(url: str, side: Side) -> Waited:
    visits = [Visit(url, side.page, side.query) for _ in range(FLOOD_READERS)]
    waited = Waited()
    for visit in visits:
        await visit.__aenter__()
    await _readers(visits, side.widget)  # to warm up
    for kind in KINDS:
        waited.undisturbed += await _readers(visits, side.widget)
        flood = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.flood", kind, url],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        await asyncio.to_thread(flood.stdout.readline)  # type: ignore[union-attr]
        waited.flooded[kind] = await _readers(visits, side.widget)
        waited.told[kind] = (await asyncio.to_thread(flood.communicate))[0].strip()
    for visit in visits:
        await visit.__aexit__()
    return waited


def flooded(side: Side = PARAGRAPHS) -> Waited:
    """What the readers of a page wait, undisturbed and beside each kind of flood, in turns."""
    with served(side) as url:
        return asyncio.run(_measure(url, side))


def _asking(url: str, kind: str) -> Callable[[int], object]:
    """Ask for one file that was not made before, or hold one long draft against the record."""

    def ask(number: int) -> None:
        if kind == "exports":
            form = ("xlsx", "json", "csv")[number % 3]
            address, body = f"{url}/api/paragraphs.{form}?limit={9_000 - number}", None
        else:
            text = "\n\n".join(_SAID.format(n=n * number) for n in range(300))
            address, body = f"{url}/api/agreed_language.json", json.dumps({"text": text}).encode()
        with urllib.request.urlopen(address, body, 120) as answer:
            answer.read()

    return ask


def _ask_on(ask: Callable[[int], object], numbers: Iterator[int], got: Counter[object]) -> None:
    while True:
        try:
            ask(next(numbers))
            got[200] += 1
        except urllib.error.HTTPError as refusal:
            got[refusal.code] += 1
            time.sleep(0.02)
        except OSError as fault:
            got[type(fault).__name__] += 1


async def _rerun_on(url: str, got: Counter[object]) -> None:
    async with Visit(url, PARAGRAPHS.page, PARAGRAPHS.query) as visit:
        widget_id, choices = await visit.choices(PARAGRAPHS.widget)
        for choice in itertools.cycle(choices):
            await visit.send(widget_id, choice)
            got["sent"] += 1
            await asyncio.sleep(0.005)


async def _rerun_by_many(url: str, got: Counter[object]) -> None:
    await asyncio.gather(*(_rerun_on(url, got) for _ in range(_AT_ONCE["reruns"])))


def main(kind: str, url: str) -> None:
    """Flood until the input closes, then print what came of it."""
    os.nice(15)  # it stands for a machine elsewhere, and may not take this one's
    got: Counter[object] = Counter()
    if kind == "reruns":
        work: list[Callable[[], object]] = [lambda: asyncio.run(_rerun_by_many(url, got))]
    else:
        ask, numbers = _asking(url, kind), itertools.count(1)
        work = [lambda: _ask_on(ask, numbers, got)] * _AT_ONCE[kind]
    for each in work:
        threading.Thread(target=each, daemon=True).start()
    print("begun", flush=True)
    sys.stdin.read()
    print(", ".join(f"{status}: {count}" for status, count in got.items()), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
