"""What a page does not use of an address is named, on lists and on records; dates are read."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.corpus.store import Store
from dashboard.ui.frame.url_state import Reads
from tests.app_pages.visits.visiting import follow, open_box, visit

UNREAD = [
    *(("asks", name) for name in ("item", "sort", "columns", "paper", "limit", "position")),
    *(("sponsors", name) for name in ("item", "offset", "columns", "paper", "position")),
    *(("compare", name) for name in ("item", "q", "topic", "scope", "from", "since", "v", "verb")),
    *(("agreed_language", name) for name in ("item", "symbol", "topic", "scope", "from", "since")),
    *(("about", name) for name in ("item", "q", "topic", "scope", "sort", "symbol", "tier")),
    *(("documents", name) for name in ("limit", "view", "position", "as_of", "show")),
    *(("countries", name) for name in ("view", "from", "symbol", "verb")),
    *(("votes", name) for name in ("show", "verb", "min_sponsors")),
    *(("requests", name) for name in ("show", "stance", "verb")),
    *(("timeline", name) for name in ("limit", "verb", "stage")),
]
VALUES = {
    "item": "A/RES/90/1", "sort": "-date", "offset": "50", "limit": "5", "columns": "symbol",
    "paper": "all", "show": "statements", "q": "invented", "topic": "safety", "scope": "all",
    "from": "2035", "since": "2035", "v": "0123456789", "verb": "request", "symbol": "90/1",
    "tier": "4", "view": "table", "position": "yes", "as_of": "2036", "min_sponsors": "1",
    "stance": "support", "stage": "plenary",
}  # fmt: skip


def notes(at: AppTest) -> list[str]:
    assert not at.exception
    return [note.value for note in at.info]


@pytest.mark.parametrize(("page", "name"), UNREAD)
def test_what_a_page_does_not_read_is_named_and_leaves_the_address(
    small: Store, page: str, name: str
):
    at = visit(page, {name: VALUES[name]})
    assert [note for note in notes(at) if f"also asks for {name}," in note.replace("\\", "")]
    assert name not in at.query_params


@pytest.mark.parametrize("page", ["documents", "asks", "compare", "about", "votes", "countries"])
def test_an_address_without_anything_strange_has_no_note(small: Store, page: str):
    assert not [note for note in notes(visit(page, {"lang": "en"})) if "could not be used" in note]
    assert not [note for note in notes(visit(page)) if "does not use" in note]


@pytest.mark.parametrize(
    ("page", "view", "near"),
    [
        ("asks", "matrx", "matrix"),
        ("compare", "soften", None),
        ("votes", "ballot", "ballots"),
        ("votes", "marks", "bars"),
        ("sponsors", "text", "texts"),
        ("statements", "list", None),
        ("timeline", "table", None),
        ("paragraphs", "grid", None),
        ("requests", "<b>x</b>", None),
        ("about", "column", "columns"),
    ],
)
def test_a_view_that_a_page_lacks_is_named_with_the_nearest(
    small: Store, page: str, view: str, near: str | None
):
    at = visit(page, {"view": view})
    told = [note.replace("\\", "") for note in notes(at) if "view" in note]
    assert len(told) == 1
    assert f"view: “{view}” could not be used" in told[0]
    if near is not None:
        assert f"Did you mean “{near}”?" in told[0]
    assert "view" not in at.query_params


@pytest.mark.parametrize(
    ("page", "view"), [("timeline", "LIST"), ("paragraphs", "Reading"), ("about", "CODES")]
)
def test_a_view_in_capitals_is_that_view(small: Store, page: str, view: str):
    at = visit(page, {"view": view})
    assert not notes(at)
    assert at.query_params["view"] in (view.lower(), [view.lower()])


@pytest.mark.parametrize(
    ("page", "name", "value"),
    [
        ("timeline", "show", "votes"),
        ("asks", "show", "acts"),
        ("documents", "paper", "none"),
        ("votes", "paper", "<i>"),
    ],
)
def test_what_a_page_cannot_show_is_named(small: Store, page: str, name: str, value: str):
    at = visit(page, {name: value})
    assert [note for note in notes(at) if note.replace("\\", "").startswith(f"{name}: “{value}”")]
    assert name not in at.query_params


@pytest.mark.parametrize(
    ("page", "item"),
    [
        ("documents", "A/RES/90/1"),
        ("votes", "A/RES/90/1@plenary"),
        ("countries", "XAA"),
        ("requests", "90-1-3"),
        ("statements", "alder-explains"),
    ],
)
@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"colour": "red"}, "also asks for colour"),
        ({"from": "soon", "lang": "en"}, "from: “soon” could not be used"),
        ({"view": "moon"}, "view"),
        ({"q": "?!"}, "q: “?!” could not be used"),
    ],
)
def test_over_a_record_too_it_is_said_what_of_the_link_was_not_used(
    small: Store, page: str, item: str, more: dict[str, str], said: str
):
    if page == "countries" and "from" in more:
        said = "also asks for from"
    told = notes(visit(page, {"item": item, **more}))
    assert any(said in note.replace("\\", "") for note in told)
    assert not any("could not be used" in note for note in notes(visit(page, {"item": item})))


@pytest.mark.parametrize("view", ["marks", "map", "grid"])
def test_the_view_of_a_record_does_not_follow_to_the_list(small: Store, view: str):
    at = visit("votes", {"item": "A/RES/90/1@plenary", "view": view})
    assert not [note for note in notes(at) if "view" in note]
    follow(at, "votes.close")
    assert not [note for note in notes(at) if "view" in note]
    assert at.query_params.get("view") == ("grid" if view == "grid" else None)


def test_what_a_page_passes_over_follows_from_what_it_reads():
    one = Reads(only=("symbol",), views=("all",)).passed_over("paragraphs")
    assert {"q", "topic", "item", "limit", "show", "view"} <= {*one}
    assert not {"symbol", "lang"} & {*one}
    assert {*Reads(also=("show",)).passed_over("documents")} == {"limit", "view"}
    opened = SimpleNamespace(item="a")
    assert Reads(views=("a",), of_record=("b",)).views_of(opened) == ("a", "b")


@pytest.mark.parametrize(
    ("page", "start", "end"),
    [
        ("documents", "2036", "2035"),
        ("paragraphs", "2036-02", "2036-01"),
        ("timeline", "2036-01-02", "2035"),
    ],
)
def test_a_period_turned_round_is_told(small: Store, page: str, start: str, end: str):
    at = visit(page, {"from": start, "to": end})
    assert any("ends" in note.value and "before it begins" in note.value for note in at.info)
    at = visit(page, {"from": end, "to": start})
    assert not any("before it begins" in note.value for note in at.info)


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("1 November 2035", "2035-11-01"),
        ("2035/11/1", "2035-11-01"),
        ("2035年11月1日", "2035-11-01"),
        ("Nov 2035", "2035-11"),
        ("2035年", "2035"),
    ],
)
@pytest.mark.parametrize("parameter", ["from", "to"])
def test_a_date_as_people_write_it_is_understood(
    small: Store, typed: str, date: str, parameter: str
):
    at = open_box(visit("documents", {}), "documents.period")
    box = next(box for box in at.text_input if str(box.key).startswith(f"documents.{parameter}."))
    box.set_value(typed).run()
    assert not at.exception
    assert at.query_params[parameter] in (date, [date])
    linked = visit("documents", {parameter: typed})
    assert not notes(linked)
    assert linked.query_params[parameter] in (date, [date])


@pytest.mark.parametrize("typed", ["11/1/2035", "November", "2035年13月", "<b>2035</b>"])
def test_a_date_that_could_mean_two_is_asked_for_again(small: Store, typed: str):
    at = open_box(visit("documents", {}), "documents.period")
    box = next(box for box in at.text_input if str(box.key).startswith("documents.from."))
    box.set_value(typed)
    open_box(at, "documents.period")
    assert "from" not in at.query_params
    assert [c.value for c in at.caption if c.value.startswith("A date is written")]
