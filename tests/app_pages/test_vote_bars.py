"""What the page of votes opens on: every vote as a bar, and the votes of a text that is named."""

from __future__ import annotations

import pytest

from dashboard.corpus.store import Store
from tests.app_pages.visits.drawn import drawn, linked
from tests.app_pages.visits.visiting import row_ids, rows, visit


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_first_view_has_a_bar_of_every_vote_and_its_numbers_as_a_table(
    real: Store, language: str
):
    at = visit("votes", {"lang": language})
    asked = linked(at, "recorded_votes").set_index("id")
    pieces = [
        (vote_id, trace["name"][0], code)
        for trace in drawn(at)
        if trace["type"] == "bar"
        for vote_id, code in zip(trace["customdata"], trace["hovertext"], strict=True)
    ]
    assert {vote_id for vote_id, _, _ in pieces} == set(asked.index) == set(row_ids(at))
    assert all(
        str(asked.loc[vote_id, "yes"]) in said for vote_id, sign, said in pieces if sign == "●"
    )
    assert not any("PP" in text or "OP" in text or "#op" in text for text in rows(at).iloc[:, 1])


@pytest.mark.parametrize("asked", ["A/RES/79/267", "79/316", "General Assembly resolution 78/144"])
@pytest.mark.parametrize("parameter", ["symbol", "item"])
def test_a_text_with_one_vote_opens_it(real: Store, asked: str, parameter: str):
    at = visit("votes", {parameter: asked})
    assert not at.exception
    assert at.query_params["item"].endswith("@plenary")
    assert "symbol" not in at.query_params
    assert len(at.metric) == 4


@pytest.mark.parametrize(
    "address", [{"symbol": "79/239"}, {"item": "A/RES/79/239"}, {"symbol": "79/62"}]
)
def test_a_text_with_several_votes_offers_them_on_top(real: Store, address: dict[str, str]):
    at = visit("votes", address)
    asked = linked(at, "recorded_votes")
    offered = [b for b in at.button if b.key and b.key.startswith("votes.choose.")]
    assert {b.key.removeprefix("votes.choose.") for b in offered} == set(asked["id"])
    offered[0].click().run()
    assert at.query_params["item"] in set(asked["id"])


@pytest.mark.parametrize("view", ["ballots", "list"])
def test_the_list_stays_one_link_away(real: Store, view: str):
    at = visit("votes", {"view": view})
    assert not at.exception
    assert "A/RES/80/58@plenary" in row_ids(at)
