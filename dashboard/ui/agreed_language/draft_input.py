"""What a reader pastes or drops: read at once, and held by the session alone.

Only what was read stays, in the session's own state; a file is let go as soon as it is read.
Nothing of it may reach a cache, which is shared and may be written to disk, a log or an address.
"""

from __future__ import annotations

import streamlit as st

from dashboard.sources.drafts.draft import Draft, DraftRefused
from dashboard.sources.drafts.pasted import read_pasted
from dashboard.sources.drafts.reading import read_draft
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page

FORMATS = ("docx", "pdf", "txt")
_MOST_MEGABYTES = 5
"""Of a file, as server.maxUploadSize has it."""
_DRAFT, _REFUSED, _ROUND = "draft.read", "draft.refused", "draft.round"


def draft_input(page: Page) -> Draft | None:
    """A box to paste into and a place to drop a file; the draft last read in this session."""
    say, state = page.say, st.session_state
    number = state.get(_ROUND, 0)
    text, file = f"draft.text.{number}", f"draft.file.{number}"
    st.caption(say("agreed_language.private"))
    with st.form("draft", border=False):
        st.text_area(say("agreed_language.paste"), key=text, height=180)
        st.file_uploader(
            say("agreed_language.file"),
            type=FORMATS,
            key=file,
            max_upload_size=_MOST_MEGABYTES,
        )
        with st.container(horizontal=True):
            st.form_submit_button(say("agreed_language.hold"), on_click=_read, args=(text, file))
            if _DRAFT in state:
                st.form_submit_button(say("agreed_language.clear"), on_click=_clear)
    if refusal := state.get(_REFUSED):
        st.error(escaped(_sentence(page, refusal)), icon=":material/block:")
    draft: Draft | None = state.get(_DRAFT)
    return draft


def _read(text: str, file: str) -> None:
    """Read what was given; the file before the box, and neither is kept as it came."""
    state = st.session_state
    given, pasted = state.get(file), state.get(text) or ""
    state.pop(_REFUSED, None)
    state.pop(_DRAFT, None)
    try:
        if given is not None:
            state[_DRAFT] = read_draft(given.getvalue(), given.name)
        else:
            state[_DRAFT] = read_pasted(pasted)
    except DraftRefused as refusal:
        state[_REFUSED] = (refusal.code, refusal.most)
    if given is not None:  # another key, and the framework lets go of the file with the old one
        state[_ROUND] = state.get(_ROUND, 0) + 1


def _clear() -> None:
    state = st.session_state
    state.pop(_DRAFT, None)
    state.pop(_REFUSED, None)
    state[_ROUND] = state.get(_ROUND, 0) + 1


def _sentence(page: Page, refusal: tuple[str, int | None]) -> str:
    code, most = refusal
    if code == "empty":
        return page.say("agreed_language.empty")
    why = page.say(f"draft_refused.{code}", most=page.say.number(most or 0))
    return page.say("agreed_language.refused", why=why)
