"""How a text was decided and who sponsored it, in brief."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pandas as pd
import streamlit as st

from dashboard.analysis.votes.vote_totals import by_text
from dashboard.corpus.records.documents import Sponsorship
from dashboard.corpus.sponsorship import who_tabled
from dashboard.ui.frame.links import page_link
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page, Row, text_or_none
from dashboard.ui.records.record_parts import named_states
from dashboard.ui.records.sections import Section
from dashboard.ui.votes.vote_bars import bars_of_text
from dashboard.ui.votes.vote_labels import WHOLE, names_by_position, totals_grid, vote_name
from dashboard.words.labels import tabled_in_words

LISTED = ("no", "abstain", "not_voting", "yes")
COUNTED = ("yes", "no", "abstain", "not_voting")


def decision(page: Page, votes: pd.DataFrame, outcome: str | None) -> Iterator[Section]:
    """The outcome, and each recorded vote on the text as a bar, with its totals and the way to
    its States; `votes` are rows of the recorded votes."""
    if outcome or not votes.empty:
        draw = partial(_decision, page, votes, outcome)
        yield Section("decision", page.say("record.decision"), draw)


def _decision(page: Page, votes: pd.DataFrame, outcome: str | None) -> None:
    if outcome:
        st.markdown(escaped(page.label("outcomes", outcome)))
    if votes.empty:
        return
    votes = by_text(votes)
    bars_of_text(page, votes)
    whole = votes["stage"].isin(WHOLE)
    for row in votes[whole].to_dict("records"):
        _vote(page, row)
    if not whole.all():
        with st.expander(page.say("vote.parts", n=int((~whole).sum()))):
            for row in votes[~whole].to_dict("records"):
                _vote(page, row)


def _vote(page: Page, row: Row) -> None:
    """One vote: totals, the few that did not go along, and a link to every State."""
    say = page.say
    st.caption(escaped(f"{vote_name(page, row)} · {say.date(text_or_none(row['date']))}"))
    totals_grid(page, row, [n for n in COUNTED if n != "not_voting" or pd.notna(row[n])])
    if row["names"] == "not_published":
        st.caption(say("vote.not_published"))
    else:
        if row["names"] == "partial":
            st.caption(say("vote.partial"))
        votes = page.snapshot.tables["votes"]
        names_by_position(page, votes[votes["vote"] == row["id"]], LISTED)
    params, icon = {"item": [str(row["id"])]}, ":material/how_to_vote:"
    page_link(page, say("vote.open"), "votes", params, key=f"vote.{row['id']}", icon=icon)


def sponsors(page: Page, row: Row, found: Sponsorship) -> None:
    """Who tabled it, States on the draft and those that joined later; plainly said where none."""
    say, by = page.say, who_tabled(found, page.snapshot.terms("groups"))
    if tabled := tabled_in_words(page.snapshot, say, row):
        st.markdown(escaped(tabled))
    for role, names in (("draft", found.draft), ("added", found.added)):
        if not isinstance(names, str):
            own = names.keys() - by.agents
            if own:
                named_states(page, say(f"sponsors.{role}", n=len(own)), own)
        elif names != "not_applicable" or (role == "draft" and not tabled):
            st.markdown(escaped(say(f"sponsors.{role}_{names}")))
