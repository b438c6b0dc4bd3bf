"""Addresses people write for a record that no page has: as docs.un.org writes it, or below a page.

`/documents/A/RES/79/239`, `/en/A/RES/79/239` and `/votes/a-res-79-239` lead to the record.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from urllib.parse import quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from dashboard.corpus.snapshot import NoDataError, Snapshot
from dashboard.corpus.store import current
from dashboard.symbols import LANGUAGES as OFFICIAL
from dashboard.symbols import resolution_symbol
from dashboard.words import LANGUAGES

OPENED_BY: Mapping[str, str] = {
    **dict.fromkeys(("documents", "timeline", "countries"), "item"),
    **dict.fromkeys(("paragraphs", "votes", "sponsors", "statements", "requests"), "symbol"),
}
"""The parameter that opens a record on each page."""
ORGANS = ("A", "S", "E")
"""What symbols of the principal organs begin with."""
FRAMEWORKS_OWN = "_stcore"
"""Below each page the framework's script looks for its server, and takes all but 404 for it."""


def record_routes() -> list[Route]:
    """Ways from such addresses to the pages; what is not on record leads there all the same."""
    below = [Route(f"/{page}/{{name:path}}", partial(_to_page, page)) for page in OPENED_BY]
    named = [Route(f"/{first}/{{name:path}}", partial(_to_record, first)) for first in ORGANS]
    spoken = [Route(f"/{code}/{{name:path}}", partial(_to_record, code)) for code in OFFICIAL]
    return [*below, *named, *spoken]


def id_of(snapshot: Snapshot, name: str) -> str:
    """The id of the record a text names by symbol or id in any spelling; else the text itself."""
    symbol = resolution_symbol(name) or name
    wanted = "".join(symbol.split()).casefold()
    ids = (*snapshot.tables["documents"]["id"], *snapshot.events)
    return next((str(i) for i in ids if "".join(str(i).split()).casefold() == wanted), symbol)


async def _to_page(page: str, request: Request) -> Response:
    """A record below a page; a language before its symbol is the reader's."""
    first, _, rest = request.path_params["name"].strip("/").partition("/")
    language, name = (first, rest) if first in OFFICIAL and rest else ("", "")
    return await _redirect(request, page, name or request.path_params["name"], language)


async def _to_record(first: str, request: Request) -> Response:
    """A symbol of an organ, or a language and what it reads."""
    name = request.path_params["name"].strip("/")
    if first in ORGANS:
        return await _redirect(request, "documents", f"{first}/{name}")
    return await _redirect(request, "documents", name, first)


async def _redirect(request: Request, page: str, name: str, language: str = "") -> Response:
    if FRAMEWORKS_OWN in name:
        return Response(status_code=404)
    record = await run_in_threadpool(_on_record, name.strip("/"))
    asked = [pair for pair in request.query_params.multi_items() if pair[0] != OPENED_BY[page]]
    if language in LANGUAGES and "lang" not in request.query_params:
        asked.append(("lang", language))
    query = urlencode([(OPENED_BY[page], record), *asked], quote_via=quote, safe="/()@")
    path = f"{request.scope.get('root_path', '')}/{'' if page == 'timeline' else page}"
    return RedirectResponse(f"{path}?{query}")


def _on_record(name: str) -> str:
    try:
        return id_of(current(), name[:200])
    except NoDataError:
        return name[:200]
