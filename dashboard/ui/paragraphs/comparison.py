"""Two texts side by side: which two, what changed, and what each citation became."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

import pandas as pd
import streamlit as st

from dashboard.analysis.frames import Row as Paragraph
from dashboard.analysis.frames import paragraphs_of, rows_by_id
from dashboard.analysis.lineage import related
from dashboard.analysis.quality.coverage import comparable
from dashboard.ui.frame.links import page_link
from dashboard.ui.frame.markdown import document_link, escaped, small
from dashboard.ui.frame.page import Page, Row, text_or_none
from dashboard.ui.frame.url_state import change, current_query, link_params
from dashboard.ui.records.official_text import Wording, word_changes
from dashboard.ui.records.record_parts import title_of
from dashboard.words.labels import verb_of
from dashboard.words.places import paragraph_place

_PLACES = ("earlier", "later")
SIGNS = {
    "stronger": "▲",
    "softer": "▼",
    "fulfilled": "✓",
    "softened": "▿",
    "unsoftened": "▵",
    "to_preamble": "↑",
    "to_operative": "↓",
    "new": "+",
    "dropped": "−",
    "reworded": "≈",
    "editorial": "≃",
    "same": "=",
}
SHOWN = tuple(SIGNS)
"""The changes that are counted, each of which is a view."""
RARE = frozenset({"fulfilled", "softened", "unsoftened", "to_preamble", "to_operative"})
"""Changes that are counted and offered only where there are any."""
_BY_WHAT = frozenset({"same", "reworded", "new", "dropped"})
"""Changes that fingerprints and summaries show differently."""


def chosen_pair(page: Page, predecessors: Mapping[str, str]) -> tuple[str | None, str] | None:
    """The earlier and the later text of the view; one alone stands against its predecessor, or,
    having none, against nothing until a reader chooses.

    None where the record holds no text to compare.
    """
    documents, texts = rows_by_id(page.snapshot, "documents"), page.snapshot.imported
    if not texts:
        return None

    def day(symbol: str) -> tuple[str, str]:
        return documents[symbol]["date"] or "", symbol

    linked = [s for s in page.query.choice("symbol").any_of if s in texts]
    linked.sort(key=day)
    if len(linked) >= 2:
        return linked[0], linked[-1]
    central = [s for s in predecessors if documents[s]["weight"] == "core"]
    later = linked[0] if linked else max(central or predecessors or texts, key=day)
    return predecessors.get(later), later


def pickers(page: Page, earlier: str | None, later: str) -> None:
    """Two boxes to choose the texts, in each all but the other's; the link holds both."""
    pair = (earlier, later)
    symbols = comparable(page.snapshot.tables["documents"])
    options = list(dict.fromkeys([*symbols, *filter(None, pair)]))
    for place, symbol, column in zip(_PLACES, pair, st.columns(2), strict=True):
        key = f"{page.name}.{place}"
        st.session_state[key] = symbol
        column.selectbox(
            page.say(f"compare.{place}"),
            [s for s in options if s == symbol or s not in pair],
            format_func=lambda s: title_of(page, s),
            key=key,
            on_change=_picked,
            args=(page.name,),
            placeholder=page.say("compare.choose"),
        )


def _picked(name: str) -> None:
    symbols = [st.session_state[f"{name}.{place}"] for place in _PLACES]
    change(name, current_query(name).choosing("symbol", symbols).having(view=None))


def kinship(page: Page, earlier: str | None, later: str) -> None:
    """That a text continues none on record, and what it is related to without continuing it."""
    say = page.say
    answered = related(page.snapshot, later)
    if earlier is None:
        st.info(escaped(say("compare.no_predecessor", text=page.record(later))))
        for other in answered:
            label = say("record.compare_related", text=page.record(other))
            params = link_params(page.query.choosing("symbol", [other, later]))
            page_link(page, label, page.name, params, key=other)
    elif earlier in answered:
        names = {"earlier": page.record(earlier), "later": page.record(later)}
        st.caption(escaped(say("compare.related", **names)))


def occurring(page: Page, counted: Mapping[str, int]) -> list[str]:
    """The changes to choose: of rare ones those there are, and the view's own."""
    return [n for n in SHOWN if n not in RARE or counted.get(n) or n == page.query.view]


def basis_of(compared: pd.DataFrame) -> str:
    """What a comparison rests on: `summary` where a pair of it was found by summaries."""
    return "summary" if "summary" in set(compared["basis"].dropna()) else "fingerprint"


