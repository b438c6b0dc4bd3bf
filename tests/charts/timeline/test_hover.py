"""What a mark says when pointed at: also whether it is only scheduled, as its shape does."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from dashboard.charts.timeline.hover import wanted_labels
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
    assert len(said) <= 24


def test_a_few_of_each_lane_come_before_more_of_another_if_something_answers_them():
    rows = [record(f"n{n}", f"2024-01-{n + 1:02}", short_en=f"N{n}") for n in range(30)]
    rows += [record(f"a{n}", f"2026-{n + 1:02}-01", weight="mention", answers=(f"n{n}",) * 2)
             for n in range(12)]  # fmt: skip
    rows += [record(n, f"2025-0{i}-01", lane="south", short_en=n) for i, n in enumerate("stu", 1)]
    rows.append(record("of-s", "2025-09-01", weight="mention", lane="south", answers=("s", "t")))
    frame = frame_of(*rows)
    lanes = pd.DataFrame({"lane": frame["lane"], "day": range(len(frame))})
    said = [text for _, text in wanted_labels(frame, lanes, "en")]
    assert {"s", "t"} < set(said[:9])
    assert len(said) == 24
