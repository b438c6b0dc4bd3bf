"""How far a command has come, where a person watches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TextIO, TypeVar

from rich.console import Console
from rich.progress import track

T = TypeVar("T")


def shown(found: Iterable[T], doing: str, stream: TextIO, total: int | None = None) -> Iterable[T]:
    """The same things, with a progress bar on a terminal; `total` where they are not counted."""
    if not stream.isatty():
        return found
    if total is None and isinstance(found, Sequence):
        total = len(found)
    return track(found, doing, total=total, console=Console(file=stream), transient=True)
