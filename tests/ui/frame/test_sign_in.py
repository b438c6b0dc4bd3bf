from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import itsdangerous.timed
import pytest
from itsdangerous import URLSafeTimedSerializer
from streamlit import config
from streamlit.runtime.secrets import secrets_singleton

from dashboard.ui.frame import sign_in
from dashboard.ui.frame.sign_in import COOKIE, FrameworkSignIn
from dashboard.words import words

SECRET = "k" * 40
SITE = "https://record.example.org"
AUTH = {
    "redirect_uri": f"{SITE}/oauth2callback",
    "cookie_secret": SECRET,
    "client_id": "record",
    "client_secret": "s",
    "server_metadata_url": "https://p.example/.well-known/openid-configuration",
}
SAID = {"iss": "i", "sub": "ada", "origin": SITE, "is_logged_in": True, "provider": "default"}
Writing = Callable[[dict[str, str] | None], None]


@pytest.fixture
def auth(tmp_path: Path) -> Iterator[Writing]:
    before = config.get_option("secrets.files")
    path = tmp_path / "secrets.toml"
    config._set_option("secrets.files", [str(path)], "a test")

    def write(section: dict[str, str] | None) -> None:
        if section is not None:
            lines = (f"{key} = {json.dumps(value)}" for key, value in section.items())
            path.write_text("\n".join(["[auth]", *lines]))
        secrets_singleton._reset()

    write(AUTH)
    yield write
    config._set_option("secrets.files", before, "a test")
    secrets_singleton._reset()


def signed(said: Any, secret: str = SECRET, salt: str = COOKIE) -> str:
    serializer = URLSafeTimedSerializer(secret, salt=salt)
    return str(serializer.dumps(said if isinstance(said, str) else json.dumps(said)))


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        (None, None),
        ("redirect_uri", "redirect_uri"),
        ("cookie_secret", "cookie_secret"),
        ("client_secret", "client_secret"),
        ("server_metadata_url", "server_metadata_url"),
    ],
)
def test_what_the_settings_lack_is_told(auth: Writing, missing: str | None, told: str) -> None:
    auth({key: value for key, value in AUTH.items() if key != missing})
    fault = FrameworkSignIn().fault("default")
    assert fault is None if told is None else told in (fault or "")


def test_a_short_secret_and_an_unknown_provider_are_faults(auth: Writing) -> None:
    auth({**AUTH, "cookie_secret": "k" * 31})
    assert "31" not in (FrameworkSignIn().fault("default") or "")
    assert "fewer than 32" in (FrameworkSignIn().fault("default") or "")
    assert "other" in (FrameworkSignIn().fault("other") or "")


def test_without_settings_nobody_can_be_signed_in(auth: Writing, tmp_path: Path) -> None:
    (tmp_path / "secrets.toml").unlink()
    auth(None)
    assert FrameworkSignIn().fault("default")


@pytest.mark.parametrize(
    "cookie",
    [
        "",
        "null",
        json.dumps(SAID),
        signed(SAID, secret="x" * 40),
        signed(SAID, salt="_streamlit_user_tokens"),
        signed(SAID)[:-3],
        signed("null"),
        signed("[]"),
        signed("{"),
        signed({**SAID, "is_logged_in": False}),
        signed({**SAID, "is_logged_in": 1}),
        signed({**SAID, "origin": "https://evil.example"}),
        signed({**SAID, "origin": "http://record.example.org"}),
        signed("chunks-2"),
    ],
    ids=count(),  # what is signed has its second in it
)
def test_a_cookie_that_we_did_not_sign_for_this_site_is_none(auth: Writing, cookie: str) -> None:
    assert FrameworkSignIn().claims({COOKIE: cookie}, 3600) is None


def test_a_cookie_counts_for_so_long(auth: Writing, monkeypatch: pytest.MonkeyPatch) -> None:
    cookie = {COOKIE: signed(SAID)}
    found = FrameworkSignIn().claims(cookie, 3600)
    assert found is not None
    assert found.said["sub"] == "ada"
    later = found.issued + 3601
    monkeypatch.setattr(itsdangerous.timed.time, "time", lambda: later)
    assert FrameworkSignIn().claims(cookie, 3600) is None
    assert FrameworkSignIn().claims(cookie, 3700) is not None


def test_the_way_in_is_signed_for_two_minutes(auth: Writing) -> None:
    path, _, token = FrameworkSignIn().address("default").partition("?provider=")
    assert path == "/auth/login"
    assert token.count(".") == 2


@pytest.mark.parametrize(
    ("user", "label"),
    [
        ({}, None),
        ({"is_logged_in": False, "email": "a"}, None),
        ({"is_logged_in": True, "sub": "7"}, r"Sign out \(7\)"),
        ({"is_logged_in": True, "name": "![x]()", "sub": "7"}, r"Sign out \(\!\[x\]\(\)\)"),
    ],
)
def test_who_is_signed_in_is_shown_the_way_out(
    monkeypatch: pytest.MonkeyPatch, user: dict[str, Any], label: str | None
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(sign_in.st, "user", user)
    monkeypatch.setattr(sign_in.st, "button", lambda text, **_: shown.append(text))
    sign_in.sign_out(words("en"))
    assert shown == ([] if label is None else [label])
