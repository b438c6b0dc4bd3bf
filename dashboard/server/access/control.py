"""The one place that decides whether a request is answered: pages, routes, files and websockets.

Everything is closed but a few exact addresses, so no spelling of a path and no route added later
is open by mistake.
"""

from __future__ import annotations

import datetime as dt
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, cast
from urllib.parse import quote, unquote

from starlette.middleware import Middleware
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from dashboard.server.access.answers import (
    SIGN_IN,
    SIGN_OUT,
    Refusal,
    for_hours,
    kept_private,
    own_address,
    refused,
    status_alone,
)
from dashboard.server.access.identity import (
    ForgedError,
    Reader,
    SignedOut,
    SignIn,
    from_claims,
    from_proxy,
    from_token,
    peer,
    without_names,
)
from dashboard.server.access.rules import Rules, RulesError, RulesFile, rules_file
from dashboard.server.operation.readiness import ASKED_BY_BALANCERS

log = logging.getLogger(__name__)
CALLBACK: Final = "/oauth2callback"
FLOW: Final = (SIGN_IN, "/auth/login", SIGN_OUT, CALLBACK)
"""The way in and out, by the framework's sign-in."""
NEVER: Final = ("/_stcore/metrics",)
"""What the framework would tell anybody of the process."""
READER: Final = "dashboard.reader"
"""The key of the scope under which what stands behind finds who asks."""
RETURN: Final = "record_return"
"""The cookie with the address that a person asked for before they signed in."""


def access(sign_in: SignIn | None = None, base: str = "") -> list[Middleware]:
    """The middleware, by the rules that the environment names; open where it names none.

    `sign_in` is the framework's, `base` the path below which it serves its own addresses. Raises
    `RulesError` for rules that cannot be used.
    """
    file = rules_file()
    if file is None:
        return [Middleware(AccessControl, base=base)]
    rules = file.current()
    if rules.sign_in == "oidc":
        fault = sign_in.fault(rules.oidc.provider) if sign_in else "there is no sign-in"
        if fault:
            raise RulesError(fault)
    gone = SignedOut(rules.signed_out)
    return [Middleware(AccessControl, file=file, sign_in=sign_in, gone=gone, base=base)]


@dataclass(frozen=True)
class Decision:
    """Who asks, by which rules, and why they are refused; None: they are not."""

    rules: Rules | None = None
    reader: Reader | None = None
    refusal: Refusal | None = None


