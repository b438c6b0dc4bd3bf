"""The key: as many lines as the library will set it in."""

from __future__ import annotations

import pytest

from dashboard.charts.legend import LINE, above, column_lines, entry, entry_lines, height

WIDE, PHONE = 1100, 360


def test_without_an_entry_there_is_no_key_and_only_the_gap():
    assert above([], WIDE) == {}
    assert height([], WIDE, 6) == height([], PHONE, 6) == 6
    assert above(["a"], PHONE)["legend"]["entrywidth"] == 0.5
    assert height(["a"] * 4, PHONE, 6) == 2 * LINE + 6


def test_an_entry_holds_no_data():
    drawn = entry("&lt;b&gt;", {"symbol": "square"})
    assert drawn["x"] == drawn["y"] == [None]
    assert (drawn["name"], drawn["showlegend"]) == ("&lt;b&gt;", True)


def test_nothing_needs_no_line_in_columns():
    assert column_lines([], 400) == 0


def test_one_entry_wider_than_the_room_still_has_its_line():
    assert column_lines(["x" * 300], 10) == 1
    assert entry_lines(["x" * 300], WIDE) >= 1


@pytest.mark.parametrize(
    ("labels", "room", "lines"),
    [
        (["ab", "cd"], 500, 1),  # fits one line
        (["ab", "cd", "a much longer entry than that"], 200, 3),  # columns as wide as the longest
        (["ab"] * 9, 150, 5),  # two columns
    ],
)
def test_what_does_not_fit_stands_in_columns_as_wide_as_the_longest(labels, room, lines):
    assert column_lines(labels, room) == lines
