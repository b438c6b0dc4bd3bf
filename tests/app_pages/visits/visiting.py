"""A visitor without a browser: opens a page at an address, and says what is on it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Markdown, Node, Table

from dashboard.corpus import store as store_module
from dashboard.corpus.store import Store
from dashboard.words import entries
from tests.ui.frame.test_markdown import read

APP = str(Path(__file__).parents[3] / "dashboard" / "app.py")
PAGES = ("timeline", "documents", "paragraphs", "about")
Address = Mapping[str, str | Sequence[str]]

_known: dict[Any, Any] = {}
"""The router's pages, as the first visitor's session was told of them."""
_MARKDOWN = {"body", "label", "help", "content"}
_CELL = re.compile(r"(?:^| )\| ?")
_LINK = re.compile(r"\]\(([^)]+)\)$")
_CODES = {
    text: key.removeprefix("column.")
    for language in ("zh", "en")
    for key, text in entries(language).items()
    if key.startswith("column.")
}
_NO_MARKDOWN = {"dataframe", "plotly_chart", "code"}


def serve(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Pages are drawn from what this store has read, whatever is written to its folder later."""
    monkeypatch.setattr(store_module, "LOOK_EVERY", float("inf"))
    monkeypatch.setattr(store_module, "store", lambda: store)
    return store


def visit(page: str = "timeline", address: Address | None = None, locale: str = "en-GB") -> AppTest:
    """A new visitor with a browser of that language opens a page's link."""
    at = _newcomer(locale)
    if page == "timeline":
        return _at(at, address or {})
    if not _known:  # the other pages are known once the router has run
        _known.update(_newcomer(locale).run()._registered_pages)
    at._registered_pages = dict(_known)
    return go(at, page, address or {})


def _newcomer(locale: str) -> AppTest:
    at = AppTest.from_file(APP, default_timeout=60)
    at.context = {"locale": locale}
    return at


def go(at: AppTest, page: str, address: Address) -> AppTest:
    """The visitor follows a link to a page."""
    at.switch_page(f"app_pages/{page}.py")
    return _at(at, address)


def links(at: AppTest) -> dict[str, str]:
    """Where the links lead that look like buttons, by their keys, in the page's order."""
    return {str(link.key): link.proto.url for link in at.link_button}


def follow(at: AppTest, key: str) -> AppTest:
    """The visitor follows one of those links."""
    path = urlsplit(links(at)[key])
    return go(at, path.path.strip("/") or "timeline", parse_qs(path.query))


def _at(at: AppTest, address: Address) -> AppTest:
    for name in list(at.query_params):
        del at.query_params[name]
    for name, value in address.items():
        at.query_params[name] = value if isinstance(value, str) else list(value)
    return at.run()


def open_facet(at: AppTest, table: str, parameter: str) -> AppTest:
    """Press a facet's button: its choices are drawn only then."""
    return open_box(at, f"{table}.{parameter}")


def open_filters(at: AppTest, page: str) -> AppTest:
    """Open the drawer of a page's filters."""
    return open_box(at, f"{page}-folded-filters")


def open_box(at: AppTest, key: str) -> AppTest:
    """Open a box that draws what is in it only then, and the drawer of filters it may be in."""
    at.session_state[f"{key.partition('.')[0]}-folded-filters"] = True
    at.session_state[key] = True
    return at.run()


def tables(at: AppTest) -> list[pd.DataFrame]:
    """The page's tables as the visitor reads them: words, figures as they are written, headings."""
    return [_read_table(table) for table in _tables(at)]


def _tables(at: AppTest) -> list[pd.DataFrame]:
    """Tables as they are sent: as tables, or, where they are long, as one text."""
    found = []
    for node in nodes(at._tree):
        if isinstance(node, Table):
            found.append(node.value)
        elif isinstance(node, Markdown) and "\n| --- |" in node.value:
            lines = [_CELL.split(line)[1:-1] for line in node.value.split("\n")[2:]]
            found.append(pd.DataFrame(lines[2:], columns=lines[0]))
    return found


def rows(at: AppTest) -> pd.DataFrame:
    """The page's last table, a column of the record by its code."""
    return tables(at)[-1].rename(columns=_CODES)


def row_ids(at: AppTest) -> list[str]:
    """The record that each row of the page's last table opens."""
    paths = (_LINK.findall(cell)[0] for cell in _tables(at)[-1].iloc[:, 0])
    return [parse_qs(urlsplit(path).query)["item"][0] for path in paths]


def heading_links(at: AppTest) -> dict[str, str]:
    """Where the headings of the page's last table lead, by their words."""
    found = {read(heading): _LINK.findall(heading) for heading in _tables(at)[-1]}
    return {words: paths[0] for words, paths in found.items() if paths}


def counts(column: pd.Series) -> pd.Series:
    """A column of a table as whole numbers; missing where it has a dash."""
    bare = column.str.replace(",", "").mask(column == "–")
    return bare.astype("Int64")


def _read_table(table: pd.DataFrame) -> pd.DataFrame:
    words = {read(name): [read(cell) for cell in table[name]] for name in table}
    return pd.DataFrame(words).rename(columns=lambda name: name.rstrip(" ▲▼"))


def count_line(at: AppTest) -> str:
    """How many of how many are shown, without its emphasis; empty where nothing is."""
    lines = [m.value for m in at.markdown if m.value.startswith("**")]
    return lines[0].strip("*") if lines else ""


def marks(at: AppTest) -> list[str]:
    """The record of every mark of the chart, points and ticks."""
    spec = json.loads(at.get("plotly_chart")[0].proto.spec)
    return [
        row[0] if isinstance(row, list) else row
        for trace in spec["data"]
        if trace.get("name") in ("marks", "rug")
        for row in trace.get("customdata") or []
    ]


def texts(at: AppTest) -> list[str]:
    """Every piece of Markdown on the page, in order: texts, labels, hints, options."""
    return [text for node in nodes(at._tree) for text in _markdown(node)]


def nodes(node: Any) -> Iterator[Node]:
    """A node of a page and all within it."""
    yield node
    for child in getattr(node, "children", {}).values():
        yield from nodes(child)


def _markdown(node: Any) -> Iterator[str]:
    message = getattr(node, "proto", None)
    if isinstance(node, Table):
        yield from [*node.value.columns, *node.value.to_numpy().ravel()]
    elif isinstance(message, Message) and getattr(node, "type", "") not in _NO_MARKDOWN:
        yield from _strings(message)


def _strings(message: Message) -> Iterator[str]:
    for field, value in message.ListFields():
        for item in [value] if isinstance(value, str | Message) else _listed(value):
            if isinstance(item, Message):
                yield from _strings(item)
            elif isinstance(item, str) and field.name in _MARKDOWN:
                yield item


def _listed(value: object) -> list[Any]:
    """What a field repeats: a container of the protocol, which need not say that it iterates."""
    return list(value) if isinstance(value, Sequence) and not isinstance(value, bytes) else []
