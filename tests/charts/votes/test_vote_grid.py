"""The grid of States and votes: one cell a pair, gaps where nothing is known."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.charts.votes.positions import area_colour
from dashboard.charts.votes.vote_grid import grid_alt, vote_grid
from tests.charts.votes.roll_calls import POSITIONS

STATES = [("AAA", "Alpha"), ("BBB", "<i>Beta</i>"), ("CCC", "Gamma")]
VOTES = [("v1", "A/1"), ("v2", "A/2 <b>")]
LETTERS = dict(zip(POSITIONS, "YNA–?.x", strict=True))


def draw(*rows: tuple[str, str, str], width: int = 1180, votes=VOTES):
    frame = pd.DataFrame(
        [(iso3, "weog", vote, position) for iso3, vote, position in rows],
        columns=["iso3", "regional_group", "vote", "position"],
    )
    hover = "{state}, {vote}: {position}"
    labels = {"positions": POSITIONS, "letters": LETTERS, "hover": hover, "width_px": width}
    return vote_grid(frame, states=STATES, votes=votes, **labels)


def test_without_a_cell_the_axes_stand_and_nothing_is_drawn():
    figure = draw()
    assert len(figure.data) == 0
    assert len(figure.layout.yaxis.ticktext) == 3
    assert (
        vote_grid(
            pd.DataFrame(columns=["iso3", "regional_group", "vote", "position"]),
            states=[],
            votes=[],
            positions=POSITIONS,
            letters=LETTERS,
            hover="",
        ).layout.height
        > 0
    )


def test_each_pair_has_its_letter_and_its_colour_and_a_missing_one_has_neither():
    heat = draw(("AAA", "v1", "yes"), ("BBB", "v2", "no"), ("CCC", "v1", "not_member")).data[0]
    assert [list(row) for row in heat.text] == [["Y", ""], ["", "N"], [".", ""]]
    assert heat.z[0][1] is None
    assert heat.hovertext[1][1] == "&lt;i&gt;Beta&lt;/i&gt;, A/2 &lt;b&gt;: Against"
    assert list(heat.customdata[2][0]) == ["CCC", "v1"]
    span = heat.zmax - heat.zmin
    for value, code in ((heat.z[0][0], "yes"), (heat.z[1][1], "no"), (heat.z[2][0], "not_member")):
        at = (value - heat.zmin) / span
        below = [colour for edge, colour in heat.colorscale if edge <= at][-1]
        assert below == area_colour(code)


def test_narrow_cells_carry_no_letter_and_a_phone_writes_codes():
    many = [(f"v{n}", f"A/{n}") for n in range(200)]
    narrow = draw(("AAA", "v1", "yes"), votes=many).data[0]
    assert {text for row in narrow.text for text in row} == {""}
    assert list(draw(width=360).layout.yaxis.ticktext) == ["AAA", "BBB", "CCC"]


def test_the_key_explains_the_letters_that_are_there():
    figure = draw(("AAA", "v1", "abstain"), ("BBB", "v1", "yes"))
    assert [t.name for t in figure.data if t.showlegend] == ["Y In favour", "A Abstaining"]
    with pytest.raises(ValueError, match="vote 'v9'"):
        draw(("AAA", "v9", "yes"))


def test_the_sentence_counts_states_and_votes():
    grid = pd.DataFrame({"iso3": ["A", "A", "B"], "vote": ["v", "w", "v"]})
    assert grid_alt(grid, template="{states} x {votes}", empty="None.") == "2 x 2"
    assert grid_alt(grid[:0], template="{states}", empty="None.") == "None."
