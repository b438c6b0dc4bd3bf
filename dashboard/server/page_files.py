"""What every page loads from us beside the framework's files: a script and a style.

The framework speaks one language (streamlit issue 1353). The script puts the words of
`dashboard/words/framework.yaml` in the place of its own.
"""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from dashboard.server.http_cache import CachedCopy
from dashboard.words import framework_words

FOLDER: Final = Path(__file__).parents[2] / "static" / "page"
SPOKEN_SCRIPT: Final = "/page/spoken.js"
PAGE_STYLE: Final = "/page/page.css"
FRONT: Final = "/timeline"
"""The first page by its name, which readers type; the framework serves it at `/` alone."""

_TYPES = {SPOKEN_SCRIPT: "text/javascript", PAGE_STYLE: "text/css"}


def page_routes() -> list[Route]:
    """Routes for GET and HEAD: the script, the style, and the way from `/timeline` to `/`.

    Files are answered with an ETag, and with 304 where the reader holds them.
    """
    files = [Route(path, _file, methods=["GET"]) for path in _TYPES]
    return [*files, Route(FRONT, _front, methods=["GET"])]


@cache
def _content(path: str) -> tuple[bytes, str]:
    """A file as it is sent, and its ETag."""
    text = (FOLDER / path.rsplit("/", 1)[-1]).read_text(encoding="utf-8")
    if path == SPOKEN_SCRIPT:
        text = f"const FRAMEWORK_WORDS = {json.dumps(framework_words())};\n{text}"
    return text.encode(), f'"{sha256(text.encode()).hexdigest()[:16]}"'


def _file(request: Request) -> Response:
    content, tag = _content(request.url.path)
    headers = {"Cache-Control": "no-cache", "ETag": tag}  # asked for again, seldom sent again
    if CachedCopy.of(request.headers).is_good(headers):
        return Response(status_code=304, headers=headers)
    return Response(content, headers=headers, media_type=_TYPES[request.url.path])


def _front(request: Request) -> Response:
    return RedirectResponse(str(request.url.replace(scheme="", netloc="", path="/")))
