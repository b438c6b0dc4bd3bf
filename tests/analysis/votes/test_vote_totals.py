"""The parts of a vote add up to the membership, and a text in a link stands for its votes."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.analysis.selection.query import Query
from dashboard.analysis.votes.vote_totals import TOTALS, as_votes, by_text, vote_totals
from dashboard.corpus.snapshot import Snapshot

COLUMNS = ("id", "symbol", "stage", "yes", "abstain", "no", "not_voting", "eligible")
NUMBERS = dict.fromkeys(COLUMNS[3:], "Int64")


def votes(*rows: tuple[object, ...]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=COLUMNS).astype(NUMBERS)


def parts(frame: pd.DataFrame) -> list[tuple[str, int | None, float]]:
    found = vote_totals(frame)
    return [
        (position, None if pd.isna(states) else states, round(share, 3))
        for position, states, share in zip(
            found["position"], found["states"], found["share"], strict=True
        )
    ]


def test_no_votes_give_no_parts():
    found = vote_totals(votes())
    assert (len(found), list(found.columns)) == (0, list(TOTALS))
    assert by_text(votes()).empty


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ((None, None, None, None, None), [("unknown", None, 1.0)]),
        ((None, None, None, None, 10), [("unknown", 10, 1.0)]),
        ((5, 2, 0, None, 10), [("yes", 5, 0.5), ("abstain", 2, 0.2), ("unknown", 3, 0.3)]),
        ((5, 0, 1, 4, 10), [("yes", 5, 0.5), ("no", 1, 0.1), ("not_voting", 4, 0.4)]),
        ((3, None, 1, None, None), [("yes", 3, 0.75), ("no", 1, 0.25)]),
        ((0, 0, 0, None, 4), [("unknown", 4, 1.0)]),
        ((8, 0, 4, None, 10), [("yes", 8, 0.667), ("no", 4, 0.333)]),
    ],
)  # fmt: skip
def test_what_is_left_of_the_members_is_not_called_not_voting(row, expected):
    assert parts(votes(("T@plenary", "T", "plenary", *row))) == expected


def test_votes_of_a_text_stand_together_the_plenary_first():
    none = (None,) * 5
    mixed = votes(
        ("B@paragraph.op1", "B", "paragraph", *none),
        ("A@committee", "A", "committee", *none),
        ("B@plenary", "B", "plenary", *none),
        ("B@committee", "B", "committee", *none),
        ("A@plenary", "A", "plenary", *none),
    )
    assert list(by_text(mixed)["id"]) == [
        "B@plenary", "B@committee", "B@paragraph.op1", "A@plenary", "A@committee",
    ]  # fmt: skip


def test_every_vote_on_record_is_a_whole(real: Snapshot):
    recorded = real.tables["recorded_votes"]
    found = vote_totals(recorded)
    assert set(found["vote"]) == set(recorded["id"])
    assert found.groupby("vote")["share"].sum().round(9).eq(1).all()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query(), Query()),
        (Query().having(item="A/RES/79/267"), Query().having(item="A/RES/79/267@plenary")),
        (Query().choosing("symbol", ["A/RES/79/316"]), Query().having(item="A/RES/79/316@plenary")),
        (
            Query().choosing("symbol", ["A/RES/78/144"]).having(lang="zh"),
            Query().having(item="A/RES/78/144@plenary", lang="zh"),
        ),
        (Query().having(item="A/RES/79/239"), Query().choosing("symbol", ["A/RES/79/239"])),
        *(
            (same, same)
            for same in (
                Query().choosing("symbol", ["A/RES/79/239"]),
                Query().choosing("symbol", ["A/RES/79/267"]).having(view="ballots"),
                Query().choosing("symbol", ["A/RES/79/267"], ["A/RES/79/239"]),
                Query().choosing("symbol", ["A/RES/79/267", "A/RES/78/144"]),
                Query().choosing("symbol", ["A/RES/79/267"]).choosing("stage", ["committee"]),
                Query().having(item="A/RES/78/265"),
                Query().having(item="A/RES/79/239@plenary"),
            )
        ),
    ],
)
def test_a_link_that_names_a_text_opens_its_one_vote_or_offers_its_several(
    real: Snapshot, query: Query, expected: Query
):
    assert as_votes(real, query) == expected