class AccessControl:
    """ASGI middleware; without rules it lets all pass but what is never answered."""

    def __init__(
        self,
        app: ASGIApp,
        file: RulesFile | None = None,
        sign_in: SignIn | None = None,
        gone: SignedOut | None = None,
        base: str = "",
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._app, self._file, self._sign_in, self._gone = app, file, sign_in, gone
        self._base = f"/{base.strip('/')}".rstrip("/")
        self._clock = clock
        self._behind_proxy: tuple[Rules | None, Any] = (None, app)
        self._told = ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the wrapped app does where the rules allow it, else refuse."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        path = scope["path"].removeprefix(scope.get("root_path", ""))
        path = path.removeprefix(self._base) if path.startswith(f"{self._base}/") else path
        if path in NEVER and scope["type"] == "http":
            await JSONResponse({"error": "not served"}, 404)(scope, receive, send)
        elif self._file is None:
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        else:
            await self._http(path, scope, receive, send)

    async def _http(self, path: str, scope: Scope, receive: Receive, send: Send) -> None:
        decision = self._decision(scope)
        rules, reader = decision.rules, decision.reader
        if rules and rules.sign_in == "oidc" and path in FLOW:
            await self._flow(path, rules, scope, receive, send)
        elif decision.refusal is None:
            await self._pass(decision, scope, receive, kept_private(send))
        elif path in ASKED_BY_BALANCERS and scope["method"] in ("GET", "HEAD"):
            await self._pass(decision, scope, receive, status_alone(scope, receive, send))
        else:
            said = refused(
                scope,
                decision.refusal,
                name=reader.name if reader else "",
                contact=rules.contact if rules else "",
                base=self._base,
            )
            await said(scope, receive, send)

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An open page is asked again with each message: who signed out gets no more answers."""
        decision, asked = self._decision(scope), dict(scope)
        if decision.refusal is not None:
            await send({"type": "websocket.close", "code": 1008})
            return

        async def receive_while_admitted() -> Message:
            message = await receive()
            if message["type"] == "websocket.receive" and self._decision(asked).refusal:
                return {"type": "websocket.disconnect", "code": 1008}
            return message

        await self._pass(decision, scope, receive_while_admitted, send)

    def _decision(self, scope: Scope) -> Decision:
        try:
            rules = self._file.current() if self._file else None
        except RulesError as error:
            self._tell(str(error))
            rules = None
        if rules is None:
            return Decision(refusal="closed")
        try:
            reader = self._person(rules, scope)
        except ForgedError:
            self._tell(f"a header that only the gateway may send came from {peer(scope)}")
            return Decision(rules, refusal="forged")
        if reader and rules.admits(reader.address, reader.groups):
            return Decision(rules, reader)
        today = dt.datetime.fromtimestamp(self._clock(), dt.UTC).date()
        program = from_token(rules, scope, today)
        if program:
            return Decision(rules, program)
        unknown: Refusal = "gateway" if rules.proxy else "sign_in"
        return Decision(rules, reader, "not_admitted" if reader else unknown)

    def _person(self, rules: Rules, scope: Scope) -> Reader | None:
        """Who the gateway or the cookie says it is. Raises `ForgedError`."""
        if rules.proxy:
            return from_proxy(rules.proxy, scope)
        if self._sign_in is None or self._gone is None:
            return None
        cookies = HTTPConnection(scope).cookies
        claims = self._sign_in.claims(cookies, rules.hours * 3600)
        if claims is None or claims.person is None:
            return None
        if self._gone.holds(claims.person, claims.issued):
            return None
        return from_claims(rules, claims)

    async def _pass(self, decision: Decision, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on with what the gateway says of the caller, and nothing that others say of it."""
        rules = decision.rules
        scope = {**scope, READER: decision.reader}
        if rules is None or rules.proxy is None:
            await self._app(scope, receive, send)
            return
        if rules.proxy.lists(peer(scope)):
            port = scope["client"][1]
            scope["client"] = (peer(scope), port)
        else:
            scope = without_names(rules.proxy, scope)
        if self._behind_proxy[0] is not rules:
            trusted = [str(network) for network in rules.proxy.addresses]
            self._behind_proxy = (rules, ProxyHeadersMiddleware(cast(Any, self._app), trusted))
        await self._behind_proxy[1](scope, receive, send)

    async def _flow(
        self, path: str, rules: Rules, scope: Scope, receive: Receive, send: Send
    ) -> None:
        """The framework's way in and out, with what it leaves to us."""
        if self._sign_in is None or self._gone is None:
            raise TypeError("rules of the framework's sign-in without one")
        asked, secure = HTTPConnection(scope), scope["scheme"] == "https"
        seconds, where = rules.hours * 3600, f"{self._base}{CALLBACK}"
        if path == SIGN_IN:
            way = RedirectResponse(self._sign_in.address(rules.oidc.provider), 302)
            way.headers["Cache-Control"] = "no-store"
            back = own_address(asked.query_params.get("to", ""))
            if back:
                kept = quote(back, safe="")
                way.set_cookie(RETURN, kept, 600, None, where, None, secure, True, "lax")
            await way(scope, receive, send)
            return
        if path == SIGN_OUT:
            claims = self._sign_in.claims(asked.cookies, seconds)
            if claims and claims.person:
                self._gone.note(claims.person, self._clock(), seconds)
        back = own_address(unquote(asked.cookies.get(RETURN, "")))
        back = back if path == CALLBACK else None
        spent = f"{RETURN}=; Max-Age=0; Path={where}"
        await self._app(scope, receive, for_hours(send, seconds, secure, back, spent))

    def _tell(self, fault: str) -> None:
        """Log a fault once, not with each request."""
        if fault != self._told:
            self._told = fault
            log.error("%s", fault)
