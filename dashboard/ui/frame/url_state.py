"""The URL is the view: one query per page, kept in step with the browser's address.

Whoever acted last wins. A widget's callback changes the query and marks it changed; the
next run then writes the URL. A URL that differs from what was last written, with nothing
changed here, came from the browser (a link, back, forward) and is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import quote_plus, urlencode

import streamlit as st

from dashboard.analysis.requests.outcomes import BY
from dashboard.analysis.selection.paragraph_lookup import item_named
from dashboard.analysis.selection.parameters import ABOUT_AI, acting
from dashboard.analysis.selection.parse_url import query_of
from dashboard.analysis.selection.query import Query
from dashboard.corpus.snapshot import Snapshot
from dashboard.symbols import LANGUAGES
from dashboard.ui.frame.language import chosen_language

Params = list[tuple[str, str]]
Bounds = Mapping[str, Mapping[str, int]]
"""By view: how many codes of a parameter it takes at most."""
OPENS_ON = ABOUT_AI
"""The scope of a page whose address names none."""
_SHOWN: Mapping[str, Sequence[str]] = MappingProxyType(
    {"show": ("statements", "openings"), "paper": ("all",), "wording": LANGUAGES, "by": BY}
)
"""What may be asked of a parameter of the page, of whatever page."""


@dataclass(frozen=True)
class Reads:
    """What a page reads of a link; what it does not is named in its note.

    `also` are parameters that do not act on its table; `only` those it reads at all, where it
    passes over others that do; `unread` those it passes over. `views` are its ways to show what
    it found, `of_record` those to show a record. `bounds` say by view how many codes of a parameter
    it takes: those beyond leave the link. `made_of` is what it makes of a link it did not write.
    """

    also: Sequence[str] = ()
    only: Sequence[str] | None = None
    unread: Sequence[str] = ()
    views: Sequence[str] = ()
    of_record: Sequence[str] = ()
    bounds: Bounds = field(default_factory=dict)
    made_of: Callable[[Snapshot, Query], Query] = lambda _, query: query

    def passed_over(self, table: str) -> list[str]:
        """The parameters of a table that the page does not read."""
        given = [p.name for p in acting(table)] if self.only is not None else []
        others = [name for name in given if name not in (*(self.only or ()), "lang")]
        shown = () if self.views or self.of_record else ("view",)
        return [*self.unread, *others, *shown, "limit", *(() if "show" in self.also else ("show",))]

    def views_of(self, query: Query) -> Sequence[str]:
        """The views there are, of a record where one is open."""
        return (*self.views, *self.of_record) if query.item else self.views


READS_ALL = Reads()
_OPEN = "view.open"
_LEAVING = "view.leaving"
_FRONT = "timeline"
"""The page that has no name in its own address."""
_SLASHES_OF_A_HOST = 2
_ITEM = "00item00"
"""Stands for a record in the path of a view; no id, symbol or word is written so."""


def open_view(
    snapshot: Snapshot,
    name: str,
    table: str,
    reads: Reads = READS_ALL,
) -> Query:
    """The page's query, from the browser's address or from what was just changed here."""
    state = st.session_state
    address = browser_params()
    arrived = state.get(_OPEN) != name
    changed = bool(state.pop(_key(name, "changed"), False)) and not arrived
    if not changed and (arrived or address != state.get(_key(name, "written"))):
        asked = _read(address, table, snapshot, reads)
        state[_key(name, "query")] = reads.made_of(snapshot, asked)
        state[_key(name, "generation")] = state.get(_key(name, "generation"), 0) + 1
    state[_OPEN] = name
    query: Query = state[_key(name, "query")]
    if query.view not in reads.views_of(query):  # that of a record which was closed
        query = query.without("view")
    query = state[_key(name, "query")] = query.at_most(reads.bounds.get(query.view or "", {}))
    _write(name, query, address)
    return query


def current_query(name: str) -> Query:
    """The query of a page within a run or a callback."""
    query: Query = st.session_state[_key(name, "query")]
    return query


def change(name: str, query: Query) -> None:
    """Take another query; for callbacks, before the page runs again."""
    st.session_state[_key(name, "query")] = query
    st.session_state[_key(name, "changed")] = True


def leave_for(name: str, params: Mapping[str, list[str]]) -> None:
    """Show another page, in the language chosen; for callbacks, before a page runs again."""
    st.session_state[_LEAVING] = (name, {**params, **link_params(Query())})


def leave() -> None:
    """Go to the page a callback asked for."""
    if leaving := st.session_state.pop(_LEAVING, None):
        name, params = leaving
        st.switch_page(f"app_pages/{name}.py", query_params=params)


def generation(name: str) -> int:
    """Counts readings of the URL, so that text boxes take over what a link says."""
    return int(st.session_state.get(_key(name, "generation"), 0))


def link_params(query: Query) -> dict[str, list[str]]:
    """A query as `st.page_link` and `st.query_params` take it, with the language if chosen.

    The scope a page opens on is not named.
    """
    bare = query.without("lang", *(["scope"] if query.scope == OPENS_ON else []))
    found = bare.grouped()
    language = chosen_language()
    if language:
        found["lang"] = [language]
    return found


def view_path(name: str, query: Query) -> str:
    """The path of a page at a view, in the language chosen: where a link to it leads."""
    return page_path(name, link_params(query))


def page_path(name: str, params: Mapping[str, list[str]]) -> str:
    """The path of a page at the view of these parameters, in the language chosen."""
    written = urlencode({**params, **link_params(Query())}, doseq=True)
    return ("/" if name == _FRONT else f"/{name}") + (f"?{written}" if written else "")


def item_path(name: str, item: str) -> str:
    """The path of a record on the page that shows it, with nothing else chosen."""
    return next(item_paths(name, Query(), [item]))


def item_paths(name: str, query: Query, items: Iterable[str]) -> Iterator[str]:
    """The paths of records on a page that shows them, at a view."""
    before, _, after = view_path(name, query.having(item=_ITEM)).partition(_ITEM)
    return (f"{before}{quote_plus(item)}{after}" for item in items)


def browser_params() -> Params:
    """The browser's parameters in order, repeated names kept."""
    return [(name, value) for name in st.query_params for value in st.query_params.get_all(name)]


