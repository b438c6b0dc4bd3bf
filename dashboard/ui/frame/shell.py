"""What stands around every page: the name, the language, the state of the data."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard.corpus.snapshot import Snapshot
from dashboard.ui.frame.language import language_switch
from dashboard.ui.frame.markdown import escaped, link, small
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.scope import scope_switch
from dashboard.ui.frame.sign_in import sign_out
from dashboard.ui.frame.url_state import contract_path
from dashboard.words import Words

PAGES = (
    *("timeline", "documents", "paragraphs", "asks", "compare", "agreed_language"),
    *("votes", "sponsors", "statements", "countries", "requests", "about"),
)
"""The pages in the order of the navigation, by the name of their file and path."""


ICON = str(Path(__file__).parents[3] / "static" / "icon.png")
"""The tab's icon, from here: the framework's own icons come from another host."""


def document_title(say: Words, *shown: str) -> str:
    """What the browser's tab and history call the page: what it shows, then the dashboard."""
    return " · ".join([*shown, say("app.title")])


def title_bar(page: Page) -> None:
    """A page's title, and beside it what it is of and the language."""
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
    ):
        st.title(page.say(f"{page.name}.title"), anchor=False, width="content")
        with st.container(horizontal=True, width="content"):
            scope_switch(page)
            language_switch(page.say)


def notice(say: Words, snapshot: Snapshot) -> None:
    """One note while newer data is refused, or records were left out."""
    errors = snapshot.errors
    if not errors:
        return
    key = "notice.stale" if snapshot.stale else "notice.left_out"
    first = f"{errors[0].file}:{errors[0].line}"
    st.warning(
        escaped(say(key, n=len(errors), first=first, version=snapshot.version)),
        icon=":material/warning:",
    )


def no_data(say: Words) -> None:
    """What a visitor sees when there is nothing to serve."""
    st.error(say("notice.no_data"), icon=":material/database_off:")


def footer(say: Words, snapshot: Snapshot) -> None:
    """Which data this is, where it comes from, and what it is not."""
    st.divider()
    when = say.date(snapshot.loaded_on.isoformat())
    st.markdown(
        small(
            say("footer.version", version=snapshot.version, date=when)
            + " · "
            + link(say("footer.schema"), contract_path("columns"))
        )
    )
    sign_out(say)
    st.caption(say("footer.sources"))
