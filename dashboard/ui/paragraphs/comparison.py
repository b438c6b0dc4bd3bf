"""Two texts side by side: which two, what changed, and what each citation became."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from dashboard.analysis.paragraphs.likeness import word_difference
from dashboard.analysis.quality.coverage import comparable
from dashboard.symbols import official_url
from dashboard.ui.frame.markdown import escaped, link
from dashboard.ui.frame.page import Page, Row, text_or_none
from dashboard.ui.frame.url_state import change, current_query
from dashboard.ui.records.record_parts import title_of
from dashboard.words.labels import verb_of
from dashboard.words.places import paragraph_place

SHOWN = (
    *("stronger", "softer", "softened", "unsoftened"),
    *("new", "dropped", "reworded", "same"),
)
SIGNS = {
    "stronger": "▲",
    "softer": "▼",
    "softened": "▿",
    "unsoftened": "▵",
    "new": "+",
    "dropped": "−",
    "reworded": "≈",
    "same": "=",
}


def chosen_pair(page: Page, predecessors: Mapping[str, str]) -> tuple[str, str] | None:
    """The earlier and the later text of the view; one alone stands against its predecessor.

    None where the record holds no text to compare.
    """
    dates, texts = page.snapshot.tables["documents"].set_index("id")["date"], page.snapshot.imported
    if not texts:
        return None
    linked = [s for s in page.query.choice("symbol").any_of if s in texts]
    linked.sort(key=lambda symbol: (dates[symbol], symbol))
    if len(linked) >= 2:
        return linked[0], linked[-1]
    weights = page.snapshot.tables["documents"].set_index("id")["weight"]
    central = [s for s in predecessors if weights[s] == "core"] or list(predecessors or texts)
    later = linked[0] if linked else max(central, key=lambda symbol: (dates[symbol], symbol))
    return predecessors.get(later, later), later


def pickers(page: Page, pair: tuple[str, str]) -> None:
    """Two boxes to choose the texts, in each all but the other's; the link holds both."""
    symbols = comparable(page.snapshot.tables["documents"])
    options = list(dict.fromkeys([*symbols, *pair]))
    for place, symbol, column in zip(("earlier", "later"), pair, st.columns(2), strict=True):
        key = f"{page.name}.{place}"
        st.session_state[key] = symbol
        column.selectbox(
            page.say(f"compare.{place}"),
            [s for s in options if s == symbol or s not in pair],
            format_func=lambda s: title_of(page, s),
            key=key,
            on_change=_picked,
            args=(page.name,),
        )


def _picked(name: str) -> None:
    symbols = [st.session_state[f"{name}.{place}"] for place in ("earlier", "later")]
    change(name, current_query(name).choosing("symbol", symbols).having(view=None))


def counts(page: Page, counted: Mapping[str, int]) -> None:
    """How many paragraphs have each change, as figures."""
    with st.grid(8, min_column_width=110, gap="small") as grid:
        for name in SHOWN:
            label = f"{SIGNS[name]} {page.say(f'change.{name}')}"
            grid.metric(label, page.say.number(counted.get(name, 0)))


def difference_list(page: Page, rows: pd.DataFrame, wording: Mapping[str, str]) -> None:
    """Each pair of paragraphs, the earlier beside the later, under what became of it."""
    summaries = page.snapshot.tables["paragraphs"].set_index("id")
    for row in rows.to_dict("records"):
        with st.container(border=True, gap="small"):
            st.markdown(_verdict(page, row))
            columns = st.columns(2)
            for place, column in zip(("earlier", "later"), columns, strict=True):
                with column:
                    _side(page, row, place, summaries)
            _words(row, wording)


def _verdict(page: Page, row: Row) -> str:
    say, name = page.say, str(row["change"])
    parts = [f"**{SIGNS.get(name, '?')} {escaped(say(f'change.{name}'))}**"]
    if row["why"]:
        parts.append(escaped(say.listed(say(f"change.why_{why}") for why in row["why"])))
    if row["moved"]:
        parts.append(escaped(say("change.moved")))
    return " · ".join(parts)


def _side(page: Page, row: Row, place: str, summaries: pd.DataFrame) -> None:
    found = text_or_none(row[f"{place}_id"])
    if found is None:
        st.caption(page.say(f"compare.none_{place}"))
        return
    source = summaries.loc[found]
    number = paragraph_place(page.say, found, text_or_none(row[f"{place}_number"]))
    verb = verb_of(page.snapshot, page.say, {**source, "verb": row[f"{place}_verb"]})
    head = f"**{escaped(found.partition('#')[0])} · {escaped(number)}**"
    st.markdown(head + (f" · *{escaped(verb)}*" if verb else ""))
    summary = page.say.field(source, "summary")
    st.markdown(escaped(summary) if summary else escaped(page.say("compare.no_summary")))


def _words(row: Row, wording: Mapping[str, str]) -> None:
    """The official wording with what went and what came, where a reader attached it."""
    earlier = wording.get(str(row["earlier_id"]))
    later = wording.get(str(row["later_id"]))
    if not earlier or not later:
        return
    shown = {"same": "{}", "removed": ":red[~~{}~~]", "added": ":green[**{}**]"}
    runs = [
        shown[operation].format(escaped(text.strip()))
        for operation, text in word_difference(earlier, later)
        if text.strip()
    ]
    with st.expander(":material/difference:"):
        st.markdown(" ".join(runs))


def citation_changes(page: Page, found: pd.DataFrame) -> None:
    """Symbols the later text cites for the first time, and those it no longer cites."""
    for name in ("gained", "lost"):
        symbols = list(found.loc[found["change"] == name, "symbol"])
        listed = " · ".join(link(s, official_url(s)) for s in symbols) or "–"
        st.markdown(f"**{escaped(page.say(f'compare.{name}', n=len(symbols)))}** {listed}")
