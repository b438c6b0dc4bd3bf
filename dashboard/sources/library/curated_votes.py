"""A vote into the text of a curated record, every other line of which stays as it was."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from dashboard.sources.write import to_yaml

_BEFORE = (
    "mandated_by", "introduced_by", "people", "answers", "notes", "conflicts", "overrides",
    "verification",
)  # fmt: skip
"""Keys that follow `votes` in a curated document."""


def with_vote(text: str, vote: Mapping[str, Any]) -> str:
    """The record with one vote more, after those it has.

    `text` is a file of data/curated/documents in block style. Whoever calls reads the result
    again: a file in another style gives one that does not hold what it should.
    """
    lines = text.splitlines(keepends=True)
    starts = [number for number, line in enumerate(lines) if line.startswith("votes:")]
    if starts:
        start = starts[0] + 1
        end = _end_of_block(lines, start)
        empty = lines[starts[0]].split(":", 1)[1].split("#")[0].strip() == "[]"
        if empty:
            lines[starts[0]] = "votes:\n"
        return "".join([*lines[:end], *_item(vote, _indent(lines[start:end])), *lines[end:]])
    place = next(
        (n for n, line in enumerate(lines) if line.split(":", 1)[0] in _BEFORE), len(lines)
    )
    return "".join([*lines[:place], "votes:\n", *_item(vote, ""), *lines[place:]])


def _end_of_block(lines: list[str], start: int) -> int:
    """Where the list ends: after its last line that is neither blank nor a comment."""
    end = start
    for number in range(start, len(lines)):
        if re.match(r"[^\s#-]", lines[number]):
            break
        if lines[number].strip() and not lines[number].startswith("#"):
            end = number + 1
    return end


def _indent(block: list[str]) -> str:
    """How far the items of a list stand in."""
    first = next((line for line in block if line.lstrip().startswith("- ")), "- ")
    return first[: len(first) - len(first.lstrip())]


def _item(vote: Mapping[str, Any], indent: str) -> list[str]:
    """The vote as an item of a list."""
    lines = to_yaml(dict(vote)).removesuffix("...\n").splitlines(keepends=True)
    return [f"{indent}{'  ' if number else '- '}{line}" for number, line in enumerate(lines)]
