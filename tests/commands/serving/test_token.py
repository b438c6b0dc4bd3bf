from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.server.access.rules import ACCESS, RulesFile

RULES = 'sign_in = "oidc"\nadmitted = ["*"]'
"""Without a line's end, as an editor may leave it."""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "access.toml"
    path.write_text(RULES)
    path.chmod(0o640)
    monkeypatch.setenv(ACCESS, str(path))
    return path


@pytest.mark.parametrize("rules", [None, "", "sign_in = ", RULES + "\n[proxy]"])
def test_without_rules_that_can_be_used_no_token_is_given(
    file: Path, rules: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    file.unlink()
    if rules is not None:
        file.write_text(rules)
    assert main(["token", "new", "notebook"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "access.toml" in said.err
    assert not file.exists() or file.read_text() == rules


def test_where_no_file_is_named_the_command_says_so(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(ACCESS)
    assert main(["token", "new", "notebook"]) == 2
    assert ACCESS in capsys.readouterr().err


@pytest.mark.parametrize("name", ["Note", "a b", 'x"\n[proxy]', "-"])
def test_a_name_that_is_none_is_refused(file: Path, name: str) -> None:
    assert main(["token", "new", "--", name]) == 2
    assert file.read_text() == RULES


def test_a_token_is_shown_once_and_its_hash_is_written(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = RulesFile(file)
    assert main(["token", "new", "notebook", "--days", "30"]) == 0
    shown = capsys.readouterr().out.strip()
    assert shown not in file.read_text()
    today = dt.datetime.now(dt.UTC).date()
    found = rules.current().token_of(shown, today)
    assert found is not None
    assert (found.name, (found.expires - found.created).days) == ("notebook", 30)
    assert file.stat().st_mode & 0o777 == 0o640
    assert main(["token", "new", "notebook"]) == 2
    assert main(["token", "new", "another", "--file", str(file)]) == 0
    assert [token.name for token in rules.current().token] == ["notebook", "another"]
