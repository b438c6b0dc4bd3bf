"""Shortcuts: what readers come for, and the questions they ask, each one press from the first page.

Each is only a link, so that whoever follows it sees how it is asked.
"""

from __future__ import annotations

import streamlit as st

from dashboard.analysis.selection.parameters import EVERYTHING
from dashboard.ui.frame.links import page_link
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.width import is_narrow

Target = tuple[str, dict[str, list[str]]]
"""The name of a page and the parameters of the view it opens at."""
SHORTCUTS = ("laws", "military", "opposed", "development", "capacity", "moved", "due", "changed")
BRIEFS = {
    "laws": "Lethal autonomous weapons systems",
    "military": (
        "Artificial intelligence in the military domain and its implications for international "
        "peace and security"
    ),
}
"""The title of the texts of which a shortcut opens the newest."""
TEXTS = {"development": "A/RES/78/265", "capacity": "A/RES/78/311"}
PLENARY = "plenary"
"""The stage of the vote at which a text was adopted."""
QUESTIONS: dict[str, Target] = {
    "us_moved": (
        "votes",
        {"view": ["moved"], "country": ["USA"], "weight": ["core"]},
    ),
    "moved_to_no": (
        "votes",
        {"view": ["moved"], "position": ["no"], "weight": ["core"]},
    ),
    "sponsored_both": (
        "sponsors",
        {"view": ["overlap"], "symbol": ["A/RES/78/265", "A/RES/78/311"]},
    ),
    "few_against": ("documents", {"against": ["4"], "sort": ["no"]}),
    "due": ("requests", {"mentions": ["true"]}),
    "overdue": (
        "requests",
        {"status": ["overdue_not_found", "target_date_passed"], "scope": [EVERYTHING]},
    ),
    "urge_data": (
        "paragraphs",
        {
            "addressee": ["member_states"],
            "tier": ["3"],
            "topic": ["privacy_data"],
            "view": ["reading"],
        },
    ),
    "un_system_78_311": (
        "paragraphs",
        {"symbol": ["A/RES/78/311"], "addressee": ["un_system"], "view": ["reading"]},
    ),
    "secretary_general": (
        "paragraphs",
        {"addressee": ["secretary_general"], "view": ["reading"]},
    ),
    "private_sector": (
        "paragraphs",
        {"addressee": ["private_sector"], "view": ["reading"]},
    ),
    "new": (
        "compare",
        {"symbol": ["A/RES/79/239", "A/RES/80/58"], "view": ["new"]},
    ),
    "military": ("documents", {"track": ["military"], "kind": ["resolution"]}),
    "bletchley_to_pact": (
        "timeline",
        {"from": ["2023-11-01"], "to": ["2024-09-22"], "sort": ["date"], "view": ["list"]},
    ),
}
"""By the key of its wording: the page and the parameters of its link."""


def front_door(page: Page) -> None:
    """The questions people ask behind one button, each opening the page that answers it, and the
    shortcuts in a row; on a narrow page behind another button."""
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key="timeline-shortcuts"
    ):
        with st.popover(page.say("question.label"), icon=":material/help:"):
            for name, target in QUESTIONS.items():
                label = page.say(f"question.{name}")
                page_link(page, label, *target, key=f"question.{name}", icon=None)
        if is_narrow():
            with st.popover(page.say("shortcut.folded"), icon=":material/bolt:"):
                _links(page)
        else:
            _links(page)


def _links(page: Page) -> None:
    for name, target in _targets(page).items():
        label = page.say(f"shortcut.{name}")
        page_link(page, label, *target, key=f"shortcut.{name}", icon=None, wrap=False)


def _targets(page: Page) -> dict[str, Target]:
    """The shortcuts whose records are on hand, by name, in the order of `SHORTCUTS`."""
    documents = page.snapshot.tables["documents"]
    newest = documents.sort_values("date", kind="stable").drop_duplicates("title_en", keep="last")
    by_title = dict(zip(newest["title_en"], newest["id"], strict=True))
    opened = {name: by_title.get(title) for name, title in BRIEFS.items()}
    opened |= {name: symbol for name, symbol in TEXTS.items() if symbol in page.snapshot.imported}
    found: dict[str, Target] = {
        name: ("documents", {"item": [symbol]}) for name, symbol in opened.items() if symbol
    }
    opposed = f"{opened['military']}@{PLENARY}"
    if (page.snapshot.tables["recorded_votes"]["id"] == opposed).any():
        found["opposed"] = ("votes", {"item": [opposed]})
    month = page.snapshot.as_of.replace(day=1).isoformat()
    found |= {
        "moved": ("votes", {"view": ["moved"]}),
        "due": ("requests", {}),
        "changed": ("timeline", {"since": [month], "view": ["list"], "scope": [EVERYTHING]}),
    }
    return {name: found[name] for name in SHORTCUTS if name in found}
