"""What a paragraph does: its acts in order, each with its kind, strength and softeners."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from dashboard.analysis.frames import Row, acts_of
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page


def act_list(page: Page, paragraph: str) -> None:
    """The acts of a paragraph by rule, as a numbered list; a sentence where there is none."""
    found = acts_of(page.snapshot, paragraph.partition("#")[0]).get(paragraph, ())
    if not found:
        st.caption(page.say("paragraph.head_none"))
        return
    st.caption(page.say("paragraph.acts"))
    lines = (" · ".join(map(escaped, _said(page, act))) for act in found)
    st.markdown("\n".join(f"{n}. {line}" for n, line in enumerate(lines, start=1)))


def _said(page: Page, act: Row) -> Iterator[str]:
    """The parts of an act's line; a verb no rule reads stands as printed."""
    known = act["head"] in page.snapshot.terms("verbs")
    yield page.label("verbs", act["head"]) if known else act["verb"]
    if known:
        yield page.label("verb_families", act["family"])
        yield page.label("tiers", f"tier_{act['tier']}")
    else:
        yield page.say("paragraph.head_unknown")
    yield page.label("act_places", act["place"])
    if act["negated"]:
        yield page.say("act.negated")
    for name in ("softeners", "softeners_object", "softeners_means"):
        if act[name]:
            softened = page.say.listed(page.label("softeners", code) for code in act[name])
            yield page.say(f"act.{name}", what=softened)
