"""A document as a page of its own: facts, life, vote, sponsors, paragraphs, citations."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.analysis.lineage import cited_by, steps
from dashboard.analysis.requests import answered_with
from dashboard.corpus.records.documents import CuratedDocument, ImportedDocument
from dashboard.corpus.records.fields import Source
from dashboard.symbols import LANGUAGES, official_url
from dashboard.ui.frame.markdown import escaped, link
from dashboard.ui.frame.page import Page, text_or_none
from dashboard.ui.records.decision import decision, sponsors
from dashboard.ui.records.event_record import chain
from dashboard.ui.records.paragraph_outline import skeleton
from dashboard.ui.records.record_parts import (
    Fact,
    conflicts,
    data_files,
    facts,
    heading,
    notes,
    record_link,
    sources,
    text_of,
    title_of,
)
from dashboard.ui.requests.request_list import request_list
from dashboard.ui.statements.statement_list import statements_on

OFFICIAL_FILES = "https://github.com/UNxml/GAresolutions"


def document_record(page: Page, record_id: str) -> None:
    """Everything on record about one document; `record_id` must be in the documents table."""
    documents = page.snapshot.tables["documents"]
    row = documents[documents["id"] == record_id].iloc[0]
    imported = page.snapshot.imported.get(record_id)
    added = page.snapshot.curated.get(record_id)
    say = page.say
    overline = (
        text_or_none(row["symbol"]) or "",
        page.label("kinds", row["kind"]),
        page.label("bodies", row["body"]),
        say.date(text_or_none(row["date"])),
    )
    title = page.either(row["title_en"], row["title_zh"])
    other = text_or_none(row["title_zh"] if say.language == "en" else row["title_en"])
    heading(page, overline, title, other)
    _official_texts(page, row)
    if added and added.summary:
        st.markdown(escaped(text_of(page, added.summary)))
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
        skeleton(page, record_id)
        _citations(page, imported)
    _provenance(page, record_id, imported, added, str(row["verification"]))


def _requests(page: Page, record_id: str) -> None:
    """What the text asks for, and what the document answers."""
    requests, say = page.snapshot.tables["requests"], page.say
    made = requests[requests["symbol"] == record_id]
    request_list(page, made, say("requests.on_record", n=len(made)), "made")
    met = answered_with(requests, record_id)
    request_list(page, met, say("requests.answered", n=len(met)), "met")


def _official_texts(page: Page, row: pd.Series[Any]) -> None:
    symbol = text_or_none(row["symbol"])
    if symbol is None:
        return
    names = page.labels("languages")
    linked = [link(names.get(code, code), official_url(symbol, code)) for code in LANGUAGES]
    st.markdown(escaped(page.say("record.official_text")) + " " + " · ".join(linked))


def _facts(page: Page, row: pd.Series[Any], added: CuratedDocument | None) -> list[Fact]:
    say = page.say
    cell = row.__getitem__
    coded = (("track", "tracks"), ("committee", "committees"), ("weight", "weights"))
    found = [
        (say(f"field.{name}"), escaped(page.label(vocabulary, text_or_none(cell(name)))))
        for name, vocabulary in coded
        if text_or_none(cell(name))
    ]
    if cell("topics"):
        topics = say.listed(page.label("topics", topic) for topic in cell("topics"))
        found.append((say("field.topics"), escaped(topics)))
    for name in ("agenda_item", "meeting"):
        if text_or_none(cell(name)):
            found.append((say(f"field.{name}"), escaped(cell(name))))
    if cell("subjects"):
        found.append((say("field.subjects"), escaped("; ".join(cell("subjects")).capitalize())))
    if added and added.introduced_by:
        names = say.listed(page.state(iso3) for iso3 in added.introduced_by)
        found.append((say("field.introduced_by"), escaped(names)))
    if added and added.people:
        names = say.listed(text_of(page, person) for person in added.people)
        found.append((say("field.people"), escaped(names)))
    return found


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


def _provenance(
    page: Page,
    record_id: str,
    imported: ImportedDocument | None,
    added: CuratedDocument | None,
    verification: str,
) -> None:
    if added:
        notes(page, added.notes)
        conflicts(page, added.conflicts)
    found = list(added.sources) if added else []
    if imported:
        files = Source(url=OFFICIAL_FILES, publisher=page.say("record.official_files"))
        found = [files, *found]
    sources(page, found, verification, added.checked if added else None)
    data_files(page, record_id)
