"""Who a request is counted for: the person signed in, else the address it came from."""

from __future__ import annotations

import hashlib
import ipaddress
import logging
import os
from typing import Final

from starlette.types import Scope

from dashboard.server.access.control import READER

log = logging.getLogger(__name__)
PROXIES: Final = "FORWARDED_ALLOW_IPS"
"""The environment variable of uvicorn with the proxies whose `X-Forwarded-For` holds."""
CHARGE: Final = "dashboard.charge"
"""The key of the scope under which a route finds how to charge its client for more work."""
UNKNOWN: Final = "unknown"
THROUGH_A_PROXY: Final = "through a proxy"
_NETWORK: Final = 64
"""The bits of an IPv6 address that name a household or an office; it has the others to itself."""


def client_of(scope: Scope) -> str:
    """A short name for the client, of bounded length whatever was sent.

    An IPv6 client is its network of 64 bits. Where no proxy is named, the server takes the word of
    any program on its own machine for the address: all who come so are one client, and told.
    """
    reader = scope.get(READER)
    if reader is not None:
        return f"reader {hashlib.sha256(str(reader.name).encode()).hexdigest()[:16]}"
    if PROXIES not in os.environ and any(n == b"x-forwarded-for" for n, _ in scope["headers"]):
        _tell_once()
        return THROUGH_A_PROXY
    return _network(scope["client"][0] if scope.get("client") else "")


def _network(host: str) -> str:
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return UNKNOWN
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((address, _NETWORK), strict=False))


class _Told:
    so_far = False


def _tell_once() -> None:
    if not _Told.so_far:
        _Told.so_far = True
        log.warning(
            "requests come with X-Forwarded-For, but %s names no proxy: all of them are counted "
            "for one client",
            PROXIES,
        )
