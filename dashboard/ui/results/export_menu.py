"""What a reader takes away from a view: a paper, references, its links."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import partial
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from dashboard.analysis.selection.parameters import ABOUT_AI
from dashboard.export.citations.cite import Retrieval
from dashboard.export.citations.references import FORMATS, references
from dashboard.export.papers.asks_brief import asks_brief
from dashboard.export.papers.paper import Paper, markdown, word
from dashboard.export.papers.view_brief import MOST, View, view_brief
from dashboard.export.tables.figures import figures_csv
from dashboard.server.operation.metrics import export_timed
from dashboard.ui.filters.active_filters import stated
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.url_state import here, link_params, site_address
from dashboard.ui.results.image_export import source_line
from dashboard.ui.results.subscriptions import CALENDARS, calendar_address, subscriptions

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_REFERENCED = ("documents", "timeline")
_REFERENCES = {
    "bibtex": ("bib", "application/x-bibtex"),
    "ris": ("ris", "application/x-research-info-systems"),
    "csl_json": ("json", "application/vnd.citationstyles.csl+json"),
}
_NOT_IN_A_NAME = re.compile(r"[^\w.]+")


def export_menu(
    page: Page,
    rows: Callable[[], pd.DataFrame],
    table: str | None = None,
    above: Callable[[], None] | None = None,
) -> None:
    """A button that opens the files and the links of a view.

    `rows` gives those of the view, of `table` where it is not the page's own; `above` draws
    what a page adds over them.
    """
    popover = st.popover(
        page.say("take.label"),
        icon=":material/ios_share:",
        key=f"{page.name}.take",
        on_change="rerun",
    )
    if above is not None:
        with popover:
            above()
    if not popover.open:
        return
    shown, found = table or page.table, rows()
    pinned = view_address(page, pinned=True)
    with popover:
        links, files = st.tabs([page.say("take.link"), page.say("take.files")])
    with files:
        nav, question = page.say(f"{page.name}.nav"), _filters(page) or page.say("take.everything")
        _papers(page, found, View(shown, nav, question, pinned, dt.date.today()))
        if shown in _REFERENCED:
            _references(page, found)
    with links:
        st.caption(page.say("take.newest"))
        st.code(view_address(page), language=None, wrap_lines=True)
        st.caption(page.say("take.pinned", version=page.snapshot.version))
        st.code(pinned, language=None, wrap_lines=True)
        calendar_address(page)
        subscriptions(page, *(table for table in CALENDARS if table == page.table))


def brief_buttons(page: Page, asked: pd.DataFrame, addressee: str) -> None:
    """The requests to one addressee as Markdown and as a Word file, made when asked for."""
    say, filters = page.say, _filters(page)
    today = say.date(dt.date.today().isoformat())
    brief = partial(
        asks_brief,
        *(page.snapshot, say, asked),
        title=say("brief.title", addressee=page.label("addressees", addressee)),
        lines=[
            say("brief.filters", filters=filters) if filters else say("brief.all"),
            say("asks.found", n=len(asked)),
            say("footer.version", version=page.snapshot.version, date=today),
            say("footer.sources"),
        ],
    )
    paper_buttons(page, brief, f"{say('brief.file')}-{addressee}-{page.snapshot.version}")


def _filters(page: Page) -> str:
    """The scope and the filters in force as a phrase; empty where there are none."""
    scope = [page.say("scope.said_ai")] if page.query.scope == ABOUT_AI else []
    return page.say.listed([*scope, *(stated(page, name) for name in page.query.active())])


def view_address(page: Page, *, pinned: bool = False) -> str:
    """The whole address of the view, at whatever host the reader came by.

    Pinned, it names the data version by which the view was made.
    """
    params = link_params(page.query.having(item=None, offset=None))
    params.pop("v", None)
    if pinned:
        params["v"] = [page.snapshot.version]
    query = urlencode(params, doseq=True)
    return here() + (f"?{query}" if query else "")


def _papers(page: Page, found: pd.DataFrame, view: View) -> None:
    """The brief in both forms, made when it is asked for."""
    base = site_address(page.name)
    paper_buttons(
        page, partial(view_brief, page.snapshot, page.say, found, view, base), _stem(page)
    )
    if len(found) > MOST:
        st.caption(page.say("take.first", n=MOST))


def _references(page: Page, found: pd.DataFrame) -> None:
    """A reference for each row, made when it is asked for."""
    retrieval = Retrieval(page.snapshot.version, dt.date.today(), site_address(page.name))
    made = partial(references, page.snapshot, found, page.say.language, retrieval)
    st.caption(page.say("take.references"))
    with st.container(horizontal=True):
        for name, (suffix, mime) in _REFERENCES.items():
            file = partial(lambda write: write(made()), FORMATS[name])
            _download(page, f"citing.{name}", file, f"{_stem(page)}.{suffix}", mime)


def paper_buttons(page: Page, brief: Callable[[], Paper], stem: str) -> None:
    """A paper as Markdown and as a Word file, made when it is asked for."""
    with st.container(horizontal=True):
        _download(page, "brief.markdown", lambda: markdown(brief()), f"{stem}.md", "text/markdown")
        _download(page, "brief.word", lambda: word(brief()), f"{stem}.docx", _WORD)


def download_figures(page: Page, figures: pd.DataFrame, name: str) -> None:
    """The figures of a view as a CSV file, made when it is asked for, with where they are from."""
    source = f"{source_line(page)} {view_address(page, pinned=True)}"
    made = partial(figures_csv, figures, source)
    _download(page, "chart.figures", made, f"{_stem(page)}-{name}.csv", "text/csv")


def _stem(page: Page) -> str:
    parts = (page.say("app.title"), page.say(f"{page.name}.nav"), page.snapshot.version)
    return "-".join(_NOT_IN_A_NAME.sub("-", part).strip("-.") for part in parts)


def _download(
    page: Page, label: str, made: Callable[[], str | bytes], name: str, mime: str
) -> None:
    form = name.rpartition(".")[2]

    def timed() -> str | bytes:
        with export_timed(form):
            return made()

    st.download_button(
        page.say(label),
        timed,
        file_name=name,
        mime=mime,
        key=f"{page.name}.take.{form}",
        icon=":material/download:",
        on_click="ignore",
    )
