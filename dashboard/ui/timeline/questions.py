"""Ready-made questions: each is only a link, so that whoever follows it sees how it is asked."""

from __future__ import annotations

import streamlit as st

from dashboard.analysis.selection.query import Query
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.url_state import link_params

Params = dict[str, list[str]]
QUESTIONS: dict[str, tuple[str, Params]] = {
    "us_moved": (
        "app_pages/votes.py",
        {"view": ["moved"], "country": ["USA"], "weight": ["core"]},
    ),
    "moved_to_no": (
        "app_pages/votes.py",
        {"view": ["moved"], "position": ["no"], "weight": ["core"]},
    ),
    "sponsored_both": (
        "app_pages/sponsors.py",
        {"view": ["overlap"], "symbol": ["A/RES/78/265", "A/RES/78/311"]},
    ),
    "few_against": ("app_pages/documents.py", {"against": ["4"], "sort": ["no"]}),
    "due": ("app_pages/requests.py", {"mentions": ["true"]}),
    "overdue": ("app_pages/requests.py", {"status": ["overdue_not_found"]}),
    "urge_data": (
        "app_pages/paragraphs.py",
        {
            "addressee": ["member_states"],
            "tier": ["3"],
            "topic": ["privacy_data"],
            "view": ["reading"],
        },
    ),
    "un_system_78_311": (
        "app_pages/paragraphs.py",
        {"symbol": ["A/RES/78/311"], "addressee": ["un_system"], "view": ["reading"]},
    ),
    "private_sector": (
        "app_pages/paragraphs.py",
        {"addressee": ["private_sector"], "view": ["reading"]},
    ),
    "stronger": (
        "app_pages/compare.py",
        {"symbol": ["A/RES/79/239", "A/RES/80/58"], "view": ["stronger"]},
    ),
    "military": ("app_pages/documents.py", {"track": ["military"], "kind": ["resolution"]}),
}
"""By the key of its wording: the page and the parameters of its link."""


def questions(page: Page) -> None:
    """The questions people ask, behind one button; each opens the page that answers it."""
    with st.popover(page.say("question.label"), icon=":material/help:"):
        for key, (target, params) in QUESTIONS.items():
            label = escaped(page.say(f"question.{key}"))
            if st.button(label, key=f"question.{key}", type="tertiary", wrap=True):
                st.switch_page(target, query_params=params | link_params(Query()))
