from __future__ import annotations

import base64
import datetime as dt
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from dashboard.server.access.identity import (
    Claims,
    ForgedError,
    SignedOut,
    from_claims,
    from_proxy,
    from_token,
    peer,
    without_names,
)
from dashboard.server.access.rules import Proxy, Rules, Token, new_token

DAY = dt.date(2026, 11, 30)
PROXY = Proxy.model_validate(
    {"addresses": ["127.0.0.1"], "header": "X-Email", "groups": "X-Groups"}
)
TOKEN, LINES = new_token("notebook", DAY, 5)
DIGEST = LINES.split('sha256 = "')[1][:64]
RULES = Rules(
    sign_in="oidc",
    admitted=["*"],
    token=[Token(name="notebook", sha256=DIGEST, created=DAY, expires=DAY)],
)


def scope(*headers: tuple[str, bytes], client: Any = ("127.0.0.1", 1)) -> dict[str, Any]:
    sent = [(name.lower().encode(), value) for name, value in headers]
    return {"type": "http", "headers": sent, "client": client}


@pytest.mark.parametrize(
    ("client", "address"),
    [
        (None, None),
        (("testclient", 5), None),
        (("::ffff:10.0.0.1", 5), "10.0.0.1"),
        (("2001:DB8::1", 5), "2001:db8::1"),
        (("10.0.0.1", 5), "10.0.0.1"),
    ],
)
def test_who_called(client: Any, address: str | None) -> None:
    assert peer(scope(client=client)) == address


@pytest.mark.parametrize(
    "sent",
    [
        scope(("X-Email", b"a@x.org"), client=("10.0.0.1", 1)),
        scope(("X-Email", b""), client=("10.0.0.1", 1)),
        scope(("X-Groups", b"policy"), client=None),
        scope(("X-Email", b"a@x.org"), ("X-Email", b"b@x.org")),
        scope(("X-Email", b"a@x.org, b@x.org")),
        scope(("X-Email", b"a@x.org\x00")),
        scope(("X-Email", b"\xff\xfe")),
        scope(("X-Email", b"a@x.org"), ("X-Groups", b"a"), ("X-Groups", b"b")),
    ],
)
def test_a_name_from_elsewhere_or_twice_is_forged(sent: dict[str, Any]) -> None:
    with pytest.raises(ForgedError):
        from_proxy(PROXY, sent)


def test_whom_the_gateway_names() -> None:
    assert from_proxy(PROXY, scope()) is None
    assert from_proxy(PROXY, scope(("X-Email", b"  "))) is None
    assert from_proxy(PROXY, scope(("X_Email", b"a@x.org"))) is None
    sent = scope(("X-Email", " zoë@x.org ".encode()), ("X-Groups", b" a,, b c ,"))
    found = from_proxy(PROXY, sent)
    assert found is not None
    assert (found.address, found.groups) == ("zoë@x.org", {"a", "b c"})


def test_names_of_others_are_taken_away() -> None:
    sent = scope(("X-Email", b"a"), ("X-Groups", b"b"), ("X-Other", b"c"))
    assert without_names(PROXY, sent)["headers"] == [(b"x-other", b"c")]
    assert len(sent["headers"]) == 3


@pytest.mark.parametrize(
    ("claims", "address", "groups"),
    [
        ({"email": "a@x.org", "email_verified": True}, "a@x.org", set()),
        ({"email": "a@x.org", "email_verified": False}, None, set()),
        ({"email": "a@x.org", "email_verified": "true"}, None, set()),
        ({"email": "a@x.org"}, None, set()),
        ({"email": ["a@x.org"], "email_verified": True}, None, set()),
        ({"groups": ["a", "", 5, {"b": 1}]}, None, {"a"}),
        ({"groups": "a"}, None, {"a"}),
        ({"groups": {"a": True}}, None, set()),
        ({}, None, set()),
    ],
)
def test_what_the_provider_says_of_a_person(
    claims: dict[str, Any], address: str | None, groups: set[str]
) -> None:
    said = {"iss": "https://p.example", "sub": "s", "provider": "default", **claims}
    found = from_claims(RULES, Claims(said, 0))
    assert found is not None
    assert (found.address, set(found.groups)) == (address, groups)


def test_an_address_counts_unverified_where_the_rules_say_so() -> None:
    said = {"iss": "i", "sub": "s", "provider": "default", "email": "a@x.org"}
    rules = Rules.model_validate(
        {"sign_in": "oidc", "admitted": ["*"], "oidc": {"unverified_addresses": True}}
    )
    found = from_claims(rules, Claims(said, 0))
    assert found is not None
    assert found.address == "a@x.org"


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"sub": "s", "provider": "default"},
        {"iss": "i", "sub": "", "provider": "default"},
        {"iss": "i", "sub": 5, "provider": "default"},
        {"iss": "i", "sub": "s", "provider": "another"},
        {"iss": "i", "sub": "s"},
    ],
)
def test_claims_of_nobody_or_of_another_provider_are_none(said: dict[str, Any]) -> None:
    assert from_claims(RULES, Claims(said, 0)) is None


def basic(name: str, word: str) -> bytes:
    return b"Basic " + base64.b64encode(f"{name}:{word}".encode())


@pytest.mark.parametrize(
    ("shown", "known"),
    [
        (b"", False),
        (TOKEN.encode(), False),
        (b"Bearer " + DIGEST.encode(), False),
        (b"Bearer " + TOKEN[:-1].encode(), False),
        (b"Digest " + TOKEN.encode(), False),
        (b"Basic " + TOKEN.encode(), False),
        (b"Basic " + base64.b64encode(b"\xff:\xff"), False),
        (basic(TOKEN, ""), False),
        (b"bearer   " + TOKEN.encode() + b" ", True),
        (basic("anybody", TOKEN), True),
        (basic("", TOKEN), True),
    ],
    ids=count(),  # tokens are new in each process
)
def test_a_program_shows_its_token(shown: bytes, known: bool) -> None:
    found = from_token(RULES, scope(("Authorization", shown)), DAY)
    assert (found is not None and found.program and found.name == "notebook") == known


def test_who_signed_out_is_refused_what_was_issued_before_and_forgotten_in_the_end(
    tmp_path: Path,
) -> None:
    one = SignedOut(tmp_path / "new" / "out.sqlite")
    another = SignedOut(tmp_path / "new" / "out.sqlite")  # of another process
    assert not one.holds("p", 100)
    one.note("p", 100.9, 50)
    assert [another.holds("p", issued) for issued in (99, 100, 101)] == [True, True, False]
    assert not another.holds("q", 99)
    one.note("q", 151, 50)
    assert not one.holds("p", 99)  # too old to be let in by the hours alone
