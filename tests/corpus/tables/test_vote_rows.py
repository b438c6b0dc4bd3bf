"""Recorded votes, the States they name, and sponsors, as rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.corpus.reading.loading import Corpus, load
from dashboard.corpus.records.votes import Vote, vote_id, vote_ids
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.frames import build_tables
from dashboard.corpus.tables.vote_rows import all_votes, recorded_vote_rows, sponsor_rows, vote_rows
from tests.invented.builders import OVERLAY, REPORT, RESOLUTION, change, vote


def named(votes: pd.DataFrame, key: str) -> dict[str, str]:
    chosen = votes[votes["vote"] == key]
    return dict(zip(chosen["iso3"], chosen["position"], strict=True))


def one(table: pd.DataFrame, key: str) -> dict[str, Any]:
    (found,) = table[table["id"] == key].astype(object).to_dict("records")
    return {str(k): None if v is pd.NA or v != v else v for k, v in found.items()}


def test_no_record_no_vote():
    empty = Corpus()
    assert all_votes(empty) == []
    assert [*recorded_vote_rows(empty, {}), *vote_rows(empty), *sponsor_rows(empty)] == []


def test_a_vote_is_named_after_its_document_its_stage_and_its_paragraphs():
    assert vote_id("A/RES/90/1", "plenary") == "A/RES/90/1@plenary"
    assert vote_id("A/RES/90/1", "paragraph", ["op2", "op3.a"]) == "A/RES/90/1@paragraph.op2.op3.a"


def voted(stage: str, level: str | None, *paragraphs: str) -> Vote:
    said = {"stage": stage, "level": level, "paragraphs": list(paragraphs), "counts": {}}
    return Vote.model_validate(said)


def test_votes_on_the_same_part_are_told_apart_by_level_and_number():
    votes = [
        voted("committee", None),
        voted("plenary", None),
        voted("paragraph", "committee", "op2"),
        voted("paragraph", "committee", "op3"),
        voted("paragraph", "plenary", "op2"),
        *(voted("amendment", level) for level in ("plenary", "plenary", "committee", "committee")),
        voted("motion", "plenary"),
    ]
    assert [name.removeprefix("A/RES/90/1@") for name in vote_ids("A/RES/90/1", votes)] == [
        *("committee", "plenary"),
        *("paragraph.op2", "paragraph.op3", "paragraph.op2.plenary"),
        *("amendment", "amendment.2", "amendment.committee", "amendment.committee.2"),
        "motion",
    ]
    assert vote_ids("A/RES/90/1", []) == []


def test_a_paragraph_voted_on_at_both_levels_is_two_rows_with_their_own_names(data_dir: Path):
    both = {"committee": ("2035-11-02", "XDD"), "plenary": ("2035-12-01", "XEE")}
    change(
        data_dir / OVERLAY,
        votes=[
            {
                "stage": "paragraph",
                "level": level,
                "paragraphs": ["op2"],
                "date": day,
                "counts": {},
                "names": "partial",
                "roll_call": {"no": [against]},
            }
            for level, (day, against) in both.items()
        ],
    )
    tables = build_tables(load(data_dir))
    for key, level in (("paragraph.op2", "committee"), ("paragraph.op2.plenary", "plenary")):
        row = one(tables["recorded_votes"], f"A/RES/90/1@{key}")
        assert (row["level"], row["date"]) == (level, both[level][0])
        assert named(tables["votes"], row["id"]) == {both[level][1]: "no"}


def test_a_plenary_vote_is_the_document_s_whoever_wrote_it_down(data_dir: Path):
    change(data_dir / RESOLUTION, votes=[], outcome="unknown")
    change(data_dir / OVERLAY, votes=[vote()])
    tables = build_tables(load(data_dir))
    recorded = one(tables["recorded_votes"], "A/RES/90/1@plenary")
    document = one(tables["documents"], "A/RES/90/1")
    totals = ("yes", "no", "abstain", "not_voting")
    assert [document[n] for n in totals] == [recorded[n] for n in totals] == [3, 1, 1, 1]
    change(data_dir / OVERLAY, votes=[{**vote(), "stage": "committee"}])
    only_committee = one(build_tables(load(data_dir))["documents"], "A/RES/90/1")
    assert [only_committee[n] for n in totals] == [None] * 4
    change(data_dir / RESOLUTION, votes=[vote(counts={"yes": 9})])
    official = one(build_tables(load(data_dir))["documents"], "A/RES/90/1")
    assert [official[n] for n in totals[:3]] == [9, None, None]


def test_a_vote_whose_document_is_left_out_is_left_out(data_dir: Path):
    assert list(recorded_vote_rows(load(data_dir), {})) == []


def test_a_vote_of_the_official_file(snapshot: Snapshot):
    recorded = one(snapshot.tables["recorded_votes"], "A/RES/90/1@plenary")
    assert [recorded[n] for n in ("yes", "no", "abstain", "not_voting", "eligible")] == [
        3, 1, 1, 1, 6,
    ]  # fmt: skip
    assert recorded["date"] == "2035-12-01"  # XGG joined in 2036, XHH observes
    assert recorded["meeting"] == "A/90/PV.50"
    assert (recorded["names"], recorded["complete"]) == (
        "complete", ("yes", "no", "abstain", "not_voting"),
    )  # fmt: skip
    assert (recorded["level"], recorded["paragraphs"], recorded["result"]) == (None, (), None)
    assert (recorded["title_en"], recorded["track"]) == (
        "Invented question of machines", "civilian",
    )  # fmt: skip
    assert recorded["verification"] == "verified_primary"
    assert recorded["source"] == "https://docs.un.org/en/A/RES/90/1"


def test_votes_name_members_of_the_day_and_those_that_were_none(snapshot: Snapshot):
    votes = snapshot.tables["votes"]
    assert named(votes, "A/RES/90/1@plenary") == {
        "XAA": "yes", "XBB": "yes", "XCC": "yes", "XDD": "no", "XEE": "abstain",
        "XFF": "not_voting", "XGG": "not_member",
    }  # fmt: skip
    assert set(votes["symbol"]) == {"A/RES/90/1"}
    assert set(votes["stage"]) == {"plenary"}
    assert set(votes["date"]) == {"2035-12-01"}
    assert set(votes["weight"]) == {"core"}
    assert votes["intended"].isna().all()


def test_names_in_part_leave_the_others_out(data_dir: Path):
    committee = vote(
        stage="committee", date="2035-11-02", names="partial", complete=["no"],
        roll_call={"no": ["XDD"], "yes": ["XAA"]}, note={"en": "Only some are printed."},
    )  # fmt: skip
    change(data_dir / OVERLAY, votes=[committee])
    tables = build_tables(load(data_dir))
    assert named(tables["votes"], "A/RES/90/1@committee") == {"XAA": "yes", "XDD": "no"}
    recorded = one(tables["recorded_votes"], "A/RES/90/1@committee")
    assert (recorded["names"], recorded["complete"]) == ("partial", ("no",))
    assert (recorded["yes"], recorded["not_voting"], recorded["eligible"]) == (3, None, 6)
    assert recorded["meeting"] is None  # the official file's meeting is the plenary's
    assert recorded["note_en"] == "Only some are printed."


def test_a_vote_without_names_has_totals_and_no_states(data_dir: Path):
    change(data_dir / REPORT, votes=[vote(roll_call=None, names="not_published", counts={"no": 1})])
    tables = build_tables(load(data_dir))
    recorded = one(tables["recorded_votes"], "A/91/7@plenary")
    assert (recorded["yes"], recorded["no"], recorded["not_voting"]) == (None, 1, None)
    assert (recorded["names"], recorded["complete"]) == ("not_published", ())
    assert "A/91/7" not in set(tables["votes"]["symbol"])
    document = one(tables["documents"], "A/91/7")
    assert (document["yes"], document["no"], document["not_voting"]) == (None, 1, None)


def test_names_said_to_be_complete_but_not_given_are_not_published(data_dir: Path):
    change(data_dir / REPORT, votes=[vote(roll_call=None)])
    recorded = one(build_tables(load(data_dir))["recorded_votes"], "A/91/7@plenary")
    assert (recorded["names"], recorded["complete"]) == ("not_published", ())


def test_days_and_stages_order_the_votes_and_an_unknown_day_stays_unknown(data_dir: Path):
    source = {"url": "https://example.org/vote"}
    overlay_votes = [
        vote(stage="committee", date="2035-12-01", sources=[source], verification="reported"),
        vote(stage="paragraph", level="plenary", paragraphs=["op2"], date="2035-12-01",
             roll_call=None, result="invented"),
        vote(stage="amendment", level="committee", date=None, roll_call=None,
             subject={"en": "Delete it", "zh": "删除"}),
    ]  # fmt: skip
    change(data_dir / OVERLAY, votes=overlay_votes)
    recorded = build_tables(load(data_dir))["recorded_votes"]
    assert list(recorded["id"]) == [
        "A/RES/90/1@amendment", "A/RES/90/1@committee", "A/RES/90/1@paragraph.op2",
        "A/RES/90/1@plenary",
    ]  # fmt: skip
    amendment = one(recorded, "A/RES/90/1@amendment")
    assert (amendment["date"], amendment["eligible"]) == (None, None)
    assert (amendment["subject_en"], amendment["subject_zh"]) == ("Delete it", "删除")
    part = one(recorded, "A/RES/90/1@paragraph.op2")
    assert (part["paragraphs"], part["level"], part["result"]) == (
        ("A/RES/90/1#op2",), "plenary", "invented",
    )  # fmt: skip
    committee = one(recorded, "A/RES/90/1@committee")
    assert (committee["source"], committee["verification"]) == (
        "https://example.org/vote", "reported",
    )  # fmt: skip


def test_a_plenary_vote_without_a_day_has_that_of_its_text(data_dir: Path):
    change(data_dir / RESOLUTION, votes=[vote(date=None)])
    change(data_dir / REPORT, votes=[vote(date=None, roll_call=None)])
    recorded = build_tables(load(data_dir))["recorded_votes"]
    assert one(recorded, "A/RES/90/1@plenary")["date"] == "2035-12-01"
    later = one(recorded, "A/91/7@plenary")
    assert (later["date"], later["eligible"]) == ("2036-07", 7)  # XGG joined that month


def test_what_a_state_said_it_had_meant_stands_beside_its_vote(data_dir: Path):
    meant = {"iso3": "XDD", "position": "abstain", "source": {"url": "https://example.org/said"}}
    change(data_dir / RESOLUTION, votes=[vote(intended=[meant])])
    votes = build_tables(load(data_dir))["votes"].set_index("iso3")
    assert (votes.loc["XDD", "position"], votes.loc["XDD", "intended"]) == ("no", "abstain")
    assert votes.drop(index="XDD")["intended"].isna().all()


def test_sponsors(snapshot: Snapshot):
    sponsors = snapshot.tables["sponsors"]
    of_document = ("civilian", ("safety", "data"), "core")
    assert [tuple(values) for values in sponsors.to_numpy()] == [
        ("A/RES/90/1", "XAA", "original_sponsor", "2035-10-15", "Alder", *of_document),
        ("A/RES/90/1", "XBB", "original_sponsor", "2035-10-15", "Birch and Beech", *of_document),
        ("A/RES/90/1", "XCC", "additional_sponsor", "2035-11-05", "Cedar", *of_document),
    ]


def test_a_vote_of_a_smaller_body_is_counted_out_of_its_members_and_names_nobody(data_dir: Path):
    council = vote(members=47, counts={"abstain": 3}, roll_call=None, names="not_published")
    change(data_dir / REPORT, votes=[{k: v for k, v in council.items() if v is not None}])
    tables = build_tables(load(data_dir))
    found = one(tables["recorded_votes"], "A/91/7@plenary")
    assert [found[n] for n in ("yes", "no", "abstain", "eligible")] == [None, None, 3, 47]
    assert named(tables["votes"], "A/91/7@plenary") == {}
