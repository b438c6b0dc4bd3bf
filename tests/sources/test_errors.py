"""What a refusal prints: one line that does nothing to a terminal and has an end."""

from __future__ import annotations

import pytest

from dashboard.sources.errors import LONGEST, RefusedError, notice


@pytest.mark.parametrize("hostile", ["\x1b]0;owned\x07", "\x1b[2J", "\u202e", "\x9b31m", "\r"])
def test_no_sign_for_a_terminal_is_printed(hostile: str) -> None:
    told = RefusedError("line 1", f"found {hostile}x", f"near{hostile}").line(f"a{hostile}.xml")
    said = notice(f"a{hostile}.xml", "title", f"kept {hostile}as printed")
    assert "".join(sign for sign in told + said if not sign.isprintable()) == ""
    assert said.endswith("as printed")


def test_a_name_makes_no_second_line() -> None:
    told = RefusedError("file", "no").line("a.xml\nrefused: b.xml")
    assert told == "a.xml refused: b.xml: file: no"


def test_a_line_has_an_end_and_keeps_its_hint() -> None:
    told = RefusedError("title", "x" * 10_000_000, "orchard").line("a.xml")
    assert len(told) < LONGEST + 50
    assert told.endswith("…; did you mean orchard?")
    assert RefusedError("title", "pear", "peer").line("a.xml") == (
        "a.xml: title: pear; did you mean peer?"
    )
