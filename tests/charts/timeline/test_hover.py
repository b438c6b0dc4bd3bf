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
