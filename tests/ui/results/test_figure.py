"""A figure on a page: drawn once for all who ask for the same, described, saved with its source."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.analysis.snapshot_cache import SnapshotCache
from dashboard.corpus import store
from dashboard.ui.results import figure as charting
from tests.invented.builders import RESOLUTION, change


@pytest.fixture(autouse=True)
def nothing_drawn(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charting, "_figures", SnapshotCache(most=64))
    drawings.clear()


drawings: list[str] = []
"""What was drawn, in order."""


def script(shows: str, alt: str) -> None:
    """A page with one bar."""
    import plotly.graph_objects as go

    from dashboard.ui.frame.language import language
    from dashboard.ui.frame.page import open_page
    from dashboard.ui.results.figure import chart
    from tests.ui.results.test_figure import drawings

    def draw(width_px: int) -> go.Figure:
        drawings.append(shows)
        figure = go.Figure(go.Bar(x=[3], y=["only"], customdata=[["key", 1]]))
        return figure.update_layout(height=200, margin={"b": 30})

    language()
    said = {"alt": alt, "title": "A *title*", "note": "How.", "hint": "Press."}
    chart(open_page("documents"), "bar", shows, draw, **said)


def opened(shows: str = "one", alt: str = "One bar.", locale: str = "en-GB") -> AppTest:
    at = AppTest.from_function(script, args=(shows, alt), default_timeout=30)
    at.context = {"locale": locale}
    at.run()
    assert not at.exception
    return at


def spec(at: AppTest) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(at.get("plotly_chart")[0].proto.spec)
    return found


def config(at: AppTest) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(at.get("plotly_chart")[0].proto.config)
    return found


def test_the_same_figure_is_drawn_once_for_every_visitor():
    first, second = opened(), opened()
    assert drawings == ["one"]
    assert spec(first) == spec(second)


def test_another_selection_and_another_language_are_other_figures():
    opened("one")
    opened("two")
    opened("one", locale="zh-CN")
    assert drawings == ["one", "two", "one"]


def test_another_width_and_another_page_of_data_are_other_figures(
    monkeypatch: pytest.MonkeyPatch, data_dir: Path
):
    """A phone never gets the wide drawing, nor one version of the data that of another."""
    for number, px in enumerate((1000, 390, 700), start=1):
        monkeypatch.setattr(charting, "width", lambda share=1.0, px=px: px)
        opened()
        opened()
        assert len(drawings) == number
    change(data_dir / RESOLUTION, issued="2035-12-06")
    store.reset()
    opened()
    assert len(drawings) == 4


@pytest.mark.parametrize("schemes", [("light", "dark"), ("dark", "light"), (None, "dark")])
def test_a_dark_page_never_gets_the_drawing_of_a_light_one(
    monkeypatch: pytest.MonkeyPatch, schemes: tuple[str | None, str]
):
    specs = []
    for number, scheme in enumerate(schemes, start=1):
        monkeypatch.setattr(
            charting.st.context.__class__, "theme", SimpleNamespace(type=scheme), raising=False
        )
        specs += [spec(opened()), spec(opened())]
        assert len(drawings) == number
    assert specs[0] == specs[1] != specs[2] == specs[3]


def test_the_figures_kept_are_bounded(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(charting, "_figures", SnapshotCache(most=2))
    for shows in ("one", "two", "three", "two", "one"):
        opened(shows)
    assert drawings == ["one", "two", "three", "one"]
    assert len(charting._figures) == 2


@pytest.mark.parametrize(("locale", "said"), [("en-GB", "data version"), ("zh-CN", "数据版本")])
def test_a_figure_carries_its_frame_which_the_page_shows_and_keeps_its_marks(
    locale: str, said: str
):
    at = opened(alt="3 of <b>4</b>.", locale=locale)
    drawn = spec(at)
    frame = drawn["layout"]["meta"]
    assert (frame["title"], frame["counted"]) == ("A *title*", "3 of <b>4</b>.")
    assert frame["foot"].startswith("How.")
    assert all(part in frame["foot"] for part in (said, frame["source"], frame["day"]))
    head, foot = (str(block.value) for block in (at.markdown[-1], at.caption[-1]))
    assert head == "**A \\*title\\***  \n3 of \\<b\\>4\\</b\\>."
    assert said in foot
    assert foot.startswith("Press. How.")  # which no picture says
    (bar,) = drawn["data"]
    assert bar["customdata"] == [["key", 1]]
    assert drawn["layout"]["height"] == 200


def test_a_figure_is_described_and_offers_one_button():
    at = opened(alt="One bar, three long.")
    assert at.get("plotly_chart")[0].proto.alt == "One bar, three long."
    assert config(at)["modeBarButtons"] == [["toImage"]]
    assert config(at)["scrollZoom"] is False
    assert config(at)["toImageButtonOptions"]["filename"].startswith("ai-governance-bar-")
