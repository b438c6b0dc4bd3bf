"""Which language a visitor reads: the URL's, else the one chosen before, else the browser's."""

from __future__ import annotations

import streamlit as st

from dashboard.words import LANGUAGES, InterfaceLanguage, Words, words

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
    for code in LANGUAGES:
        if linked == code and st.session_state.get(_LINKED) != linked:
            st.session_state[_CHOSEN] = code
    st.session_state[_LINKED] = linked
    return chosen_language() or _browser_language()


def spoken() -> Words:
    """The words of this run's language."""
    return words(chosen_language() or _browser_language())


def language_switch(say: Words) -> None:
    """The two languages, each by its own name."""
    st.session_state[_SWITCH] = say.language
    st.segmented_control(
        say("language.label"),
        LANGUAGES,
        format_func={"en": "English", "zh": "中文"}.__getitem__,
        key=_SWITCH,
        required=True,
        on_change=_switched,
        label_visibility="collapsed",
    )


def _switched() -> None:
    st.session_state[_CHOSEN] = st.session_state[_SWITCH]
    # the address still names the language left behind: it has been read and is no new wish
    st.session_state[_LINKED] = st.query_params.get("lang")


def _browser_language() -> InterfaceLanguage:
    return "zh" if (st.context.locale or "").lower().startswith("zh") else "en"
