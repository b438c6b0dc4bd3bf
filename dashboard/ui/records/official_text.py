"""The official text a reader attached on this machine, beside our own summaries."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.corpus.official_text import official_text_store
from dashboard.symbols import paragraph_id
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page


def attached(page: Page, *symbols: str) -> Mapping[str, str]:
    """Official text by paragraph id, in the reader's language where that text is attached."""
    store = official_text_store()
    return {
        paragraph_id(symbol, place): text
        for symbol in symbols
        for place, text in store.paragraphs(symbol, _language(page, symbol)).items()
    }


def _language(page: Page, symbol: str) -> str:
    held = official_text_store().languages(symbol)
    return next((code for code in (*page.say.order, *held) if code in held), page.say.language)


def official_texts(page: Page, symbol: str, place: str) -> None:
    """A paragraph's official text in every language attached, or how to attach it."""
    store = official_text_store()
    found = {
        language: store.paragraphs(symbol, language).get(place)
        for language in store.languages(symbol)
    }
    if not any(found.values()):
        st.caption(escaped(page.say("wording.none")))
        return
    for language, text in found.items():
        if text:
            st.caption(escaped(page.label("languages", language)))
            st.text(text)
