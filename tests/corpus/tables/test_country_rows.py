"""What each State did, counted over the other tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from dashboard.corpus.reading.loading import load
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.country_rows import country_rows
from dashboard.corpus.tables.frames import build_tables
from tests.invented.builders import OVERLAY, REPORT, change, vote

VOTED = ["yes", "no", "abstain", "not_voting", "eligible"]


def counted(data: Path, iso3: str) -> dict[str, Any]:
    table = build_tables(load(data))["countries"]
    (found,) = table[table["iso3"] == iso3].to_dict("records")
    return {str(name): value for name, value in found.items()}


def test_no_states_no_rows():
    assert list(country_rows({}, {}, [], [], [], [])) == []


def test_a_state_on_no_record_has_noughts(data_dir: Path):
    rows = country_rows(load(data_dir).states, {}, [], [], [], [])
    (ginkgo,) = [row for row in rows if row["iso3"] == "XGG"]
    assert [ginkgo[n] for n in (*VOTED, "sponsored", "statements", "events")] == [0] * 8


def test_every_state_once_in_the_order_of_its_file(snapshot: Snapshot):
    countries = snapshot.tables["countries"]
    assert list(countries["iso3"]) == list(snapshot.states)
    assert list(countries["status"]) == ["member"] * 7 + ["observer"]
    alder = countries.iloc[0]
    assert (alder["name_en"], alder["name_zh"], alder["m49"]) == ("Alder", "国", "901")
    assert (alder["regional_group"], alder["groups"]) == ("western", ("grove",))
    assert alder["url"] == "/countries?item=XAA"


def test_what_a_state_did(snapshot: Snapshot):
    shown = ["sponsored", *VOTED, "statements", "events"]
    countries = snapshot.tables["countries"].set_index("iso3")[shown]
    assert {iso3: list(row) for iso3, row in countries.iterrows()} == {
        "XAA": [1, 1, 0, 0, 0, 1, 1, 1],
        "XBB": [1, 1, 0, 0, 0, 1, 1, 0],
        "XCC": [1, 1, 0, 0, 0, 1, 0, 0],  # aligned with a statement, but made none
        "XDD": [0, 0, 1, 0, 0, 1, 1, 0],
        "XEE": [0, 0, 0, 1, 0, 1, 0, 1],
        "XFF": [0, 0, 0, 0, 1, 1, 0, 0],
        "XGG": [0, 0, 0, 0, 0, 0, 0, 0],  # joined after the vote
        "XHH": [0, 0, 0, 0, 0, 0, 0, 0],
    }


def test_positions_add_up_to_the_votes_a_state_could_cast(snapshot: Snapshot):
    countries = snapshot.tables["countries"]
    assert (countries[VOTED[:-1]].sum(axis=1) == countries["eligible"]).all()


def test_only_plenary_votes_on_whole_texts_with_every_name_count(data_dir: Path):
    partly = vote(roll_call={"yes": ["XAA"]}, names="partial")
    change(data_dir / OVERLAY, votes=[
        vote(stage="committee", date="2035-11-02"),
        vote(stage="paragraph", level="plenary", paragraphs=["op2"]),
    ])  # fmt: skip
    change(data_dir / REPORT, votes=[partly])
    found = counted(data_dir, "XAA")
    assert [found[n] for n in VOTED] == [1, 0, 0, 0, 1]
    change(data_dir / REPORT, votes=[vote()])
    found = counted(data_dir, "XAA")
    assert [found[n] for n in VOTED] == [2, 0, 0, 0, 2]


def test_a_text_sponsored_twice_is_one_text(data_dir: Path):
    roles = ("original_sponsor", "additional_sponsor")
    twice = [{"iso3": "XAA", "symbol": "A/RES/90/1", "role": role} for role in roles]
    rows = country_rows(load(data_dir).states, {}, [], [], twice, [])
    assert [row["sponsored"] for row in rows if row["iso3"] == "XAA"] == [1]


def test_a_group_a_state_left_is_none_of_its_groups(data_dir: Path):
    path = data_dir / "states.yaml"
    states = yaml.safe_load(path.read_text(encoding="utf-8"))["states"]
    states[0]["groups"] = [{"group": "grove", "until": "2030"}]
    change(path, states=states)
    assert counted(data_dir, "XAA")["groups"] == ()
