from __future__ import annotations

import datetime as dt
import hashlib
import os
from pathlib import Path

import pytest

from dashboard.server.access.rules import (
    ACCESS,
    FORWARDED,
    PREFIX,
    Proxy,
    RulesError,
    RulesFile,
    new_token,
    rules_file,
)

DAY = dt.date(2026, 11, 30)
OIDC = 'sign_in = "oidc"\nadmitted = ["@Example.org", "Guest@partner.example", "group:Policy"]\n'
PROXY = (
    'sign_in = "proxy"\nadmitted = ["*"]\n'
    '[proxy]\naddresses = ["127.0.0.1", "10.1.0.0/16", "2001:db8::/32"]\nheader = "X-Email"\n'
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "access.toml"
    path.write_text(OIDC, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", "sign_in"),
        ("sign_in = ", "Invalid value"),
        ('sign_in = "none"\nadmitted = ["*"]', "sign_in"),
        ('sign_in = "oidc"', "admitted"),
        ('sign_in = "oidc"\nadmitted = []', "admitted"),
        ('sign_in = "oidc"\nadmitted = ["example.org"]', "example.org"),
        ('sign_in = "oidc"\nadmitted = ["@org"]', "@org"),
        ('sign_in = "oidc"\nadmitted = ["group: "]', "group"),
        ('sign_in = "oidc"\nadmitted = ["a@b@example.org"]', "a@b@example.org"),
        ('sign_in = "proxy"\nadmitted = ["*"]', "proxy"),
        (OIDC + "[proxy]\naddresses = ['127.0.0.1']\nheader = 'X-E'", "proxy"),
        (PROXY.replace("10.1.0.0/16", "10.1.0.1/16"), "proxy.addresses"),
        (PROXY.replace("X-Email", "X Email"), "proxy.header"),
        (OIDC + "hours = 0", "hours"),
        (OIDC + "allowed = ['*']", "allowed"),
        (OIDC + "[[token]]\nname = 'x'", "token.0.sha256"),
        (
            OIDC + "token = [{name='x', sha256='secret', created=2026-01-01, expires=2026-02-01}]",
            "sha",
        ),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_what_is_wrong(
    tmp_path: Path, text: str, named: str
) -> None:
    path = tmp_path / "access.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RulesError, match=r"access\.toml") as refusal:
        RulesFile(path)
    assert named in str(refusal.value)


def test_a_file_that_is_not_there_lets_nobody_in(tmp_path: Path, file: Path) -> None:
    with pytest.raises(RulesError, match="No such file"):
        RulesFile(tmp_path / "none.toml")
    with pytest.raises(RulesError):
        RulesFile(tmp_path)
    rules = RulesFile(file)
    file.rename(tmp_path / "away.toml")
    with pytest.raises(RulesError):
        rules.current()
    (tmp_path / "away.toml").rename(file)
    assert rules.current().admits("a@example.org", frozenset())


def test_what_is_written_counts_at_once_and_a_fault_closes(file: Path) -> None:
    rules = RulesFile(file)
    shown, lines = new_token("notebook", DAY, 1)
    assert rules.current().token_of(shown, DAY) is None
    with file.open("a") as more:
        more.write(lines)
    assert rules.current().token_of(shown, DAY).name == "notebook"
    file.write_text(OIDC + "[[token]]")
    with pytest.raises(RulesError):
        rules.current()
    file.write_text(OIDC)
    assert rules.current().token_of(shown, DAY) is None
    file.write_text(PROXY)
    with pytest.raises(RulesError, match="restart"):
        rules.current()


@pytest.mark.parametrize(
    ("address", "groups", "admitted"),
    [
        (None, [], False),
        ("", [], False),
        ("ada@example.org", [], True),
        ("ADA@EXAMPLE.ORG", [], True),
        ("guest@Partner.example", [], True),
        ("other@partner.example", [], False),
        ("ada@sub.example.org", [], False),
        ("ada@notexample.org", [], False),
        ("ada@example.org.evil.example", [], False),
        ("ada@evil.example@example.org", [], False),
        ("ada @example.org", [], False),
        ("ada@example.org\n", [], False),
        ("@example.org", [], True),
        ("example.org", [], False),
        ("ada@exampl\u212a.org", [], False),
        ("x@y.z", ["Policy"], True),
        ("x@y.z", ["policy"], False),
        (None, ["Policy"], True),
        ("group:Policy", [], False),
        ("*", [], False),
    ],
)
def test_who_is_admitted(
    file: Path, address: str | None, groups: list[str], admitted: bool
) -> None:
    assert RulesFile(file).current().admits(address, frozenset(groups)) == admitted


def test_a_star_admits_whoever_signed_in(tmp_path: Path) -> None:
    path = tmp_path / "access.toml"
    path.write_text(PROXY, encoding="utf-8")
    assert RulesFile(path).current().admits(None, frozenset())


@pytest.mark.parametrize(
    ("peer", "listed"),
    [
        (None, False), ("", False), ("localhost", False), ("127.0.0.2", False), ("127.0.0.1", True),
        ("::ffff:127.0.0.1", True), ("10.1.255.1", True), ("10.2.0.1", False), ("::1", False),
        ("2001:db8::5", True), ("127.0.0.1:80", False), ("0x7f000001", False), ("127.1", False),
    ],
)  # fmt: skip
def test_an_address_is_the_gateway_s(peer: str | None, listed: bool) -> None:
    proxy = Proxy.model_validate(
        {"addresses": ["127.0.0.1", "10.1.0.0/16", "2001:db8::/32"], "header": "X-Email"}
    )
    assert proxy.lists(peer) == listed


def test_a_token_counts_from_its_first_day_to_its_last(file: Path) -> None:
    shown, lines = new_token("n", DAY, 10)
    file.write_text(OIDC + lines)
    rules = RulesFile(file).current()
    days = {n: rules.token_of(shown, DAY + dt.timedelta(n)) is not None for n in (-1, 0, 10, 11)}
    assert days == {-1: False, 0: True, 10: True, 11: False}
    assert rules.token_of(shown.removeprefix(PREFIX), DAY) is None
    assert rules.token_of("\ud800", DAY) is None


def test_a_token_is_long_random_and_stands_nowhere() -> None:
    shown, lines = new_token("n", DAY, 1)
    assert len(shown) == len(PREFIX) + 43
    assert shown not in lines
    assert hashlib.sha256(shown.encode()).hexdigest() in lines
    assert new_token("n", DAY, 1)[0] != shown


@pytest.mark.parametrize("name", ["", "A", "a b", 'a"', "a\n", "-a", "a" * 65, "é"])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="is no name"):
        new_token(name, DAY, 1)


def test_the_environment_names_the_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FORWARDED, raising=False)
    monkeypatch.delenv(ACCESS, raising=False)
    assert rules_file() is None
    monkeypatch.setenv(ACCESS, " ")
    assert rules_file() is None
    monkeypatch.setenv(ACCESS, os.fspath(file))
    assert rules_file().current().sign_in == "oidc"


def test_behind_a_gateway_the_server_may_not_forget_who_called(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(PROXY)
    monkeypatch.setenv(ACCESS, os.fspath(file))
    for given in (None, "127.0.0.1", "*"):
        monkeypatch.delenv(FORWARDED, raising=False)
        if given:
            monkeypatch.setenv(FORWARDED, given)
        with pytest.raises(RulesError, match=FORWARDED):
            rules_file()
    monkeypatch.setenv(FORWARDED, "")
    assert rules_file().current().proxy.header == "X-Email"
