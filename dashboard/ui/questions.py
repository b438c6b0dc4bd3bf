"""Ready-made questions: each is only a link, so that whoever follows it sees how it is asked."""

from __future__ import annotations

import streamlit as st

from dashboard.analysis.query import Query
from dashboard.ui.page import Page
from dashboard.ui.text import plain
from dashboard.ui.view import link_params

Params = dict[str, list[str]]
QUESTIONS: dict[str, tuple[str, Params]] = {
    "urge_data": (
        "pages/paragraphs.py",
        {
            "addressee": ["member_states"],
            "tier": ["3"],
            "topic": ["privacy_data"],
            "view": ["reading"],
        },
    ),
    "un_system_78_311": (
        "pages/paragraphs.py",
        {"symbol": ["A/RES/78/311"], "addressee": ["un_system"], "view": ["reading"]},
    ),
    "private_sector": (
        "pages/paragraphs.py",
        {"addressee": ["private_sector"], "view": ["reading"]},
    ),
    "military": ("pages/documents.py", {"track": ["military"], "kind": ["resolution"]}),
}
"""By the key of its wording: the page and the parameters of its link."""


def questions(page: Page) -> None:
    """One line of questions people ask, each opening the page that answers it."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(page.say("question.label"), width="content")
        for key, (target, params) in QUESTIONS.items():
            label = plain(page.say(f"question.{key}"))
            if st.button(label, key=f"question.{key}", type="tertiary", wrap=True):
                st.switch_page(target, query_params=params | link_params(Query()))
