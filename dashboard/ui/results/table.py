"""A table of the record for reading: labels for codes, dates as the language writes them.

Tables are text, so that a row wraps, prints and is read aloud whole. The first cell of a row
is a link, which `static/page/page.css` stretches over the row and `static/page/links.js` opens
in place; `static/page/tables.js` aligns figures and names the cells for narrow screens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from numbers import Integral
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import streamlit as st

from dashboard.analysis.found_rows import CellsOf, FoundRows
from dashboard.analysis.frames import cells
from dashboard.analysis.paragraphs.hits import OPEN, without_marks
from dashboard.analysis.selection.query import Query
from dashboard.analysis.snapshot_cache import SnapshotCache
from dashboard.corpus.tables.columns import IN_LANGUAGE, TABLES, Column
from dashboard.ui.frame.markdown import escaped, link, linked, marked, small
from dashboard.ui.frame.page import Page, Row, text_or_none
from dashboard.ui.frame.url_state import item_paths, view_path
from dashboard.ui.results.column_picker import choose_columns, with_something
from dashboard.ui.results.result_bar import one_page, paper_link
from dashboard.words.due import due_words
from dashboard.words.labels import acts_in_words, column_label, sponsors_in_words
from dashboard.words.places import paragraph_place, place_of_request
from dashboard.words.schedule import scheduled_title

Cells = Mapping[str, list[Any]]
"""The columns of a table, from the top, by heading; None where there is nothing."""
_pages: SnapshotCache[dict[str, list[str]]] = SnapshotCache(most=100)
"""Pages of rows as text, for a page runs anew with each press and mostly shows the same ones."""
_STATES, _RECORDS = {"speaker_iso3"}, {"symbol", "answered_by"}
_IN_WORDS: Mapping[str, Callable[[Page, Row], str]] = {
    "due_to": lambda page, row: due_words(page.say, row),
    "number": lambda page, row: (
        text_or_none(row["number"]) or paragraph_place(page.say, str(row["id"]))
    ),
    "sponsors": lambda page, row: sponsors_in_words(page.snapshot, page.say, row),
    "title": lambda page, row: " · ".join(filter(None, _titled(page, row))),
    "place": lambda page, row: place_of_request(page.say, str(row["place"])),
    "verb": lambda page, row: acts_in_words(page.snapshot, page.say, row),
}
"""Columns that a row says in words of its own, and how."""
_MOST_CELLS = 3000
"""What a browser lays out as text without delay; a larger table scrolls in a frame of its own."""
_MOST_PIECES = 800
"""Cells that the framework reads as a text each; more are read as one text, five times faster.
`static/page/tables.js` makes the two alike."""
_MISSING = "–"
_UPWARDS, _DOWNWARDS = "▲", "▼"


def _titled(page: Page, row: Row) -> Iterable[str]:
    """A title, whether it is only scheduled, and whether another record tells the same."""
    yield scheduled_title(page.say, row, page.snapshot.as_of)
    if other := text_or_none(row.get("same_as")):
        an_event = other in page.snapshot.events
        yield page.say("same_as.event") if an_event else page.say("same_as.statement")


def plain_table(
    page: Page,
    name: str,
    columns: Mapping[str, Any] | pd.DataFrame,
    *,
    alt: str = "",
    opens: tuple[str, Iterable[str]] | list[str] | None = None,
) -> None:
    """Show figures that are no table of the record: columns by heading, ready to read.

    `name` tells it from the page's other tables; `opens` is the page that its rows lead to with
    the record of each row, or the path of each.
    """
    frame = pd.DataFrame(columns)
    described = alt or page.say("table.alt", n=len(frame))
    if frame.size > _MOST_CELLS:
        st.dataframe(frame, hide_index=True, key=f"{page.name}.{name}", alt=described)
        return
    shown = {escaped(str(heading)): cells(column) for heading, column in frame.items()}
    paths = item_paths(opens[0], Query(), opens[1]) if isinstance(opens, tuple) else opens
    _show(_written_out(page, shown), described, paths)


def whole_table(page: Page, frame: pd.DataFrame, columns: Sequence[str]) -> None:
    """Show every row of a record's part, in the order given; a row opens its own page."""
    filled = with_something(page, frame, columns)
    headings = [escaped(column_label(page.say, page.table, name)) for name in filled]
    shown = dict(zip(headings, readable(page, frame, filled).values(), strict=True))
    opens = item_paths(page.table, Query(), frame["id"])
    _show(_written_out(page, shown), page.say("table.alt", n=len(frame)), opens)


def paged_table(
    page: Page, found: FoundRows, columns: Sequence[str], spare: Sequence[str] = ()
) -> None:
    """Show one page of rows; a row opens its record, a heading sorts by its column.

    A reader chooses among `columns`, those shown at first, and the `spare` ones.
    """
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        chosen = choose_columns(page, found, columns, spare)
        _order_link(page, chosen, len(found))
        paper_link(page, len(found))
        rows = one_page(page, found)
    language, hits = page.say.language, tuple(rows.hits.items())
    key = (page.snapshot.key, language, page.table, tuple(chosen), rows.places.tobytes(), hits)
    text = _pages.get(key, lambda: _written_out(page, readable(page, rows, chosen)))
    shown = dict(zip((_heading(page, name) for name in chosen), text.values(), strict=True))
    opens = item_paths(page.name, page.query, rows["id" if "id" in rows else "iso3"])
    _show(shown, page.say("table.alt", n=len(rows)), opens)


