"""An event as a card."""

from __future__ import annotations

import streamlit as st

from dashboard.analysis.lineage import links
from dashboard.corpus.records.events import Event
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page
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


def event_record(page: Page, event: Event) -> None:
    """Title, summary, who and when, what it answers, notes, conflicts and sources."""
    say = page.say
    overline = (
        page.label("kinds", event.kind),
        page.label("bodies", event.body),
        say.dates(event.date, event.end_date),
    )
    other = event.titles.zh if say.language == "en" else event.titles.en
    heading(page, overline, text_of(page, event.titles), other)
    st.markdown(escaped(text_of(page, event.summary)))
    facts(list(_facts(page, event)))
    chain(page, event.id)
    notes(page, [event.note] if event.note else [])
    conflicts(page, event.conflicts)
    sources(page, event.sources, event.verification, event.checked)
    data_files(page, event.id)


def _facts(page: Page, event: Event) -> list[Fact]:
    say = page.say
    found: list[Fact] = [(say("field.track"), escaped(page.label("tracks", event.track)))]
    if event.topics:
        topics = [page.label("topics", topic) for topic in event.topics]
        found.append((say("field.topics"), escaped(say.listed(topics))))
    if event.symbol:
        found.append((say("field.symbol"), escaped(event.symbol)))
    leaders = [page.state(iso3) for iso3 in event.actors] + event.lead_organisations
    if leaders:
        found.append((say("field.actors"), escaped(say.listed(leaders))))
    took_part = event.participants
    if took_part is None:
        return found
    if took_part.count is not None:
        found.append((say("field.participants"), say.number(took_part.count)))
    if took_part.count_note:
        found.append((say("field.count_note"), escaped(text_of(page, took_part.count_note))))
    if took_part.states:
        key = "field.states" if took_part.complete else "field.states_partial"
        names = say.listed(sorted(page.state(iso3) for iso3 in took_part.states))
        found.append((say(key, n=len(took_part.states)), escaped(names)))
    if took_part.organisations:
        names = say.listed(took_part.organisations)
        found.append((say("field.organisations"), escaped(names)))
    if took_part.did_not_endorse:
        names = say.listed(page.state(iso3) for iso3 in took_part.did_not_endorse)
        found.append((say("field.did_not_endorse"), escaped(names)))
    return found


def chain(page: Page, record_id: str) -> None:
    """What the record answers, what answers it, what it asked for and what came of it."""
    found = links(page.snapshot, record_id)
    if found.empty:
        return
    st.subheader(page.say("record.chain"), anchor=False)
    for relation, rows in found.groupby("relation", sort=False):
        with st.container(gap=None):
            st.caption(page.say(f"relation.{relation}"))
            for target in rows["to"]:
                record_link(page, target, title_of(page, target), place=f"chain.{relation}")
