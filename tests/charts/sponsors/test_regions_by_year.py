"""Sponsors of regional groups over the years: n of N in a square, also a year without a text."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.charts.sponsors.regions_by_year import regions_by_year, regions_by_year_alt
from tests.charts.drawn import HOSTILE, WIDTHS, marks, themeless, unsafe

GROUPS = {"african": "African States", "weog": "West", "observer": "Observers"}
HOVER = "{group}, {year}: {n} of {total}, {sponsorships} of {texts}"
COLUMNS = ["year", "group", "states", "eligible", "sponsorships", "texts"]


def years(*lines: tuple[str, str, int, int, int, int]) -> pd.DataFrame:
    return pd.DataFrame(lines, columns=COLUMNS)


def draw(frame: pd.DataFrame, width: int = 1000, **more):
    given = {"groups": GROUPS, "year": "{year} ({n})", "hover": HOVER} | more
    return regions_by_year(frame, width_px=width, **given)


FOUR = years(
    ("2022", "african", 0, 54, 0, 1),
    ("2022", "weog", 29, 29, 29, 1),
    ("2024", "weog", 28, 29, 40, 2),
    ("2024", "observer", 1, 0, 2, 2),
)


@pytest.mark.parametrize("width", WIDTHS)
def test_an_empty_frame_has_no_square_and_says_so(width: int):
    figure = draw(years(), width)
    assert marks(figure) == 0
    assert figure.layout.height > 0
    assert regions_by_year_alt(years(), groups={}, template="x", empty="none") == "none"


@pytest.mark.parametrize("width", WIDTHS)
def test_hostile_text_stays_text(width: int):
    hostile = {"groups": {HOSTILE: HOSTILE}, "year": HOSTILE + " {year}", "hover": HOSTILE}
    assert unsafe(draw(years(("2024", HOSTILE, 1, 2, 1, 1)), width, **hostile)) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_each_line_is_a_square_that_writes_how_many_of_how_many(width: int):
    trace = draw(FOUR, width).data[0]
    assert dict(zip(map(tuple, trace.customdata), trace.text, strict=True)) == {
        ("2022", "african"): "0/54",
        ("2022", "weog"): "29/29",
        ("2024", "weog"): "28/29",
        ("2024", "observer"): "1/–",
    }
    assert trace.hovertext[2] == "West, 2024: 28 of 29, 40 of 2"
    assert themeless(draw(FOUR, width))


def test_years_run_across_and_on_a_phone_down_and_one_without_a_text_is_there():
    wide, phone = draw(FOUR), draw(FOUR, 360)
    labels = ["2022 (1)", "2023 (0)", "2024 (2)"]
    assert list(wide.layout.xaxis.ticktext) == list(phone.layout.yaxis.ticktext) == labels
    assert list(wide.layout.yaxis.ticktext) == list(GROUPS.values())
    assert (wide.data[0].x[2], wide.data[0].y[2]) == (2, 1)
    assert (phone.data[0].x[2], phone.data[0].y[2]) == (1, 2)


def test_the_shade_is_the_share_and_none_where_nobody_was_eligible():
    colours = draw(FOUR).data[0].marker.color
    alpha = [float(colour.rstrip(")").split(",")[3]) for colour in colours]
    assert alpha[3] == 0 < alpha[0] <= alpha[2] <= alpha[1]


def test_a_group_without_a_label_is_refused_by_name():
    with pytest.raises(ValueError, match="'ghost' has no label"):
        draw(years(("2024", "ghost", 1, 2, 1, 1)))


def test_the_sentence_names_the_years_and_the_square_with_most_states():
    template = "{first}-{last}, {groups}: {group} {n}/{total} in {year}"
    said = regions_by_year_alt(FOUR, groups=GROUPS, template=template, empty="")
    assert said == "2022-2024, 3: West 29/29 in 2022"
