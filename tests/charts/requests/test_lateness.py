"""Requests from asked over due to issued: a mark each, and lateness only where it was late."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from dashboard.charts.requests.lateness import lateness, lateness_alt
from dashboard.charts.requests.statuses import STATUS_LOOKS
from tests.charts.drawn import HOSTILE, WIDTHS, marks, named, themeless, unsafe

TODAY = dt.date(2026, 6, 1)
STATUSES = {status: status.replace("_", " ") for status in STATUS_LOOKS}
COLUMNS = ["id", "date", "due_from", "due_to", "answered_on", "status", "due_basis"]
DATE, SESSION = "explicit_date", "explicit_session"
Line = tuple[str, str, str | None, str | None, str | None, str, str]


def requests(*lines: Line) -> pd.DataFrame:
    return pd.DataFrame(lines, columns=COLUMNS).astype("str")


def draw(frame: pd.DataFrame, width: int = 1000, **labels: str):
    return lateness(
        frame,
        labels=labels,
        statuses=STATUSES,
        hover={"late": "came late"},
        today=TODAY,
        today_label="Today",
        width_px=width,
    )


FIVE = requests(
    (
        "late",
        "2024-01-10",
        "2024-09-10",
        "2025-01-31",
        "2025-03-02",
        "issued_late",
        "explicit_date",
    ),
    ("on-time", "2024-01", None, "2025-01-31", "2024-12-05", "issued_on_time", SESSION),
    (
        "overdue",
        "2024-01-10",
        "2025-09-09",
        "2025-12-31",
        None,
        "overdue_not_found",
        "explicit_date",
    ),
    ("ahead", "2025-12-10", "2027-01-01", "2027-04-30", None, "not_yet_due", SESSION),
    ("open", "2023-12-10", None, None, None, "unknown", "none_stated"),
)


@pytest.mark.parametrize("width", WIDTHS)
def test_an_empty_frame_shows_today_and_no_mark(width: int):
    figure = draw(requests(), width)
    assert marks(figure) == 0
    assert figure.layout.shapes[0].x0 == "2026-06-01"
    assert lateness_alt(requests(), statuses={}, template="x", empty="none") == "none"


@pytest.mark.parametrize("width", WIDTHS)
def test_hostile_text_stays_text(width: int):
    figure = lateness(
        requests((HOSTILE, "2024-01-10", None, None, None, "unknown", "none_stated")),
        labels={HOSTILE: HOSTILE},
        statuses={"unknown": HOSTILE},
        hover={HOSTILE: HOSTILE},
        today=TODAY,
        today_label=HOSTILE,
        width_px=width,
    )
    assert unsafe(figure) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_each_request_is_one_mark_in_the_order_given(width: int):
    figure = draw(FIVE, width, late="79/1, para. 2")
    (trace,) = named(figure, "marks")
    assert list(trace.customdata) == list(FIVE["id"])
    assert list(trace.x) == ["2025-03-02", "2024-12-05", "2025-12-31", "2027-04-30", "2023-12-10"]
    rows = [figure.layout.yaxis.range[0] - y for y in trace.y]
    assert rows == sorted(rows, reverse=True), "the first on top"
    assert list(trace.marker.color) == [STATUS_LOOKS[s][0] for s in FIVE["status"]]
    assert list(trace.marker.symbol) == [STATUS_LOOKS[s][1] for s in FIVE["status"]]
    assert trace.hovertext[0] == "came late"
    assert themeless(figure)


@pytest.mark.parametrize("basis", ["explicit_session", "inferred_session", "event_based"])
def test_a_day_that_is_our_estimate_is_marked_until_something_came(basis: str):
    days = ("2024-01-10", "2025-09-09", "2025-12-31")
    frame = requests(
        ("ours", *days, None, "not_yet_due", basis),
        ("the text's", *days, None, "not_yet_due", "explicit_date"),
        ("came", *days, "2025-10-01", "issued_on_time", basis),
        ("no day", "2024-01-10", None, None, None, "unknown", basis),
    )
    assert list(named(draw(frame), "marks")[0].text) == ["~", "", "", ""]


def test_the_window_is_drawn_only_where_there_is_a_due_day():
    x = list(named(draw(FIVE), "due")[0].x)
    windows = list(zip(x[::3], x[1::3], strict=True))
    assert windows == [
        ("2024-09-10", "2025-02-01"),
        ("2025-01-31", "2025-02-01"),
        ("2025-09-09", "2026-01-01"),
        ("2027-01-01", "2027-05-01"),
    ]


def test_lateness_runs_to_issue_or_to_today_and_only_for_what_was_late():
    drawn = {tuple(trace.x[:2]) for trace in named(draw(FIVE), "late")}
    assert drawn == {("2025-01-31", "2025-03-03"), ("2025-12-31", "2026-06-02")}
    assert named(draw(FIVE[3:]), "late") == []


def test_the_key_names_the_statuses_present():
    entries = [trace.name for trace in draw(FIVE[:2]).data if trace.showlegend]
    assert entries == ["issued on time", "issued late"]


def test_today_and_every_mark_are_in_view():
    figure = draw(FIVE)
    start, end = (value[:10] for value in figure.layout.xaxis.range)
    assert start < "2023-12-10"
    assert end > "2027-04-30"


def test_the_sentence_counts_the_frame():
    template = "{n} {first} {late} {overdue} {status_n}"
    said = lateness_alt(FIVE, statuses=STATUSES, template=template, empty="")
    assert said == "5 2023-12-10 1 1 1"
