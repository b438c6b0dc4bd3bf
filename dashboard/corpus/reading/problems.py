"""One sentence per problem: file, line, field, what was found, what is allowed, what is near."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz, process

Severity = Literal["error", "warning"]
_NEAR = 60
_LONGEST_READ = 200
"""Letters of what was found that are held against what is allowed."""
_LONGEST_QUOTE = 60
_MOST_ALLOWED = 12


@dataclass(frozen=True, order=True)
class Problem:
    """Something wrong in the data. `file` is relative to the data folder, `line` counts from 1."""

    file: str
    line: int
    field: str
    message: str
    severity: Severity = "error"

    def __str__(self) -> str:
        field = f" {self.field}:" if self.field else ""
        line = f"{self.file}:{self.line}:{field} {self.message}"
        return _visible(line)


def dotted(path: Iterable[str | int]) -> str:
    """Where in a file a value stands: `votes[0].counts.yes`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def quoted(value: object) -> str:
    """A value as an error message may show it: short, on one line, invisible signs made visible."""
    text = value if isinstance(value, str) else repr(value)
    text = text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
    return f"'{_visible(text)}'"


def _visible(text: str) -> str:
    """Text that can neither move a cursor nor hide a letter: `\\u202e` for what would."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)


def nearest(found: object, allowed: Iterable[str]) -> str | None:
    """The allowed spelling closest to what was found, or None if nothing is close."""
    text = str(found)[:_LONGEST_READ]
    near = process.extract(text, list(allowed), scorer=fuzz.WRatio, limit=None, score_cutoff=_NEAR)
    return max((choice for choice, *_ in near), key=lambda c: fuzz.ratio(text, c), default=None)


def not_allowed(found: object, allowed: Iterable[str], what: str = "allowed") -> str:
    """`found 'civillian'; allowed: …; did you mean 'civilian'?`"""
    choices = list(allowed)
    shown = ", ".join(choices[:_MOST_ALLOWED])
    more = f" and {len(choices) - _MOST_ALLOWED} more" if len(choices) > _MOST_ALLOWED else ""
    near = nearest(found, choices)
    hint = f"; did you mean {quoted(near)}?" if near else ""
    return f"found {quoted(found)}; {what}: {shown}{more}{hint}"
