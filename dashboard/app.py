"""The router: page settings, language, navigation, and what stands around every page."""

from __future__ import annotations

import streamlit as st

from dashboard.corpus import store
from dashboard.corpus.snapshot import NoDataError
from dashboard.server.operation.metrics import rerun_timed
from dashboard.ui.frame.language import language
from dashboard.ui.frame.shell import ICON, PAGES, document_title, footer, no_data, notice
from dashboard.ui.frame.width import measure
from dashboard.words import words

say = words(language())
key = f"pages.{say.language}"
if key not in st.session_state:  # each looks for its file, and is run by one reader at a time
    st.session_state[key] = [
        st.Page(
            f"app_pages/{name}.py",
            title=say(f"{name}.nav"),
            url_path=name,
            default=name == "timeline",
            help=say(f"{name}.help"),
        )
        for name in PAGES
    ]
chosen = st.navigation(
    st.session_state[key],
    # embed=true hides the framework's own bar, but not one that holds pages
    position="hidden" if st.context.is_embedded else "top",
)
with rerun_timed(chosen.url_path or PAGES[0]):
    st.set_page_config(page_title=document_title(say, chosen.title), page_icon=ICON, layout="wide")
    measure()
    try:
        snapshot = store.current()
    except NoDataError:
        no_data(say)
    else:
        notice(say, snapshot)
        chosen.run()
        footer(say, snapshot)
