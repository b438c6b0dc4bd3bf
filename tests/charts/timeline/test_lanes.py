"""Where marks stand: exact dates, no two marks touching, the same places every time."""

from __future__ import annotations

import datetime as dt
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.charts.date_axis import Scale, day_number
from dashboard.charts.timeline.lanes import MAX_ROWS, place, scale_of
from tests.charts.timeline.records import TODAY, frame_of, record

SIZE = 10.0
LANES = ["north", "south", "west"]


def places(frame, scale=None, **other):
    scale = scale or scale_of(frame, 800, SIZE, TODAY)
    given = {"lanes": LANES, "scale": scale, "size": SIZE}
    return place(frame, **(given | {"show_mentions": False} | other))


def test_an_empty_frame_has_no_places_and_a_scale_around_today():
    empty = frame_of()
    scale = scale_of(empty, 800, SIZE, TODAY)
    assert scale.start < day_number(TODAY) < scale.end
    placed = places(empty)
    assert placed.empty
    assert {"id", "lane", "role", "day", "row", "offset"} <= set(placed.columns)


@pytest.mark.parametrize("lane", ["nrth", None])
def test_a_lane_that_is_not_there_is_named(lane):
    with pytest.raises(ValueError, match=r"lane '(nrth|nan)' has no label"):
        places(frame_of(record("a", "2024-01-01", lane=lane)))


def test_a_full_date_is_exact_and_an_imprecise_one_stands_in_the_middle_of_what_it_may_mean():
    placed = places(
        frame_of(record("day", "2024-03-21"), record("month", "2024-02"), record("year", "2023"))
    ).set_index("id")
    assert placed.loc["day", "day"] == day_number(dt.date(2024, 3, 21))
    assert placed.loc["day", "first"] == placed.loc["day", "last"]
    assert placed.loc["month", "first"] == day_number(dt.date(2024, 2, 1))
    assert placed.loc["month", "last"] == day_number(dt.date(2024, 2, 29))
    assert placed.loc["year", "day"] == day_number(dt.date(2023, 7, 2))


def test_lanes_are_numbered_as_given():
    placed = places(
        frame_of(record("w", "2024-01-01", lane="west"), record("n", "2024-01-01", lane="north"))
    )
    assert placed["lane"].tolist() == [2, 0]


def test_what_lasts_shorter_than_a_mark_is_wide_is_a_mark_and_longer_a_bar():
    scale = Scale(day_number(dt.date(2024, 1, 1)), day_number(dt.date(2024, 12, 31)), 365)
    placed = places(
        frame_of(
            record("two-days", "2024-03-01", end_date="2024-03-02"),
            record("summer", "2024-06-01", end_date="2024-08-31"),
        ),
        scale,
    ).set_index("id")
    assert placed.loc["two-days", "role"] == "mark"
    assert placed.loc["summer", "role"] == "bar"
    assert placed.loc["summer", "until_last"] == day_number(dt.date(2024, 8, 31))


def test_mentions_are_a_rug_until_asked_for():
    frame = frame_of(*(record(f"m{n}", "2025-12-18", weight="mention") for n in range(40)))
    assert set(places(frame)["role"]) == {"rug"}
    assert set(places(frame)["row"]) == {0}
    shown = places(frame, show_mentions=True)
    assert set(shown["role"]) == {"mark"}
    assert shown["row"].nunique() == 40


def test_rows_fill_from_the_middle_outwards():
    frame = frame_of(*(record(f"r{n}", "2025-12-18") for n in range(5)))
    assert places(frame)["row"].tolist() == [0, 1, -1, 2, -2]


def test_a_saturated_lane_still_places_every_mark():
    frame = frame_of(*(record(f"r{n}", "2025-12-18") for n in range(MAX_ROWS + 9)))
    assert places(frame)["row"].nunique() == MAX_ROWS


def test_the_order_of_rows_changes_nothing():
    rows = [record(f"r{n}", f"2025-12-{1 + n % 9:02}", kind="report") for n in range(30)]
    forward, backward = places(frame_of(*rows)), places(frame_of(*rows[::-1]))
    assert dict(zip(forward["id"], forward["row"], strict=True)) == dict(
        zip(backward["id"], backward["row"], strict=True)
    )


DATES = st.dates(dt.date(2013, 1, 1), dt.date(2028, 12, 31))


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(
            DATES,
            st.sampled_from([4, 7, 10]),
            st.integers(0, 900) | st.none(),
            st.sampled_from(LANES),
        ),
        max_size=60,
    ),
    st.integers(300, 1400),
)
def test_no_two_marks_of_a_lane_touch(drawn, width):
    rows = [
        record(
            f"r{n}",
            date.isoformat()[:length],
            lane=lane,
            end_date=(date + dt.timedelta(lasts)).isoformat() if lasts else None,
        )
        for n, (date, length, lasts, lane) in enumerate(drawn)
    ]
    frame = frame_of(*rows)
    scale = scale_of(frame, width, SIZE, TODAY)
    placed = places(frame, scale)
    assert placed["id"].tolist() == frame["id"].tolist()
    for one, other in combinations(placed.to_dict("records"), 2):
        if one["lane"] != other["lane"]:
            continue
        across = abs(scale.pixels(one["day"]) - scale.pixels(other["day"]))
        up = abs(one["offset"] - other["offset"])
        assert across >= SIZE - 1e-6 or up >= SIZE
