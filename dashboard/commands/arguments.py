"""What several commands take, and how one ends before its time."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dashboard.corpus.store import data_folder

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
