"""The URL is the view: one query per page, kept in step with the browser's address.

Whoever acted last wins. A widget's callback changes the query and marks it changed; the
next run then writes the URL. A URL that differs from what was last written, with nothing
changed here, came from the browser (a link, back, forward) and is read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urlencode

import streamlit as st

from dashboard.analysis.selection.paragraph_lookup import item_named
from dashboard.analysis.selection.parameters import ABOUT_AI
from dashboard.analysis.selection.parse_url import query_of
from dashboard.analysis.selection.query import Query
from dashboard.corpus.snapshot import Snapshot
from dashboard.ui.frame.language import chosen_language

Params = list[tuple[str, str]]
Bounds = Mapping[str, Mapping[str, int]]
"""By view: how many codes of a parameter it takes at most."""
NO_BOUNDS: Bounds = {}
OPENS_ON = ABOUT_AI
"""The scope of a page whose address names none."""
Reading = Callable[[Snapshot, Query], Query]
"""What a page makes of a link, before it is shown."""
_OPEN = "view.open"
_LEAVING = "view.leaving"
_FRONT = "timeline"
"""The page that has no name in its own address."""
_SLASHES_OF_A_HOST = 2


def open_view(
    snapshot: Snapshot,
    name: str,
    table: str,
    also: Sequence[str] = (),
    unread: Sequence[str] = (),
    bounds: Bounds = NO_BOUNDS,
    reading: Reading = lambda _, query: query,
) -> Query:
    """The page's query, from the browser's address or from what was just changed here."""
    state = st.session_state
    address = browser_params()
    arrived = state.get(_OPEN) != name
    changed = bool(state.pop(_key(name, "changed"), False)) and not arrived
    if not changed and (arrived or address != state.get(_key(name, "written"))):
        asked = _read(address, table, snapshot, also, unread)
        state[_key(name, "query")] = reading(snapshot, asked)
        state[_key(name, "generation")] = state.get(_key(name, "generation"), 0) + 1
    state[_OPEN] = name
    query: Query = state[_key(name, "query")]
    query = state[_key(name, "query")] = query.at_most(bounds.get(query.view or "", {}))
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
    params = urlencode(link_params(query), doseq=True)
    return ("/" if name == _FRONT else f"/{name}") + (f"?{params}" if params else "")


def item_path(name: str, item: str) -> str:
    """The path of a record on the page that shows it, with nothing else chosen."""
    return view_path(name, Query().having(item=item))


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


def _read(
    address: Params, table: str, snapshot: Snapshot, also: Sequence[str], unread: Sequence[str]
) -> Query:
    # what the framework itself reads (embed, embed_options) never reaches the application
    query = query_of(snapshot, address, table, also).unread(unread)
    if query.item:
        query = query.having(item=item_named(snapshot, table, query.item))
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
