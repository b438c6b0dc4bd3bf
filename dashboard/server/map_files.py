"""The outlines of the world map, served from here, so that no browser asks another host.

plotly.js fetches `{topojsonURL}/{scope}_{resolution}m.json`; its default host is foreign.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

FOLDER: Final = Path(__file__).parents[2] / "static" / "map"
NAMES: Final = ("world_110m.json",)
"""Every file there is; its origin and licence stand in the README beside it."""

_CACHE = {"Cache-Control": "public, max-age=604800"}
"""A week: the outlines change only with a new version of plotly.js."""


def map_route() -> Route:
    """The route `/map/{name}` for GET and HEAD.

    Answers one of `NAMES` as JSON with an ETag, 304 where the reader holds it, and 404 for
    every other name: a name is looked up in the list and never used as a path.
    """
    return Route("/map/{name}", _file, methods=["GET"])


async def _file(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in NAMES:
        return PlainTextResponse(f"there is no such map; there is {', '.join(NAMES)}", 404)
    path = FOLDER / name
    if not path.is_file():
        return PlainTextResponse(f"{name} is missing from this installation", 404)
    answer = FileResponse(path, media_type="application/json", headers=_CACHE)
    answer.set_stat_headers(path.stat())
    if answer.headers["etag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers={**_CACHE, "ETag": answer.headers["etag"]})
    return answer
