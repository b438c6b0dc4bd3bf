"""The record or paragraph as a citation, ready to copy."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from dashboard.export.citations.cite import Retrieval, footnote, short
from dashboard.export.citations.cited_records import cited
from dashboard.export.citations.references import FORMATS, reference
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.url_state import site_address


def cite_button(page: Page, record_id: str, path: str) -> None:
    """A button that opens the citation in each form; every box has a copy button of its own.

    `path` is the record's path in this dashboard, as the column `url` has it.
    """
    label = page.say("citing.label")
    key = f"{page.name}.cite.{record_id}"
    popover = st.popover(label, icon=":material/format_quote:", key=key, on_change="rerun")
    if not popover.open:
        return
    record, language = cited(page.snapshot, record_id), page.say.language
    address = site_address(page.name) + path
    retrieval = Retrieval(page.snapshot.version, dt.date.today(), address)
    item = reference(record, language, retrieval)
    forms = {
        "short": short(record, language),
        "footnote": footnote(record, language, retrieval),
        **{name: write([item]) for name, write in FORMATS.items()},
        "link": retrieval.url,
    }
    with popover:
        for name, text in forms.items():
            st.caption(page.say(f"citing.{name}"))
            st.code(text, language=None, wrap_lines=True)
