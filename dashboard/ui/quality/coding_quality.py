"""How much of the texts is summarised and coded, and how far two readings agree."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.analysis.quality.intercoder_agreement import CoderAgreement
from dashboard.ui.frame.page import Page

COUNTED = ("paragraphs", "summarised", "mention", "done")


def coded_texts(page: Page, counted: pd.DataFrame) -> None:
    """A line for each text: paragraphs of the imported skeleton and those summarised."""
    say = page.say
    done, mention = int(counted["done"].sum()), int(counted["mention"].sum())
    st.caption(say("about.coded", done=say.number(done), mention=say.number(mention)))
    names = {name: say(f"about.{name}") for name in COUNTED}
    shown = counted[["symbol", *COUNTED]].rename(columns={"symbol": say("column.symbol"), **names})
    st.dataframe(shown, hide_index=True, key="about.coded", alt=say("table.alt", n=len(shown)))


def _share(share: float | None) -> str:
    return "–" if share is None else f"{share:.1%}"


def agreement_table(page: Page, found: CoderAgreement | None) -> None:
    """Per field: paragraphs with the same set of codes, decisions that agree, Cohen's kappa."""
    say = page.say
    if found is None:
        st.caption(say("about.no_second_reading"))
        return
    rows = [
        {
            say("about.field"): say(f"field.{field.field}"),
            say("about.same_set"): _share(field.identical),
            say("about.same_decision"): _share(field.agreed),
            say("about.kappa"): "–" if field.kappa is None else f"{field.kappa:.2f}",
            say("about.decisions"): field.decisions,
            say("about.chosen"): f"{field.first_yes} / {field.second_yes}",
        }
        for field in found.fields
    ]
    st.caption(say("about.agreement_text", n=found.fields[0].paragraphs if found.fields else 0))
    st.dataframe(
        pd.DataFrame(rows), hide_index=True, height="content", key="about.agreement",
        alt=say("table.alt", n=len(rows)),
    )  # fmt: skip
