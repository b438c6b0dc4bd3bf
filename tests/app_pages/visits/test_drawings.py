"""Every drawing of every page: framed, no text too small to read, no colour with two meanings."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from dashboard.charts import palette
from dashboard.charts.frame import SMALLEST
from dashboard.corpus.store import Store
from dashboard.ui.results import figure
from dashboard.words import InterfaceLanguage, words
from tests.app_pages.visits.visiting import Address, visit

VIEWS: dict[str, tuple[str, Address]] = {
    "lanes": ("timeline", {"item": "A/RES/79/239", "show": "statements"}),
    "asks": ("asks", {}),
    "strip": ("compare", {"symbol": ["A/RES/79/239", "A/RES/80/58"]}),
    "bars": ("votes", {}),
    "marks": ("votes", {"item": "A/RES/79/239@plenary"}),
    "map": ("votes", {"item": "A/RES/79/239@plenary", "view": "map"}),
    "grid": ("votes", {"view": "grid", "symbol": ["A/RES/79/239", "A/RES/79/62"]}),
    "agreement": ("votes", {"view": "agreement"}),
    "growth": ("sponsors", {}),
    "shares": ("sponsors", {"symbol": "A/RES/78/265"}),
    "overlap": ("sponsors", {"view": "overlap"}),
    "ranking": ("sponsors", {"view": "ranking"}),
    "years": ("sponsors", {"view": "years"}),
    "pairs": ("sponsors", {"view": "pairs", "country": ["CHN", "USA", "FRA"]}),
    "quarters": ("requests", {}),
    "adoptions": ("documents", {}),
    "about_ai": ("paragraphs", {}),
    "stances": ("statements", {}),
    "opposed": ("countries", {}),
    "outcomes": ("requests", {"view": "outcomes"}),
    "history": ("agreed_language", {"view": "phrase", "q": "artificial intelligence systems"}),
}
PHONE = ("lanes", "asks", "bars", "marks", "growth", "years", "quarters", "about_ai", "opposed")
TINT = re.compile(r"rgba\((\d+),(\d+),(\d+),[\d.]+\)")
PLAIN = {"#000037", "#000000", "#FFFFFF", "rgba(0,0,0,0)", palette.EDGE}
"""The theme's text, text on a mark, nothing at all, and what parts two pieces."""
BLUES = {palette.BLUE, palette.PALE}
MEANT = {"timeline": {*palette.TRACKS.values()}, "votes": {*palette.POSITIONS.values(), *BLUES}}


def specs(page: str, address: Address, locale: str = "en-GB") -> list[dict[str, Any]]:
    at = visit(page, address, locale=locale)
    assert not at.exception
    found = [json.loads(chart.proto.spec) for chart in at.get("plotly_chart")]
    assert found
    return found


def values(part: Any, name: str) -> Iterator[tuple[str, Any]]:
    """Every value of a figure with the name it stands under; of a list each of its own."""
    if isinstance(part, dict):
        for key, each in part.items():
            if key not in ("customdata", "hovertext", "meta", "template"):
                yield from values(each, f"{name}.{key}")
    elif isinstance(part, list):
        for each in part:
            yield from values(each, name)
    else:
        yield name, part


def too_small(spec: dict[str, Any]) -> list[tuple[str, Any]]:
    return [
        (name, value)
        for name, value in values(spec, "")
        if name.endswith("font.size") and value < SMALLEST
    ]


def colours(spec: dict[str, Any]) -> set[str]:
    """The colours of a figure, those that let the paper through as what they are a tint of."""
    found = set()
    for _, value in values(spec, ""):
        if isinstance(value, str) and value not in PLAIN:
            if re.fullmatch(r"#[0-9A-Fa-f]{6}", value):
                found.add(value)
            elif tint := TINT.fullmatch(value):
                red, green, blue = map(int, tint.groups())
                found.add(f"#{red:02X}{green:02X}{blue:02X}")
    return found - {palette.GREY, "#808080"}


@pytest.mark.parametrize("name", VIEWS)
def test_a_drawing_has_its_frame_text_that_can_be_read_and_colours_of_one_meaning(
    real: Store, name: str
):
    page, address = VIEWS[name]
    for spec in specs(page, address):
        frame = spec["layout"]["meta"]
        assert all(frame[part].strip() for part in ("title", "counted", "source", "day", "foot"))
        assert frame["source"] in frame["foot"]
        assert frame["day"] in frame["foot"]
        assert spec["layout"]["font"]["size"] == SMALLEST
        assert too_small(spec) == []
        assert colours(spec) <= MEANT.get(page, BLUES)


@pytest.mark.parametrize("name", PHONE)
def test_a_phone_has_the_same_frame_in_the_readers_language_and_text_as_large(
    real: Store, monkeypatch: pytest.MonkeyPatch, name: str
):
    monkeypatch.setattr(figure, "width", lambda share=1.0: 358)
    language: InterfaceLanguage = "zh"
    page, address = VIEWS[name]
    for spec in specs(page, address, locale="zh-CN"):
        frame = spec["layout"]["meta"]
        assert words(language)("app.title") in frame["source"]
        assert re.search(r"截至\d+年\d+月\d+日。$", frame["foot"])
        assert re.search("[\u4e00-\u9fff]", frame["title"] + frame["counted"])
        assert too_small(spec) == []


def test_what_is_too_small_or_of_no_meaning_is_found():
    spec = {"data": [{"textfont": {"size": [12, 9.5]}, "marker": {"color": ["#ABCDEF"]}}]}
    assert [value for _, value in too_small(spec)] == [9.5]
    assert colours(spec) == {"#ABCDEF"}
    assert colours({"line": {"color": palette.tint(palette.BLUE, 0.2)}}) == {palette.BLUE}
