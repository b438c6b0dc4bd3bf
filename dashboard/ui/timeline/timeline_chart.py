"""The timeline drawn for this run's view."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import partial

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dashboard.analysis.lineage import links
from dashboard.analysis.scope import is_read, rows_read
from dashboard.analysis.selection.codes import UNKNOWN
from dashboard.analysis.selection.facets import facet_counts
from dashboard.analysis.selection.parameters import ABOUT_AI, acting
from dashboard.analysis.selection.query import Query
from dashboard.analysis.selection.select import as_read, select
from dashboard.charts.timeline.timeline_figure import alt_text, timeline
from dashboard.charts.timeline.timeline_words import TimelineWords
from dashboard.corpus.snapshot import Snapshot
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.width import DESK, is_narrow
from dashboard.ui.results.figure import chart, figure, open_mark
from dashboard.ui.results.image_export import frame_of
from dashboard.ui.statements.statement_list import hover_line
from dashboard.words import LANGUAGES, words

BESIDE = (5, 3)
"""How the drawing and the record share the page where one stands beside the other."""
_BUTTONS = ("zoom2d", "pan2d", "zoomIn2d", "zoomOut2d", "resetScale2d")
STATEMENTS = "statements"
"""What the parameter `show` may add to the drawing."""


def timeline_chart(page: Page, found: pd.DataFrame, lanes_by: str) -> None:
    """Draw the rows; choosing a mark opens its record."""
    chart(
        page,
        lanes_by,
        _shows(page),
        partial(_draw, page, found, lanes_by),
        alt=summary(page, found, lanes_by),
        note=page.say("timeline.how_to_read"),
        hint=page.say("hint.record"),
        on_select=open_mark(page),
        buttons=_BUTTONS,
        share=BESIDE[0] / sum(BESIDE) if page.query.item and not is_narrow() else 1,
    )
    _statements_switch(page)


def warm(snapshot: Snapshot) -> None:
    """Draw what the first visitors will see, and read what the first filters need."""
    opened = Query().having(scope=ABOUT_AI)
    for language in LANGUAGES:
        page = Page("timeline", "timeline", snapshot, opened, words(language))
        found = as_read(snapshot, "timeline", page.query).rows
        draw = partial(_draw, page, found, "lanes")
        said = page.say("drawing.lanes"), summary(page, found, "lanes")
        frame = frame_of(page, *said, page.say("timeline.how_to_read"))
        figure(page, "lanes", _shows(page), draw, frame, width_px=DESK)
    for table in snapshot.tables:
        select(snapshot, table, Query().having(q="a", from_="2000", scope=ABOUT_AI))
        choices = [p.name for p in acting(table) if p.kind == "choice"]
        facet_counts(snapshot, table, Query(), choices)


def summary(page: Page, found: pd.DataFrame, lanes_by: str) -> str:
    """The drawing in one sentence, with how many of how many records it rests on."""
    placed, lanes = _placed(page, found, lanes_by)
    return alt_text(
        placed[is_read(placed)],
        total=int(rows_read(page.snapshot, "timeline").sum()),
        lanes=lanes,
        template=page.say("timeline.alt"),
        empty=page.say("timeline.alt_empty"),
        dates=page.say.dates,
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
    return found.assign(lane=found[column].fillna(UNKNOWN)), lanes


def _shows(page: Page) -> Hashable:
    """What decides which marks are drawn, and which one is open."""
    return page.query.without("sort", "limit", "offset", "lang", "view", "v"), page.snapshot.as_of


def _draw(page: Page, found: pd.DataFrame, lanes_by: str, width_px: int) -> go.Figure:
    selected = page.snapshot.mark_of(page.query.item) if page.query.item else None
    placed, lanes = _placed(page, found, lanes_by)
    return timeline(
        placed,
        lanes=list(lanes.items()),
        tracks=page.labels("tracks"),
        kinds=page.labels("kinds"),
        words=_words(page),
        today=page.snapshot.as_of,
        selected=selected,
        links=links(page.snapshot, selected) if selected else None,
        language=page.say.language,
        width_px=width_px,
        show_mentions="mention" in page.query.choice("weight").any_of,
        statements=_statements(page, found) if page.query.show == STATEMENTS else None,
    )


def _statements(page: Page, drawn: pd.DataFrame) -> pd.DataFrame:
    """The statements of the period as the rug draws them: id, date and what is said on hover.

    One whose matter an event of those drawn tells has its mark already.
    """
    query = Query().having(from_=page.query.from_, to=page.query.to, scope=page.query.scope)
    found = select(page.snapshot, "statements", query)
    found = found[~found["id"].isin(drawn["same_as"])]
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
        page.say("timeline.show_statements"),
        key=key,
        on_change=page.follow,
        args=(key, lambda query, on: query.having(show=STATEMENTS if on else None)),
    )


def _words(page: Page) -> TimelineWords:
    say = page.say
    return TimelineWords(
        today=say("timeline.today"),
        empty=say("empty.title"),
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
