"""What browsers load from us beside the framework's files: a map's outlines, a typeface, our style.

plotly.js fetches `{topojsonURL}/{scope}_{resolution}m.json`; its default host is foreign.
"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import PathLike, StaticFiles
from starlette.types import Scope

STATIC: Final = Path(__file__).parents[2] / "static"
SERVED: Final = frozenset({".css", ".js", ".json", ".woff2"})
"""Endings of what is served; a README beside it is not."""
AT_THE_ROOT: Final = {
    "robots.txt": "robots.txt",
    "favicon.ico": "icon.png",
    "apple-touch-icon.png": "icon.png",
    "apple-touch-icon-precomposed.png": "icon.png",
}
"""What browsers and robots ask for unbidden, and the file each is sent."""


def file_routes() -> list[BaseRoute]:
    """Routes for GET and HEAD, with an ETag, and with 304 where the reader holds the file."""
    return [
        # a week: the outlines change only with a new version of plotly.js
        Mount("/map", OwnFiles("map", "public, max-age=604800")),
        Mount("/fonts", OwnFiles("fonts", "public, max-age=31536000, immutable")),
        Mount("/page", OwnFiles("page", "no-cache")),  # asked for again, seldom sent again
        *(Route(f"/{name}", partial(_file, file)) for name, file in AT_THE_ROOT.items()),
    ]


async def _file(name: str, request: Request) -> Response:
    files = OwnFiles("", "public, max-age=86400", frozenset({".png", ".txt"}))
    return await files.get_response(name, request.scope)


class OwnFiles(StaticFiles):
    """The files of a folder of `static/`, and how long a browser may keep them."""

    def __init__(self, folder: str, cache_control: str, endings: frozenset[str] = SERVED) -> None:
        super().__init__(directory=STATIC / folder)
        self._cache_control, self._endings = cache_control, endings

    def lookup_path(self, path: str) -> tuple[str, os.stat_result | None]:
        """The file of a path, or none where its ending is not one that is served."""
        return super().lookup_path(path) if Path(path).suffix in self._endings else ("", None)

    def file_response(
        self, full_path: PathLike, stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """The file, or 304, with how long it may be kept."""
        answer = super().file_response(full_path, stat_result, scope, status_code)
        answer.headers["Cache-Control"] = self._cache_control
        return answer