def here() -> str:
    """The whole address of the page without its parameters, at whatever host the reader came by."""
    found = (st.context.url or "").partition("?")[0]
    return f"{found}/" if found.count("/") == _SLASHES_OF_A_HOST else found


def site_address(name: str) -> str:
    """What comes before the path of a page; the first page has no name in its own address."""
    before, _, last = here().rpartition("/")
    return before if last in ("", name) else here()


def contract_path(view: str, part: str = "") -> str:
    """The path of the columns or the codes, in the language chosen; of one table or vocabulary."""
    params = urlencode(link_params(Query().having(view=view)), doseq=True)
    anchor = f"#{part.replace('_', '-')}" if part else ""  # as the framework writes anchors
    return f"/about?{params}{anchor}"


def _read(address: Params, table: str, snapshot: Snapshot, reads: Reads) -> Query:
    # what the framework itself reads (embed, embed_options) never reaches the application
    unread = reads.passed_over(table)
    query = query_of(snapshot, address, table, reads.also).unread(unread)
    if query.item:
        query = query.having(item=item_named(snapshot, table, query.item))
    for parameter, known in {"view": reads.views_of(query), **_SHOWN}.items():
        query = query.one_of(parameter, known)
    return query if "scope" in unread else query.having(scope=query.scope or OPENS_ON)


def _write(name: str, query: Query, address: Params) -> None:
    """Put the view into the address, but leave a link's own text alone while it says the same."""
    wanted = link_params(query)
    if _grouped(address) != wanted:
        st.query_params.from_dict(wanted)
        address = [(name, value) for name, values in wanted.items() for value in values]
    st.session_state[_key(name, "written")] = address


def _grouped(params: Params) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in params:
        found.setdefault(name, []).append(value)
    return found


def _key(name: str, what: str) -> str:
    return f"view.{name}.{what}"
