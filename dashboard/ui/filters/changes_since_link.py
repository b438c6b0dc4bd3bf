"""What changed since the data a link was made with."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.analysis.changes import between, changed_since
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.url_state import change
from dashboard.ui.records.record_parts import record_link, title_of

KINDS = ("added", "changed", "removed")
_LISTED = 40


def changes_since_link(page: Page) -> None:
    """One note under a link pinned to other data than is served; nothing for other links."""
    version = page.query.v
    if not version or version.lower() == page.snapshot.version:
        return
    say, found = page.say, between(page.snapshot, version)
    if found is None:
        st.info(escaped(say("pinned.unknown", version=version)), icon=":material/push_pin:")
        return
    with st.container(border=True, gap="small"):
        st.markdown(escaped(say("pinned.since", version=version, n=len(found))))
        changed_records(page, found, "pinned")
        st.button(
            say("pinned.drop"),
            key=f"{page.name}.pinned",
            type="tertiary",
            icon=":material/close:",
            on_click=change,
            args=(page.name, page.query.having(v=None)),
        )


def since_note(page: Page) -> None:
    """Under a filter for what changed since a day: each record and what became of it."""
    since = page.query.since
    if not since:
        return
    found = changed_since(page.snapshot, since)
    if found.empty:
        return
    with st.expander(page.say("pinned.changes", n=len(found))):
        changed_records(page, found, "since")


def changed_records(page: Page, found: pd.DataFrame, place: str) -> None:
    """Records by what became of them; the rest is counted. `place` keeps two lists apart."""
    say = page.say
    for kind in KINDS:
        rows = found[found["change"] == kind]
        if rows.empty:
            continue
        st.caption(escaped(say(f"pinned.{kind}", n=len(rows))))
        for row in rows.head(_LISTED).to_dict("records"):
            record_link(
                page, str(row["id"]), title_of(page, str(row["id"])), place=f"{place}.{kind}"
            )
        if len(rows) > _LISTED:
            st.caption(say("statements.more", n=len(rows) - _LISTED))
