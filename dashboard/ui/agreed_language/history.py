"""What became of a line or a phrase: drawn on a small timeline, with the same as a list."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from dashboard.analysis.agreed_language.line_history import (
    SHORTEST,
    STEPS,
    is_formula,
    line_history,
    phrase_history,
)
from dashboard.analysis.agreed_language.nearest import agreed_index
from dashboard.analysis.frames import Row, paragraphs_of, rows_of
from dashboard.charts.paragraphs.line_history import line_history_alt, line_history_chart
from dashboard.charts.style import escape
from dashboard.export.papers.draft_brief import decided
from dashboard.sources.drafts.formats.blocks import is_chinese
from dashboard.sources.fingerprints import fingerprint, pieces
from dashboard.sources.official_text.folding import simplified
from dashboard.ui.frame.links import page_link
from dashboard.ui.frame.markdown import escaped, link
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.url_state import item_path
from dashboard.ui.results.figure import chart
from dashboard.words.places import paragraph_place

_FEW = 6
"""Paragraphs of one text that are named."""


def line_history_view(page: Page, text: str, language: str) -> None:
    """The history of a line of a draft; what is drawn holds nothing of its words."""
    found = fingerprint(simplified(text), language)
    if found is not None:
        _drawn(page, line_history(page.snapshot, found, language))


def phrase_view(page: Page) -> None:
    """A box for a phrase, which stands in the address, and where texts on record have it."""
    say, key = page.say, f"{page.name}.q"
    phrase = page.query.q or ""
    st.session_state[key] = phrase
    st.text_input(
        say("agreed_language.phrase"),
        key=key,
        help=say("agreed_language.phrase_help"),
        on_change=page.follow,
        args=(key, lambda query, q: query.having(q=" ".join(q.split()) or None)),
    )
    words = phrase.strip('"“”「」 ')
    if not words:
        st.caption(say("agreed_language.phrase_help"))
        return
    language = "zh" if is_chinese(words) else "en"
    if len(pieces(words)) < SHORTEST[language]:
        st.info(say("agreed_language.phrase_short"))
        return
    found = phrase_history(page.snapshot, words, language)
    if found.empty:
        st.info(say("agreed_language.phrase_nowhere"))
        return
    having = int(found["step"].ne("dropped").sum())
    total = len(agreed_index(page.snapshot, language).texts)
    st.markdown(f"**{escaped(say('agreed_language.phrase_found', n=having, total=total))}**")
    if is_formula(page.snapshot, found, language):
        st.info(say("agreed_language.formula"))
    _drawn(page, found)


def trace_link(page: Page) -> None:
    """From a search to the history of what was searched, where texts have it as a phrase."""
    words = _bare(page.query.q or "")
    language = "zh" if is_chinese(words) else "en"
    found = fingerprint(simplified(words), language)
    if found is None or len(pieces(words)) < SHORTEST[language]:
        return
    if agreed_index(page.snapshot, language).holding(found):
        params = {"view": ["phrase"], "q": [words]}
        page_link(page, page.say("agreed_language.trace"), "agreed_language", params, key="trace")


def _bare(phrase: str) -> str:
    return phrase.strip('"“”「」 ')


def _drawn(page: Page, found: pd.DataFrame) -> None:
    say = page.say
    known = found[found["date"].notna()]
    rows = rows_of(known)
    steps = {step: say(f"step_of_line.{step}") for step in STEPS}
    said = {row["symbol"]: _said(page, row) for row in rows}
    chart(
        page,
        "history",
        tuple((row["symbol"], row["step"]) for row in rows),
        partial(
            line_history_chart,
            known,
            steps=steps,
            hover={name: escape(" · ".join(parts)) for name, parts in said.items()},
        ),
        alt=line_history_alt(
            known,
            template=say("agreed_language.history_alt"),
            empty=say("agreed_language.history_alt_empty"),
        ),
        note=say("agreed_language.first_here"),
    )
    lines = [f"- {_linked(page, row, said[row['symbol']])}" for row in rows]
    st.markdown("\n".join(lines))


def _said(page: Page, row: Row) -> list[str]:
    """A text's symbol, what it did, its date, vote and sponsors."""
    step = page.say(f"step_of_line.{row['step']}")
    return [row["symbol"], step, *decided(page.snapshot, page.say, row)]


def _linked(page: Page, row: Row, said: list[str]) -> str:
    numbers = {p["id"]: p["number"] for p in paragraphs_of(page.snapshot, row["symbol"])}
    places = [
        link(paragraph_place(page.say, name, numbers.get(name)), item_path("paragraphs", name))
        for name in row["ids"][:_FEW]
    ]
    more = ["…"] if len(row["ids"]) > _FEW else []
    symbol = link(row["symbol"], item_path("documents", row["symbol"]))
    where = page.say.listed([*places, *more])
    return " · ".join(filter(None, (f"**{symbol}**", *map(escaped, said[1:]), where)))
