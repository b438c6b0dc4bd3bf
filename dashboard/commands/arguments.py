"""What several commands take and say: how far one has come, and how it ends before its time."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO, TypeVar

import click
from rich.console import Console
from rich.progress import track

from dashboard.corpus.store import data_folder

T = TypeVar("T")
PATH = click.Path(path_type=Path)
data_option = click.option(
    "--data", type=PATH, default=data_folder,
    help="folder of the record (default: DASHBOARD_DATA, or data)",
)  # fmt: skip
data_argument = click.argument("data", type=PATH, default=data_folder)
paths_argument = click.argument("paths", nargs=-1, required=True, type=PATH, metavar="PATH...")


MOST_LINES = 1_000


class Stop(Exception):  # noqa: N818 - no error of the program: it ends a command
    """Ends a command with one line and an exit code."""

    def __init__(self, line: object, code: int = 2) -> None:
        super().__init__(line)
        self.code = code


def existing(data: Path) -> Path:
    """The data folder. Raises `Stop` where there is none."""
    if not data.is_dir():
        raise Stop(f"{data}: the data folder does not exist", 1)
    return data


def counted(number: int, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def warn(kind: str, lines: list[str]) -> None:
    """Lines on what went wrong, apart from what was asked for: `refused: …`."""
    for line in lines[:MOST_LINES]:
        print(f"{kind}: {line}", file=sys.stderr)
    if len(lines) > MOST_LINES:
        print(f"{kind}: {len(lines) - MOST_LINES} more of the kind", file=sys.stderr)


def shown(found: Iterable[T], doing: str, stream: TextIO, total: int | None = None) -> Iterable[T]:
    """The same things, with a progress bar on a terminal; `total` where they are not counted."""
    if not stream.isatty():
        return found
    if total is None and isinstance(found, Sequence):
        total = len(found)
    return track(found, doing, total=total, console=Console(file=stream), transient=True)
