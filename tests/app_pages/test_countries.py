"""The page of a State or group: every figure with what it is counted out of."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.corpus.store import Store
from tests.app_pages.visits.drawn import answered, linked
from tests.app_pages.visits.visiting import count_line, rows, tables, texts, visit
from tests.invented.builders import RESOLUTION, change

POSITIONS = ("yes", "no", "abstain", "not_voting")
COLUMNS = ("sponsored", *POSITIONS, "statements", "events")


def figures(at: AppTest) -> dict[str, tuple[int, int | None]]:
    """Of each figure the number and what it is out of: `13 of 46` by the name of its column."""
    found = {}
    for name, metric in zip(COLUMNS, at.metric, strict=True):
        n, _, of = metric.value.replace(",", "").partition(" of ")
        found[name] = (int(n), int(of) if of else None)
    return found


def test_a_state_that_did_nothing_has_a_page_that_says_so(editable: Path):
    change(editable / RESOLUTION, votes=[], outcome="adopted_without_vote")
    at = visit("countries", {"item": "XHH"})
    assert not at.exception
    assert at.title[0].value == "Hazel"
    assert "Nothing on record." in texts(at)
    assert not at.table


def test_an_unknown_state_is_told_and_the_list_shown(small: Store):
    at = visit("countries", {"item": "XZZ", "group": "evil"})
    assert not at.exception
    said = " ".join(note.value for note in at.info)
    assert "XZZ” is not on record" in said
    assert "group\\: “evil” could not be used" in said
    assert len(rows(at)) == 8


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("item", ["XAA", "XGG", "XHH", "grove", "western"])
def test_every_state_and_group_of_the_small_record_has_a_page(
    small: Store, language: str, item: str
):
    at = visit("countries", {"item": item, "lang": language})
    assert not at.exception
    assert at.title[0].value
    assert len(at.metric) == 7


def test_the_small_figures_by_hand(small: Store):
    values = [m.value for m in visit("countries", {"item": "XDD"}).metric]
    assert values[:5] == ["0 of 1", "0 of 1", "1 of 1", "0 of 1", "0 of 1"]
    assert values[5] == "1 of 2"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_list_of_states_is_the_table(real: Store, language: str):
    at = visit("countries", {"lang": language})
    assert not at.exception
    assert len(linked(at, "countries")) == len(real.current().states)
    if language == "en":
        assert count_line(at).startswith(f"{len(real.current().states)} of ")


@pytest.mark.parametrize("item", ["USA", "CHN", "SYR", "VAT"])
def test_the_figures_of_a_state_are_those_of_the_table(real: Store, item: str):
    at = visit("countries", {"item": item})
    assert not at.exception
    row = answered("/api/countries.csv").set_index("iso3").loc[item]
    shown = figures(at)
    assert {name: n for name, (n, _) in shown.items()} == {n: int(row[n]) for n in COLUMNS}
    if item != "VAT":  # an observer could not vote
        assert {shown[position][1] for position in POSITIONS} == {int(row["eligible"])}


def test_the_votes_of_a_state_are_its_rows(real: Store):
    at = visit("countries", {"item": "USA"})
    cast = linked(at, "votes")
    alike, unlike, votes, sponsored = tables(at)[:4]
    assert len(votes) == len(cast)
    assert (votes["Vote"] == "In favour").sum() == (cast["position"] == "yes").sum()
    assert len(sponsored) == len(linked(at, "sponsors"))
    for shown in (alike, unlike):
        shared, same = (shown[name].astype(int) for name in ("Votes with both", "Same position"))
        assert (shared >= 20).all()
        assert list(shown["Share"]) == [f"{n / of:.0%}" for n, of in zip(same, shared, strict=True)]
    assert alike["Most alike"][0] == "Argentina"
    assert f"{len(linked(at, 'statements'))} statements" in texts(at)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("item", ["eu", "brics", "g77", "african"])
def test_a_group_counts_its_states_together(real: Store, language: str, item: str):
    at = visit("countries", {"item": item, "lang": language})
    assert not at.exception
    assert len(at.metric) == 7
    if language == "zh":
        return
    shown = figures(at)
    assert sum(shown[position][0] for position in POSITIONS) == shown["yes"][1]
    rows_of_group = answered(f"/api/sponsors.csv?group={item}")
    for_another = (rows_of_group["role"] == "on_behalf_of_group") & (item != "g77")
    sponsored = rows_of_group[~for_another]["symbol"].nunique()
    if item == "brics":  # the route knows a group's States of today, the page those of the day
        assert shown["sponsored"][0] <= sponsored
    else:
        assert shown["sponsored"][0] == sponsored


@pytest.mark.parametrize("item", ["eu", "brics"])
def test_the_positions_of_a_group_are_its_rows_in_complete_plenary_votes(real: Store, item: str):
    """Both groups as of the day of each vote: BRICS grew between two of them."""
    cast = answered(f"/api/votes.csv?group={item}&stage=plenary")
    recorded = answered("/api/recorded_votes.csv")
    whole = set(recorded.loc[recorded["names"] == "complete", "id"])
    counted = cast.loc[cast["vote"].isin(whole), "position"].value_counts()
    shown = figures(visit("countries", {"item": item}))
    for position in POSITIONS:
        n, wanted = shown[position][0], int(counted.get(position, 0))
        assert n == wanted if item == "eu" else n <= wanted, position


@pytest.mark.parametrize(
    ("item", "lang", "said"),
    [
        ("waico", "en", "16 July 2026 · led · China"),
        ("waico", "zh", "2026年7月16日 · 主导 · 中国"),
        ("frontier_call", "en", "21 September 2026 · led · Finland and Norway"),
        (
            "g20",
            "en",
            "21 September 2026 · took part · Australia, Canada, France, Germany and 2 more",
        ),
        ("KAZ", "en", "16 July 2026 · took part"),
    ],
)
def test_events_of_a_group_name_who_led_or_else_took_part_and_how_many_more(
    real: Store, item: str, lang: str, said: str
):
    at = visit("countries", {"item": item, "lang": lang})
    assert said in [caption.value for caption in at.caption]


def test_statements_of_a_state_are_marked_as_our_reading(real: Store):
    at = visit("countries", {"item": "USA"})
    said = [caption.value for caption in at.caption]
    assert any("our reading of the words, never a vote" in text for text in said)
