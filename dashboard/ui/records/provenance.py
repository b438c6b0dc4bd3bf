"""How every record ends: our notes, where sources differ, the sources, the files to correct."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

import streamlit as st

from dashboard.corpus.records.fields import Bilingual, Conflict, Source
from dashboard.ui.frame.markdown import escaped, link
from dashboard.ui.frame.page import Page
from dashboard.ui.records.record_parts import text_of
from dashboard.ui.records.sections import Section

_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){1,2}")
_WORD = re.compile(r"\b[A-Za-z]?[a-z]{2,}")


def provenance(
    page: Page,
    record_id: str,
    *,
    notes: Iterable[Bilingual | None],
    conflicts: Sequence[Conflict],
    sources: Sequence[Source],
    verification: str,
    checked: str | None,
) -> Iterator[Section]:
    """The last sections of a record; notes and disagreements only where there are any."""
    say = page.say
    if written := [text_of(page, note) for note in notes if note]:
        yield Section("notes", say("record.notes"), partial(_notes, written))
    if conflicts:
        yield Section("conflicts", say("record.conflicts"), partial(_conflicts, page, conflicts))

    def draw() -> None:
        _sources(page, sources, verification, checked)
        _data_files(page, record_id)

    yield Section("sources", say("record.sources"), draw)


def _conflicts(page: Page, found: Sequence[Conflict]) -> None:
    """Where sources disagree: the field, what each says, what is shown and why."""
    for conflict in found:
        name = f"field.{conflict.field.partition('.')[0]}"
        label = page.say(name) if page.say.has(name) else conflict.field
        st.markdown(f"**{escaped(label)}** — {escaped(text_of(page, conflict.note))}")
        if conflict.others:
            others = page.say.listed(_said(page, value) for value in conflict.others)
            chosen = _said(page, conflict.chosen or "–")
            st.caption(escaped(page.say("record.conflict_values", chosen=chosen, others=others)))


def _said(page: Page, value: str) -> str:
    """A value on which sources differ: a date as the language writes it, words as English."""
    if _DATE.fullmatch(value):
        return page.say.date(value)
    return page.say.marked({"en": value}) if _WORD.search(value) else value


def _notes(written: Sequence[str]) -> None:
    """Notes of ours, one paragraph each."""
    for note in written:
        st.markdown(escaped(note))


def _sources(page: Page, found: Sequence[Source], verification: str, checked: str | None) -> None:
    """How well the record is established, when it was checked, and every source."""
    say = page.say
    state = page.label("verification", verification)
    st.caption(
        escaped(
            say("record.verified_on", state=state, date=say.date(checked))
            if checked
            else say("record.verified", state=state)
        )
    )
    lines = []
    for source in found:
        label = source.publisher or source.url.split("/")[2]
        unread = "" if source.read else " " + escaped(say("record.not_opened"))
        copy = f" · {link(say('record.archived'), source.archived)}" if source.archived else ""
        lines.append(f"- {link(label, source.url)}{copy}{unread}")
    if lines:
        st.markdown("\n".join(lines))


def _data_files(page: Page, record_id: str) -> None:
    """Where in the data folder the record stands, for whoever wants to correct it."""
    names = [
        page.snapshot.files[key]
        for room in ("imported", "curated", "events", "statements", "requests")
        if (key := f"{room}:{record_id}") in page.snapshot.files
    ]
    if names:
        listed = page.say.listed(f"data/{name}" for name in names)
        st.caption(escaped(page.say("record.correct", files=listed)))
