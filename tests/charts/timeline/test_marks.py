"""The lane of statements: a tick each, beneath the others, and nothing without them."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.charts.drawn import HOSTILE, WIDTHS, named, unsafe
from tests.charts.timeline.records import LANES, WORDS, draw, frame_of, record


def statements(*lines: tuple[str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(lines, columns=["id", "date", "hover"]).astype("str")


def frame() -> pd.DataFrame:
    return frame_of(record("a", "2024-03-21"), record("b", "2025-01-10", lane="west"))


def test_without_statements_nothing_changes():
    assert named(draw(frame()), "statements") == []
    assert draw(frame()).layout.height == draw(frame(), statements=None).layout.height
    assert len(draw(frame()).layout.annotations) < len(
        draw(frame(), statements=statements()).layout.annotations
    )


@pytest.mark.parametrize("width", WIDTHS)
def test_an_empty_lane_has_no_tick_and_hostile_text_stays_text(width: int):
    (empty,) = named(draw(frame(), statements=statements(), width_px=width), "statements")
    assert len(empty.x) == 0
    hostile = statements((HOSTILE, "2024-05-01", HOSTILE))
    figure = draw(frame(), statements=hostile, width_px=width)
    drawn = named(figure, "statements")[0]
    assert "<a" not in drawn.hovertext[0]
    assert not [text for text in unsafe(figure) if HOSTILE in text]


@pytest.mark.parametrize("width", WIDTHS)
def test_each_statement_is_one_tick_beneath_every_record(width: int):
    said = statements(("s1", "2024-05-01", "one"), ("s2", "2024-11", "two"), ("s3", "2024", "3"))
    figure = draw(frame(), statements=said, width_px=width)
    (ticks,) = named(figure, "statements")
    assert list(ticks.customdata) == ["s1", "s2", "s3"]
    assert [x[:10] for x in ticks.x] == ["2024-05-01", "2024-11-15", "2024-07-01"]
    assert ticks.hovertext[0] == "one"
    lowest = min(named(figure, "marks")[0].y)
    assert 0 < max(ticks.y) < lowest - ticks.marker.size / 2


def test_the_lane_is_named_and_the_records_keep_their_days():
    words = WORDS.__class__(**{**WORDS.__dict__, "statements": "Said"})
    plain, with_lane = draw(frame()), draw(frame(), words=words, statements=statements())
    named_lanes = {note.text.replace("<br>", " ") for note in with_lane.layout.annotations}
    assert {"Said", *(label for _, label in LANES)} <= named_lanes
    assert named(plain, "marks")[0].x == named(with_lane, "marks")[0].x
    assert with_lane.layout.height > plain.layout.height
