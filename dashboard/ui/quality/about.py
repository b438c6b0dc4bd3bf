"""The tables and lists of the page about the record."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from dashboard.corpus.tables.document_rows import document_url
from dashboard.ui.frame.markdown import escaped, link
from dashboard.ui.frame.page import Page, text_or_none
from dashboard.ui.records.record_parts import text_of, title_of


def coverage_table(
    page: Page, counted: pd.DataFrame, vocabulary: str, head: str | None = None
) -> None:
    """Codes by label with their rows and share; `head` is the word over the codes."""
    say = page.say
    shown = pd.DataFrame(
        {
            say(head or f"about.{vocabulary}"): [
                page.label(vocabulary, code) for code in counted["code"]
            ],
            say("about.rows"): counted["rows"],
            say("about.share"): counted["share"] * 100,
        }
    )
    st.dataframe(
        shown,
        hide_index=True,
        height="content",
        key=f"about.{vocabulary}",
        alt=say("table.alt", n=len(shown)),
        column_config={
            say("about.share"): st.column_config.ProgressColumn(
                format="%.0f %%", min_value=0, max_value=100
            )
        },
    )


def sources_note(page: Page, files: Mapping[str, int]) -> None:
    """How many official files were read in which languages."""
    parts = [
        page.say("about.files_in", language=page.label("languages", code), n=files[code])
        for code in sorted(files, key=lambda code: -files[code])
    ]
    if parts:
        total = sum(files.values())
        st.caption(escaped(page.say("about.files", n=total, parts=page.say.listed(parts))))


def conflict_list(page: Page, found: pd.DataFrame) -> None:
    """Each disagreement after the record it concerns, in one list."""
    st.caption(page.say("about.conflicts_text", n=len(found)))
    lines = []
    for row in found.itertuples():
        record = link(_title(page, str(row.id)), _path(page, str(row.id)))
        note = page.either(text_or_none(row.note_en), text_or_none(row.note_zh))
        lines.append(f"- {record}{page.say('about.dash')}{escaped(note)}")
    st.markdown("\n".join(lines))


def _title(page: Page, record_id: str) -> str:
    said = page.snapshot.statements.get(record_id)
    if said is None:
        return title_of(page, record_id)
    kind, when = page.label("statement_types", said.type), page.say.date(said.date)
    return f"{kind} · {text_of(page, said.forum)} · {when}"


def _path(page: Page, record_id: str) -> str:
    if record_id in page.snapshot.statements:
        return f"/statements?item={record_id}"
    return f"/?item={record_id}" if record_id in page.snapshot.events else document_url(record_id)
