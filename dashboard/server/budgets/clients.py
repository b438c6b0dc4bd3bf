"""Who a request is counted for: the person signed in, else the address it came from."""

from __future__ import annotations

import hashlib
import logging
import os
from ipaddress import ip_network
from typing import Final

from starlette.types import Scope

from dashboard.server.access.control import READER
from dashboard.server.access.rules import FORWARDED, address_of

log = logging.getLogger(__name__)
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
    if FORWARDED not in os.environ and any(n == b"x-forwarded-for" for n, _ in scope["headers"]):
        _tell_once()
        return THROUGH_A_PROXY
    return _network(scope["client"][0] if scope.get("client") else "")


def _network(host: str) -> str:
    address = address_of(host.partition("%")[0])
    if address is None:
        return UNKNOWN
    if address.version == 4:
        return str(address)
    return str(ip_network((address, _NETWORK), strict=False))


class _Told:
    so_far = False


def _tell_once() -> None:
    if not _Told.so_far:
        _Told.so_far = True
        log.warning(
            "requests come with X-Forwarded-For, but %s names no proxy: all of them are counted "
            "for one client",
            FORWARDED,
        )
