"""What we lean on inside Streamlit and plotly.js that neither promises; CONTRIBUTING lists it.

Each test reads the installed files, so that a new version says at once what it took away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.elements.lib import streamlit_plotly_theme
from streamlit.testing.v1 import AppTest

from dashboard.charts.frame import TEXT_COLOUR
from dashboard.charts.votes.vote_map import CONFIG
from dashboard.server.headers import index_page
from dashboard.server.static_files import STATIC
from dashboard.ui.results.image_export import TITLES
from tests.browser.reader.server import ROOT

PLOTLY = (
    *("js-plotly-plot", "main-svg", "modebar-container", "modebar-btn", "annotation-text"),
    *("scatterlayer", "textpoint", "scattergeo", "choroplethlayer", "choroplethlocation"),
    *("_fullLayout", "topojsonURL", "toImageButtonOptions", "heatmap-label"),
    *("hoverlayer", "draglayer", "zoomlayer"),
)
"""Classes and names of plotly.js that a style, a configuration or a browser test looks for."""
PATHS = (
    *("health", "host-config", "stream", "upload_file", "metrics", "agent"),
    "script-health-check",
)
"""The framework's own paths under `/_stcore` that the server, the proxy and the tests name."""
MENTIONS = re.compile(r"\bst[A-Z][A-Za-z]+\b")


@pytest.fixture(scope="module")
def scripts() -> str:
    """Every script the installed framework sends, plotly.js among them."""
    return texts(index_page().parent.joinpath("static", "js").glob("*.js"))


def texts(files: Iterable[Path]) -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def test_every_test_id_we_look_for_is_the_framework_s(scripts: str):
    """`data-testid` and the class of the same name."""
    scripts_of_ours = (ROOT / "dashboard").rglob("*.js")
    styles = texts([*STATIC.glob("page/*.css"), *STATIC.glob("page/*.js"), *scripts_of_ours])
    ours = set(MENTIONS.findall(styles + texts((ROOT / "tests").rglob("*.py"))))
    assert len(ours) > 20
    assert {name for name in ours if name not in scripts} == set()


def test_every_name_of_plotly_we_look_for_is_plotly_s(scripts: str):
    assert {name for name in PLOTLY if name not in scripts} == set()
    assert "topojsonURL" in CONFIG


def test_every_button_title_we_replace_is_plotly_s(scripts: str):
    assert {title for title in TITLES.values() if f"`{title}`" not in scripts} == set()


def test_the_text_colour_is_the_framework_s_placeholder(scripts: str):
    assert TEXT_COLOUR in scripts
    assert TEXT_COLOUR in Path(streamlit_plotly_theme.__file__).read_text(encoding="utf-8")


def test_every_path_we_name_is_one_of_the_framework_s():
    proxy = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    named = {path for found in re.findall(r"_stcore/([^ ]+)", proxy) for path in parts(found)}
    assert named <= set(PATHS)
    server = texts(index_page().parents[1].joinpath("web", "server").rglob("*.py"))
    assert {path for path in PATHS if f"/{path}" not in server} == set()


def parts(pattern: str) -> list[str]:
    """`(metrics|agent)` and `upload_file/` by their names."""
    return pattern.strip("()/").split("|")


def test_a_test_can_open_a_page_at_once_and_read_what_is_drawn():
    at = AppTest.from_string("import streamlit as st; st.text('x')")
    assert hasattr(at, "_registered_pages")
    assert hasattr(BidiComponentManager, "discover_and_register_components")
    assert at.run().text[0].proto.body == "x"


def test_contributing_names_the_test_that_holds_each_part():
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = guide.partition("## What nobody promises")[2].partition("\n## ")[0]
    rows = re.findall(
        r"^\| [^|]+ \| [^|]+ \| `([\w/.]+)`: `(\w+)` \|$", section, flags=re.MULTILINE
    )
    assert len(rows) > 8
    for file, name in rows:
        assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8"), f"{file}: {name}"
