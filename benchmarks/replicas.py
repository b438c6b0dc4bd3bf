"""`kill -9` of one of two replicas behind nginx, with forty open pages and a browser on them.

Who is on the other must not notice; who was on it comes back by the balancer with the view that
stands in the address.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, field

import psutil
import websockets
from playwright.async_api import Page, async_playwright

from benchmarks.client import COOKIE, Visit
from benchmarks.settings import REPLICA_PORT, REPLICA_QUERIES, REPLICA_SESSIONS, ROOT
from dashboard.commands.serving.balancer import nginx

STARTED_WITHIN = 240
HEAL = 12.0
"""Seconds after the kill for which the others are watched."""
GIVE_UP = 20.0
"""Seconds after which a browser is held to show another view."""
CONNECTED = '[data-test-connection-state="CONNECTED"][data-test-script-state="notRunning"]'
DROPPED = '[data-testid="stApp"]:not([data-test-connection-state="CONNECTED"])'


@dataclass
class Outcome:
    """What became of the readers, in seconds from the kill or for a rerun."""

    before: list[float] = field(default_factory=list)
    others: list[float] = field(default_factory=list)
    failed: int = 0
    back: list[float] = field(default_factory=list)
    same: int = 0
    browser: float | None = None
    browser_same: bool = False


@contextmanager
def balanced(workers: int) -> Iterator[tuple[str, list[int]]]:
    """The address of `dashboard serve`, and the ports of its processes, all ready."""
    command = [sys.executable, "-m", "dashboard.cli", "serve", f"--workers={workers}"]
    ports = [REPLICA_PORT + 1 + n for n in range(workers)]
    process = subprocess.Popen(
        [*command, f"--port={REPLICA_PORT}"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for port in ports:
            _until_ready(port, process)
        yield f"http://127.0.0.1:{REPLICA_PORT}", ports
    finally:
        process.terminate()
        process.wait(60)


def _until_ready(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + STARTED_WITHIN
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"dashboard serve ended with {process.returncode}")
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5):
                return
        except OSError:
            time.sleep(0.3)
    raise RuntimeError(f"no process became ready at port {port}")


def _kill(port: int) -> None:
    """`kill -9` of the process that was started for this port."""
    for process in psutil.Process().children(recursive=True):
        if f"--server.port={port}" in process.cmdline():
            process.send_signal(signal.SIGKILL)
            return
    raise LookupError(f"no process for port {port}")


async def _back(visit: Visit, killed: asyncio.Event, outcome: Outcome) -> None:
    """One reader of the replica that is killed: notices, and comes back as a browser does."""
    shown = visit.shown()
    await visit.lost()
    start = time.perf_counter()
    assert killed.is_set(), "the connection ended before the kill"
    while True:
        try:
            await visit.come_back()
            break
        except (OSError, websockets.WebSocketException):
            await asyncio.sleep(0.5)
    outcome.back.append(time.perf_counter() - start)
    outcome.same += visit.shown() == shown


async def _watch(visit: Visit, until: asyncio.Event, outcome: Outcome) -> None:
    """One reader of the other replica, who goes on."""
    while not until.is_set():
        try:
            outcome.others.append(await visit.rerun(read=False))
        except (OSError, websockets.WebSocketException, TimeoutError):
            outcome.failed += 1
            return
        await asyncio.sleep(2)


async def _shown(page: Page) -> tuple[str, str]:
    """Address and words of a page."""
    return page.url, await page.get_by_test_id("stMain").inner_text()


async def _settled(page: Page) -> tuple[str, str]:
    """The same once nothing more is drawn for three seconds."""
    before, since = await _shown(page), time.perf_counter()
    while time.perf_counter() - since < 3:
        await asyncio.sleep(0.3)
        now = await _shown(page)
        if now != before:
            before, since = now, time.perf_counter()
    return before


async def _in_browser(page: Page, shown: tuple[str, str], outcome: Outcome) -> None:
    """A browser on the replica that is killed: seconds until it is connected and shows the same."""
    await page.wait_for_selector(DROPPED, state="attached", timeout=30_000)
    start = time.perf_counter()
    await page.wait_for_selector(CONNECTED, state="attached", timeout=60_000)
    outcome.browser = time.perf_counter() - start
    while not outcome.browser_same and time.perf_counter() - start < GIVE_UP:
        outcome.browser_same = await _shown(page) == shown
        outcome.browser = time.perf_counter() - start
        await asyncio.sleep(0.1)


async def _measure(url: str, ports: list[int]) -> Outcome:
    outcome = Outcome()
    chromium = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    async with AsyncExitStack() as stack:
        visits = [
            await stack.enter_async_context(
                Visit(url, "paragraphs", REPLICA_QUERIES[n % len(REPLICA_QUERIES)])
            )
            for n in range(REPLICA_SESSIONS)
        ]
        outcome.before = [await visit.rerun(read=False) for visit in visits]
        killed, healed, doomed, page = asyncio.Event(), asyncio.Event(), "record_1", None
        if chromium:
            driver = await stack.enter_async_context(async_playwright())
            browser = await driver.chromium.launch(
                executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
            )
            page = await browser.new_page()
            await page.goto(f"{url}/paragraphs?{REPLICA_QUERIES[-1]}")
            await page.wait_for_selector(CONNECTED, state="attached", timeout=60_000)
            cookies = {cookie.get("name"): cookie for cookie in await page.context.cookies()}
            doomed = str(cookies[COOKIE].get("value"))
            shown = await _settled(page)
        lost = [visit for visit in visits if visit.replica == doomed]
        tasks = [asyncio.create_task(_back(visit, killed, outcome)) for visit in lost]
        if page is not None:
            tasks.append(asyncio.create_task(_in_browser(page, shown, outcome)))
        watching = [
            asyncio.create_task(_watch(visit, healed, outcome))
            for visit in visits
            if visit.replica != doomed
        ]
        await asyncio.sleep(2)
        killed.set()
        _kill(ports[int(doomed.removeprefix("record_")) - 1])
        await asyncio.sleep(HEAL)
        healed.set()
        await asyncio.gather(*tasks, *watching)
        if page is not None:
            await page.context.browser.close()  # type: ignore[union-attr]
    return outcome


def kill_one() -> Outcome | None:
    """What became of the readers; none where there is no nginx on this machine."""
    if nginx() is None:
        return None
    with balanced(2) as (url, ports):
        return asyncio.run(_measure(url, ports))


def report(outcome: Outcome, limit: float) -> bool:
    """Print it; whether all came back in time with their view and no other noticed."""
    back, lost = outcome.back, len(outcome.back)
    print(
        f"kill -9 of one of two replicas, {REPLICA_SESSIONS} open pages: {lost} were on it, back "
        f"after {statistics.median(back):.1f} s (median), {max(back):.1f} s at most, "
        f"{outcome.same} with the same view; limit {limit:.0f} s"
    )
    during, before = outcome.others, max(outcome.before)
    print(
        f"  on the other: {outcome.failed} disturbed, a rerun {statistics.median(during):.2f} s "
        f"(median), {max(during):.2f} s at most; {before:.2f} s at most before"
    )
    good = max(back) <= limit and outcome.same == lost and not outcome.failed
    if outcome.browser is None:
        print("  no Chromium on this machine: no browser was tried")
        return good
    same = "the same" if outcome.browser_same else "ANOTHER"
    print(f"  a browser: back after {outcome.browser:.1f} s, {same} view and address")
    return good and outcome.browser <= limit and outcome.browser_same
