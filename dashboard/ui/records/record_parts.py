"""Pieces of a record that every kind shares: heading, facts, links, names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeVar

import streamlit as st

from dashboard.analysis.frames import rows_of
from dashboard.analysis.snapshot_cache import SnapshotCache
from dashboard.corpus.records.documents import CuratedDocument
from dashboard.corpus.records.fields import Bilingual
from dashboard.export.citations.cited_records import cited
from dashboard.ui.frame.links import page_link
from dashboard.ui.frame.markdown import escaped, link
from dashboard.ui.frame.page import Page, Row, text_or_none
from dashboard.ui.frame.shell import document_title
from dashboard.ui.frame.url_state import item_path
from dashboard.ui.records.sections import record_title

T = TypeVar("T")
_FEW_NAMES = 12
Fact = tuple[str, str]
"""A fact's label and its value as plain text, empty where it is not known."""


def heading(page: Page, overline: Iterable[str], titles: Sequence[str]) -> None:
    """Kind, body and date over the title, and the title in another language beneath."""
    title, *others = list(dict.fromkeys(titles)) or [""]
    name_tab(page, title)
    st.caption(" · ".join(escaped(part) for part in overline if part))
    record_title(page, title)
    for other in others[:1]:
        st.caption(escaped(other))


def document_heading(page: Page, row: Row, body: str = "") -> None:
    """A document's symbol, kind, body where it is said, and date over its title."""
    overline = (text_or_none(row["symbol"]) or "", page.label("kinds", row["kind"]), body)
    others = page.say.fields(row, "title")[1:]
    heading(page, (*overline, page.date(row)), [page.say.field(row, "title"), *others])


def summary(page: Page, document: CuratedDocument | None) -> None:
    """What a document says in our own words, where somebody wrote that."""
    if document and document.summary:
        st.markdown(escaped(text_of(page, document.summary)))


def not_here(page: Page, item: str) -> None:
    """Say that what a link names is not on record."""
    st.info(escaped(page.say("record.unknown", item=item)), icon=":material/link_off:")


def name_tab(page: Page, title: str) -> None:
    """Call the browser's tab and its place in the history after the record that is open."""
    st.set_page_config(page_title=document_title(page.say, title, page.say(f"{page.name}.nav")))


def facts(found: Iterable[Fact], linked: Iterable[Fact] = ()) -> None:
    """Label over value, in as many columns as fit; `linked` have links in Markdown as values."""
    written = [(label, escaped(value)) for label, value in found if value]
    with st.grid("auto", min_column_width=240, gap="small") as grid:
        for label, value in (*written, *linked):
            with grid.cell(), st.container(gap=None):
                st.caption(label)
                st.markdown(value)


def text_of(page: Page, text: Bilingual | None) -> str:
    """Our own words in this run's language, else in one of its fallbacks."""
    return page.say.marked(dict(text)) if text else ""


def meaning_of(page: Page, vocabulary: str, code: str) -> str:
    """What a vocabulary says a code means, in this run's language; empty where it says nothing."""
    term = page.snapshot.terms(vocabulary).get(code)
    return page.say.text(term.definition) if term else ""


def record_link(page: Page, record_id: str, label: str, *, place: str) -> None:
    """Open another record in this tab; plain text where it is not on record.

    `place` says where on the page the link stands, since a record may be linked twice.
    """
    target = record_page(page, record_id)
    if target is None:
        st.markdown(escaped(label))
        return
    page_link(page, label, target, {"item": [record_id]}, key=f"{place}.{record_id}")


def record_page(page: Page, record_id: str) -> str | None:
    """The name of the page that shows a record whole."""
    if record_id in page.snapshot.events:
        return "timeline"
    if record_id in page.snapshot.statements:
        return "statements"
    if record_id in page.snapshot.imported or record_id in page.snapshot.curated:
        return "documents"
    return None


def named_states(page: Page, label: str, states: Iterable[str]) -> None:
    """The names after a label, each a link to its State; many names wait in an expander named by
    the label."""
    names = [
        link(page.state(iso3), item_path("countries", iso3))
        if iso3 in page.snapshot.states
        else escaped(page.state(iso3))
        for iso3 in page.in_order(states)
    ]
    listed = page.say.listed(names)
    if len(names) <= _FEW_NAMES:
        st.markdown(f"**{escaped(label)}** {listed}")
        return
    with st.expander(escaped(label.rstrip(":："))):
        st.markdown(listed)


def organisations_named(page: Page, names: Iterable[str]) -> list[str]:
    """Organizations by their label in this run's language, where a vocabulary has one."""
    labels: dict[str, str] = {}
    for vocabulary in ("bodies", "groups"):
        for code, term in page.snapshot.terms(vocabulary).items():
            labels[term.labels.get("en", code)] = page.label(vocabulary, code)
    return [labels.get(name, name) for name in names]


def title_of(page: Page, record_id: str) -> str:
    """What a record is called: short title, else title, with its symbol if it has one."""
    if record_id in page.snapshot.statements:
        return cited(page.snapshot, record_id).title(page.say.language)
    key = (page.snapshot.version, page.say.language)
    return _titles.get(key, partial(_every_title, page)).get(record_id, record_id)


_titles: SnapshotCache[dict[str, str]] = SnapshotCache(most=8)


def _every_title(page: Page) -> dict[str, str]:
    """Lists name many records, and a look-up in the table is slow."""
    found = {name: page.say.text(dict(e.titles)) for name, e in page.snapshot.events.items()}
    for row in rows_of(page.snapshot.tables["timeline"]):
        name = page.say.field(row, "short") or page.say.field(row, "title")
        found[row["id"]] = " · ".join(filter(None, (row["symbol"], name)))
    return found


def few_and_more(page: Page, rows: Sequence[T], draw: Callable[[T], None], *, few: int) -> None:
    """Draw the first rows; where there are more, they wait behind an expander."""
    for row in rows[:few]:
        draw(row)
    if len(rows) > few:
        with st.expander(page.say("statements.more", n=len(rows) - few)):
            for row in rows[few:]:
                draw(row)
