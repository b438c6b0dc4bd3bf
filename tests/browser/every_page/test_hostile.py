"""Hostile texts in the record: shown letter by letter, never run, loaded or linked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from tests.browser.reader.hostile import (
    CANARY,
    DOCUMENT,
    EVENT,
    PAYLOADS,
    REQUEST,
    SINCE,
    STATEMENT,
    plant,
)
from tests.browser.reader.reader import Reader, newly_come, reading
from tests.browser.reader.server import ROOT, Dashboard, serving
from tests.browser.reader.walking import open_filters
from tests.hostile.inputs import FRAMES

HOST = re.compile(r"https?://([A-Za-z0-9.-]+)")
HOVERED = """before => {
    const said = document.querySelector('.hoverlayer .hovertext')?.textContent;
    return said && said !== before ? said : false;
}"""
ALWAYS_LINKED = {"docs.un.org", "github.com"}


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory, known: Path) -> Iterator[Dashboard]:
    """A second server, over a record whose every written text is hostile."""
    scratch = tmp_path_factory.mktemp("hostile")
    with serving(plant(ROOT / "data", scratch / "data"), scratch, known) as running:
        yield running


@pytest.fixture(scope="module")
def known_hosts() -> set[str]:
    """Hosts that the record names in its sources: the only ones a page may link to."""
    found = set(ALWAYS_LINKED)
    for path in (ROOT / "data").rglob("*.yaml"):
        found |= set(HOST.findall(path.read_text(encoding="utf-8")))
    assert CANARY not in found
    return found


@pytest.fixture(scope="module")
def visitor(chromium: Browser, planted: Dashboard) -> Iterator[Reader]:
    """A reader of the hostile record, whose page keeps what it has compiled from test to test."""
    with reading(chromium, planted.url) as found:
        yield found


@pytest.fixture
def careful(visitor: Reader) -> Iterator[Reader]:
    """The reader as if newly come; at the end nothing was loaded, run or asked."""
    yield from newly_come(visitor)


@pytest.mark.parametrize(
    ("path", "payloads"),
    [
        (f"/?from={SINCE}&lang=en&item={EVENT}", PAYLOADS),
        (f"/documents?item={DOCUMENT}&lang=zh", PAYLOADS),
        (f"/paragraphs?view=reading&symbol={DOCUMENT}&lang=en", PAYLOADS),
        ("/about?lang=en", PAYLOADS),
        (f"/statements?item={STATEMENT}&lang=en", PAYLOADS),
        (f"/requests?item={REQUEST}&lang=zh", PAYLOADS),
        (f"/votes?item={DOCUMENT}%40committee&lang=en", ()),
        (f"/paragraphs?item={DOCUMENT}%23op1&lang=en", ()),
        (f"/?from={SINCE}&lang=zh&view=list", ()),  # a table on a canvas has no text to read
        ("/documents?lang=zh&q=P12", ()),
    ],
)
def test_hostile_text_reads_letter_by_letter_and_links_only_to_sources(
    careful: Reader, known_hosts: set[str], path: str, payloads: tuple[str, ...]
):
    careful.open(path)
    text = careful.text()
    assert [payload for payload in payloads if payload not in text] == []
    own = urlsplit(careful.url).netloc
    for address in careful.links():
        parts = urlsplit(address)
        assert parts.scheme in ("http", "https"), address
        assert parts.netloc == own or parts.hostname in known_hosts, address
    assert careful.page.locator("iframe, [data-testid=stMain] img").count() == 0


def test_hovering_a_mark_says_its_title_and_loads_nothing(careful: Reader):
    careful.page.set_viewport_size({"width": 1280, "height": 1600})  # every mark in the window
    careful.open(f"/?from={SINCE}&lang=en")
    seen: set[str] = set()
    said = ""
    for x, y in careful.drawn_marks():
        careful.page.mouse.move(x, y)
        said = careful.page.wait_for_function(HOVERED, arg=said).json_value()
        seen |= set(re.findall(r"P\d\d", said))
        assert careful.page.locator(".js-plotly-plot svg a").count() == 0
    assert seen >= {payload[:3] for payload in PAYLOADS}


def test_a_hostile_label_of_a_vocabulary_is_text_in_a_facet(careful: Reader):
    careful.open(f"/?from={SINCE}&lang=en&kind=statement&topic=ethics&track=cross_cutting")
    for number in (4, 7, 11):
        expect(
            careful.page.get_by_text(f"P{number:02}").locator("visible=true").first
        ).to_be_visible()
    open_filters(careful)
    careful.page.locator("details").get_by_test_id("stPopoverButton").first.click()
    body = careful.page.get_by_test_id("stPopoverBody")
    expect(body.get_by_text(PAYLOADS[6])).to_be_visible()
    assert body.locator("img, a").count() == 0


def test_messages_no_page_sends_leave_the_reader_alone(planted: Dashboard, careful: Reader):
    path = f"/statements?item={STATEMENT}&lang=en"
    before = careful.open(path).text()
    stream = planted.url.replace("http", "ws", 1) + "/_stcore/stream"
    protocols = [Subprotocol("streamlit"), Subprotocol("reader")]
    for frame in FRAMES:
        with (
            suppress(ConnectionClosed),
            connect(stream, subprotocols=protocols, origin=Origin(planted.url)) as socket,
        ):
            socket.send(frame)
    assert careful.open(path).text() == before
    with urlopen(f"{planted.url}/healthz") as answer:
        assert json.loads(answer.read())["stale"] is False
    assert planted.process.poll() is None
    log = planted.log.read_text(encoding="utf-8", errors="replace")
    assert "Exception in ASGI application" not in log
    assert "DecodeError" not in log
