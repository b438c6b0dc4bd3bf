"""The official wording a reader attached on this machine, beside our own summaries."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.corpus.official_text import texts
from dashboard.symbols import paragraph_id
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page


def attached(page: Page, *symbols: str) -> Mapping[str, str]:
    """Wording by paragraph id, in the reader's language where that text is attached."""
    return {
        paragraph_id(symbol, place): wording
        for symbol in symbols
        for place, wording in texts().wording(symbol, _language(page, symbol)).items()
    }


def _language(page: Page, symbol: str) -> str:
    held = texts().languages(symbol)
    return page.say.language if page.say.language in held or not held else held[0]


def official_texts(page: Page, symbol: str, place: str) -> None:
    """A paragraph's wording in every language attached, or how to attach it."""
    found = {
        language: texts().wording(symbol, language).get(place)
        for language in texts().languages(symbol)
    }
    if not any(found.values()):
        st.caption(escaped(page.say("wording.none")))
        return
    for language, wording in found.items():
        if wording:
            st.caption(escaped(page.label("languages", language)))
            st.text(wording)
