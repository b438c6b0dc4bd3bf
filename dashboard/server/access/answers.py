"""What is answered: to who does not get in, a page or a sentence; to all else, how long it keeps.

A refusal is a page in each language for a browser and one sentence for a program.
"""

from __future__ import annotations

import re
from html import escape
from typing import Literal
from urllib.parse import quote

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import Message, Receive, Scope, Send

from dashboard.server.index_page import page_language
from dashboard.words import LANGUAGES, Words, words

Refusal = Literal["sign_in", "gateway", "not_admitted", "forged", "closed"]
STATUS: dict[Refusal, int] = {
    "sign_in": 401,
    "gateway": 401,
    "not_admitted": 403,
    "forged": 403,
    "closed": 503,
}
SENTENCES: dict[Refusal, str] = {
    "sign_in": "sign in, or show a token: Authorization: Bearer …",
    "gateway": "come through the organisation's gateway, or show a token: Authorization: Bearer …",
    "not_admitted": "this account may not read the record; ask who runs it",
    "forged": "a header that only the gateway may send came from elsewhere",
    "closed": "nobody can be let in at present; the server's log says why",
}
SIGN_IN, SIGN_OUT = "/sign-in", "/auth/logout"
"""Ours, which leads to the provider, and the framework's."""
SIGNED_IN = "_streamlit_user="
"""How the framework's cookie of a person begins."""
LONGEST_RETURN = 2_000
SUBSCRIBED = (".ics", ".atom")
"""What calendars and feed readers ask for; they know passwords alone."""
_STYLE = (
    "body{font:1rem/1.6 system-ui,sans-serif;max-width:36rem;margin:12vh auto;padding:0 1rem;"
    "color:#141311;background:#fbfaf7}h1{font-size:1.375rem}section{margin-bottom:3rem}"
    "a{color:#14598c}@media(prefers-color-scheme:dark){body{color:#e9e7e2;background:#16181b}"
    "a{color:#8cc4ee}}"
)


def refused(
    scope: Scope, refusal: Refusal, *, name: str = "", contact: str = "", base: str = ""
) -> Response:
    """The answer: no word of it comes from the record. `base` is where the site begins."""
    headers = {"Cache-Control": "no-store", "Vary": "Accept, Accept-Language, Cookie"}
    status = STATUS[refusal]
    if status == 401:
        kind = "Basic" if scope["path"].endswith(SUBSCRIBED) else "Bearer"
        headers["WWW-Authenticate"] = f'{kind} realm="record"'
    if not _asks_for_a_page(scope):
        return JSONResponse({"error": SENTENCES[refusal]}, status, headers)
    own = page_language(scope)
    spoken = [own, *(code for code in LANGUAGES if code != own and not LANGUAGES[code].partial)]
    back = quote(scope["path"]) + "?" + scope["query_string"].decode("latin-1")
    links: dict[Refusal, str] = {
        "sign_in": f"{base}{SIGN_IN}?to={quote(back.rstrip('?'), safe='')}",
        "not_admitted": f"{base}{SIGN_OUT}",
    }
    sections = (
        _section(words(code), refusal, name, contact, links.get(refusal)) for code in spoken
    )
    title = escape(words(own)("app.title"))
    return HTMLResponse(
        f'<!doctype html><html lang="{own}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="robots" content="noindex"><title>{title}</title><style>{_STYLE}</style>'
        f"</head><body><main>{''.join(sections)}</main></body></html>",
        status,
        headers,
    )


def _section(say: Words, refusal: Refusal, name: str, contact: str, link: str | None) -> str:
    """What happened and what to do, in one language."""
    who = contact or say("access.who_runs_it")
    text = say(f"access.{refusal}", name=name, contact=who)
    action = ""
    if link:
        label = say("access.to_sign_in" if refusal == "sign_in" else "access.to_sign_out")
        action = f'<p><a href="{escape(link)}" target="_top">{escape(label)}</a></p>'
    direction = LANGUAGES[say.language].direction
    return (
        f'<section lang="{say.language}" dir="{direction}"><h1>{escape(say("app.title"))}</h1>'
        f"<p>{escape(text)}</p>{action}</section>"
    )


def _asks_for_a_page(scope: Scope) -> bool:
    """Whether a browser asks, for something that a person looks at."""
    wanted = Headers(scope=scope).get("accept", "")
    return scope["method"] in ("GET", "HEAD") and "text/html" in wanted


def own_address(asked: str) -> str | None:
    """An address of ours to come back to; None for another site's, in any disguise."""
    plain = asked.isascii() and asked.isprintable() and len(asked) <= LONGEST_RETURN
    begins = asked.startswith("/") and not asked.startswith("//") and "\\" not in asked
    return asked if plain and begins else None


def for_hours(send: Send, seconds: int, secure: bool, back: str | None, spent: str) -> Send:
    """The framework's cookies for as long as the rules say, over https alone where it is spoken.

    Who has signed in is sent back to the address they asked for; `spent` ends the cookie with it.
    """

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            cookies = headers.getlist("set-cookie")
            del headers["set-cookie"]
            for cookie in cookies:
                kept = re.sub(r"(?i)max-age=[1-9]\d*", f"Max-Age={seconds}", cookie)
                headers.append("set-cookie", kept + ("; Secure" if secure else ""))
            signed_in = any(c.startswith(SIGNED_IN) and "Max-Age=0" not in c for c in cookies)
            if back and signed_in:
                headers["location"] = back
                headers.append("set-cookie", spent)
        await send(message)

    return sending


def status_alone(scope: Scope, receive: Receive, send: Send) -> Send:
    """What a balancer needs: the status, without a word on the record."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            status = message["status"]
            said = JSONResponse({"status": "ok" if status < 400 else "unavailable"}, status)
            await said(scope, receive, send)

    return sending


def kept_private(send: Send) -> Send:
    """No cache between us and a reader gives what they got to another, scripts aside."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            said = headers.get("cache-control", "")
            if "private" not in said and "no-store" not in said and "immutable" not in said:
                parts = [part for part in said.split(", ") if part not in ("", "public")]
                headers["cache-control"] = ", ".join(["private", *parts])
        await send(message)

    return sending
