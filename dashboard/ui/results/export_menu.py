"""What a reader takes away from a view: a paper, references, its links."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from dashboard.export.citations.bibliography import bibtex_items, csl_items, ris_items
from dashboard.export.citations.cite import Stamp
from dashboard.export.papers import asks_brief
from dashboard.export.papers.asks_brief import BriefWords
from dashboard.export.papers.entries import MOST, EntryWords, entries
from dashboard.export.papers.entry_shapes import FIELDS
from dashboard.export.papers.view_brief import ViewBrief, markdown, word
from dashboard.ui.filters.active_filters import stated
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.url_state import here, link_params, site_address

Make = Callable[[], str | bytes]
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_REFERENCED = ("documents", "timeline")
_REFERENCES: tuple[tuple[str, Callable[..., str], str, str], ...] = (
    ("bibtex", bibtex_items, "bib", "application/x-bibtex"),
    ("ris", ris_items, "ris", "application/x-research-info-systems"),
    ("csl_json", csl_items, "json", "application/vnd.citationstyles.csl+json"),
)
_ALSO_CALLED = {"result": "outcome"}
_NOT_IN_A_NAME = re.compile(r"[^\w.]+")


def export_menu(page: Page, found: pd.DataFrame, table: str | None = None) -> None:
    """A button that opens the files and the links of a view.

    `found` are the rows of the view, of `table` where it is not the page's own.
    """
    popover = st.popover(
        page.say("take.label"),
        icon=":material/ios_share:",
        key=f"{page.name}.take",
        on_change="rerun",
    )
    if not popover.open:
        return
    shown = table or page.table
    stamp = Stamp(page.snapshot.version, dt.date.today(), view_address(page, pinned=True))
    with popover:
        files, links = st.tabs([page.say("take.files"), page.say("take.link")])
    with files:
        _papers(page, found, shown, stamp)
        if shown in _REFERENCED:
            _references(page, found, stamp)
    with links:
        st.caption(page.say("take.newest"))
        st.code(view_address(page), language=None, wrap_lines=True)
        st.caption(page.say("take.pinned", version=page.snapshot.version))
        st.code(stamp.url, language=None, wrap_lines=True)


def brief_buttons(page: Page, asked: pd.DataFrame, addressee: str) -> None:
    """The requests to one addressee as Markdown and as a Word file, made when asked for."""
    words = _asks_words(page, asked, addressee)
    stem = f"{page.say('brief.file')}-{addressee}-{page.snapshot.version}"
    _paper_buttons(
        page,
        partial(asks_brief.markdown, asked, words),
        partial(asks_brief.word, asked, words),
        stem,
    )


def question(page: Page) -> str:
    """The filters in force as a phrase; that there are none, where there are none."""
    return _filters(page) or page.say("take.everything")


def _filters(page: Page) -> str:
    return page.say.listed(stated(page, parameter) for parameter in page.query.active())


def counted(page: Page, found: pd.DataFrame, table: str) -> str:
    """`128 of 359 documents`; of rows where the table's things have no name of their own."""
    key = f"count.{table}" if page.say.has(f"count.{table}.other") else "take.rows"
    total = len(page.snapshot.tables[table])
    return page.say(key, n=len(found), total=page.say.number(total))


def view_address(page: Page, *, pinned: bool = False) -> str:
    """The whole address of the view, at whatever host the reader came by.

    Pinned, it names the data version by which the view was made.
    """
    params = link_params(page.query.having(item=None, offset=None))
    params.pop("v", None)
    if pinned:
        params["v"] = [page.snapshot.version]
    query = urlencode(params, doseq=True)
    return here() + (f"?{query}" if query else "")


def _papers(page: Page, found: pd.DataFrame, table: str, stamp: Stamp) -> None:
    """The brief in both forms, made when it is asked for."""
    made = partial(_brief, page, found, table, stamp, question(page), site_address(page.name))
    _paper_buttons(page, lambda: markdown(made()), lambda: word(made()), _stem(page))
    if len(found) > MOST:
        st.caption(page.say("take.first", n=MOST))


