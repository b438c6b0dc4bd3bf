"""The framework's sign-in as `server.access` asks for it: its settings, its cookie, its way in."""

from __future__ import annotations

import json
from collections.abc import Mapping

import streamlit as st
from itsdangerous import BadData, URLSafeTimedSerializer
from streamlit.auth_util import (
    encode_provider_token,
    get_cookie_with_chunks,
    get_origin_from_redirect_uri,
    is_authlib_installed,
    validate_auth_credentials,
)
from streamlit.errors import StreamlitAuthError
from streamlit.url_util import make_url_path
from streamlit.web.server.server_util import get_cookie_secret

from dashboard.server.access.identity import Claims
from dashboard.ui.frame.markdown import escaped
from dashboard.words import Words

COOKIE = "_streamlit_user"
SHORTEST_SECRET = 32


class FrameworkSignIn:
    """`server.access.identity.SignIn`, by the `[auth]` of `.streamlit/secrets.toml`."""

    def fault(self, provider: str) -> str | None:
        """What `[auth]` lacks, in a sentence; None where a person can be signed in by it."""
        if not is_authlib_installed():
            return "the package Authlib is missing"
        try:
            validate_auth_credentials(provider)
        except StreamlitAuthError as error:
            return " ".join(str(error).split())
        if len(get_cookie_secret()) < SHORTEST_SECRET:
            return f"[auth] cookie_secret has fewer than {SHORTEST_SECRET} characters"
        return None

    def claims(self, cookies: Mapping[str, str], seconds: int) -> Claims | None:
        """What the cookie says, where we signed it for this origin in the last seconds."""
        issued = 0

        def signed(name: str) -> bytes | None:
            nonlocal issued
            serializer = URLSafeTimedSerializer(get_cookie_secret(), salt=name)
            try:
                value, day = serializer.loads(
                    cookies.get(name, ""), max_age=seconds, return_timestamp=True
                )
            except BadData:
                return None
            issued = int(day.timestamp())
            return value.encode() if isinstance(value, str) else None

        try:
            said = json.loads(get_cookie_with_chunks(signed, COOKIE) or b"null")
        except ValueError:
            return None
        if not isinstance(said, dict) or said.get("is_logged_in") is not True:
            return None
        return (
            Claims(said, issued) if said.get("origin") == get_origin_from_redirect_uri() else None
        )

    def address(self, provider: str) -> str:
        """The framework's own address, with what it signs to know that we sent the person."""
        path = make_url_path(st.get_option("server.baseUrlPath") or "", "auth/login")
        return f"{path}?provider={encode_provider_token(provider)}"


def sign_out(say: Words) -> None:
    """Who is signed in by the framework, and the way out; nothing where nobody is."""
    if not st.user.get("is_logged_in"):
        return
    name = next(filter(None, map(st.user.get, ("email", "name", "sub"))), "")
    label = escaped(say("access.sign_out", name=name))
    st.button(label, type="tertiary", on_click=st.logout, key="sign-out")
