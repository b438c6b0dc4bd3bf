"""Colours that read on light and dark paper, shapes, and text that stays text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.style import (
    KIND_GROUPS,
    NEUTRAL,
    SHAPES,
    TRACK_COLOURS,
    escape,
    paragraph,
    require,
    shape,
    text_width,
    track_colour,
    wrap,
)
from dashboard.corpus.reading.yaml_reader import read_yaml

VOCABULARY = Path(__file__).parents[2] / "data" / "vocabulary"


def luminance(colour: str) -> float:
    """WCAG 2.2 relative luminance."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("paper", ["#FFFFFF", "#0E1117"])
@pytest.mark.parametrize("colour", [*TRACK_COLOURS.values(), NEUTRAL])
def test_colours_stand_out_on_light_and_dark(colour, paper):
    assert contrast(colour, paper) >= 3


@given(st.text())
def test_escaped_text_holds_no_tag_and_no_bare_ampersand(text):
    escaped = escape(text)
    assert "<" not in escaped
    assert ">" not in escaped
    back = escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert back == text


def test_lines_are_broken_before_they_are_escaped():
    assert paragraph("a<b " * 30, 20).replace("<br>", "").count("&lt;") == 30
    assert "<br>" in paragraph("人工智能" * 20, 40)


def test_chinese_letters_are_counted_as_wide():
    assert text_width("人工", 10) == 20
    assert text_width("ai", 10) < 11


def test_unknown_codes_are_neutral_documents():
    assert track_colour("no_such_track") == NEUTRAL
    assert shape("no_such_kind") == SHAPES["document"]
    assert shape("summit") == "circle"


def test_a_code_without_a_label_is_named_and_none_is_fine():
    require([], {}, "position")
    with pytest.raises(ValueError, match="position 'maybe' has no label"):
        require(["yes", "maybe"], {"yes": "Yes"}, "position")


def test_every_code_of_the_vocabularies_has_its_shape_and_colour():
    terms = {
        name: set(read_yaml(VOCABULARY / f"{name}.yaml")["terms"]) for name in ("kinds", "tracks")
    }
    assert terms["kinds"] <= set(KIND_GROUPS)
    assert terms["tracks"] == set(TRACK_COLOURS)


def test_chinese_lines_break_in_no_number_bracket_or_before_closing_punctuation():
    assert wrap("拉丁美洲和加勒比国家组（33）", 28) == ["拉丁美洲和加勒比国家组", "（33）"]
    assert wrap("不打破，标点。", 6) == ["不打", "破，标", "点。"]
    assert "".join(wrap("第79/239号决议第7段", 8)) == "第79/239号决议第7段"
