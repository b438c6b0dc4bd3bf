"""What a reader says when it cannot read: one sentence a person can act on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from dashboard.sources.plain_text import tidy

T = TypeVar("T")
LONGEST = 500
"""Characters of one line: a name of megabytes tells no more than its beginning."""


class RefusedError(Exception):
    """A file that is left out: where it stopped, what stood there, the nearest known spelling."""

    def __init__(self, place: str, found: str, nearest: str | None = None) -> None:
        super().__init__(found)
        self.place = place
        self.found = found
        self.nearest = nearest

    def __reduce__(self) -> tuple[type[RefusedError], tuple[str, str, str | None]]:
        """As another process can be told it."""
        return type(self), (self.place, self.found, self.nearest)

    def line(self, file: str) -> str:
        """The refusal as one line: file, place, what was found, nearest known spelling.

        Names of files and what stood in them come from outside: no code for a terminal, no second
        line, no end of it.
        """
        hint = f"; did you mean {self.nearest}?" if self.nearest else ""
        return _line(f"{file}: {self.place}: {self.found}", hint)


class Findings:
    """What of a document could not be read: its fields are kept as unknown, and it is not lost."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def add(self, refusal: RefusedError, kept: str) -> None:
        """Say where it stopped, what stood there, how it is kept, and the nearest spelling."""
        hint = f"; did you mean {refusal.nearest}?" if refusal.nearest else ""
        self.lines.append(f"{refusal.place}: {refusal.found}; {kept}{hint}")

    def field(self, name: str, read: Callable[[], T], unknown: T) -> T:
        """What a reader gives; what stands for unknown where it is refused."""
        try:
            return read()
        except RefusedError as refusal:
            self.add(refusal, f"{name} kept as unknown")
            return unknown


def notice(file: str, place: str, message: str) -> str:
    """Something kept although it looks wrong, as one line, said apart from refusals."""
    return _line(f"{file}: {place}: {message}")


def _line(told: str, hint: str = "") -> str:
    told = tidy(told[: 2 * LONGEST])
    return (told if len(told) <= LONGEST else f"{told[:LONGEST]}…") + tidy(hint)
