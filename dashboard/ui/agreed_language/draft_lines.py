"""The lines of a draft, each beside the adopted paragraph nearest to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial

import streamlit as st

from dashboard.analysis.agreed_language.matches import balance
from dashboard.analysis.findings.paragraphs import draft as draft_found
from dashboard.analysis.frames import Row, rows_by_id
from dashboard.analysis.selection.query import Query
from dashboard.corpus.official_text import official_text_store
from dashboard.export.papers.draft_brief import (
    COUNTED,
    draft_brief,
    known,
    likeness,
    line_name,
    paragraph_of,
    summary,
    verdict,
)
from dashboard.sources.drafts.draft import Draft
from dashboard.ui.agreed_language.history import line_history_view
from dashboard.ui.frame.markdown import escaped, link, small
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.url_state import item_path, site_address, view_path
from dashboard.ui.paragraphs.comparison import SIGNS
from dashboard.ui.records.official_text import changes_legend, not_attached, word_changes
from dashboard.ui.results.export_menu import paper_buttons
from dashboard.ui.results.finding import show_finding
from dashboard.words.places import paragraph_reference

AT_ONCE = 30
"""Lines drawn at a time."""
_MARKS = {"identical": "=", "editorial": "≃", "reworded": "≈", "new": "+"}
_SHOWN = ("all", *COUNTED)
_LINES, _OPEN = "draft.lines", "draft.open"


def draft_balance(page: Page, found: Sequence[Row]) -> None:
    """How many lines are agreed, changed and new, and how many became stronger or softer."""
    counted = balance(found)
    show_finding(page, draft_found(counted))
    with st.grid(4, min_column_width=150, gap="small") as grid:
        for name in COUNTED:
            sign = {"agreed": "=", "changed": "≈"}.get(name) or SIGNS[name]
            label = f"{sign} {page.say(f'agreed_language.count_{name}')}"
            grid.metric(label, page.say.number(counted[name]))
    st.caption(page.say("agreed_language.how"))
    if official_text_store().has_any():
        with st.container(key="wording-legend-draft"):
            st.markdown(small(changes_legend(page, "line")))
    else:
        not_attached(page)


def draft_papers(page: Page, found: Sequence[Row]) -> None:
    """The same as Markdown and as a Word file, made when asked for."""
    base = site_address(page.name)
    made = partial(draft_brief, page.snapshot, page.say, found, base, dt.date.today())
    paper_buttons(page, made, f"{page.say('agreed_language.file_name')}-{page.snapshot.version}")


def draft_lines(page: Page, draft: Draft, found: Sequence[Row]) -> None:
    """Each line with its nearest paragraph, those of one kind where a reader asks for it."""
    shown = st.pills(
        page.say("agreed_language.show"),
        _SHOWN,
        default="all",
        format_func=lambda name: page.say(
            "agreed_language.all" if name == "all" else f"agreed_language.count_{name}"
        ),
        key="draft.show",
        required=True,
    )
    lines: dict[int, list[Row]] = {}
    for row in found:
        lines.setdefault(row["line"], []).append(row)
    chosen = [near for near in lines.values() if _is_of(near[0], str(shown))]
    most = st.session_state.get(_LINES, AT_ONCE)
    for near in chosen[:most]:
        with st.container(border=True, gap="small"):
            _line(page, draft, near)
    if (more := len(chosen) - most) > 0:
        label = page.say("agreed_language.more", n=min(more, AT_ONCE))
        st.button(label, key="draft.more", on_click=_set, args=(_LINES, most + AT_ONCE))


def _is_of(row: Row, name: str) -> bool:
    kinds = {"agreed": ("identical", "editorial"), "changed": ("reworded",), "new": ("new",)}
    return name == "all" or row["relation"] in kinds.get(name, ()) or row["move"] == name


def _line(page: Page, draft: Draft, near: Sequence[Row]) -> None:
    say, first = page.say, near[0]
    mark = SIGNS[first["move"]] if first["move"] else _MARKS[first["relation"]]
    st.markdown(f"**{escaped(line_name(say, first))} · {mark} {escaped(verdict(say, first))}**")
    yours, theirs = st.columns(2)
    with yours:
        st.caption(say("agreed_language.yours"))
        st.markdown(escaped(first["text"]))
        _cited(page, first)
    with theirs:
        st.caption(say("agreed_language.nearest"))
        _nearest(page, draft, first)
    if first["relation"] == "new":
        return
    if others := [row for row in near[1:] if row["relation"] != "new"]:
        listed = " · ".join(f"{_name(page, row)} ({escaped(likeness(say, row))})" for row in others)
        st.markdown(small(f"{escaped(say('agreed_language.also'))} {listed}"))
    if first["texts"] > 1:
        is_open = st.session_state.get(_OPEN) == first["line"]
        st.button(
            say("agreed_language.close_history" if is_open else "agreed_language.history"),
            key=f"draft.history.{first['line']}",
            icon=":material/timeline:",
            type="tertiary",
            on_click=_set,
            args=(_OPEN, None if is_open else first["line"]),
        )
        if is_open:
            line_history_view(page, first["text"], draft.language)


def _cited(page: Page, row: Row) -> None:
    """The footnotes of a line, and what it and they cite: linked where it is on record."""
    for note in row["footnotes"]:
        st.markdown(small(escaped(note)))
    if row["cites"]:
        known = rows_by_id(page.snapshot, "documents")
        symbols = (
            link(symbol, item_path("documents", symbol)) if symbol in known else escaped(symbol)
            for symbol in row["cites"]
        )
        st.markdown(small(f"{escaped(page.say('paragraph.cites'))} {' · '.join(symbols)}"))


def _set(name: str, value: int | None) -> None:
    st.session_state[name] = value


def _nearest(page: Page, draft: Draft, row: Row) -> None:
    say = page.say
    if row["id"] is None:
        st.markdown(escaped(say("agreed_language.nowhere")))
        return
    if row["relation"] == "new":
        st.markdown(escaped(say("agreed_language.hardly")))
        st.markdown(small(f"{_name(page, row)} · {escaped(likeness(say, row))}"))
        return
    st.markdown(f"**{_name(page, row)}** · {escaped(likeness(say, row))}")
    symbol, _, place = row["id"].partition("#")
    wording = official_text_store().paragraphs(symbol, draft.language).get(place)
    if wording and row["relation"] != "identical":
        label = small(escaped(say("wording.label")))
        with st.container(key=f"wording-{draft.language}-draft-{row['line']}"):
            st.markdown(f"{label}\n\n{word_changes(wording, row['text'])}")
    st.markdown(escaped(summary(say, paragraph_of(page.snapshot, row))))
    facts = [escaped(fact) for fact in known(page.snapshot, say, row)]
    st.markdown(small(" · ".join([*facts, *_ways(page, symbol, voted=row["yes"] is not None)])))


def _name(page: Page, row: Row) -> str:
    number = paragraph_of(page.snapshot, row).get("number")
    name = paragraph_reference(page.say, row["id"], number)
    return link(name, item_path("paragraphs", row["id"]))


def _ways(page: Page, symbol: str, *, voted: bool) -> list[str]:
    """Links to the text, who sponsored it, and how it was voted on."""
    chosen = Query().choosing("symbol", [symbol])
    ways = [link(symbol, item_path("documents", symbol))]
    ways.append(link(page.say("record.on_sponsors"), view_path("sponsors", chosen)))
    if voted:
        ways.append(link(page.say("record.on_votes"), view_path("votes", chosen)))
    return ways
