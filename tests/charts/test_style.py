"""Text that stays text, and its lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.style import (
    escape,
    paragraph,
    require,
    text_width,
    wrap,
)


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


def test_a_code_without_a_label_is_named_and_none_is_fine():
    require([], {}, "position")
    with pytest.raises(ValueError, match="position 'maybe' has no label"):
        require(["yes", "maybe"], {"yes": "Yes"}, "position")


def test_chinese_lines_break_in_no_number_bracket_or_before_closing_punctuation():
    assert wrap("拉丁美洲和加勒比国家组（33）", 28) == ["拉丁美洲和加勒比国家组", "（33）"]
    assert wrap("不打破，标点。", 6) == ["不打", "破，标", "点。"]
    assert "".join(wrap("第79/239号决议第7段", 8)) == "第79/239号决议第7段"
