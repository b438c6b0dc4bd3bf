"""Statuses and steps can be told apart: on either paper, and without colour."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from dashboard.charts.rows import OCHRE, STEP_COLOURS
from dashboard.charts.statuses import (
    STATUS_COLOURS,
    STATUS_SHAPES,
    status_colour,
    status_shape,
)
from tests.test_theme import MODES, SIGHT, THEME, contrast, difference

VOCABULARY = Path(__file__).parents[2] / "data" / "vocabulary" / "request_statuses.yaml"


def test_every_status_of_the_vocabulary_has_a_colour_and_a_shape_of_its_own():
    codes = set(yaml.safe_load(VOCABULARY.read_text(encoding="utf-8"))["terms"])
    assert set(STATUS_COLOURS) == set(STATUS_SHAPES) == codes
    assert len(set(STATUS_SHAPES.values())) == len(codes)


def test_a_status_without_one_is_drawn_as_unknown():
    assert status_colour("ghost") == STATUS_COLOURS["unknown"]
    assert status_shape("ghost") == STATUS_SHAPES["unknown"]


@pytest.mark.parametrize("mode", MODES)
def test_marks_stand_out_from_the_paper(mode: str):
    colours = {*STATUS_COLOURS.values(), *STEP_COLOURS.values()}
    paper = THEME[mode]["backgroundColor"]
    assert [c for c in colours if contrast(c, paper) < 3] == []


@pytest.mark.parametrize("sight", SIGHT)
def test_what_came_in_time_what_came_late_and_the_steps_look_different(sight: str):
    on_time, late = STATUS_COLOURS["issued_on_time"], STATUS_COLOURS["issued_late"]
    assert difference(on_time, late, sight) >= 20
    assert difference(STEP_COLOURS["draft"], OCHRE, sight) >= 20
