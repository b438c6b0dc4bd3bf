"""The timeline drawn for this run's view: figures are cached by what they show."""

from __future__ import annotations

import datetime as dt
import threading
from collections import OrderedDict
from collections.abc import Mapping
from functools import partial

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dashboard.analysis.lineage import links
from dashboard.analysis.selection.codes import UNKNOWN
from dashboard.analysis.selection.facets import facet_counts
from dashboard.analysis.selection.parameters import acting
from dashboard.analysis.selection.query import Query
from dashboard.analysis.selection.select import newest_first, select
from dashboard.charts.style import SHAPES
from dashboard.charts.timeline.timeline_figure import CONFIG, alt_text, timeline
from dashboard.charts.timeline.timeline_words import TimelineWords
from dashboard.corpus.snapshot import Snapshot
from dashboard.ui.frame.page import Page, on_phone
from dashboard.ui.frame.url_state import change, current_query
from dashboard.ui.results.contrast import scheme_in_use, with_contrast
from dashboard.ui.results.image_export import picture_config, source_line, with_source
from dashboard.ui.statements.statement_list import hover_line
from dashboard.words import LANGUAGES, words

_WIDE, _BESIDE, _PHONE = 1180, 740, 360
_MOST_FIGURES = 64
_BUTTONS = {
    "modeBarButtons": [["toImage", "zoom2d", "pan2d", "zoomIn2d", "zoomOut2d", "resetScale2d"]]
}
STATEMENTS = "statements"
"""What the parameter `show` may add to the drawing."""
_LANE = "drawn_in"
"""The column added to the rows: the code of the lane a record is drawn in."""
_figures: OrderedDict[tuple[object, ...], go.Figure] = OrderedDict()
_lock = threading.Lock()


def timeline_chart(page: Page, found: pd.DataFrame, lanes_by: str) -> None:
    """Draw the rows; choosing a mark opens its record."""
    key = f"timeline.chart.{lanes_by}"
    st.plotly_chart(
        _cached(page, found, lanes_by, on_phone()),
        key=key,
        on_select=partial(_open_mark, page.name, key),
        selection_mode="points",
        config={**CONFIG, **picture_config(page, lanes_by, phone=on_phone())} | _BUTTONS,
        alt=summary(page, found, lanes_by),
    )
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        st.caption(page.say("timeline.how_to_read"), width="content")
        _statements_switch(page)


def warm(snapshot: Snapshot) -> None:
    """Draw what the first visitors will see, and read what the first filters need."""
    for language in LANGUAGES:
        page = Page("timeline", "timeline", snapshot, Query(), words(language))
        found = select(snapshot, "timeline", newest_first(page.query))
        _cached(page, found, "lanes", phone=False)
    for table in snapshot.tables:
        select(snapshot, table, Query().having(q="a", from_="2000"))
        choices = [p.name for p in acting(table) if p.kind == "choice"]
        facet_counts(snapshot, table, Query(), choices)


def summary(page: Page, found: pd.DataFrame, lanes_by: str) -> str:
    """The drawing in one sentence, with how many of how many records it rests on."""
    placed, lanes = _placed(page, found, lanes_by)
    return alt_text(
        placed,
        total=len(page.snapshot.tables["timeline"]),
        lanes=lanes,
        template=page.say("timeline.alt"),
        empty=page.say("timeline.alt_empty"),
        dates=page.say.dates,
        lane_column=_LANE,
    )


def _placed(
    page: Page, found: pd.DataFrame, lanes_by: str
) -> tuple[pd.DataFrame, Mapping[str, str]]:
    """The rows with the lane each stands in, and all lanes by label.

    A record that nobody has coded yet has no track: such stand in a lane of their own.
    """
    vocabulary, column = ("lanes", "lane") if lanes_by == "lanes" else ("tracks", "track")
    lanes = page.labels(vocabulary)
    if found[column].isna().any():
        lanes[UNKNOWN] = page.say("facet.unknown")
    return found.assign(**{_LANE: found[column].fillna(UNKNOWN)}), lanes


def _open_mark(table: str, key: str) -> None:
    points = st.session_state[key]["selection"]["points"]
    found = [point["customdata"] for point in points if point.get("customdata")]
    if found:
        first = found[0][0] if isinstance(found[0], list) else found[0]
        change(table, current_query(table).having(item=str(first)))


def _cached(page: Page, found: pd.DataFrame, lanes_by: str, phone: bool) -> go.Figure:
    today, scheme = dt.date.today(), scheme_in_use()
    query = page.query.without("sort", "limit", "offset", "lang", "view", "v")
    key = (page.snapshot.key, page.say.language, query, lanes_by, phone, today, scheme)
    with _lock:
        if key in _figures:
            _figures.move_to_end(key)
            return _figures[key]
    drawn = _draw(page, found, lanes_by, today, phone)
    figure = with_contrast(drawn if phone else with_source(drawn, source_line(page)), scheme)
    with _lock:
        _figures[key] = figure
        while len(_figures) > _MOST_FIGURES:
            _figures.popitem(last=False)
    return figure


def _draw(page: Page, found: pd.DataFrame, lanes_by: str, today: dt.date, phone: bool) -> go.Figure:
    selected = page.query.item
    placed, lanes = _placed(page, found, lanes_by)
    return timeline(
        placed,
        lanes=list(lanes.items()),
        tracks=page.labels("tracks"),
        kinds=page.labels("kinds"),
        words=_words(page),
        today=today,
        selected=selected,
        links=links(page.snapshot, selected) if selected else None,
        language=page.say.language,
        lane_column=_LANE,
        width_px=_PHONE if phone else _BESIDE if selected else _WIDE,
        show_mentions="mention" in page.query.choice("weight").any_of,
        statements=_statements(page) if page.query.show == STATEMENTS else None,
    )


def _statements(page: Page) -> pd.DataFrame:
    """The statements of the period as the rug draws them: id, date and what is said on hover."""
    query = Query().having(from_=page.query.from_, to=page.query.to)
    found = select(page.snapshot, "statements", query)
    return pd.DataFrame(
        {
            "id": found["id"],
            "date": found["date"],
            "hover": [hover_line(page, row) for row in found.to_dict("records")],
        }
    )


def _statements_switch(page: Page) -> None:
    """Draw statements as ticks beneath the lanes, or not."""
    key = "timeline.show"
    st.session_state[key] = page.query.show == STATEMENTS
    st.toggle(
        page.say("timeline.show_statements"), key=key, on_change=_shown, args=(page.name, key)
    )


def _shown(name: str, key: str) -> None:
    wanted = STATEMENTS if st.session_state[key] else None
    change(name, current_query(name).having(show=wanted))


def _words(page: Page) -> TimelineWords:
    say = page.say
    return TimelineWords(
        today=say("timeline.today"),
        empty=say("empty.title"),
        groups={group: say(f"shape.{group}") for group in SHAPES},
        upcoming=say("timeline.upcoming"),
        imprecise=say("timeline.imprecise"),
        mention=say("timeline.mention"),
        earlier=say("timeline.earlier"),
        statements=say("statements.nav"),
        bodies=page.labels("bodies"),
        verification=page.labels("verification"),
        relations=page.labels("relations"),
        dates=say.dates,
    )
