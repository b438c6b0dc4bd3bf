"""The official wording that was attached on this machine, under its own label, marked.

It is drawn in containers whose key names its language, `wording-ar-…`: by it the page's style
sheet sets the direction, and the page's script what a screen reader takes its voice from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.analysis.frames import Row
from dashboard.analysis.paragraphs.word_difference import word_difference
from dashboard.analysis.paragraphs.wording_marks import marked_kinds, wording_marks
from dashboard.corpus.official_text import official_text_store
from dashboard.symbols import LANGUAGES
from dashboard.ui.frame.links import switch
from dashboard.ui.frame.markdown import escaped, link, small
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.url_state import item_path
from dashboard.words.places import paragraph_place

_MARKED: Mapping[str, str] = {"verb": "**{}**", "addressee": "***{}***", "softener": "*{}*"}
"""Bold, underlined (by the style sheet) and in italics: never by colour alone."""
_CHANGED: Mapping[str, str] = {"same": "{}", "removed": ":red[~~{}~~]", "added": ":green[**{}**]"}
ATTACH = "make texts"
"""The command that attaches the wording."""


@dataclass(frozen=True)
class Wording:
    """The wording of some texts, each in the language a reader chose, or in the next best held."""

    page: Page
    chosen: str
    languages: Mapping[str, str]
    """Of each text of which any is attached, the language it is shown in."""

    def words(self, paragraph: str | None) -> str:
        """The wording of a paragraph by its id; empty where none is attached."""
        symbol, _, place = (paragraph or "").partition("#")
        language = self.languages.get(symbol)
        held = official_text_store().paragraphs(symbol, language) if language else {}
        return held.get(place, "")

    def box(self, symbol: str, place: str, *, border: bool = False) -> DeltaGenerator:
        """A container for the wording of a text; `place` tells it from others on the page."""
        language = self.languages.get(symbol, self.chosen)
        key = f"wording-{language}-{self.page.name}-{place}"
        return st.container(key=key, border=border, gap="small")

    def label(self, symbol: str, key: str = "wording.label") -> str:
        """What stands over a wording, as Markdown, with its language if it is not the chosen."""
        language = self.languages.get(symbol, self.chosen)
        said = self.page.say(key)
        if language != self.chosen:
            name = self.page.label("languages", language)
            said = self.page.say("wording.only_in", label=said, language=name)
        return small(escaped(said))

    def quoted(self, row: Row, key: str = "wording.label") -> str:
        """A paragraph's wording under its label, as Markdown; empty where none is attached.

        `row` is the paragraph's in the table, as in all that follows.
        """
        marked = self.marked(row)
        return f"{self.label(row['symbol'], key)}\n\n{quote(marked)}" if marked else ""

    def passages(self, rows: Iterable[Row]) -> str:
        """The wording of paragraphs of one text as one quotation, each under where it stands."""
        found = []
        for row in rows:
            if marked := self.marked(row):
                place = paragraph_place(self.page.say, row["id"], row["number"])
                found.append(f"{small(link(place, item_path('paragraphs', row['id'])))}\n{marked}")
        return quote("\n\n".join(found)) if found else ""

    def marked(self, row: Row) -> str:
        """A paragraph's wording as Markdown; empty where none is attached."""
        words, language = self.words(row["id"]), self.languages.get(row["symbol"], "")
        marks = wording_marks(self.page.snapshot, row, words, language) if words else ()
        parts, at = [], 0
        for start, end, kind in marks:
            parts += [escaped(words[at:start]), _MARKED[kind].format(escaped(words[start:end]))]
            at = end
        return "".join([*parts, escaped(words[at:])])


def quote(markdown: str) -> str:
    """Markdown as a quotation, its lines kept."""
    return "> " + markdown.replace("\n", "  \n> ")


def official_wording(
    page: Page,
    symbols: Iterable[str],
    place: str = "",
    *,
    together: bool = False,
    told: bool = False,
) -> Wording:
    """The wording of these texts, and over it its languages to choose from and what is marked;
    where nothing of them is attached, how to attach it.

    With `together` a language is offered only where all of them have it, if there is one; with
    `told` how to attach it is said elsewhere on the page.
    """
    store = official_text_store()
    held = {symbol: codes for symbol in symbols if (codes := store.languages(symbol))}
    if not held:
        if not told:
            not_attached(page)
        return Wording(page, page.say.language, {})
    common = set.intersection(*map(set, held.values())) if together else set()
    offered = [code for code in LANGUAGES if code in (common or set().union(*held.values()))]
    chosen = next(c for c in (page.query.wording, *page.say.order, *offered) if c in offered)
    _language_switch(page, offered, chosen, place)
    languages = {
        symbol: next(c for c in (chosen, *page.say.order, *codes) if c in codes)
        for symbol, codes in held.items()
    }
    return Wording(page, chosen, languages)


def not_attached(page: Page) -> None:
    """That no wording is here, and the command that attaches it."""
    st.caption(escaped(page.say("wording.none", command=ATTACH)))


def _language_switch(page: Page, offered: Sequence[str], chosen: str, place: str) -> None:
    """The languages attached, one click each; the link holds one that is not the reader's own."""
    say, name = page.say, partial(page.label, "languages")
    own = next(code for code in (*say.order, *offered) if code in offered)
    several = len(offered) > 1
    label = say("wording.label" if several else "wording.in", language=name(chosen))
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{escaped(label)}**", width="content")
        if several:
            label = say("wording.language")
            switch(page, "wording", offered, chosen, label, name, default=own, place=place)


def marks_legend(wording: Wording, *, place: str = "all", changes: bool = False) -> None:
    """In one line, what the marks of the wording mean; with `changes` those of what changed too."""
    page = wording.page
    if not wording.languages:
        return
    kinds = [
        _MARKED[kind].format(escaped(page.say(f"wording.{'opening' if by_opening else kind}")))
        for kind in marked_kinds(wording.chosen)
        for by_opening in [kind == "verb" and wording.chosen != "en"]
    ]
    lines = [small(page.say("wording.marks", kinds=" · ".join(kinds)))]
    if changes:
        lines.insert(0, small(changes_legend(page)))
    with st.container(key=f"wording-legend-{page.name}-{place}", gap=None):
        st.markdown("  \n".join(lines))


def changes_legend(page: Page, by: str = "text") -> str:
    """What is struck out and what is set off in a wording that changed, as Markdown.

    `by` says what changed it: the later `text`, or a reader's `line`.
    """
    said = {name: page.say(f"wording.{by}_{name}") for name in ("removed", "added")}
    return page.say("wording.changes", **{name: word_run(name, said[name]) for name in said})


def word_changes(earlier: str, later: str) -> str:
    """A wording as a quotation in Markdown, what went struck out, what came bold and underlined."""
    return quote("".join(word_run(*run) for run in word_difference(earlier, later)))


def word_run(operation: str, text: str) -> str:
    """A run of words marked by what became of it; the spaces around it stay unmarked."""
    inner = text.strip()
    if not inner:
        return text
    before, _, after = text.partition(inner)
    return before + _CHANGED[operation].format(escaped(inner)) + after
