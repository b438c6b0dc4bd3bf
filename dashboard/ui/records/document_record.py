"""A document as a page of its own: facts, life, vote, sponsors, paragraphs, citations."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from dashboard.analysis.findings.text import text
from dashboard.analysis.frames import paragraphs_of
from dashboard.analysis.lineage import cited_by, predecessors, related, steps
from dashboard.analysis.requests.due import answered_with
from dashboard.analysis.selection.parameters import EVERYTHING
from dashboard.analysis.selection.query import Query
from dashboard.analysis.selection.select import select
from dashboard.corpus.records.documents import CuratedDocument, ImportedDocument
from dashboard.corpus.records.fields import Source
from dashboard.symbols import LANGUAGES, official_url
from dashboard.ui.frame.links import page_link
from dashboard.ui.frame.markdown import document_link, escaped, link
from dashboard.ui.frame.page import Page, Row, text_or_none
from dashboard.ui.frame.url_state import item_path, link_params, view_path
from dashboard.ui.records.decision import decision, sponsors
from dashboard.ui.records.event_record import chain
from dashboard.ui.records.official_text import marks_legend, official_wording
from dashboard.ui.records.provenance import provenance
from dashboard.ui.records.record_parts import (
    Fact,
    document_heading,
    facts,
    record_link,
    record_page,
    summary,
    text_of,
    title_of,
)
from dashboard.ui.records.sections import Section, contents, in_sections
from dashboard.ui.requests.request_list import request_list
from dashboard.ui.results.finding import show_finding
from dashboard.ui.results.table import whole_table
from dashboard.ui.statements.statement_list import statements_on
from dashboard.words.places import paragraph_place

_CODED = (("track", "tracks"), ("committee", "committees"), ("weight", "weights"))
_OUTLINE = ("number", "verb", "summary", "addressees", "tier", "mentions_ai", "near_ai")
_PASSAGES = 60
"""Paragraphs of a document whose wording stands on its page: all of most resolutions."""
OFFICIAL_FILES = "https://github.com/UNxml/GAresolutions"


def document_record(page: Page, record_id: str) -> None:
    """Everything on record about one document; `record_id` must be in the documents table."""
    row = page.row("documents", record_id)
    added = page.snapshot.curated.get(record_id)
    recorded = page.snapshot.tables["recorded_votes"]
    votes = recorded[recorded["symbol"] == record_id]
    document_heading(page, row, page.label("bodies", row["body"]))
    if found := text(row, recorded, page.snapshot.tables["votes"]):
        show_finding(page, found)
    _official_texts(page, row)
    summary(page, added)
    sections = list(_sections(page, row, votes))
    contents(page, sections)
    _elsewhere(page, row, {section.name for section in sections}, voted=not votes.empty)
    facts(_facts(page, row, added))
    in_sections(page, sections)


def _sections(page: Page, row: Row, votes: pd.DataFrame) -> Iterator[Section]:
    """What the text is and does before what is told about it."""
    say, record_id, requests = page.say, str(row["id"]), page.snapshot.tables["requests"]
    imported = page.snapshot.imported.get(record_id)
    added = page.snapshot.curated.get(record_id)
    yield from decision(page, votes, text_or_none(row["outcome"]))
    if imported:
        draw = partial(sponsors, page, row, imported.sponsors)
        yield Section("sponsors", say("record.sponsors"), draw)
        draw = partial(_paragraphs, page, record_id)
        yield Section("paragraphs", say("record.paragraphs"), draw)
        draw = partial(_wording, page, record_id)
        yield Section("wording", say("wording.label"), draw)
    made, met = requests[requests["symbol"] == record_id], answered_with(requests, record_id)
    yield from request_list(page, made, "requests.on_record", "requests")
    yield from request_list(page, met, "requests.answered", "answered")
    yield from statements_on(page, record_id)
    if imported:
        yield Section("life", say("record.life"), partial(_life, page, imported))
    yield from chain(page, record_id)
    if imported:
        draw = partial(_citations, page, imported)
        yield Section("citations", say("record.citations"), draw)
    files = Source(url=OFFICIAL_FILES, publisher=say("record.official_files"))
    yield from provenance(
        page,
        record_id,
        notes=added.notes if added else (),
        conflicts=added.conflicts if added else (),
        sources=[*([files] if imported else []), *(added.sources if added else [])],
        verification=str(row["verification"]),
        checked=added.checked if added else None,
    )


def _elsewhere(page: Page, row: Row, shown: Container[str], *, voted: bool) -> None:
    """The other pages that tell of this text: Compare, its roll calls, its sponsors, its requests.

    They open on all they have of it, since this page counts all of it.
    """
    say, record_id = page.say, str(row["id"])
    earlier = predecessors(page.snapshot)
    series = [earlier.get(record_id), *(t for t, before in earlier.items() if before == record_id)]
    compared = dict.fromkeys(related(page.snapshot, record_id), "record.compare_related")
    compared |= dict.fromkeys(filter(None, series), "record.compare")
    whole = {"symbol": [record_id], "scope": [EVERYTHING]}
    with st.container(horizontal=True, gap="small"):
        for other, key in compared.items():
            label, pair = say(key, text=page.record(other)), [other, record_id]
            page_link(page, label, "compare", {"symbol": pair}, key=f"compare.{other}")
        for name, there in (
            ("votes", voted),
            ("sponsors", pd.notna(row["sponsors_draft"])),
            ("requests", "requests" in shown),
        ):
            if there:
                page_link(page, say(f"record.on_{name}"), name, whole, key=f"on.{name}")


def _official_texts(page: Page, row: Row) -> None:
    symbol = text_or_none(row["symbol"])
    if symbol is None:
        return
    names = page.labels("languages")
    linked = [link(names.get(code, code), official_url(symbol, code)) for code in LANGUAGES]
    st.markdown(escaped(page.say("record.official_text")) + " " + " · ".join(linked))


def _facts(page: Page, row: Row, added: CuratedDocument | None) -> Iterator[Fact]:
    say = page.say
    for name, vocabulary in _CODED:
        yield say(f"field.{name}"), page.label(vocabulary, text_or_none(row[name]))
    yield say("field.topics"), say.listed(page.label("topics", topic) for topic in row["topics"])
    for name in ("agenda_item", "meeting"):
        yield say(f"field.{name}"), text_or_none(row[name]) or ""
    subjects = "; ".join(row["subjects"]).capitalize()
    yield say("field.subjects"), say.marked({"en": subjects})
    if added:
        yield say("field.introduced_by"), say.listed(map(page.state, added.introduced_by))
        yield say("field.people"), say.listed(text_of(page, person) for person in added.people)


def _life(page: Page, record: ImportedDocument) -> None:
    """Draft, report, adoption, issue and what was delivered, each with its date and symbol."""
    say, lines = page.say, []
    for step in steps(record, page.snapshot.tables["documents"]).itertuples():
        when = say.date(text_or_none(step.date)) or say("date.none_printed")
        symbol, detail = text_or_none(step.symbol), text_or_none(step.detail)
        where = link(page.record(symbol), _where_to(page, symbol)) if symbol else ""
        if step.step == "committee_report" and detail:
            where += escaped(say("record.at_paragraph", number=detail))
        if step.step == "delivered" and detail:
            place = paragraph_place(say, detail, form="place")
            where += escaped(say("record.asked_by", paragraph=place))
        lines.append(f"- **{escaped(when)}** — {escaped(say(f'step.{step.step}'))} {where}")
    st.markdown("\n".join(lines))


def _where_to(page: Page, record_id: str) -> str:
    """The official text of a symbol; what has none is shown here."""
    shown_on = None if "/" in record_id else record_page(page, record_id)
    return item_path(shown_on, record_id) if shown_on else official_url(record_id)


def _paragraphs(page: Page, symbol: str) -> None:
    """All paragraphs as a table, and the way to them on the paragraphs page."""
    say, query = page.say, Query().choosing("symbol", [symbol])
    found = select(page.snapshot, "paragraphs", query)
    ai, near = (int(found[name].sum()) for name in ("mentions_ai", "near_ai"))
    numbers = {"total": len(found), "ai": ai} | ({"near": near} if near else {})
    key = "record.paragraph_counts_near" if near else "record.paragraph_counts"
    st.caption(say(key, **{name: say.number(n) for name, n in numbers.items()}))
    whole_table(replace(page, table="paragraphs"), found, _OUTLINE)
    st.page_link(
        "app_pages/paragraphs.py",
        label=say("record.open_paragraphs"),
        icon=":material/format_list_numbered:",
        query_params=link_params(query.having(scope=EVERYTHING)),
    )


def _wording(page: Page, symbol: str) -> None:
    """The first paragraphs in the official wording, and the way to all of them."""
    wording = official_wording(page, [symbol], "whole")
    if symbol not in wording.languages:
        return
    marks_legend(wording)
    rows = paragraphs_of(page.snapshot, symbol)
    with wording.box(symbol, "whole"):
        st.markdown(wording.passages(rows[:_PASSAGES]))
    if len(rows) > _PASSAGES:
        query = Query().choosing("symbol", [symbol]).having(view="reading", scope=EVERYTHING)
        label = page.say("wording.whole", n=len(rows))
        st.markdown(link(label, view_path("paragraphs", query.having(wording=page.query.wording))))


def _citations(page: Page, record: ImportedDocument) -> None:
    say, documents = page.say, page.snapshot.tables["documents"]
    cites = list(dict.fromkeys(citation.symbol for citation in record.cites))
    citing = cited_by(documents, record.symbol)
    known = [symbol for symbol in cites if symbol in page.snapshot.imported]
    outside = [symbol for symbol in cites if symbol not in page.snapshot.imported]
    with st.expander(say("record.cites", n=len(cites))):
        for symbol in known:
            record_link(page, symbol, title_of(page, symbol), place="cites")
        if outside:
            st.markdown(" · ".join(map(document_link, outside)))
    with st.expander(say("record.cited_by", n=len(citing))):
        for symbol in citing["id"]:
            record_link(page, symbol, title_of(page, symbol), place="cited_by")
