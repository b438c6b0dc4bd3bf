"""More values than a view draws, the same twice, observers among States: told, never an error."""

from __future__ import annotations

from itertools import permutations

import pytest

from dashboard.analysis.sponsors.sponsor_lists import sponsor_lists
from dashboard.corpus.store import Store
from dashboard.ui.sponsors.sponsor_overlap import BOUNDS as OF_SPONSORS
from dashboard.ui.votes.vote_overview import BOUNDS as OF_VOTES
from tests.app_pages.visits.visiting import go, tables, texts, visit

BOUNDS = [
    (page, view, parameter, most)
    for page, views in (("sponsors", OF_SPONSORS), ("votes", OF_VOTES))
    for view, parameters in views.items()
    for parameter, most in parameters.items()
]

TEXTS = ("A/RES/78/265", "A/RES/79/239", "A/RES/80/58")
"""Texts on AI in the order of their days."""


def codes(real: Store, parameter: str) -> list[str]:
    """Enough codes of a parameter for every box."""
    snapshot = real.current()
    if parameter == "symbol":
        return sorted(sponsor_lists(snapshot))
    return sorted(snapshot.states if parameter == "country" else snapshot.terms("groups"))


@pytest.mark.parametrize(("page", "view", "parameter", "most"), BOUNDS)
@pytest.mark.parametrize("beyond", [1, 7])
def test_one_value_too_many_is_cut_and_told_and_leaves_the_link(
    real: Store, page: str, view: str, parameter: str, most: int, beyond: int
):
    asked = codes(real, parameter)[: most + beyond]
    at = visit(page, {"view": view, parameter: asked})
    assert not at.exception
    assert at.query_params[parameter] == asked[:most]
    told = [note.value for note in at.info if f"takes {most} at most" in note.value]
    assert len(told) == (1 if len(asked) > most else 0)
    assert not at.run().exception
    within = go(at, page, {"view": view, parameter: asked[:most]})
    assert not within.exception
    assert not [note for note in within.info if "at most" in note.value]


@pytest.mark.parametrize("pair", [["USA", "VAT"], ["PSE", "VAT"], ["VAT"]])
@pytest.mark.parametrize(
    ("page", "view"),
    [*(("votes", view) for view in ("grid", "moved", "agreement")), ("sponsors", "pairs")],
)
def test_an_observer_stands_among_states(real: Store, page: str, view: str, pair: list[str]):
    at = visit(page, {"view": view, "country": pair})
    assert not at.exception
    assert at.query_params["country"] == (sorted(pair) if pair[1:] else pair[0])


@pytest.mark.parametrize("narrowed", [{"stage": "committee"}, {"against": "0"}, {"topic": "water"}])
@pytest.mark.parametrize("view", ["grid", "moved", "agreement"])
def test_views_of_names_do_without_a_vote_that_names_every_state(
    real: Store, view: str, narrowed: dict[str, str]
):
    at = visit("votes", {"view": view, "country": ["CHN", "USA"], **narrowed})
    assert not at.exception
    assert texts(at)


def test_two_states_apart_are_told_by_vote_and_an_observer_by_a_sentence(real: Store):
    at = visit("votes", {"view": "agreement", "country": ["CHN", "VAT"]})
    assert any("an observer has none" in text for text in texts(at))
    differing = visit("votes", {"view": "agreement", "country": ["CHN", "USA"]})
    assert any(h.value.startswith("Different positions in") for h in differing.header)
    table = tables(differing)[-1]
    assert len(table) > 5
    assert [pair for pair in table.iloc[:, 2:4].itertuples(index=False) if pair[0] == pair[1]] == []


@pytest.mark.parametrize("pair", [*permutations(TEXTS, 2)])
def test_each_box_offers_every_text_but_the_other_s(real: Store, pair: tuple[str, str]):
    at = visit("compare", {"symbol": list(pair)})
    assert not at.exception
    boxes = at.selectbox
    assert {box.value for box in boxes} == set(pair)
    assert [box.value for box in boxes] == sorted(pair)  # by day, as these are
    for box, other in zip(boxes, reversed(boxes), strict=True):
        offered = [option.partition(" · ")[0] for option in box.options]
        assert str(box.value) in offered
        assert str(other.value) not in offered
        assert len(offered) > 10


@pytest.mark.parametrize("symbol", TEXTS)
def test_the_same_text_twice_stands_against_its_predecessor_as_alone(real: Store, symbol: str):
    twice, once = (visit("compare", {"symbol": [symbol] * n}) for n in (2, 1))
    assert not twice.exception
    assert [box.value for box in twice.selectbox] == [box.value for box in once.selectbox]
    assert twice.selectbox[1].value == symbol
    assert twice.query_params["symbol"] in (symbol, [symbol])


@pytest.mark.parametrize("place", [0, 1])
def test_what_is_chosen_in_a_box_stays_chosen(real: Store, place: int):
    at = visit("compare", {"symbol": list(TEXTS[:2])})
    at.selectbox[place].set_value(TEXTS[2]).run()
    assert not at.exception
    assert {box.value for box in at.selectbox} == {TEXTS[2], TEXTS[1 - place]}
    assert set(at.query_params["symbol"]) == {TEXTS[2], TEXTS[1 - place]}
