"""Whose pages may read our routes from a browser: nobody's but our own, unless it is said."""

from __future__ import annotations

import os

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware

ORIGINS = "DASHBOARD_CORS_ORIGINS"
"""The environment variable with the origins whose scripts may read: `*`, or https origins."""


def sharing() -> list[Middleware]:
    """The middleware that says so, or none where the environment names no origin.

    No cookie goes with such a request, but a program's token may. Raises `ValueError` for what is
    no origin.
    """
    origins = os.environ.get(ORIGINS, "").split()
    for origin in origins:
        if origin != "*" and not origin.startswith("https://"):
            raise ValueError(
                f"{ORIGINS}: found {origin!r}; allowed: * or https origins such as "
                "https://notebooks.example.org, separated by spaces"
            )
    if not origins:
        return []
    return [
        Middleware(
            CORSMiddleware,
            allow_origins=origins,
            allow_methods=["GET"],
            allow_headers=["Authorization"],
        )
    ]