def how(page: Page, shown: pd.DataFrame, compared: pd.DataFrame) -> None:
    """How many of the lines are shown, and what the comparison rests on."""
    said, total = page.say(f"compare.by_{basis_of(compared)}"), page.say.number(len(compared))
    st.caption(page.say("compare.how", n=len(shown), total=total, basis=said))


def difference_list(
    page: Page, rows: pd.DataFrame, wording: Wording, basis: str, *, folded: bool
) -> None:
    """Each pair of paragraphs, the earlier beside the later, under what became of it.

    Under both stands the official wording with what went and what came, where it is attached.
    `folded`: those with the same wording wait in expanders where they stand.
    """
    texts = {name.partition("#")[0] for place in _PLACES for name in rows[f"{place}_id"].dropna()}
    found = {row["id"]: row for text in texts for row in paragraphs_of(page.snapshot, text)}
    runs = groupby(rows.to_dict("records"), key=lambda row: folded and row["change"] == "same")
    for unchanged, run in runs:
        pairs = list(run)
        if not unchanged:
            _differences(page, pairs, found, wording, basis)
            continue
        with st.expander(page.say("compare.unchanged", n=len(pairs))):
            _differences(page, pairs, found, wording, basis)


def _differences(
    page: Page,
    rows: Sequence[Row],
    found: Mapping[str, Paragraph],
    wording: Wording,
    basis: str,
) -> None:
    for row in rows:
        pair = [found.get(text_or_none(row[f"{place}_id"]) or "") for place in _PLACES]
        shown = next(paragraph for paragraph in reversed(pair) if paragraph)
        with wording.box(shown["symbol"], shown["id"], border=True):
            st.markdown(_verdict(page, row, basis))
            columns = st.columns(2)
            for place, column in zip(_PLACES, columns, strict=True):
                column.markdown(_side(page, row, place, found))
            if words := _words(wording, *pair):
                st.markdown(words)


def _verdict(page: Page, row: Row, basis: str) -> str:
    say, name = page.say, str(row["change"])
    parts = [f"**{SIGNS.get(name, '?')} {escaped(say(f'change.{name}'))}**"]
    if row["moved"]:
        parts.append(escaped(say("change.moved")))
    softeners = say.listed(page.label("softeners", code) for code in row["softeners"])
    sentence = say(f"change.{rests_on(name, row['why'], basis)}", softeners=softeners)
    return " · ".join(parts) + "  \n" + small(escaped(sentence))


def rests_on(change: str, why: Sequence[str], basis: str) -> str:
    """The key of the sentence that says by what a change is told."""
    if why and change not in ("softened", "unsoftened"):
        return f"by_{why[0]}_{change}"
    return f"by_{basis}_{change}" if change in _BY_WHAT else f"by_{change}"


def _side(page: Page, row: Row, place: str, paragraphs: Mapping[str, Paragraph]) -> str:
    """Where a paragraph stands, how it opens, and its summary; or that there is none."""
    found = text_or_none(row[f"{place}_id"])
    if found is None:
        return small(escaped(page.say(f"compare.none_{place}")))
    source = paragraphs[found]
    number = paragraph_place(page.say, found, text_or_none(row[f"{place}_number"]))
    verb = verb_of(page.snapshot, page.say, {**source, "verb": row[f"{place}_verb"]})
    head = f"**{escaped(found.partition('#')[0])} · {escaped(number)}**"
    summary = page.say.field(source, "summary") or page.say("compare.no_summary")
    return head + (f" · *{escaped(verb)}*" if verb else "") + "\n\n" + escaped(summary)


def _words(wording: Wording, earlier: Paragraph | None, later: Paragraph | None) -> str:
    """The official wording of a pair, as Markdown: once where both say the same, with what went
    and what came where they differ, each by itself where they are held in no common language.
    """
    pair = [row for row in (earlier, later) if row and wording.words(row["id"])]
    if len(pair) < len(_PLACES) or len({wording.languages[row["symbol"]] for row in pair}) > 1:
        return "\n\n".join(map(wording.quoted, pair))
    first, second = (wording.words(row["id"]) for row in pair)
    if first.split() == second.split():
        return wording.quoted(pair[1], "wording.identical")
    return f"{wording.label(pair[1]['symbol'])}\n\n{word_changes(first, second)}"


def citation_changes(page: Page, found: pd.DataFrame) -> None:
    """Symbols the later text cites for the first time, and those it no longer cites."""
    for name in ("gained", "lost"):
        symbols = list(found.loc[found["change"] == name, "symbol"])
        listed = " · ".join(map(document_link, symbols)) or "–"
        st.markdown(f"**{escaped(page.say(f'compare.{name}', n=len(symbols)))}** {listed}")
