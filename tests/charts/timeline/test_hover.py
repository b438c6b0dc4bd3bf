"""What a mark says when pointed at: also whether it is only scheduled, as its shape does."""

from __future__ import annotations

import datetime as dt

import pytest

from dashboard.words import words
from tests.charts.timeline.records import draw, frame_of, record


@pytest.mark.parametrize(
    ("today", "announced", "held"),
    [
        ("2025-12-31", "ahead", "ahead"),
        ("2026-03-31", "ahead", ""),
        ("2026-04-01", "passed", ""),
        ("2036-01-01", "passed", ""),
    ],
)
@pytest.mark.parametrize(("width", "language"), [(1000, "en"), (390, "en"), (1000, "zh")])
def test_a_day_ages_what_was_announced_in_mark_and_hover(today, announced, held, width, language):
    rows = frame_of(
        record("announced", "2026-03", planned=True), record("held", "2026-03", planned=False)
    )
    figure = draw(rows, today=dt.date.fromisoformat(today), width_px=width, language=language)
    (points,) = (trace for trace in figure.data if trace.name == "marks")
    hover, say = dict(zip(points.customdata, points.hovertext, strict=True)), words(language)
    symbols = dict(zip(points.customdata, points.marker.symbol, strict=True))
    states = {key: f" · {say(f'schedule.{key}')}<br>" for key in ("ahead", "passed")}
    for name, wanted in (("announced", announced), ("held", held)):
        assert symbols[name].endswith("-open") is bool(wanted)
        said = [key for key, text in states.items() if text in hover[name]]
        assert said == ([wanted] if wanted else [])


def test_of_many_the_turning_points_of_each_lane_are_named_and_no_mention_is():
    rows = [record(f"n{n}", f"2024-01-{n + 1:02}", short_en=f"N{n}") for n in range(25)]
    rows.append(record("s", "2025-01-01", lane="south", title_en="South alone"))
    rows.append(record("w", "2025-02-01", lane="west", weight="mention", short_en="Mention"))
    rows.append(record("late", "2025-03-01", short_en="Late", answers=("n24",)))
    figure = draw(frame_of(*rows), show_mentions=True)
    (said,) = (trace.text for trace in figure.data if trace.name == "labels")
    assert {"N24", "South alone"} <= set(said)
    assert "Mention" not in said
    assert len(said) <= 16
