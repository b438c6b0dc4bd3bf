"""What is measured, where, how often, and the ratio that is still good enough."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROBES = ROOT.parent / "shared" / "probes"
"""Holds the bare app and what starts a server; without it the benchmark says so and ends."""


@dataclass(frozen=True)
class Side:
    """One of the two apps of a comparison, and the widget whose choice is changed."""

    script: Path
    folder: Path
    """Where it is started, which decides whose `.streamlit/config.toml` holds."""
    page: str
    """Path of the page, without a leading slash; empty: the first page."""
    query: str
    widget: str
    """Key of a multiselect, of pills, of a toggle or of a text box."""


FLOOR = Side(PROBES / "floor_app.py", PROBES, "", "", "verb")
PARAGRAPHS = Side(ROOT / "streamlit_app.py", ROOT, "paragraphs", "lang=en", "paragraphs.mentions")
SEARCH = Side(ROOT / "streamlit_app.py", ROOT, "paragraphs", "lang=en", "paragraphs.q.1")
TIMELINE = Side(ROOT / "streamlit_app.py", ROOT, "", "lang=en", "")

FILTER_WARM_UPS = 3
FILTER_ROUNDS = 15
FILTER_LIMIT = 0.45
SEARCH_LIMIT = 0.45
DRAFT_LIMITS = {"one": 0.5, "thirty": 4.0}
"""By how many paragraphs the draft has, in words."""

FLOOD_READERS = 8
FLOOD_SECONDS = 30
FLOOD_REST = 3.0
"""Seconds, about, that each reader rests between two changes."""
FLOOD_LIMIT = 1.5

OPEN_WARM_UPS = 1
OPEN_ROUNDS = 5
OPEN_LIMIT = 1.4
DRAWN = ".js-plotly-plot .main-svg"
"""There once plotly has drawn a chart."""
IDLE = '[data-test-script-state="notRunning"]'
"""There once the server has sent everything."""

LOAD_ROUNDS = 3

LOAD_SESSIONS = 400
LOAD_AT_ONCE = 100
LOAD_BUDGETS = "reruns=off waiting=off openings=off open=off"
LOAD_REST = 10.0
"""Seconds between two changes of one page, on average."""
LOAD_SECONDS = 60.0
LOAD_LIMITS = {"open": 8.0, "p95": 1.0, "herd": 8.0}

REPLICA_PORT = 8640
REPLICA_SESSIONS = 40
REPLICA_LIMIT = 5.0
REPLICA_QUERIES = (
    "lang=en&verb=requests",
    "lang=en&q=capacity%20building&mentions=true",
    "lang=zh&part=operative&scope=all",
    "lang=en&from=2024&topic=safety&sort=-date",
)
"""Views of Paragraphs that are open when a replica is killed; the last one in a browser."""

WORDING_ROUNDS = 7
WORDING_LIMIT = 1.0
WORDING_ROWS = 100
WORDING_SEARCHES = (
    *("development", "human rights", "artificial intelligence", "safe secure trustworthy"),
    *("women and girls", "reporting mechanism", "sovereign equality", '"human control"'),
    *("implementation of the present resolution", "ransomware"),
)
"""Words of every frequency, each searched anew."""

RERUN_WARM_UPS = 3
RERUN_ROUNDS = 15
RERUNS = (
    *(("sponsors", f"lang=en&view={v}") for v in ("texts", "overlap", "ranking", "years", "pairs")),
    ("sponsors", "lang=en&symbol=A/RES/79/239"),
    ("sponsors", "lang=en&view=pairs&country=CHN&country=USA"),
    ("compare", "lang=en"),
    *(("votes", f"lang=en&view={v}") for v in ("bars", "ballots", "moved", "grid", "agreement")),
    ("votes", "lang=en&item=A/RES/79/239@plenary"),
    ("paragraphs", "lang=en&scope=all"),
    ("paragraphs", "lang=en&scope=all&paper=all"),
)
"""Pages and queries that are run again; an older checkout passes over parameters it has not."""

GROWTH_ROUNDS = 6
GROWTH_TIMES = 10
GROWTH_TOPICS = ("capacity building", "human rights", "data governance")
GROWTH_LIMITS = {"whole": 1.2, "ten times": 3.0}
"""By how much a larger record may slow the page."""
