"""Of requests of a kind: counts that add up, curves of ten at least, answers taken note of."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pandas as pd
import pytest

from dashboard.analysis.requests.outcomes import OUTCOMES, outcomes
from dashboard.analysis.requests.silence import (
    EVERY,
    FEW,
    SMALLEST,
    curves,
    figures,
    grouped,
    taken_note_of,
)
from dashboard.corpus.request_status import with_status
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.frames import frame
from tests.analysis.requests.test_outcomes import CAME, DAY, asked
from tests.invented.synthetic import snapshot as invented


def of(*rows: dict[str, object]) -> pd.DataFrame:
    return outcomes(with_status(frame("requests", list(rows)), DAY), DAY)


TEXTS = [
    {"id": "A/RES/91/1", "date": "2026-01-10", "cites": ("A/90/7", "A/90/8")},
    {"id": "A/RES/89/1", "date": "2024-12-01", "cites": ("A/90/7",)},
    {"id": "A/RES/92/1", "date": "2026-06-02", "cites": ("A/90/7",)},
    {"id": "A/90/7", "date": "2025-04-01", "cites": ("A/90/7",)},
    {"id": "undated", "date": None, "cites": ("A/90/7",)},
]
NONE = taken_note_of(invented(documents=[]), of())


def draw(requests: pd.DataFrame, codes: list[str], noted: pd.DataFrame = NONE) -> pd.DataFrame:
    groups = grouped(pd.Series(codes, index=requests.index, dtype="str"))
    found = figures(requests, groups, noted, curves(requests, groups))
    return found.set_index("group")


def test_without_requests_there_is_no_figure_and_no_curve():
    requests, none = of(), pd.Series([], dtype="str")
    assert figures(requests, none, NONE, curves(requests, none)).empty
    assert curves(requests, none).empty


@pytest.mark.parametrize("n", [SMALLEST - 1, SMALLEST])
def test_a_group_of_fewer_than_ten_has_no_curve_and_no_half(n: int):
    rows = [asked(f"a{k}", **CAME, answered_on=f"2025-03-{k + 1:02}") for k in range(n)]
    rows += [asked(f"b{k}") for k in range(12)]
    requests = of(*rows)
    codes = ["a"] * n + ["b"] * 12
    counted = draw(requests, codes)
    groups = grouped(pd.Series(codes, dtype="str"))
    drawn = set(curves(requests, groups)["group"])
    if n < SMALLEST:
        assert list(counted.index) == [EVERY, "b", FEW]
        assert counted.loc[FEW, ["half", "half_known"]].isna().all()
        assert drawn == {EVERY, "b"}
    else:
        assert list(counted.index) == [EVERY, "b", "a"]
        assert counted.loc["a", "half"] == 63  # the fifth of ten, 5 March 2025
        assert drawn == {EVERY, "a", "b"}
    assert pd.isna(counted.loc["b", "half"])


def test_small_groups_stay_without_a_curve_where_together_they_are_many():
    requests = of(*(asked(f"a{k}", **CAME, answered_on="2025-02-01") for k in range(12)))
    counted = draw(requests, [f"g{k}" for k in range(12)])
    assert list(counted.index) == [EVERY, FEW]
    assert counted.loc[FEW, "asked"] == counted.loc[FEW, "timed"] == 12
    assert pd.isna(counted.loc[FEW, "half"])
    assert counted.loc[EVERY, "half"] == 31


def test_a_large_group_of_which_few_can_be_timed_has_no_curve_either():
    requests = of(*(asked(f"a{k}", search="not_searched") for k in range(12)), asked("b"))
    counted = draw(requests, ["a"] * 12 + ["b"])
    assert counted.loc["a", ["asked", "unknown", "timed"]].tolist() == [12, 12, 0]
    assert pd.isna(counted.loc[EVERY, "half"])


def test_unknown_and_replaced_are_in_no_curve_and_what_is_ahead_does_not_fail():
    came = [asked(f"c{k}", **CAME, answered_on="2025-02-01") for k in range(5)]
    ahead = [asked(f"h{k}", "2027-01-01", date="2026-05-01") for k in range(5)]
    other = [asked("u", search="not_searched"), asked("r", superseded_by="u")]
    [line] = draw(of(*came, *ahead, *other), ["x"] * 12).loc[[EVERY]].to_dict("records")
    assert (line["timed"], line["unknown"], line["superseded"], line["ahead"]) == (10, 1, 1, 5)
    assert line["half"] == 31  # five of ten by day 31, and the other five waited for 31 days


def test_the_outcomes_of_each_group_add_up(snapshot: Snapshot):
    requests = outcomes(snapshot.tables["requests"], snapshot.as_of)
    counted = draw(requests, list(requests["deliverable"]), taken_note_of(snapshot, requests))
    assert (counted[[*OUTCOMES]].sum(axis=1) == counted["asked"]).all()
    assert counted["asked"].iloc[1:].sum() == counted["asked"].iloc[0] == len(requests)
    assert (counted["noted"] <= counted["documents"]).all()


def test_only_later_texts_take_note_and_only_of_documents():
    record = replace(invented(documents=TEXTS), as_of=DAY)
    requests = of(
        asked("a", **CAME, answered_on="2025-04-01"),
        asked("b", **{**CAME, "answered_by": ("A/RES/91/1", "event-of-2025", "A/90/9")}),
    )
    noted = taken_note_of(record, requests)
    assert noted.to_numpy().tolist() == [["a", "A/90/7", "A/RES/91/1", "2026-01-10"]]
    counted = draw(requests, ["x", "x"], noted)
    assert counted.loc[EVERY, ["documents", "noted"]].tolist() == [2, 1]
    early = replace(record, as_of=dt.date(2026, 1, 9))
    assert taken_note_of(early, requests).empty
