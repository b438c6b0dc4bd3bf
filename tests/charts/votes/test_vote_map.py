"""The map: every State once, outlines from our own server, names as text."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
import yaml

from dashboard.charts.votes.vote_map import CONFIG, SMALL_STATES, vote_map
from tests.charts.votes.roll_calls import POSITIONS, roll_call

OUTLINES = Path(__file__).parents[3] / "static" / "map" / "world_110m.json"
STATES = Path(__file__).parents[3] / "data" / "states.yaml"
HOVER = "{state}: {position}"


def draw(frame, **more):
    words = {"names": {"FRA": "<b>France</b>"}, "hover": HOVER, "key": "{position} {n}", **more}
    return vote_map(frame, positions=POSITIONS, **words)


def outlined() -> set[str]:
    shapes = json.loads(OUTLINES.read_text(encoding="utf-8"))["objects"]["countries"]
    return {shape["id"] for shape in shapes["geometries"]}


def test_without_a_row_nothing_is_drawn_but_the_outlines():
    figure = draw(roll_call())
    assert len(figure.data) == 0
    assert figure.layout.geo.scope == "world"


def test_the_outlines_are_asked_of_our_own_server_by_a_name_it_has():
    assert CONFIG["topojsonURL"] == "/map/"
    geo = draw(roll_call()).layout.geo
    assert f"{geo.scope}_{geo.resolution}m.json" == OUTLINES.name
    assert OUTLINES.is_file()


def test_a_small_state_is_a_mark_and_another_an_area_and_each_is_there_once():
    frame = roll_call(("FRA", "weog", "yes"), ("TUV", "asia", "yes"), ("USA", "weog", "no"))
    figure = draw(frame)
    drawn = [
        (t.type, code, t.name)
        for t in figure.data
        for code in (t.customdata if t.customdata is not None else ())
    ]
    assert Counter(drawn) == Counter(
        [
            ("choropleth", "FRA", "yes"),
            ("scattergeo", "TUV", "yes"),
            ("choropleth", "USA", "no"),
        ]
    )
    key = [t.name for t in figure.data if t.showlegend]
    assert key == ["In favour 2", "Against 1", "Abstaining 0", "Not voting 0"]


def test_the_marks_are_exactly_the_states_without_an_outline():
    text = STATES.read_text(encoding="utf-8")
    members = {s["iso3"] for s in yaml.safe_load(text)["states"] if s["status"] == "member"}
    assert len(members) == 193
    assert members - outlined() == SMALL_STATES.keys()
    assert outlined() & SMALL_STATES.keys() == set()
    assert all(-180 <= lon <= 180 and -58 <= lat <= 84 for lon, lat in SMALL_STATES.values())


def test_a_name_stays_text_and_a_strange_position_is_refused():
    said = draw(roll_call(("FRA", "weog", "yes"))).data[0].hovertext[0]
    assert said == "&lt;b&gt;France&lt;/b&gt;: In favour"
    with pytest.raises(ValueError, match="position 'maybe'"):
        draw(roll_call(("FRA", "weog", "maybe")))


def test_no_colour_stands_for_a_number():
    for trace in draw(roll_call(("FRA", "weog", "yes"))).data:
        if trace.type == "choropleth":
            assert len({colour for _, colour in trace.colorscale}) == 1
            assert trace.showscale is False
