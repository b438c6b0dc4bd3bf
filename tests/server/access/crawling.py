"""Every address of the application, and what of the record an answer may not hold."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from starlette.routing import Mount, Route
from starlette.testclient import TestClient

from dashboard.corpus.snapshot import Snapshot
from dashboard.server.access.control import FLOW, NEVER
from dashboard.server.operation.readiness import ASKED_BY_BALANCERS
from dashboard.ui.frame.shell import PAGES
from tests.server.access.conftest import Site

IN_MOUNTS = {"/map": "world_110m.json", "/page": "page.css", "/fonts": "OFL.txt", "": "index.html"}


def addresses(site: Site) -> list[str]:
    """An address of every route there is, the framework's too."""
    found = []
    for route in site.app._starlette_app.routes:
        if isinstance(route, Mount):
            found.append(f"{route.path}/{IN_MOUNTS.get(route.path, 'x')}")
        elif isinstance(route, Route):
            found.append(re.sub(r"\{[^}]*\}", "A", route.path))
    return found


class Links(HTMLParser):
    """What a page names beside its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        links = (value for name, value in attrs if name in ("href", "src", "content"))
        self.found += filter(None, links)


def crawled(reader: TestClient) -> set[str]:
    """What pages, descriptions and records link to, as somebody finds it who may read."""
    found = {"/", *(f"/{page}" for page in PAGES)}
    for page in sorted(found):
        links = Links(reader.get(page).text).found
        found |= {link.removeprefix(".") for link in links if link.startswith(("./", "/"))}
    found |= {*reader.get("/api/openapi.json").json()["paths"]}
    files = reader.get("/api/datapackage.json").json()["resources"]
    found |= {f"/api/{each['path'].rpartition('/')[2]}" for each in files}
    for table in ("timeline", "documents", "paragraphs", "statements", "requests", "countries"):
        found |= {row["url"] or "/" for row in reader.get(f"/api/{table}.json").json()["rows"]}
    return found


def told(snapshot: Snapshot) -> set[str]:
    """Words of the record that no answer may hold."""
    texts = (
        row.get(name)
        for table in ("timeline", "documents", "countries")
        for row in snapshot.tables[table].to_dict("records")
        for name in ("id", "title_en", "title_zh", "name_en")
    )
    return {text for text in texts if isinstance(text, str) and len(text) > 4}


def is_closed(site: Site, path: str, method: str, status: int) -> bool:
    """Whether that is the status of a closed address, or of one of the few that are open."""
    plain = path.partition("?")[0]
    if plain in ASKED_BY_BALANCERS and method in ("GET", "HEAD"):
        return status == 200
    if plain in NEVER:
        return status == 404
    if plain in FLOW and "oidc" in site.rules:
        return status in (302, 405)
    return status == 401