def _references(page: Page, found: pd.DataFrame, stamp: Stamp) -> None:
    """A reference for each row, made when it is asked for."""
    asked = (page.snapshot, found, page.say.language, replace(stamp, url=site_address(page.name)))
    st.caption(page.say("take.references"))
    with st.container(horizontal=True):
        for name, made, suffix, mime in _REFERENCES:
            _download(
                page, f"citing.{name}", partial(made, *asked), f"{_stem(page)}.{suffix}", mime
            )


def _paper_buttons(page: Page, markdown: Make, word: Make, stem: str) -> None:
    with st.container(horizontal=True):
        _download(page, "brief.markdown", markdown, f"{stem}.md", "text/markdown")
        _download(page, "brief.word", word, f"{stem}.docx", _WORD)


def _stem(page: Page) -> str:
    parts = (page.say("app.title"), page.say(f"{page.name}.nav"), page.snapshot.version)
    return "-".join(_NOT_IN_A_NAME.sub("-", part).strip("-.") for part in parts)


def _download(page: Page, label: str, made: Make, name: str, mime: str) -> None:
    st.download_button(
        page.say(label),
        made,
        file_name=name,
        mime=mime,
        key=f"{page.name}.take.{name.rpartition('.')[2]}",
        icon=":material/download:",
        on_click="ignore",
    )


def _brief(
    page: Page, found: pd.DataFrame, table: str, stamp: Stamp, asked: str, base: str
) -> ViewBrief:
    say, left_out = page.say, len(found) - MOST
    today = say.date(stamp.accessed.isoformat())
    notes = {
        "requests": say("due.as_of", date=say.date(page.snapshot.as_of.isoformat())),
        "statements": say("statements.reading"),
        "countries": say("countries.totals"),
    }
    return ViewBrief(
        title=say("cited.view", record=say("app.title"), question=say(f"{page.name}.nav")),
        lines=[
            say("take.question", question=asked),
            counted(page, found, table),
            say("take.version", version=stamp.version, date=today),
            *([notes[table]] if table in notes else []),
        ],
        link=(say("take.open"), stamp.url),
        entries=entries(found, table, _entry_words(page), base),
        remainder=say("take.remainder", n=left_out) if left_out > 0 else "",
        nothing=say("empty.title"),
        sources=say("footer.sources"),
        language=say.language,
    )


def _entry_words(page: Page) -> EntryWords:
    say, vocabularies = page.say, page.snapshot.vocabularies
    return EntryWords(
        language=say.language,
        fields={name: _field(page, name) for name in FIELDS},
        codes={name: page.labels(name) for name in vocabularies},
        states={iso3: page.state(iso3) for iso3 in page.snapshot.states},
        dates=say.dates,
        listed=say.listed,
        others=lambda first, n: say("cited.others", first=first, n=n),
        fact=say("filters.stated"),
        place=say("requests.paragraph"),
        behalf=say("statements.for"),
        detailed=say("take.detailed"),
        unknown=say("value.unknown"),
        no_summary=say("compare.no_summary"),
        no_answer=say("take.no_answer"),
        record=say("take.record"),
        source=say("statements.source"),
    )


def _field(page: Page, name: str) -> str:
    """What a fact is called: as the tables, the records or the filters call it."""
    say, name = page.say, _ALSO_CALLED.get(name, name)
    if say.has(f"column.{name}"):
        return say(f"column.{name}")
    return say(f"field.{name}") if say.has(f"field.{name}") else say(f"facet.{name}")


def _asks_words(page: Page, asked: pd.DataFrame, addressee: str) -> BriefWords:
    say, asked_for = page.say, _filters(page)
    today = say.date(dt.date.today().isoformat())
    return BriefWords(
        title=say("brief.title", addressee=page.label("addressees", addressee)),
        lines=[
            say("brief.filters", filters=asked_for) if asked_for else say("brief.all"),
            say("asks.found", n=len(asked)),
            say("footer.version", version=page.snapshot.version, date=today),
            say("footer.sources"),
        ],
        nothing=say("empty.title"),
        no_verb=say("brief.no_verb"),
        no_summary=say("compare.no_summary"),
        softened=say("field.softeners"),
        under=say("brief.under"),
        tiers={**page.labels("tiers"), "unknown": say("asks.unknown")},
        softeners=page.labels("softeners"),
        language=say.language,
    )
