"""How well the rule that looks for requests does, and what it found that nobody has judged."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.ui.frame.page import Page

MEASURES = ("precision", "recall", "precision_read_in_full", "recall_read_in_full")


def rule_quality_table(page: Page, quality: pd.DataFrame, candidates: pd.DataFrame) -> None:
    """The measures with the cases each rests on; beneath, every candidate still open."""
    say = page.say
    st.caption(say("rule.text"))
    shown = pd.DataFrame(
        {
            say("rule.measure"): [say(f"rule.{name}") for name in quality["measure"]],
            say("rule.value"): ["–" if pd.isna(v) else f"{v:.3f}" for v in quality["value"]],
            say("rule.n"): list(quality["n"]),
        }
    )
    st.dataframe(
        shown, hide_index=True, height="content", key="about.rule",
        alt=say("table.alt", n=len(shown)),
    )  # fmt: skip
    with st.expander(say("rule.open", n=len(candidates))):
        listed = pd.DataFrame(
            {
                say("column.symbol"): candidates["symbol"],
                say("rule.paragraph"): candidates["paragraph"],
                say("rule.read"): candidates["read_in_full"],
            }
        )
        st.dataframe(
            listed, hide_index=True, key="about.candidates", alt=say("table.alt", n=len(listed))
        )
