"""With whom a State voted, how much alike a group did: the finding of its page, and by name."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from dashboard.analysis.findings.finding import Finding
from dashboard.analysis.findings.states import group, state, voted_beside
from dashboard.analysis.snapshot_cache import once
from dashboard.analysis.states import Profile, whole_votes
from dashboard.analysis.votes.voting_similarity import SMALL, similarity_matrix
from dashboard.corpus.snapshot import Snapshot
from dashboard.ui.frame.page import Page
from dashboard.ui.records.sections import section_title
from dashboard.ui.results.finding import finding
from dashboard.ui.results.table import plain_table

_SHOWN = 6


def voting_finding(page: Page, found: Profile) -> None:
    """With whom a State voted, or how much alike the members of a group did."""
    finding(page, partial(_found, page.snapshot, found))


def _found(snapshot: Snapshot, found: Profile) -> Finding:
    votes = whole_votes(snapshot)
    if found.is_group:
        return group(similarity_matrix(snapshot, [found.code], votes), len(votes))
    return state(found.code, _beside(snapshot, found.code), len(votes))


@once
def _beside(snapshot: Snapshot, iso3: str) -> pd.DataFrame:
    return voted_beside(snapshot.tables["votes"], iso3, whole_votes(snapshot))


def voted_with(page: Page, found: Profile) -> None:
    """The States it voted most and least alike with, each with the votes that rests on."""
    say = page.say
    if found.is_group or (beside := _beside(page.snapshot, found.code)).empty:
        return
    section_title(page, say("countries.voted_with"))
    st.caption(say("countries.voted_with_note", n=len(whole_votes(page.snapshot)), small=SMALL))
    ends = {"most": beside.head(_SHOWN), "least": beside.iloc[::-1].head(_SHOWN)}
    for (end, rows), column in zip(ends.items(), st.columns(2), strict=True):
        shown = {
            say(f"countries.{end}_alike"): [page.state(iso3) for iso3 in rows["iso3"]],
            say("agreement.same"): rows["same"],
            say("agreement.shared"): rows["shared"],
            say("agreement.share"): rows["share"].map("{:.0%}".format),
        }
        with column:
            plain_table(page, f"beside.{end}", shown, opens=("countries", rows["iso3"]))
