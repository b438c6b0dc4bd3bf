"""Statements as people read them: who said what on which text, and that stance is our reading."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pandas as pd
import streamlit as st

from dashboard.analysis.found_rows import FoundRows
from dashboard.analysis.statements import about, dissociations
from dashboard.corpus.records.statements import Statement
from dashboard.ui.frame.links import item_link
from dashboard.ui.frame.markdown import escaped, link
from dashboard.ui.frame.page import Page, Row, text_or_none
from dashboard.ui.records.event_record import chain
from dashboard.ui.records.provenance import provenance
from dashboard.ui.records.record_parts import (
    Fact,
    facts,
    heading,
    record_link,
    text_of,
    title_of,
)
from dashboard.ui.records.sections import Section, in_sections, section_title
from dashboard.ui.results.result_bar import one_page
from dashboard.words.places import paragraph_place, place_as_named

_OPEN = 6


def statements_on(page: Page, symbol: str) -> Iterator[Section]:
    """What was said on a text, if anything; who dissociated from which paragraph comes first."""
    found = about(page.snapshot.tables["statements"], symbol)
    if not found.empty:
        title = page.say("statements.on_text", n=len(found))
        yield Section("statements", title, partial(_statements_on, page, symbol, found))


def _statements_on(page: Page, symbol: str, found: pd.DataFrame) -> None:
    say = page.say
    apart = dissociations(found, symbol)
    for row in apart.to_dict("records"):
        known = [paragraph_place(say, str(p), form="place") for p in row["paragraphs"]]
        named = [place_as_named(say, place) for place in row["named"]]
        places = say.listed(known or named) or say("statements.whole")
        said = say("statements.dissociated", who=speaker(page, row), places=places)
        st.markdown(
            f":orange-badge[{escaped(page.label('stances', 'dissociation'))}] {escaped(said)}"
        )
    st.caption(say("statements.reading"))
    statement_lines(page, found)


def statement_lines(page: Page, found: pd.DataFrame) -> None:
    """Statements as a list; the later ones wait behind an expander where there are many."""
    lines = [f"- {_line(page, row)}" for row in found.to_dict("records")]
    st.markdown("\n".join(lines[:_OPEN]))
    if len(lines) > _OPEN:
        with st.expander(page.say("statements.more", n=len(lines) - _OPEN)):
            st.markdown("\n".join(lines[_OPEN:]))


def _line(page: Page, row: Row) -> str:
    """Who, when and how, what was said, and where it can be read."""
    say = page.say
    head = f"**{escaped(speaker(page, row))}**"
    kind = page.label("statement_types", str(row["type"]))
    when = page.date(row)
    stance = page.label("stances", str(row["stance"]))
    point = page.say.field(row, "point")
    source = link(say("statements.source"), str(row["source"]))
    facts = " · ".join(map(escaped, (kind, when, stance)))
    said = say("statements.line", facts=facts, point=escaped(point))
    return f"{head} · {said} {source}"


def hover_line(page: Page, row: Row) -> str:
    """A statement in a line of plain text, for a mark of a drawing."""
    point = page.say.field(row, "point")
    parts = (
        page.date(row),
        speaker(page, row),
        page.label("statement_types", str(row["type"])),
        point,
    )
    return " · ".join(parts)


def statement_cards(page: Page, found: FoundRows) -> None:
    """One page of statements, each opening a page of its own."""
    with st.container(horizontal=True, vertical_alignment="center"):
        shown = one_page(page, found)
    for row in shown.rows.to_dict("records"):
        with st.container(border=True, gap="small"):
            st.markdown(_line(page, row))
            label, key = page.say("statements.open"), f"open.{row['id']}"
            item_link(page, label, str(row["id"]), key=key)


def speaker(page: Page, row: Row) -> str:
    """Who spoke, and for whom: `Cuba (for the Group of 77 and China)`."""
    names = page.say.listed(page.state_names(row["speaker_iso3"]))
    behalf = page.say.field(row, "on_behalf_of")
    if behalf and names:
        return page.say("statements.for", who=names, group=behalf)
    return behalf or names or page.say("value.unknown")


def statement_record(page: Page, statement_id: str) -> None:
    """One statement whole: the point, who and where, what it is about, its sources."""
    row = page.row("statements", statement_id)
    record = page.snapshot.statements[statement_id]
    say = page.say
    kind = page.label("statement_types", record.type)
    overline = (kind, say.date(record.date), text_of(page, record.forum))
    heading(page, overline, [speaker(page, row)])
    st.markdown(escaped(text_of(page, record.point)))
    st.caption(say("statements.reading"))
    facts(_facts(page, row, record))
    section_title(page, say("statements.about"))
    for symbol in row["symbol"]:
        record_link(page, str(symbol), title_of(page, str(symbol)), place="target")
    in_sections(page, chain(page, statement_id))
    in_sections(
        page,
        provenance(
            page,
            statement_id,
            notes=[record.note],
            conflicts=record.conflicts,
            sources=record.sources,
            verification=record.verification,
            checked=record.checked,
        ),
    )


def _facts(page: Page, row: Row, record: Statement) -> Iterator[Fact]:
    say = page.say
    yield say("facet.stance"), page.label("stances", record.stance)
    yield say("statements.vote_stated"), page.label("positions", record.vote_stated)
    for name in ("meeting", "person"):
        yield say(f"statements.{name}"), text_or_none(row[name]) or ""
    yield say("statements.aligned"), say.listed(page.state_names(record.aligned))
    yield say("statements.named"), say.listed(place_as_named(say, place) for place in row["named"])
