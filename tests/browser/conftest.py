"""A real Chromium and the real server for the tests marked `browser`.

Without a Chromium on the machine these tests are skipped and say so. Where CI is set they
fail instead, so that nobody takes a skipped test for a passed one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from dashboard.corpus.snapshot import Snapshot
from tests.browser.reader.reader import Reader, newly_come, reading
from tests.browser.reader.server import ROOT, Dashboard, serving
from tests.browser.reader.walking import may_read_copies

HERE = Path(__file__).parent
PATIENCE = 30_000
"""Milliseconds that a new machine with two busy cores may take to draw what is waited for."""
expect.set_options(timeout=PATIENCE)

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first of these that is installed; the shell is the same browser without windows."""
MISSING = "no Chromium on this machine; on Debian: apt install chromium fonts-noto-cjk"
QUIET = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder, so that `-m "not browser"` leaves it out; run it last.

    Playwright keeps an event loop running in this thread until the session ends, and no
    test that starts a loop of its own can run beside it.
    """
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: HERE in item.path.parents)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A running headless Chromium; open a new context for each test."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    # Chromium refuses to start its sandbox as root, which is what a container runs as
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*QUIET, *sandbox])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def known(real_record: Snapshot, parsed_file: Path) -> Path:
    """The record's files as they were parsed for the tests, so that no server parses them anew."""
    return parsed_file


@pytest.fixture(scope="session")
def dashboard(tmp_path_factory: pytest.TempPathFactory, known: Path) -> Iterator[Dashboard]:
    """The server over a copy of the record, shared by all tests that only read."""
    scratch = tmp_path_factory.mktemp("dashboard")
    data = shutil.copytree(ROOT / "data", scratch / "data")
    with serving(data, scratch, known) as running:
        yield running


@pytest.fixture(scope="session")
def desk(chromium: Browser, dashboard: Dashboard) -> Iterator[Reader]:
    """A reader at a desk whose browser speaks English, for all tests."""
    with reading(chromium, dashboard.url) as found:
        yield found


@pytest.fixture(scope="session")
def chinese_desk(chromium: Browser, dashboard: Dashboard) -> Iterator[Reader]:
    """A reader at a desk whose browser speaks Chinese, for all tests."""
    with reading(chromium, dashboard.url, locale="zh-CN") as found:
        yield found


@pytest.fixture(scope="session")
def phone(chromium: Browser, dashboard: Dashboard) -> Iterator[Reader]:
    """A reader on a phone that speaks Chinese, for all tests."""
    with reading(chromium, dashboard.url, width=390, locale="zh-CN") as found:
        yield found


@pytest.fixture
def reader(desk: Reader) -> Iterator[Reader]:
    """The reader at the desk."""
    yield from newly_come(desk)


@pytest.fixture
def zh(chinese_desk: Reader) -> Iterator[Reader]:
    """The reader whose browser speaks Chinese."""
    yield from newly_come(chinese_desk)


@pytest.fixture
def intern(phone: Reader) -> Iterator[Reader]:
    """The reader on a phone."""
    yield from newly_come(phone)


@pytest.fixture
def officer(reader: Reader) -> Reader:
    """A reader whose browser lets a test read what was copied."""
    may_read_copies(reader)
    return reader