def _order_link(page: Page, chosen: Iterable[str], rows: int) -> None:
    """The way to the other order by date, which lists open on newest first."""
    if rows <= 1 or "date" not in chosen:
        return
    oldest = page.query.sort == ("date",)
    path = view_path(page.name, page.query.having(sort=None if oldest else ("date",), offset=None))
    label = page.say("table.newest_first" if oldest else "table.oldest_first")
    st.markdown(small(link(label, path)), width="content")


def _written_out(page: Page, columns: Cells) -> dict[str, list[str]]:
    """The cells as Markdown that shows each value letter by letter."""
    return {name: [_cell(_text(page, value)) for value in columns[name]] for name in columns}


def _show(columns: Mapping[str, list[str]], alt: str, opens: Iterable[str] | None) -> None:
    """Columns of Markdown by heading, the first linked to what each row opens."""
    drawn = dict(columns)
    if opens is not None and drawn:
        first = next(iter(drawn))
        drawn[first] = [linked(label, to) for label, to in zip(drawn[first], opens, strict=True)]
    if sum(map(len, drawn.values())) <= _MOST_PIECES:
        table = pa.table({name: pa.array(values, pa.string()) for name, values in drawn.items()})
        st.table(table, border="horizontal", hide_index=True, alt=alt)
        return
    rows = [list(drawn), ["---"] * len(drawn), *zip(*drawn.values(), strict=True)]
    lines = (f"| {' | '.join(row)} |".replace("\n", " ") for row in rows)
    st.markdown("\n".join([small(escaped(alt)), "", *lines]))


def _cell(value: str) -> str:
    """A cell as Markdown that shows it letter by letter, what a search found in it set off."""
    return marked(*without_marks(value)) if OPEN in value else escaped(value)


def _text(page: Page, value: Any) -> str:
    """A cell as it is read; a dash where there is nothing."""
    if value is None or value == "":
        return _MISSING
    if isinstance(value, bool | np.bool_):
        return page.say(f"value.{'yes' if value else 'no'}")
    return page.say.number(int(value)) if isinstance(value, Integral) else str(value)


def _heading(page: Page, name: str) -> str:
    """The name of a column, which sorts by it: upwards first, downwards when pressed again."""
    label = column_label(page.say, page.table, name)
    column = _sorting(page, name)
    if column is None:
        return escaped(label)
    now = next(iter(page.query.sort), None)
    sign = {column: f" {_UPWARDS}", f"-{column}": f" {_DOWNWARDS}"}.get(now or "", "")
    sort = f"-{column}" if now == column else column
    return link(label + sign, view_path(page.name, page.query.having(sort=(sort,), offset=None)))


def _sorting(page: Page, name: str) -> str | None:
    """The column of the table that a column shown is sorted by; None where none can be."""
    contract = TABLES[page.table]
    names = page.say.columns(name) if name in IN_LANGUAGE else [name]
    found = next((column for column in names if column in contract), None)
    return found if found and found != "hit" and contract[found].kind != "codes" else None


def readable(page: Page, rows: pd.DataFrame | FoundRows, columns: Sequence[str]) -> Cells:
    """The chosen columns with every code as its label; the rows themselves are not changed."""
    read = CellsOf(rows)
    return {name: _shown(page, read, name) for name in columns}


def _shown(page: Page, rows: CellsOf, name: str) -> list[Any]:
    if own := _IN_WORDS.get(name):
        return [own(page, row) or None for row in rows.each()]
    if name in IN_LANGUAGE:
        missing = page.say("table.no_summary") if name == "summary" else None
        return [page.say.field(row, name) or missing for row in rows.each()]
    written = _written(page, TABLES[page.table][name], name)
    shown = [None if value is None else written(value) for value in rows[name]]
    if name == "date" and "end_date" in TABLES[page.table]:
        shown = list(map(partial(_span, page), shown, rows[name], rows["end_date"]))
    return shown


def _span(page: Page, shown: str, start: str | None, end: str | None) -> str:
    """A date as it is shown, with the end of what goes on into another year."""
    if not start or not end or start[:4] == end[:4]:
        return shown
    return page.say("date.span", start=shown, end=page.say.short_date(end))


def _written(page: Page, column: Column, name: str) -> Callable[[Any], Any]:
    """How a value of a column is read."""
    if name in ("tier", "opening"):
        return lambda tier: page.label("tiers", f"tier_{tier}")
    if column.kind in ("date", "partial_date"):
        return page.say.short_date
    if name in _RECORDS:
        return partial(_records, page)
    if name in _STATES:
        return lambda codes: page.say.listed(map(page.state, codes))
    if name == "tiers":
        return lambda tiers: page.say.listed(page.label("tiers", f"tier_{t}") for t in tiers)
    labels = page.labels("absences")
    labels = labels | page.labels(column.vocabulary) if column.vocabulary else labels
    if column.kind == "codes":
        return lambda codes: page.say.listed(labels.get(code, code) for code in codes)
    if column.kind == "code" and column.vocabulary:
        return lambda code: labels.get(code, code)
    return lambda value: value


def _records(page: Page, ids: str | Iterable[str]) -> str:
    """One record or several, by symbol or by title."""
    return page.say.listed(map(page.record, (ids,) if isinstance(ids, str) else ids))
