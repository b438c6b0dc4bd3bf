"""Each package: declared with its reason, pinned with its hashes, from no host by name."""

from __future__ import annotations

import re
import runpy
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

PINNED = re.compile(r"^(?P<name>[a-z0-9-]+)==[^ ;]+(?: ; [^\\]+)? \\$")
HASHED = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")


def constraint_lines() -> list[str]:
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def test_every_pinned_package_has_hashes_and_nothing_else_stands_beside_them():
    lines = constraint_lines()
    strange = [line for line in lines if not (PINNED.match(line) or HASHED.match(line))]
    assert strange == []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if PINNED.match(line):
            assert HASHED.match(following), f"no hash for {line}"


def test_constraints_name_no_host():
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index|--find-links|--trusted-host", text)


def test_every_declared_package_is_pinned():
    declared = PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]
    names = {re.match(r"[A-Za-z0-9-]+", entry)[0].lower() for entry in declared}
    pinned = {match["name"] for line in constraint_lines() if (match := PINNED.match(line))}
    assert names - pinned == set()


def test_every_dependency_gives_its_reason():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    entries = re.findall(r'^    "[A-Za-z][A-Za-z0-9-]*[<>=][^"]*",.*$', text, flags=re.MULTILINE)
    assert len(entries) == len(
        PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]
    )
    assert [line for line in entries if not re.search(r'",\s+# \w.{5,}$', line)] == []


AUDIT = runpy.run_path(str(ROOT / ".ci" / "audit.py"))["verdict"]
UNKNOWN = {"name": "ours", "skip_reason": "not found"}
SOUND = {"name": "lxml", "version": "6.0", "vulns": []}


@pytest.mark.parametrize("report", [{}, {"dependencies": []}, {"dependencies": [UNKNOWN] * 3}])
def test_an_audit_that_could_ask_nobody_says_so_in_one_line(report: dict[str, Any]):
    code, (line,) = AUDIT(report)
    assert code == 0
    assert "cannot be reached" in line


def test_an_audit_names_every_known_fault_and_what_it_did_not_look_at():
    faults = [{"id": "X-1", "fix_versions": ["7.0", "6.1"]}, {"id": "X-2", "fix_versions": []}]
    code, lines = AUDIT({"dependencies": [UNKNOWN, {**SOUND, "vulns": faults}]})
    assert code == 1
    assert lines[0] == "audit: lxml 6.0: X-1, mended in 7.0, 6.1"
    assert "no version yet" in lines[1]
    assert "1 of 2 packages" in lines[2]
    assert AUDIT({"dependencies": [SOUND, UNKNOWN]})[0] == 0


def test_no_floor_is_above_what_is_pinned():
    """`make floors` tries the floors; here each is held to what every other test runs with."""
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    pinned = dict(re.findall(r"^([a-z0-9-]+)==([^ ;]+)", text, re.MULTILINE))
    declared = map(Requirement, PROJECT["project"]["dependencies"])
    wrong = [
        str(each)
        for each in declared
        if (have := pinned.get(each.name.lower())) and not each.specifier.contains(have)
    ]
    assert wrong == []
    assert all(re.search(r">=\d", each) for each in PROJECT["project"]["dependencies"])
