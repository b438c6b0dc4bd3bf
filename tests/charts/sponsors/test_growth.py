"""Sponsors from draft to adoption: a piece of bar for each step, the total at its end."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.charts.sponsors.growth import growth, growth_alt
from tests.charts.drawn import HOSTILE, WIDTHS, bars, marks, named, themeless, unsafe

STEPS = {"draft": "On the draft", "additional": "Joined later"}
HOVER = "{label}, {step}, {date}: {added} of {total}"


def steps(*lines: tuple[str, str, str | None, int | None, int | None]) -> pd.DataFrame:
    frame = pd.DataFrame(lines, columns=["symbol", "step", "date", "added", "total"])
    return frame.astype({"symbol": "str", "step": "str", "added": "Int64", "total": "Int64"})


def draw(frame: pd.DataFrame, width: int = 1000, **labels: str):
    given = {"labels": labels, "steps": STEPS, "hover": HOVER, "dates": lambda date: date or ""}
    given["written"] = {"group": "Group of 77 and 9 more"}
    return growth(frame, **given, width_px=width)


TWO = steps(
    ("late", "draft", "2025-03-01", 5, 5),
    ("late", "additional", "2025-04-01", 9, 14),
    ("early", "draft", "2024-01-01", 54, 54),
    ("early", "additional", None, 69, 123),
)


@pytest.mark.parametrize("width", WIDTHS)
def test_an_empty_frame_has_a_key_and_no_mark(width: int):
    figure = draw(steps(), width)
    assert marks(figure) == 0
    assert [trace.name for trace in bars(figure)] == list(STEPS.values())
    assert figure.layout.height > 0
    assert growth_alt(steps(), labels={}, template="x", empty="none") == "none"


@pytest.mark.parametrize("width", WIDTHS)
def test_hostile_text_stays_text(width: int):
    frame = steps((HOSTILE, "draft", HOSTILE, 1, 1))
    steps_ = {"draft": HOSTILE}
    figure = growth(
        frame, labels={}, steps=steps_, hover=HOVER, dates=str, written={}, width_px=width
    )
    assert unsafe(figure) == []
    assert bars(figure)[0].customdata == (HOSTILE,)


def test_a_text_tabled_for_a_group_ends_in_words_and_never_in_a_number():
    figure = draw(steps(("group", "draft", None, 0, 0), ("group", "additional", None, 9, 9)))
    (written,) = [trace.text for trace in figure.data if trace.type == "scatter"]
    assert [text.strip() for text in written] == ["Group of 77 and 9 more"]
    assert [list(trace.x) for trace in bars(figure)] == [[0], [9]]


@pytest.mark.parametrize("width", WIDTHS)
def test_each_line_is_a_piece_and_the_text_with_most_sponsors_stands_on_top(width: int):
    figure = draw(TWO, width, early="First")
    draft, later = bars(figure)
    assert marks(figure) == len(TWO)
    assert dict(zip(draft.customdata, draft.x, strict=True)) == {"late": 5, "early": 54}
    assert dict(zip(later.customdata, later.base, strict=True)) == {"late": 5, "early": 54}
    assert dict(zip(later.customdata, later.x, strict=True)) == {"late": 9, "early": 69}
    assert draft.y[1] < draft.y[0]
    assert list(figure.layout.yaxis.ticktext) == ["First", "late"]
    assert later.hovertext[1] == "First, Joined later, : 69 of 123"
    assert themeless(figure)


def test_the_steps_are_of_two_shades_and_the_row_ends_in_their_sum():
    figure = draw(TWO)
    assert len({trace.marker.color for trace in bars(figure)}) == len(STEPS)
    assert [t.strip() for t in named(figure, "written")[0].text] == ["54 + 69 = 123", "5 + 9 = 14"]


def test_where_it_is_not_known_who_joined_the_row_says_at_least():
    figure = draw(steps(("a", "draft", None, 7, 7), ("a", "additional", None, None, None)))
    assert marks(figure) == 1
    assert named(figure, "written")[0].text[0].strip() == "≥ 7"


def test_a_step_without_a_label_is_refused_by_name():
    with pytest.raises(ValueError, match="step 'ghost' has no label"):
        draw(steps(("a", "ghost", None, 1, 1)))


def test_the_sentence_counts_the_frame():
    said = growth_alt(
        TWO,
        labels={"early": "First"},
        template="{texts} {draft} {added} {label} {total}",
        empty="",
    )
    assert said == "2 59 78 First 123"
