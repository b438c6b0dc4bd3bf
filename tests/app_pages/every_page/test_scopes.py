"""AI first on every page: what the heading counts is what the links give, and the rest is told."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.corpus.store import Store
from dashboard.ui.frame.links import SCOPED
from tests.app_pages.visits.drawn import linked
from tests.app_pages.visits.visiting import Address, rows, texts, visit

ASKED: dict[str, tuple[str, dict[str, str]]] = {
    "timeline": ("timeline", {"kind": "resolution"}),
    "documents": ("documents", {"topic": "capacity_building"}),
    "paragraphs": ("paragraphs", {"verb": "request"}),
    "votes": ("recorded_votes", {"track": "military"}),
    "sponsors": ("sponsors", {"track": "civilian"}),
    "statements": ("statements", {"stance": "support"}),
    "countries": ("countries", {"group": "african"}),
    "requests": ("requests", {"deliverable": "report"}),
}
"""For each page its table and a filter of its own."""
DATED = {"from": "2023"}
VIEWS = {"timeline": "list", "statements": "table"}


SEARCHED = {
    "timeline": "capacity building",
    "documents": "79/239",
    "paragraphs": '"capacity building"',
    "votes": "autonomous",
    "sponsors": "development",
    "statements": "Brazil",
    "countries": "united",
    "requests": "report",
}
SORTED = {"votes": "-yes", "countries": "name_zh", "requests": "due_to", "sponsors": "-date"}


def filters(page: str) -> list[dict[str, str]]:
    """Nothing asked; then a filter and a search, each with a period and an order as well."""
    table, own = ASKED[page]
    dated = {} if table == "countries" else DATED
    words, order = {"q": SEARCHED[page]}, {"sort": SORTED.get(page, "date")}
    return [{}, {**own, **dated, **order}, {**words, **dated, **order}]


def stated(at: AppTest) -> int:
    """How many rows the page says its links give: over the links, or in its heading.

    Records that are known and not read are said after those that count.
    """
    (links,) = [text for text in texts(at) if "/api/" in text and ".csv" in text]
    over = re.search(r"Download ([\d,]+|one) rows?", links)
    if over is not None:
        return number(over[1])
    heading = next(text for text in texts(at) if re.match(r"\*\*(?:[\d,]+|One) of ", text))
    unread = re.search(r"and ([\d,]+|one) known, not read", heading)
    return number(heading[2:].split()[0]) + (number(unread[1]) if unread else 0)


def number(said: str) -> int:
    return 1 if said.casefold() == "one" else int(said.replace(",", ""))


@pytest.mark.parametrize("page", ASKED)
def test_the_links_give_as_many_rows_as_the_page_says(real: Store, page: str):
    table, counts = ASKED[page][0], []
    for asked in filters(page):
        for scope in ("ai", "all"):
            address: Address = {**asked, "scope": scope, "view": VIEWS.get(page, "")}
            at = visit(page, address)
            assert not at.exception
            counts.append(stated(at))
            assert len(linked(at, table)) == counts[-1], address
    assert all(counts)
    narrower = [few < many for few, many in zip(counts[::2], counts[1::2], strict=True)]
    assert any(narrower) == (page not in ("countries", "statements"))


@pytest.mark.parametrize("page", SCOPED)
def test_every_page_opens_on_ai_and_everything_is_one_press_away(real: Store, page: str):
    at = visit(page)
    (switch,) = [s for s in at.get("button_group") if s.key == f"{page}.scope"]
    assert switch.value == "ai"
    assert "scope" not in at.query_params
    more = [b for b in at.button if b.key == f"{page}.everything"]
    if page in ("countries", "statements", "asks"):  # there is no more of these
        assert not more
        return
    assert re.fullmatch(r"[\d,]+ more in everything", more[0].label)
    more[0].click().run()
    assert at.query_params["scope"] == ["all"] or at.query_params["scope"] == "all"
    assert not [b for b in at.button if b.key == f"{page}.everything"]


@pytest.mark.parametrize("page", ["about", "compare", "agreed_language"])
def test_a_page_that_is_of_neither_says_that_it_does_not_read_a_scope(real: Store, page: str):
    at = visit(page, {"scope": "all"})
    assert not [s for s in at.get("button_group") if s.key == f"{page}.scope"]
    if page != "about":
        assert any("scope" in note.value for note in at.info)


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("documents", {"item": "A/RES/79/1"}),
        ("paragraphs", {"item": "A/RES/79/1#op3"}),
        ("requests", {"item": "78-241-2"}),
    ],
)
def test_a_record_is_shown_whatever_the_scope(real: Store, page: str, address: Address):
    for scope in ("ai", "all"):
        at = visit(page, {**address, "scope": scope})
        assert not at.exception
        assert at.query_params["item"] in (address["item"], [address["item"]])
        assert not any("is not on record" in text for text in texts(at))


def test_what_only_everything_holds_is_one_press_away(real: Store):
    for page, asked in (
        ("documents", {"weight": "mention"}),
        ("requests", {"mentions": "false"}),
        ("paragraphs", {"weight": "mention", "mentions": "false", "near_ai": "false"}),
    ):
        at = visit(page, asked)
        assert "**Nothing fits these filters**" in texts(at)
        assert at.button(key=f"{page}.empty.scope").label.endswith("in everything")
        at.button(key=f"{page}.empty.scope").click().run()
        assert len(rows(at)) > 0


def test_the_newest_core_text_comes_first(real: Store):
    documents = real.current().tables["documents"]
    core = documents[documents["weight"] == "core"]
    newest = set(core.loc[core["date"] == core["date"].max(), "symbol"])
    at = visit("documents")
    assert any(str(symbol) in str(rows(at).iloc[0].tolist()) for symbol in newest)


def test_states_stand_by_name_in_the_readers_language(real: Store):
    states = real.current().states
    for language in ("en", "zh"):
        at = visit("countries", {"lang": language})
        known = sorted(states.values(), key=lambda state: state.sort_key(language))
        shown = [str(name) for name in rows(at).iloc[:3, 0]]
        first = known[: len(shown)]
        assert len(shown) == 3
        assert [
            s for s, name in zip(first, shown, strict=True) if s.names[language] not in name
        ] == []
