"""Each package: declared with its reason, pinned with its hashes, from no host by name."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

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
