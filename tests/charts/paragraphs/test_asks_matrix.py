"""The matrix of verbs and addressees: what is drawn, written and selected."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.charts.paragraphs.asks_matrix import matrix

ROWS = [("tier_4", "Requests"), ("tier_5", "Demands"), ("unknown", "Unknown")]
ADDRESSEES = [("member_states", "Member States"), ("media", "Media"), ("evil", "<b>x</b>&amp;")]
HOVER = "{row}, {addressee}: {paragraphs} paragraphs"


def cells(*lines: tuple[str, str, int]) -> pd.DataFrame:
    frame = pd.DataFrame(lines, columns=["row", "addressee", "paragraphs"])
    return frame.astype({"row": "str", "addressee": "str", "paragraphs": "Int64"})


def draw(*lines: tuple[str, str, int], width: int = 1000):
    return matrix(cells(*lines), rows=ROWS, addressees=ADDRESSEES, hover=HOVER, width_px=width)


def test_without_a_paragraph_the_axes_are_whole_and_nothing_is_drawn():
    figure = draw()
    assert list(figure.layout.xaxis.ticktext) == ["Requests", "Demands", "Unknown"]
    assert len(figure.layout.yaxis.ticktext) == 3
    assert len(figure.data[0].x) == 0
    assert matrix(cells(), rows=[], addressees=[], hover=HOVER).layout.height > 0


def test_each_cell_writes_its_number_and_says_which_it_is():
    trace = draw(("tier_4", "media", 7), ("unknown", "member_states", 1)).data[0]
    assert list(trace.text) == ["7", "1"]
    assert [tuple(cell) for cell in trace.customdata] == [
        ("tier_4", "media"),
        ("unknown", "member_states"),
    ]
    assert list(zip(trace.x, trace.y, strict=True)) == [(0, 0), (2, 1)], "most asked first"
    assert trace.hovertext[0] == "Requests, Media: 7 paragraphs"
    assert trace.mode == "markers+text"
    assert trace.type == "scatter"


def test_of_whom_most_is_asked_stands_on_top_and_verbs_run_across_at_every_width():
    wide, phone = draw(("tier_5", "media", 2)), draw(("tier_5", "media", 2), width=360)
    assert (wide.layout.yaxis.range[0], wide.layout.yaxis.range[1]) == (2.5, -0.5)
    assert wide.layout.yaxis.ticktext[0] == phone.layout.yaxis.ticktext[0] == "Media"
    assert (wide.layout.xaxis.tickangle, phone.layout.xaxis.tickangle) == (0, 50)
    assert list(phone.layout.xaxis.ticktext) == ["Requests", "Demands", "Unknown"]
    assert (phone.data[0].x[0], phone.data[0].y[0]) == (1, 0)
    assert tuple(phone.data[0].customdata[0]) == ("tier_5", "media")
    assert phone.layout.margin.l < 160


def test_a_label_stays_text():
    figure = draw(("tier_4", "evil", 1))
    assert "<b>" not in figure.data[0].hovertext[0]
    assert figure.layout.yaxis.ticktext[0] == "&lt;b&gt;x&lt;/b&gt;&amp;amp;"


def test_a_code_outside_the_axes_is_refused_by_name():
    with pytest.raises(ValueError, match="column 'tier_9' has no label"):
        draw(("tier_9", "media", 1))
    with pytest.raises(ValueError, match="row 'ghost'"):
        draw(("tier_4", "ghost", 1))


def test_more_is_fuller_but_text_and_paper_keep_the_theme_s_colours():
    figure = draw(("tier_4", "media", 1), ("tier_5", "media", 9))
    faint, full = (float(c.rstrip(")").split(",")[3]) for c in figure.data[0].marker.color)
    assert 0 < faint < full <= 0.6
    assert figure.data[0].textfont.color is None
    assert figure.layout.paper_bgcolor is None
    assert figure.layout.template.layout.to_plotly_json() == {} or figure.layout.font.color is None


def test_squares_do_not_touch_with_every_addressee_on_record():
    many = [(f"a{n}", f"Addressee {n}") for n in range(27)]
    figure = matrix(cells(), rows=ROWS, addressees=many, hover=HOVER, width_px=1000)
    plot = figure.layout.height - figure.layout.margin.t - figure.layout.margin.b
    assert figure.data[0].marker.size < plot / 27
