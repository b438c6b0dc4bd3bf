"""Statuses and steps can be told apart: on either paper, and without colour."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.charts.bar_rows import SERIES
from dashboard.charts.legend import LINE
from dashboard.charts.requests.statuses import (
    STATUS_LOOKS,
    key_entries,
    key_height,
    status_look,
)
from dashboard.corpus.reading.yaml_reader import read_yaml
from tests.test_theme import MODES, SIGHT, THEME, contrast, difference

VOCABULARY = Path(__file__).parents[3] / "data" / "vocabulary" / "request_statuses.yaml"


def test_every_status_of_the_vocabulary_has_a_colour_and_a_shape_of_its_own():
    codes = set(read_yaml(VOCABULARY)["terms"])
    assert set(STATUS_LOOKS) == codes
    assert len({symbol for _, symbol in STATUS_LOOKS.values()}) == len(codes)


def test_a_status_without_one_is_drawn_as_unknown():
    assert status_look("ghost") == STATUS_LOOKS["unknown"]


@pytest.mark.parametrize("mode", MODES)
def test_marks_stand_out_from_the_paper(mode: str):
    colours = {colour for colour, _ in (*STATUS_LOOKS.values(), *SERIES.values())}
    paper = THEME[mode]["backgroundColor"]
    assert [c for c in colours if contrast(c, paper) < 3] == []


@pytest.mark.parametrize("sight", SIGHT)
def test_what_came_in_time_what_came_late_and_the_steps_look_different(sight: str):
    on_time, late = STATUS_LOOKS["issued_on_time"][0], STATUS_LOOKS["issued_late"][0]
    assert difference(on_time, late, sight) >= 20
    assert difference(SERIES["draft"][0], SERIES["additional"][0], sight) >= 20


LABELS = {"issued_on_time": "On time", "issued_undated": "Came, but it is not known how late"}


def test_a_long_label_is_whole_on_a_line_of_its_own_on_a_phone():
    assert [entry["name"] for entry in key_entries(LABELS, 10)] == [*LABELS.values()]
    assert key_height(LABELS.values(), 360, 344) == 2 * LINE


def test_the_key_beside_wide_names_takes_the_lines_that_its_columns_need():
    assert key_height([], 1000, 500) == key_height([], 360, 300) == 0
    assert key_height(LABELS.values(), 1000, 900) == LINE
    assert key_height([*LABELS.values()] * 3, 1000, 500) == 6 * LINE / (500 // 230)
