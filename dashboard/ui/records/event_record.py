"""An event as a card."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pandas as pd
import streamlit as st

from dashboard.analysis.lineage import links
from dashboard.corpus.records.events import Event
from dashboard.corpus.tables.row_fields import same
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page
from dashboard.ui.records.provenance import provenance
from dashboard.ui.records.record_parts import (
    Fact,
    facts,
    heading,
    organisations_named,
    record_link,
    text_of,
    title_of,
)
from dashboard.ui.records.roster import roster
from dashboard.ui.records.sections import Section, in_sections
from dashboard.words.schedule import schedule_words


def event_record(page: Page, event: Event) -> None:
    """Title, summary, who and when, what it answers, notes, conflicts and sources."""
    say = page.say
    overline = (
        page.label("kinds", event.kind),
        page.label("bodies", event.body),
        say.dates(event.date, event.end_date),
        schedule_words(
            say, same(event, "date", "end_date", "planned", "weight"), page.snapshot.as_of
        ),
    )
    heading(page, overline, say.texts(dict(event.titles)))
    st.markdown(escaped(text_of(page, event.summary)))
    facts(_facts(page, event))
    in_sections(page, roster(page, event))
    in_sections(page, chain(page, event.id))
    in_sections(
        page,
        provenance(
            page,
            event.id,
            notes=[event.note],
            conflicts=event.conflicts,
            sources=event.sources,
            verification=event.verification,
            checked=event.checked,
        ),
    )


def _facts(page: Page, event: Event) -> Iterator[Fact]:
    say, took_part = page.say, event.participants
    leaders = [*map(page.state, event.actors), *organisations_named(page, event.lead_organisations)]
    yield say("field.track"), page.label("tracks", event.track)
    yield say("field.topics"), say.listed(page.label("topics", topic) for topic in event.topics)
    yield say("field.symbol"), event.symbol or ""
    yield say("field.actors"), say.listed(leaders)
    if took_part is None:
        return
    if took_part.count is not None and not took_part.joined:
        yield say("field.participants"), say.number(took_part.count)
    yield say("field.count_note"), text_of(page, took_part.count_note)
    if states := page.state_names(took_part.states):
        key = "field.states" if took_part.complete else "field.states_partial"
        yield say(key, n=len(states)), say.listed(states)
    yield say("field.organisations"), say.listed(organisations_named(page, took_part.organisations))
    yield say("field.did_not_endorse"), say.listed(map(page.state, took_part.did_not_endorse))


def chain(page: Page, record_id: str) -> Iterator[Section]:
    """What the record answers, what answers it, what it asked for and what came of it, if any."""
    found = links(page.snapshot, record_id)
    if not found.empty:
        yield Section("chain", page.say("record.chain"), partial(_chain, page, found))


def _chain(page: Page, found: pd.DataFrame) -> None:
    for relation, rows in found.groupby("relation", sort=False):
        with st.container(gap=None):
            st.caption(page.say(f"relation.{relation}"))
            for target in rows["to"]:
                record_link(page, target, title_of(page, target), place=f"chain.{relation}")
