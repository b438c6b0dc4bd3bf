"""Which language a visitor reads: the URL's, else the one chosen before, else the browser's."""

from __future__ import annotations

import streamlit as st

from dashboard.words import LANGUAGES, InterfaceLanguage, Words, words
from dashboard.words.languages import language_called, readers_language

_CHOSEN = "language.chosen"
_LINKED = "language.linked"
_SWITCH = "language.switch"


def chosen_language() -> InterfaceLanguage | None:
    """The language asked for by link or switch; None while the browser decides."""
    chosen: InterfaceLanguage | None = st.session_state.get(_CHOSEN)
    return chosen


def language() -> InterfaceLanguage:
    """The language of this run."""
    linked = st.query_params.get("lang")
    if language_called(linked) and st.session_state.get(_LINKED) != linked:
        st.session_state[_CHOSEN] = language_called(linked)
    st.session_state[_LINKED] = linked
    return readers_language(chosen_language(), st.context.locale)


def spoken() -> Words:
    """The words of this run's language."""
    return words(readers_language(chosen_language(), st.context.locale))


def language_switch(say: Words) -> None:
    """The languages, each by its own name."""
    st.session_state[_SWITCH] = say.language
    st.segmented_control(
        say("language.label"),
        list(LANGUAGES),
        format_func=lambda code: LANGUAGES[code].name,
        key=_SWITCH,
        required=True,
        on_change=_switched,
        label_visibility="collapsed",
    )


def _switched() -> None:
    st.session_state[_CHOSEN] = st.session_state[_SWITCH]
    # the address still names the language left behind: it has been read and is no new wish
    st.session_state[_LINKED] = st.query_params.get("lang")
