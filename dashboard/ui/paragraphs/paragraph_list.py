"""Paragraphs for reading, and one paragraph by its link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from textwrap import indent

import streamlit as st

from dashboard.analysis.found_rows import FoundRows
from dashboard.analysis.frames import Row, paragraphs_of
from dashboard.analysis.paragraphs.hits import hits, without_marks
from dashboard.analysis.requests.due import of_paragraph
from dashboard.analysis.selection.search import search_terms
from dashboard.analysis.selection.terms import Term, spans
from dashboard.analysis.statements import on_paragraph
from dashboard.ui.frame.links import close_link
from dashboard.ui.frame.markdown import document_link, escaped, marked, small
from dashboard.ui.frame.page import Page, text_or_none
from dashboard.ui.paragraphs.act_list import act_list
from dashboard.ui.records.official_text import Wording, marks_legend, official_wording, quote
from dashboard.ui.records.record_parts import Fact, facts, name_tab, not_here, record_link, title_of
from dashboard.ui.records.sections import in_sections, record_title, section_title
from dashboard.ui.requests.request_list import request_list
from dashboard.ui.results.cite_button import cite_button
from dashboard.ui.results.result_bar import on_this_page, one_page
from dashboard.ui.statements.statement_list import statement_lines
from dashboard.words.labels import verb_of
from dashboard.words.places import paragraph_place, paragraph_reference


def reading_list(page: Page, found: FoundRows) -> None:
    """One page of paragraphs as a list, under the text each belongs to."""
    rows = one_page(page, found).rows
    wanted = search_terms(page.snapshot, page.table, page.query.q or "")
    symbols = list(map(str, rows["symbol"].unique()))
    wording = official_wording(page, symbols, "list", told=page.query.item is not None)
    marks_legend(wording)
    read = {row["id"]: row for symbol in symbols for row in paragraphs_of(page.snapshot, symbol)}
    for name, hit in zip(rows["id"], rows["hit"], strict=True):
        read[name] = {**read[name], "hit": text_or_none(hit)}
    for symbol, ids in rows.groupby("symbol", sort=False)["id"]:
        st.header(escaped(title_of(page, str(symbol))), anchor=False)
        with wording.box(str(symbol), str(ids.iloc[0])):
            st.markdown("\n\n".join(_entry(page, read[name], wanted, wording) for name in ids))


def _entry(page: Page, row: Row, wanted: Sequence[Term], wording: Wording) -> str:
    """A paragraph over its wording, or an item of a list where it stands under another."""
    entry = "\n\n".join(filter(None, (_line(page, row, wanted), wording.quoted(row))))
    return f"- {indent(entry, '  ').lstrip()}" if row["parent"] else entry


def with_wording_found(page: Page, found: FoundRows) -> FoundRows:
    """What was found, its column `hit` filled for the rows this page shows."""
    if not page.query.q:
        return found
    shown = found.part(on_this_page(page, len(found)))
    told = hits(page.snapshot, page.say, list(shown["id"]), page.query.q)
    return replace(
        found, hits={place: hit for place, hit in zip(shown.places, told, strict=True) if hit}
    )


def _line(page: Page, row: Row, wanted: Sequence[Term]) -> str:
    say = page.say
    opening = verb_of(page.snapshot, say, row)
    parts = [f"**{escaped(place_name(page, row))}**"]
    if opening:
        parts.append(f"*{escaped(opening)}*")
    if row["mentions_ai"] or row["near_ai"]:
        key = "paragraph.mentions_ai" if row["mentions_ai"] else "paragraph.near_ai"
        parts.append(f":blue-badge[{escaped(say(key))}]")
    summary = page.say.field(row, "summary")
    if summary:
        parts.append(marked(summary, spans(summary, wanted)))
    line = " · ".join(parts)
    if not row["hit"]:
        return line
    label = small(escaped(say("column.hit") + say("punctuation.colon")))
    return f"{line}  \n{label}{marked(*without_marks(row['hit']))}"


def place_name(page: Page, row: Row) -> str:
    """Where a paragraph stands: `para. 6 (e)`, `third preambular para.`."""
    return paragraph_place(page.say, str(row["id"]), text_or_none(row["number"]))


def one_paragraph(page: Page) -> None:
    """The paragraph a link names, whole, above the table."""
    item = page.query.item
    if item is None:
        return
    symbol, _, place = item.partition("#")
    rows = {row["id"]: row for row in paragraphs_of(page.snapshot, symbol)}
    row = rows.get(item)
    if row is None:
        not_here(page, item)
        return
    name = paragraph_reference(page.say, item, row["number"])
    name_tab(page, name)
    with st.container(border=True):
        with st.container(horizontal=True):
            close_link(page, page.say("record.close"))
            cite_button(page, item, str(row["url"]))
        record_title(page, name)
        st.markdown(_line(page, row, ()))
        _wording(page, row, rows.get(row["parent"]))
        facts(_coded(page, row))
        act_list(page, item)
        if row["cites"]:
            cited = " · ".join(_cited(page, symbol, place))
            st.markdown(f"{escaped(page.say('paragraph.cites'))} {cited}")
        record_link(page, str(row["symbol"]), title_of(page, str(row["symbol"])), place="paragraph")
        asked = of_paragraph(page.snapshot.tables["requests"], item)
        in_sections(page, request_list(page, asked, "requests.on_record", "asked"))
        said = on_paragraph(page.snapshot.tables["statements"], item)
        if not said.empty:
            section_title(page, page.say("statements.on_paragraph", n=len(said)))
            st.caption(page.say("statements.reading"))
            statement_lines(page, said)


def _wording(page: Page, row: Row, chapeau: Row | None) -> None:
    """The wording of a paragraph, beneath that of the chapeau it hangs on."""
    wording = official_wording(page, [row["symbol"]], "one")
    if not (words := wording.marked(row)):
        return
    with wording.box(row["symbol"], "one"):
        st.markdown(wording.passages([chapeau, row]) if chapeau else quote(words))
    marks_legend(wording, place="one")


def _cited(page: Page, symbol: str, place: str) -> Iterator[str]:
    """What a paragraph cites, each with the number of its footnote where it stands in one."""
    for citation in page.snapshot.imported[symbol].cites:
        if citation.paragraph == place:
            note = page.say("paragraph.in_note", n=citation.note) if citation.note else ""
            yield document_link(citation.symbol) + escaped(note)


def _coded(page: Page, row: Row) -> list[Fact]:
    """Who is asked what, and on which topics, the main one first; nothing where nobody coded it."""
    say, topics = page.say, row["topics"]

    def fact(label: str, vocabulary: str, codes: Sequence[str]) -> Fact:
        return say(label), say.listed(page.label(vocabulary, code) for code in codes)

    return [
        fact("field.addressees", "addressees", row["addressees"]),
        fact("field.actions", "actions", row["actions"]),
        fact("field.main_topic", "topics", topics[:1]),
        fact("paragraph.further_topics", "topics", topics[1:]),
    ]
