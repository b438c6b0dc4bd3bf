"""Broken data while readers look on, and the headers a browser is sent."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.reader.reader import Reader, reading
from tests.browser.reader.server import ROOT, Dashboard, serving

NOTICED_WITHIN = 30.0
"""Seconds; the store looks every 2 s and lets files rest for 1 s, the rest is a slow machine."""


@pytest.fixture
def changing(tmp_path: Path, known: Path) -> Iterator[Dashboard]:
    """A server of its own over a copy of the record that the test may spoil."""
    data = copytree(ROOT / "data", tmp_path / "copy")
    with serving(data, tmp_path, known) as running:
        yield running


def test_broken_data_is_said_once_and_the_old_rows_stay(chromium: Browser, changing: Dashboard):
    victim = changing.data / "curated/events/seoul-declaration-2024.yaml"
    good = victim.read_text(encoding="utf-8")
    pid = changing.process.pid
    with reading(chromium, changing.url) as reader:
        reader.open("/?lang=en")
        before = reader.count()
        expect(reader.page.get_by_test_id("stAlert")).to_have_count(0)

        victim.write_text(good.replace("kind:", "kidn:", 1), encoding="utf-8")
        _reload_until(reader, alerts=1)
        alert = reader.page.get_by_test_id("stAlert")
        expect(alert).to_contain_text("curated/events/seoul-declaration-2024.yaml:")
        assert reader.count() == before
        expect(reader.page.get_by_text("Traceback")).to_have_count(0)

        victim.write_text(good, encoding="utf-8")
        _reload_until(reader, alerts=0)
        assert reader.count() == before
        reader.assert_well()
    assert changing.process.poll() is None
    assert changing.process.pid == pid


@pytest.mark.parametrize(
    "path", ["/", "/documents", "/api/timeline.json", "/api/nothing", "/healthz"]
)
def test_every_answer_tells_the_browser_to_load_nothing_from_elsewhere(
    reader: Reader, dashboard: Dashboard, path: str
):
    answer = reader.page.request.get(dashboard.url + path)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "img-src 'self' data: blob:" in policy
    assert "'unsafe-eval'" not in policy
    assert "http:" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-frame-options"] == "SAMEORIGIN"


def test_a_link_to_a_table_opens_at_it(reader: Reader):
    page = reader.open("/about?view=columns&lang=en#recorded-votes").page
    heading = page.get_by_role("heading", name="recorded_votes")
    expect(heading).to_be_in_viewport()
    page.wait_for_function(
        "top => top.getBoundingClientRect().top < 200", arg=heading.element_handle()
    )


def test_the_policy_stops_a_foreign_picture_in_the_browser_itself(reader: Reader):
    """The second wall: even a picture that got into the page is not fetched."""
    reader.open("/about?lang=en")
    refused = reader.page.evaluate(
        """() => new Promise(done => {
            document.addEventListener('securitypolicyviolation', e => done(e.blockedURI));
            document.body.append(Object.assign(new Image(), {src: 'http://canary.invalid/x.png'}));
        })"""
    )
    assert refused.startswith("http://canary.invalid")
    reader.elsewhere.clear()  # asked for by this test, refused before it left the browser
    reader.errors.clear()


def _reload_until(reader: Reader, *, alerts: int) -> None:
    until = time.monotonic() + NOTICED_WITHIN
    while time.monotonic() < until:
        time.sleep(1)
        reader.open("/?lang=en")
        if reader.page.get_by_test_id("stAlert").count() == alerts:
            return
    raise AssertionError(f"{NOTICED_WITHIN:.0f} s later there are not {alerts} notices")
