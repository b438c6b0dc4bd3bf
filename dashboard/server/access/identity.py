"""Who is asking: a person named by the gateway or the framework's sign-in, or a program's token."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import hashlib
import re
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import platformdirs
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.types import Scope

from dashboard.server.access.rules import PREFIX, Proxy, Rules, address_of

UNREADABLE = re.compile(r"[\x00-\x1f\x7f-\x9f,;]")
"""In the name of a person none of these stands; a list of two names has one."""


@dataclass(frozen=True)
class Reader:
    """Somebody known: what they are called, and what the rules ask of a person."""

    name: str
    address: str | None = None
    groups: frozenset[str] = frozenset()
    program: bool = False


class ForgedError(Exception):
    """A header that only the gateway may send came from elsewhere, or came twice."""


@dataclass(frozen=True)
class Claims:
    """What the framework's cookie says of a person, and when it was issued."""

    said: Mapping[str, Any]
    issued: int

    @property
    def person(self) -> str | None:
        """One person at one provider, as the list of those signed out has them; None for none."""
        issuer, subject = self.said.get("iss"), self.said.get("sub")
        if not (isinstance(issuer, str) and isinstance(subject, str) and subject):
            return None
        return hashlib.sha256(f"{issuer}\n{subject}".encode()).hexdigest()


class SignIn(Protocol):
    """The framework's own sign-in, which this room does not import."""

    def fault(self, provider: str) -> str | None:
        """What its settings lack, in a sentence; None where they are whole."""

    def claims(self, cookies: Mapping[str, str], seconds: int) -> Claims | None:
        """What a cookie says that it issued in the last seconds; None for any other."""

    def address(self, provider: str) -> str:
        """The path, good for two minutes, where a person is sent to the provider."""


class SignedOut:
    """Whose cookies no longer count: the framework keeps none of them and could end none.

    A person signs out of everything at once: cookies issued up to then are refused, copies too.
    Processes of one machine share the file.
    """

    def __init__(self, path: Path | None = None) -> None:
        data = Path(platformdirs.user_data_dir("ai-governance-dashboard"))
        path = path or data / "signed-out.sqlite"
        path.parent.mkdir(parents=True, exist_ok=True)
        self._list = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._list.execute(
            "CREATE TABLE IF NOT EXISTS gone (person TEXT PRIMARY KEY, at INT, end INT)"
        )

    def note(self, person: str, now: float, seconds: int) -> None:
        """Refuse what was issued until now; forget it when it would have ended anyway."""
        self._list.execute("DELETE FROM gone WHERE end < ?", (int(now),))
        row = (person, int(now), int(now) + seconds)
        self._list.execute("INSERT OR REPLACE INTO gone VALUES (?, ?, ?)", row)

    def holds(self, person: str, issued: int) -> bool:
        """Whether a cookie issued then was ended since."""
        found = self._list.execute("SELECT at FROM gone WHERE person = ?", (person,)).fetchone()
        return found is not None and issued <= found[0]


def peer(scope: Scope) -> str | None:
    """The address that called, an IPv4 one as such where a server writes it as IPv6."""
    client = scope.get("client")
    address = address_of(client[0]) if client else None
    return str(address) if address else None


def from_proxy(proxy: Proxy, scope: Scope) -> Reader | None:
    """Whom the gateway names; None where it names nobody. Raises `ForgedError`."""
    headers = Headers(scope=scope)
    names = headers.getlist(proxy.header)
    groups = headers.getlist(proxy.groups) if proxy.groups else []
    if (names or groups) and not proxy.lists(peer(scope)):
        raise ForgedError
    if len(names) > 1 or len(groups) > 1:
        raise ForgedError
    name = _written(names)
    if not name:
        return None
    if UNREADABLE.search(name):
        raise ForgedError
    parted = (group.strip() for group in _written(groups).split(","))
    return Reader(name, name, frozenset(filter(None, parted)))


def without_names(proxy: Proxy, scope: Scope) -> Scope:
    """The request without the headers that only the gateway may send."""
    theirs = {name.lower().encode() for name in (proxy.header, proxy.groups) if name}
    return {**scope, "headers": [pair for pair in scope["headers"] if pair[0] not in theirs]}


def _written(values: Sequence[str]) -> str:
    """A header's one value in the UTF-8 that gateways write; empty where there is none."""
    try:
        return "".join(values).encode("latin-1").decode().strip()
    except UnicodeError:
        raise ForgedError from None


def from_claims(rules: Rules, claims: Claims) -> Reader | None:
    """Whom the provider signed in; an address that it has not verified is none."""
    said = claims.said
    if claims.person is None or said.get("provider") != rules.oidc.provider:
        return None
    address = said.get("email")
    verified = rules.oidc.unverified_addresses or said.get("email_verified") is True
    address = address if isinstance(address, str) and verified else None
    groups = said.get(rules.oidc.groups)
    named = groups if isinstance(groups, list) else [groups]
    own = frozenset(group for group in named if isinstance(group, str) and group)
    return Reader(address or str(said["sub"]), address, own)


def from_token(rules: Rules, scope: Scope, today: dt.date) -> Reader | None:
    """The program whose token a request shows.

    As `Bearer`, or as the password of `Basic`, since calendars and feed readers know no other.
    """
    shown = HTTPConnection(scope).headers.get("authorization", "")
    kind, _, value = shown.partition(" ")
    value = value.strip()
    if kind.lower() == "basic":
        try:
            value = base64.b64decode(value, validate=True).decode().partition(":")[2]
        except (binascii.Error, UnicodeDecodeError):
            return None
    elif kind.lower() != "bearer":
        return None
    token = rules.token_of(value, today) if value.startswith(PREFIX) else None
    return Reader(token.name, program=True) if token else None
