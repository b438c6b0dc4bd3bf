"""Where assistants call: nowhere, unless the environment says under which hosts."""

from __future__ import annotations

import os
import re

from starlette.routing import Route

HOSTS = "DASHBOARD_ASSISTANTS"
"""The environment variable with the hosts, as a client's address has them, without a port."""
_HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")


def assistant_routes() -> list[Route]:
    """`/mcp` for calls to these hosts; what answers there is loaded only then (37 MB).

    Raises `ValueError` for what is no host.
    """
    hosts = os.environ.get(HOSTS, "").split()
    for host in hosts:
        if not _HOST.fullmatch(host):
            raise ValueError(
                f"{HOSTS}: found {host!r}; allowed: hosts such as dashboard.example.org or "
                "127.0.0.1, without scheme and port, separated by spaces"
            )
    if not hosts:
        return []
    from dashboard.server.assistants.transport import Assistants

    return [Route("/mcp", Assistants(hosts), methods=["POST"])]
