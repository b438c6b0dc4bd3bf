"""What a reader takes away from a page as a file."""

from __future__ import annotations

import datetime as dt
from functools import partial

import pandas as pd
import streamlit as st

from dashboard.export.papers.asks_brief import BriefWords, markdown, word
from dashboard.ui.filters.active_filters import stated
from dashboard.ui.frame.page import Page

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def brief_buttons(page: Page, asked: pd.DataFrame, addressee: str) -> None:
    """The requests to one addressee as Markdown and as a Word file, made when asked for."""
    words = _words(page, asked, addressee)
    stem = f"{page.say('brief.file')}-{addressee}-{page.snapshot.version}"
    with st.container(horizontal=True):
        st.download_button(
            page.say("brief.markdown"),
            partial(markdown, asked, words),
            file_name=f"{stem}.md",
            mime="text/markdown",
            icon=":material/download:",
            on_click="ignore",
        )
        st.download_button(
            page.say("brief.word"),
            partial(word, asked, words),
            file_name=f"{stem}.docx",
            mime=_WORD,
            icon=":material/download:",
            on_click="ignore",
        )


def _words(page: Page, asked: pd.DataFrame, addressee: str) -> BriefWords:
    say = page.say
    filters = [stated(page, parameter) for parameter in page.query.active()]
    today = say.date(dt.date.today().isoformat())
    return BriefWords(
        title=say("brief.title", addressee=page.label("addressees", addressee)),
        lines=[
            say("brief.filters", filters=say.listed(filters)) if filters else say("brief.all"),
            say("asks.found", n=len(asked)),
            say("footer.version", version=page.snapshot.version, date=today),
            say("footer.sources"),
        ],
        nothing=say("empty.title"),
        no_verb=say("brief.no_verb"),
        no_summary=say("compare.no_summary"),
        softened=say("field.softeners"),
        under=say("brief.under"),
        tiers={**page.labels("tiers"), "unknown": say("asks.unknown")},
        softeners=page.labels("softeners"),
        language=say.language,
    )
