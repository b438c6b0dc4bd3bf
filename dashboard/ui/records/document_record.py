"""A document as a page of its own: facts, life, vote, sponsors, paragraphs, citations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import streamlit as st

from dashboard.analysis.lineage import cited_by, steps
from dashboard.analysis.requests import answered_with
from dashboard.analysis.selection.query import Query
from dashboard.analysis.selection.select import select
from dashboard.corpus.records.documents import CuratedDocument, ImportedDocument
from dashboard.corpus.records.fields import Source
from dashboard.symbols import LANGUAGES, official_url
from dashboard.ui.frame.markdown import escaped, link
from dashboard.ui.frame.page import Page, Row, text_or_none
from dashboard.ui.frame.url_state import link_params
from dashboard.ui.records.decision import decision, sponsors
from dashboard.ui.records.event_record import chain
from dashboard.ui.records.record_parts import (
    Fact,
    document_heading,
    facts,
    provenance,
    record_link,
    summary,
    text_of,
    title_of,
)
from dashboard.ui.requests.request_list import request_list
from dashboard.ui.results.table import whole_table
from dashboard.ui.statements.statement_list import statements_on

_CODED = (("track", "tracks"), ("committee", "committees"), ("weight", "weights"))
_OUTLINE = ("number", "verb", "summary", "addressees", "tier", "mentions_ai")
OFFICIAL_FILES = "https://github.com/UNxml/GAresolutions"


def document_record(page: Page, record_id: str) -> None:
    """Everything on record about one document; `record_id` must be in the documents table."""
    row = page.row("documents", record_id)
    imported = page.snapshot.imported.get(record_id)
    added = page.snapshot.curated.get(record_id)
    say = page.say
    document_heading(page, row, page.label("bodies", row["body"]))
    _official_texts(page, row)
    summary(page, added)
    facts(_facts(page, row, added))
    if imported:
        _life(page, imported)
    decision(page, record_id, text_or_none(row["outcome"]))
    if imported:
        sponsors(page, imported.sponsors)
    statements_on(page, record_id)
    _requests(page, record_id)
    chain(page, record_id)
    if imported:
        _paragraphs(page, record_id)
        _citations(page, imported)
    files = Source(url=OFFICIAL_FILES, publisher=say("record.official_files"))
    provenance(
        page,
        record_id,
        notes=added.notes if added else (),
        conflicts=added.conflicts if added else (),
        sources=[*([files] if imported else []), *(added.sources if added else [])],
        verification=str(row["verification"]),
        checked=added.checked if added else None,
    )


def _requests(page: Page, record_id: str) -> None:
    """What the text asks for, and what the document answers."""
    requests, say = page.snapshot.tables["requests"], page.say
    made = requests[requests["symbol"] == record_id]
    request_list(page, made, say("requests.on_record", n=len(made)), "made")
    met = answered_with(requests, record_id)
    request_list(page, met, say("requests.answered", n=len(met)), "met")


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
    yield say("field.subjects"), "; ".join(row["subjects"]).capitalize()
    if added:
        yield say("field.introduced_by"), say.listed(map(page.state, added.introduced_by))
        yield say("field.people"), say.listed(text_of(page, person) for person in added.people)


def _life(page: Page, record: ImportedDocument) -> None:
    """Draft, report, adoption, issue and what was delivered, each with its date and symbol."""
    say = page.say
    st.subheader(say("record.life"), anchor=False)
    lines = []
    for step in steps(record, page.snapshot.tables["documents"]).itertuples():
        when = say.date(text_or_none(step.date)) or say("date.none_printed")
        symbol = text_or_none(step.symbol)
        where = link(symbol, official_url(symbol)) if symbol else ""
        detail = text_or_none(step.detail)
        if step.step == "committee_report" and detail:
            where += escaped(say("record.at_paragraph", number=detail))
        if step.step == "delivered" and detail:
            where += escaped(say("record.asked_by", paragraph=detail))
        lines.append(f"- **{escaped(when)}** — {escaped(say(f'step.{step.step}'))} {where}")
    st.markdown("\n".join(lines))


def _paragraphs(page: Page, symbol: str) -> None:
    """All paragraphs as a table, and the way to them on the paragraphs page."""
    say, query = page.say, Query().choosing("symbol", [symbol])
    found = select(page.snapshot, "paragraphs", query)
    st.subheader(say("record.paragraphs"), anchor=False)
    ai = int(found["mentions_ai"].sum())
    st.caption(say("record.paragraph_counts", total=say.number(len(found)), ai=say.number(ai)))
    whole_table(replace(page, table="paragraphs"), found, _OUTLINE)
    st.page_link(
        "app_pages/paragraphs.py",
        label=say("record.open_paragraphs"),
        icon=":material/format_list_numbered:",
        query_params=link_params(query),
    )


def _citations(page: Page, record: ImportedDocument) -> None:
    say, documents = page.say, page.snapshot.tables["documents"]
    cites = list(dict.fromkeys(citation.symbol for citation in record.cites))
    citing = cited_by(documents, record.symbol)
    st.subheader(say("record.citations"), anchor=False)
    known = [symbol for symbol in cites if symbol in page.snapshot.imported]
    outside = [symbol for symbol in cites if symbol not in page.snapshot.imported]
    with st.expander(say("record.cites", n=len(cites))):
        for symbol in known:
            record_link(page, symbol, title_of(page, symbol), place="cites")
        if outside:
            st.markdown(" · ".join(link(symbol, official_url(symbol)) for symbol in outside))
    with st.expander(say("record.cited_by", n=len(citing))):
        for symbol in citing["id"]:
            record_link(page, symbol, title_of(page, symbol), place="cited_by")
