"""How a text was decided and who sponsored it, in brief."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.corpus.documents import Sponsorship
from dashboard.corpus.votes import RollCall, Vote
from dashboard.ui.named import named_states
from dashboard.ui.page import Page
from dashboard.ui.text import plain

NAMED = ("no", "abstain", "not_voting", "yes")


def decision(page: Page, votes: Sequence[Vote], outcome: str | None) -> None:
    """The outcome, and each recorded vote with its totals and names."""
    if outcome is None and not votes:
        return
    st.subheader(page.say("record.decision"), anchor=False)
    if outcome:
        st.markdown(plain(page.label("outcomes", outcome)))
    for vote in votes:
        _vote(page, vote)


def _vote(page: Page, vote: Vote) -> None:
    say = page.say
    if len(vote.stage) and vote.stage != "plenary":
        st.caption(plain(page.label("stages", vote.stage)))
    counts = [("yes", vote.counts.yes), ("no", vote.counts.no), ("abstain", vote.counts.abstain)]
    if vote.roll_call and vote.names == "complete":
        counts.append(("not_voting", len(vote.roll_call.not_voting)))
    with st.grid(4, min_column_width=110, gap="small") as grid:
        for position, count in counts:
            shown = say("value.unknown") if count is None else say.number(count)
            grid.metric(plain(page.label("positions", position)), shown)
    if vote.names == "not_published" or vote.roll_call is None:
        st.caption(say("vote.not_published"))
        return
    if vote.names == "partial":
        st.caption(say("vote.partial"))
    _names(page, vote.roll_call)


def _names(page: Page, call: RollCall) -> None:
    for position in NAMED:
        states = getattr(call, position)
        if not states:
            continue
        label = page.say("vote.names", position=page.label("positions", position), n=len(states))
        named_states(page, label, states)


def sponsors(page: Page, found: Sponsorship) -> None:
    """States on the draft and those that joined later; plainly said where there are none."""
    say = page.say
    st.subheader(say("record.sponsors"), anchor=False)
    for role, names in (("draft", found.draft), ("added", found.added)):
        if isinstance(names, str):
            if role == "draft" or names != "not_applicable":
                st.markdown(plain(say(f"sponsors.{role}_{names}")))
            continue
        named_states(page, say(f"sponsors.{role}", n=len(names)), names)
    if found.parties:
        st.markdown(plain(say("sponsors.parties", names=say.listed(found.parties))))
