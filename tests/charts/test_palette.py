"""One colour, one meaning, in every drawing; each seen on both papers and by every eye."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from dashboard.charts import palette
from dashboard.corpus.reading.yaml_reader import read_yaml
from tests.test_theme import MODES, SIGHT, THEME, contrast, difference

TRACKS = Path(__file__).parents[2] / "data" / "vocabulary" / "tracks.yaml"
VOTES = {code: colour for code, colour in palette.POSITIONS.items() if colour != palette.GREY}
MEANINGS = {**VOTES, **palette.TRACKS, "else": palette.BLUE, "later": palette.PALE}
SHADES = ({"yes", "unnamed"}, {"else", "later"}, {"unnamed", "not_voting"})
"""Pairs that are two lightnesses of one meaning, or told apart by their signs."""


def test_a_code_without_a_colour_is_grey():
    assert palette.track_colour("<b>") == palette.GREY
    assert palette.POSITIONS["unknown"] == palette.GREY


@pytest.mark.parametrize("mode", MODES)
def test_every_mark_stands_out_from_the_page(mode: str):
    paper = THEME[mode]["backgroundColor"]
    colours = (*MEANINGS.values(), palette.GREY)
    assert {c: contrast(c, paper) for c in colours if contrast(c, paper) < 3} == {}


def test_no_colour_has_two_meanings_nor_looks_like_one_of_another():
    assert len(set(MEANINGS.values())) == len(MEANINGS)
    pairs = itertools.combinations(MEANINGS, 2)
    close = [p for p in pairs if difference(MEANINGS[p[0]], MEANINGS[p[1]], "usual") < 20]
    assert [pair for pair in close if set(pair) not in SHADES] == []


@pytest.mark.parametrize("sight", SIGHT)
def test_tracks_are_apart_for_every_eye(sight: str):
    pairs = itertools.combinations(palette.TRACKS.values(), 2)
    assert [pair for pair in pairs if difference(*pair, sight) < 20] == []


@pytest.mark.parametrize("sight", SIGHT)
def test_both_steps_of_our_blue_are_apart_for_every_eye(sight: str):
    assert difference(palette.BLUE, palette.PALE, sight) >= 15


def test_every_track_of_the_vocabulary_has_its_colour():
    terms = read_yaml(TRACKS)["terms"]
    assert set(terms) == set(palette.TRACKS)
