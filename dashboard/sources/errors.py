"""What a reader says when it cannot read: one sentence a person can act on."""

from __future__ import annotations


class RefusedError(Exception):
    """A file that is left out: where it stopped, what stood there, the nearest known spelling."""

    def __init__(self, place: str, found: str, nearest: str | None = None) -> None:
        super().__init__(found)
        self.place = place
        self.found = found
        self.nearest = nearest

    def line(self, file: str) -> str:
        """The refusal as one line: file, place, what was found, nearest known spelling."""
        hint = f"; did you mean {self.nearest}?" if self.nearest else ""
        return f"{file}: {self.place}: {self.found}{hint}"


def notice(file: str, place: str, message: str) -> str:
    """Something kept although it looks wrong, as one line, said apart from refusals."""
    return f"{file}: {place}: {message}"
