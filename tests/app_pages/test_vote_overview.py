"""Many votes at once: all as bars, all States against all votes, who votes alike."""

from __future__ import annotations

import pytest

from dashboard.corpus.store import Store
from tests.app_pages.visits.drawn import answered, drawn, linked
from tests.app_pages.visits.visiting import follow, links, row_ids, rows, tables, visit

POSITIONS = ("yes", "no", "abstain", "not_voting")


def complete() -> list[str]:
    """The votes in which every State is named, by the route of recorded votes."""
    recorded = answered("/api/recorded_votes.csv")
    return list(recorded.loc[recorded["names"] == "complete", "id"])


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
    offered = [key for key in links(at) if key.startswith("votes.choose.")]
    assert {key.removeprefix("votes.choose.") for key in offered} == set(asked["id"])
    follow(at, offered[0])
    assert at.query_params["item"] in set(asked["id"])


@pytest.mark.parametrize("view", ["ballots", "list"])
def test_the_list_stays_one_link_away(real: Store, view: str):
    at = visit("votes", {"view": view})
    assert not at.exception
    assert "A/RES/80/58@plenary" in row_ids(at)


def test_the_cells_of_the_grid_are_the_rows(real: Store):
    at = visit("votes", {"view": "grid", "track": "military"})
    cast = linked(at, "votes")
    cast = cast[cast["vote"].isin(complete())]
    wanted = {(v, i): p for v, i, p in cast[["vote", "iso3", "position"]].itertuples(index=False)}
    (heat,) = [trace for trace in drawn(at) if trace["type"] == "heatmap"]
    signs: dict[str, set[str]] = {}
    cells = set()
    for places, letters in zip(heat["customdata"], heat["text"], strict=True):
        for (iso3, vote_id), letter in zip(places, letters, strict=True):
            cells.add((vote_id, iso3))
            signs.setdefault(wanted[vote_id, iso3], set()).add(letter)
    assert cells == wanted.keys()
    assert {position: len(found) for position, found in signs.items()} == dict.fromkeys(signs, 1)
    assert len({letter for found in signs.values() for letter in found}) == len(signs)
    table = tables(at)[-1].set_index("State")
    assert table.loc["United States of America", ["79/62", "80/57"]].tolist() == [
        "In favour", "Against",
    ]  # fmt: skip


def test_agreement_is_the_share_of_the_votes_both_could_cast(real: Store):
    at = visit("votes", {"view": "agreement", "country": ["CHN", "RUS", "USA"], "scope": "all"})
    cast = answered("/api/votes.csv?country=CHN&country=RUS&country=USA")
    cast = cast[cast["vote"].isin(complete())]
    wide = cast.pivot(index="vote", columns="iso3", values="position")
    (squares,) = [trace for trace in drawn(at) if trace["name"] == "agreement"]
    shown = dict(zip(map(tuple, squares["customdata"]), squares["text"], strict=True))
    assert len(shown) == 9
    for (left, right), text in shown.items():
        both = wide[wide[[left, right]].isin(POSITIONS).all(axis=1)]
        share = (both[left] == both[right]).mean()
        assert text.replace("\u2009", "").replace("\u202f", "").replace(" ", "") == f"{share:.0%}"
    table = tables(at)[0]
    pair = table[
        (table["State or group"] == "China") & (table["Compared with"] == "Russian Federation")
    ].iloc[0]
    same = int((wide["CHN"] == wide["RUS"]).sum())
    assert (pair["Same position"], pair["Votes with both"]) == (str(same), str(len(wide)))


def test_below_twenty_shared_votes_there_is_a_count_and_no_share(real: Store):
    at = visit("votes", {"view": "agreement", "country": ["CHN", "USA"], "track": "military"})
    cast = linked(at, "votes")
    shared = len(set(cast["vote"]) & set(complete()))
    assert 2 <= shared < 20
    (squares,) = [trace for trace in drawn(at) if trace["name"] == "agreement"]
    assert not any("%" in text for text in squares["text"])
    assert set(tables(at)[0]["Share"]) == {"–"}
