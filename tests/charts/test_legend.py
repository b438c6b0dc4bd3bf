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


@pytest.mark.parametrize(
    ("labels", "width", "columns"),
    [
        (["ab"] * 6, 288, 2),
        (["ab", "Report, principles, standard"], 358, 1),
        (["ab", "Report, principles, standard"], 630, 2),
        (["ab", "报告、原则、标准"], 358, 2),
        (["ab", "报告、原则、标准、战略和其他文件"], 358, 1),
    ],
)
def test_on_a_phone_an_entry_is_whole_in_its_column(labels, width, columns):
    layout = above(labels, width)["legend"]
    assert layout["entrywidth"] == 1 / columns
    assert entry_lines(labels, width) == -(-len(labels) // columns)


def test_on_a_desk_entries_stand_as_wide_as_they_are():
    assert "entrywidth" not in above(["ab", "cd"], WIDE)["legend"]
