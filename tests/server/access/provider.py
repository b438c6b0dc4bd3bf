"""A provider of OpenID Connect on this machine: it signs people in, rightly or not."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs, urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT, SECRET = "record", "a secret of the record's alone"
FAULTS = (
    *("audience", "issuer", "expired", "nonce", "no nonce", "unsigned"),
    *("another key", "key as secret", "cut", "no token"),
)


class Provider:
    """Whom it signs in is `person`, what is wrong with its token is `fault`."""

    def __init__(self, port: int) -> None:
        self.issuer = f"http://127.0.0.1:{port}"
        self.person: dict[str, Any] = {}
        self.fault = ""
        self._key = RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"})
        self._other = RSAKey.generate_key(2048, {"kid": "one"})
        self._given: dict[str, dict[str, str]] = {}
        self.app = Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self._described),
                Route("/keys", self._keys),
                Route("/authorize", self._authorize),
                Route("/token", self._token, methods=["POST"]),
            ]
        )

    async def _described(self, _: Request) -> Response:
        return JSONResponse(
            {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "code_challenge_methods_supported": ["S256"],
            }
        )

    async def _keys(self, _: Request) -> Response:
        return JSONResponse({"keys": [self._key.as_dict(private=False)]})

    async def _authorize(self, request: Request) -> Response:
        asked = dict(request.query_params)
        code = secrets.token_urlsafe()
        self._given[code] = asked
        answer = urlencode({"code": code, "state": asked["state"]})
        return RedirectResponse(f"{asked['redirect_uri']}?{answer}", 302)

    async def _token(self, request: Request) -> Response:
        form = {
            name: values[0] for name, values in parse_qs((await request.body()).decode()).items()
        }
        asked = self._given.pop(form["code"])
        digest = hashlib.sha256(form["code_verifier"].encode()).digest()
        assert asked["code_challenge"] == base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        basic = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        shown = request.headers.get("authorization") == f"Basic {basic}"
        if not shown or asked["redirect_uri"] != form["redirect_uri"]:
            return JSONResponse({"error": "invalid_client"}, 401)
        answer = {"access_token": secrets.token_urlsafe(), "token_type": "Bearer"}
        if self.fault != "no token":
            answer["id_token"] = self._signed(asked["nonce"])
        return JSONResponse(answer)

    def _signed(self, nonce: str) -> str:
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": nonce}
        wrong: dict[str, dict[str, Any]] = {
            "audience": {"aud": "another"},
            "issuer": {"iss": "https://accounts.example.net"},
            "expired": {"iat": now - 9000, "exp": now - 5000},
            "nonce": {"nonce": "another"},
        }
        claims |= {**self.person, **wrong.get(self.fault, {})}
        if self.fault == "no nonce":
            del claims["nonce"]
        if self.fault == "unsigned":
            parts = ({"alg": "none", "typ": "JWT"}, claims)
            coded = (base64.urlsafe_b64encode(json.dumps(p).encode()).rstrip(b"=") for p in parts)
            return b".".join((*coded, b"")).decode()
        if self.fault == "key as secret":
            public = OctKey.import_key(self._key.as_pem(private=False))
            return jwt.encode({"alg": "HS256", "kid": "one"}, claims, public)
        key = self._other if self.fault == "another key" else self._key
        token = jwt.encode({"alg": "RS256", "kid": "one"}, claims, key)
        return token[:-6] if self.fault == "cut" else token


@contextmanager
def providing() -> Iterator[Provider]:
    """The provider at work, in a thread."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        provider = Provider(listening.getsockname()[1])
        server = uvicorn.Server(uvicorn.Config(provider.app, log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        yield provider
        server.should_exit = server.force_exit = True  # no waiting for connections kept alive
        thread.join(timeout=10)
