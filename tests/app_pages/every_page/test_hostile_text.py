"""Payloads in every text of the record are shown letter by letter on every page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.corpus.reading.yaml_reader import read_yaml
from dashboard.corpus.store import Store
from tests.app_pages.visits.visiting import serve, texts, visit
from tests.invented.builders import (
    EVENTS,
    JOINT,
    OVERLAY,
    REQUESTS,
    RESOLUTION,
    STATEMENT,
    change,
    event,
    vote,
    write,
    write_data,
)
from tests.invented.builders_codes import vocabulary
from tests.invented.builders_curated import request
from tests.ui.frame.test_markdown import LETTERS, PAYLOADS, read, tokens

OURS = {
    *LETTERS,
    *("strong_open", "strong_close", "em_open", "em_close", "link_open", "link_close"),
    *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "hr"),
    *("ordered_list_open", "ordered_list_close"),  # the acts of a paragraph, in their order
}
"""What our own Markdown uses, a rule over the footer too; no image, HTML, heading or code."""
ALL = " ".join(PAYLOADS)
TITLED = [f"payload-{number}" for number in range(len(PAYLOADS))]
BOTH = {"en": ALL, "zh": ALL + "文"}
UNESCAPED = re.compile(
    r"(?<!\\)(?:\\\\)*(\$|:(?!small\[|(?:green|orange|red|blue|gray)-badge\[not\\_yet)[a-z-]+\[(?!AI|人工智能))"
)
"""A formula or a colour of ours would be: badges say that a paragraph mentions AI, and how a
request stands."""


def both() -> dict[str, str]:
    return dict(BOTH)


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Every text a person writes is a payload, and so are the names of codes and States."""
    data = write_data(tmp_path_factory.mktemp("hostile") / "data")
    for name, payload in zip(TITLED, PAYLOADS, strict=True):
        titles = {"en": payload, "zh": payload}
        write(
            data / EVENTS.format(name),
            event(name, "2035", titles=titles),
        )
    conflict = {"field": ALL, "note": both(), "chosen": ALL, "others": [ALL]}
    change(
        data / EVENTS.format("grove-summit"),
        titles=both(), summary=both(), forum=ALL, note=both(), lead_organisations=[ALL],
        conflicts=[conflict], sources=[{"url": "https://example.org/a", "publisher": ALL}],
        participants={"states": ["XAA"], "organisations": [ALL], "count_note": both()},
    )  # fmt: skip
    change(
        data / OVERLAY,
        short_title=both(), summary=both(), notes=[both()], people=[both()],
        conflicts=[{"field": ALL, "note": both(), "others": [ALL]}],
        sources=[{"url": "https://example.org/b", "publisher": ALL}],
    )  # fmt: skip
    change(data / RESOLUTION, titles=both(), subjects=[{"id": "100200", "label": ALL}])
    change(data / STATEMENT, point=both(), person=ALL, forum=both(), note=both())
    change(data / JOINT, point=both(), on_behalf_of=both())
    asked = request(subject=both(), note=both())
    asked["addressee"]["name"] = both()
    change(data / REQUESTS, requests=[asked])
    positions = {
        code: {}
        for code in ("yes", "no", "abstain", "not_voting", "unnamed", "not_member", "unknown")
    }
    write(data / "vocabulary" / "positions.yaml", vocabulary("positions", positions))
    committee = vote(stage="committee")
    change(data / RESOLUTION, votes=[committee, vote()])
    for path in (data / "vocabulary").glob("*.yaml"):
        _relabel(path, "terms", "labels")
    _relabel(data / "states.yaml", "states", "names")
    change(data / EVENTS.format("second-summit"), answers=TITLED)
    return Store(data)


@pytest.fixture
def hostile(planted: Store, later: None, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The record full of payloads is served."""
    return serve(planted, monkeypatch)


def _relabel(path: Path, held: str, name: str) -> None:
    values: dict[str, Any] = read_yaml(path)
    terms = values[held]
    for term in terms.values() if isinstance(terms, dict) else terms:
        term[name] = both()
    write(path, values)


def assert_harmless(at: AppTest) -> None:
    assert not at.exception
    assert not at.warning  # no record was left out
    for text in texts(at):
        found = list(tokens(text))
        assert {token.type for token in found} <= OURS, text
        assert not UNESCAPED.search(text), text
        targets = [str(t.attrs["href"]) for t in found if t.type == "link_open"]
        assert not [t for t in targets if "127.0.0.1" in t]
        assert not [t for t in targets if not t.startswith(("https:", "/", "#"))]


@pytest.mark.parametrize("locale", ["en-GB", "zh-CN"])
@pytest.mark.parametrize(
    ("page", "address", "shown"),
    [
        ("timeline", {"item": "grove-summit"}, 10),
        ("timeline", {"item": "A/RES/90/1", "kind": ["summit", "!law"]}, 4),
        ("documents", {"item": "A/RES/90/1"}, 25),
        ("documents", {"q": "zzz", "kind": "law"}, 1),
        ("paragraphs", {"view": "reading", "verb": "!note"}, 2),
        ("paragraphs", {"item": "A/RES/90/1#op2"}, 2),
        ("about", {}, 1),
        ("votes", {}, 0),
        ("votes", {"item": "A/RES/90/1@plenary"}, 8),
        ("votes", {"item": "A/RES/90/1@plenary", "view": "map"}, 8),
        ("votes", {"view": "moved"}, 1),
        ("votes", {"view": "grid"}, 0),
        ("votes", {"view": "agreement", "country": ["XAA", "XBB"]}, 1),
        ("sponsors", {"symbol": "A/RES/90/1"}, 3),
        ("sponsors", {"view": "ranking"}, 0),
        ("sponsors", {"view": "pairs", "country": ["XAA", "XBB"]}, 1),
        ("statements", {}, 2),
        ("statements", {"item": "alder-explains"}, 4),
        ("countries", {"item": "XAA"}, 4),
        ("countries", {"item": "grove"}, 4),
        ("requests", {}, 1),
        ("requests", {"item": "90-1-3"}, 3),
    ],
)
def test_a_page_full_of_payloads(
    hostile: Store, locale: str, page: str, address: dict[str, str], shown: int
):
    at = visit(page, address, locale)
    assert_harmless(at)
    letters = " ".join(ALL.split())
    assert sum(letters in read(text) for text in texts(at)) >= shown


def test_each_payload_as_a_title_is_shown_and_does_nothing(hostile: Store):
    at = visit("timeline", {"item": "second-summit", "view": "list"})
    assert_harmless(at)
    shown = {
        b.key.rpartition(".")[2]: read(b.value) for b in at.link_button if ".answers." in str(b.key)
    }
    assert shown == {
        record_id: " ".join(payload.split())
        for record_id, payload in zip(TITLED, PAYLOADS, strict=True)
    }


def test_a_payload_in_the_address_is_shown_and_does_nothing(small: Store):
    at = visit("documents", {"q": ALL[:190], "item": ALL[:190], "kind": ALL[:190], ALL[:50]: "x"})
    assert_harmless(at)
    assert " ".join(ALL[:190].split()) in read(at.info[-1].value)
