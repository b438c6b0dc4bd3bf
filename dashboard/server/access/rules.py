"""Who may read the record: one TOML file that an administrator edits.

It is read again when it changed, so that a person added or a token removed counts at once. A file
that cannot be read lets nobody in: what it would have refused is not known.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
import secrets
import tomllib
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator
from pydantic.networks import IPvAnyNetwork

ACCESS = "DASHBOARD_ACCESS"
"""The environment variable that names the file; without it the record is open."""
FORWARDED = "FORWARDED_ALLOW_IPS"
"""The server's own variable: whose `X-Forwarded-For` takes the place of a caller's address."""
PREFIX = "record_"
"""What a token begins with, so that one found where it should not be tells what it is."""
NAME = r"[a-z0-9][a-z0-9-]{0,63}"
_ADMITTED = re.compile(r"\*|@[^@\s]+\.[^@\s]+|[^@\s]+@[^@\s]+\.[^@\s]+|group:.*\S")
_HEADER = r"[A-Za-z][A-Za-z0-9-]*"


class RulesError(ValueError):
    """The file cannot be used; the text says where and why, for the administrator alone."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def address_of(host: str | None) -> IPv4Address | IPv6Address | None:
    """The address a name of a caller is, an IPv4 one as such where a server writes it as IPv6."""
    try:
        address = ip_address(host or "")
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


class Proxy(_Strict):
    """A gateway that signs people in and says who they are in a header."""

    addresses: list[IPvAnyNetwork] = Field(min_length=1)
    header: Annotated[str, Field(pattern=rf"^{_HEADER}$")]
    groups: Annotated[str, Field(pattern=rf"^{_HEADER}$")] | None = None

    def lists(self, peer: str | None) -> bool:
        """Whether an address is one of the gateway's; none is not."""
        address = address_of(peer)
        return address is not None and any(address in network for network in self.addresses)


class Oidc(_Strict):
    """What is read of the framework's sign-in, whose provider stands in its own `[auth]`."""

    provider: str = "default"
    groups: str = "groups"
    unverified_addresses: bool = False


class Token(_Strict):
    """A program that may read: its name and the hash of what it shows."""

    name: Annotated[str, Field(pattern=rf"^{NAME}$")]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    created: dt.date
    expires: dt.date


class Rules(_Strict):
    """The whole file."""

    sign_in: Literal["oidc", "proxy"]
    admitted: list[str] = Field(min_length=1)
    hours: Annotated[int, Field(ge=1, le=720)] = 12
    contact: Annotated[str, Field(max_length=200)] = ""
    signed_out: Path | None = None
    proxy: Proxy | None = None
    oidc: Oidc = Oidc()
    token: list[Token] = []

    @field_validator("admitted")
    @classmethod
    def _known_forms(cls, admitted: list[str]) -> list[str]:
        for entry in admitted:
            if not _ADMITTED.fullmatch(entry):
                raise ValueError(
                    f"found {entry!r}; allowed: "
                    "'*', '@example.org', 'name@example.org', 'group:NAME'"
                )
        return [entry if entry.startswith("group:") else _folded(entry) for entry in admitted]

    @model_validator(mode="after")
    def _whole(self) -> Rules:
        if (self.sign_in == "proxy") != (self.proxy is not None):
            raise ValueError('[proxy] belongs to sign_in = "proxy", which cannot be without it')
        names = [token.name for token in self.token]
        if len(set(names)) < len(names):
            raise ValueError("two tokens have the same name")
        return self

    def admits(self, address: str | None, groups: frozenset[str]) -> bool:
        """Whether a person who signed in may read, by their address or a group they are in."""
        own = _folded(address or "")
        if own.count("@") != 1 or re.search(r"\s", own):
            own = "@"  # no address, or one that reads in two ways
        named = {"*", own, own[own.index("@") :], *(f"group:{group}" for group in groups)}
        return not named.isdisjoint(self.admitted)

    def token_of(self, shown: str, today: dt.date) -> Token | None:
        """The token a program shows, on its last day too; None for one unknown or past."""
        digest = hashlib.sha256(shown.encode("utf-8", "replace")).hexdigest()
        found = next((token for token in self.token if token.sha256 == digest), None)
        return found if found and found.created <= today <= found.expires else None


def _folded(address: str) -> str:
    """Capitals count for nothing in an address of ASCII; other letters are compared as written."""
    return address.lower() if address.isascii() else address


class RulesFile:
    """The file, and the rules it holds now."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: tuple[int, ...] | None = None
        self._rules: Rules | None = None
        self._fault = ""
        self._begun_with: str | None = None
        self._begun_with = self.current().sign_in

    def current(self) -> Rules:
        """The rules as the file has them. Raises `RulesError` while it cannot be read."""
        try:
            found = self._path.stat()
            seen: tuple[int, ...] = (found.st_mtime_ns, found.st_ctime_ns, found.st_size)
        except OSError as error:
            seen, self._rules = (), None
            self._fault = f"{self._path}: {error.strerror or error}"
        if seen and seen != self._seen:
            self._rules, self._fault = _read(self._path)
        self._seen = seen
        if self._rules is None:
            raise RulesError(self._fault)
        if self._begun_with not in (None, self._rules.sign_in):
            raise RulesError(f"{self._path}: another sign_in needs a restart")
        return self._rules


def _read(path: Path) -> tuple[Rules | None, str]:
    try:
        rules = Rules.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        return None, f"{path}: {where}: {first['msg']}"
    except (OSError, ValueError) as error:  # TOML and UTF-8 that are none are both ValueErrors
        return None, f"{path}: {error}"
    return rules, ""


def rules_file() -> RulesFile | None:
    """The file the environment names; None where it names none. Raises `RulesError`."""
    named = os.environ.get(ACCESS, "").strip()
    if not named:
        return None
    file = RulesFile(Path(named))
    if file.current().sign_in == "proxy" and os.environ.get(FORWARDED) != "":
        raise RulesError(
            f"{FORWARDED} must be set and empty where a gateway signs people in: without that the "
            "server forgets who called; the dashboard itself reads X-Forwarded-For of the gateway"
        )
    return file


def new_token(name: str, today: dt.date, days: int) -> tuple[str, str]:
    """A token, which nobody keeps, and the lines of the file that admit it.

    Raises `ValueError` for a name that is none.
    """
    if not re.fullmatch(NAME, name):
        raise ValueError(f"{name!r} is no name: small letters, digits and hyphens, 64 at most")
    shown = PREFIX + secrets.token_urlsafe(32)
    digest = hashlib.sha256(shown.encode()).hexdigest()
    lines = (
        "", "[[token]]", f'name = "{name}"', f'sha256 = "{digest}"',
        f"created = {today}", f"expires = {today + dt.timedelta(days=days)}", "",
    )  # fmt: skip
    return shown, "\n".join(lines)
