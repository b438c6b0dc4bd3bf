"""`dashboard todo`: what the record still lacks, grouped, with counts."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path
from typing import TextIO

from dashboard.corpus.checks.completeness import GROUPS, todo
from dashboard.corpus.snapshot import examine
from dashboard.corpus.store import data_folder

_MOST_PLACES = 8


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `dashboard todo` to the command line."""
    parser = subparsers.add_parser(
        "todo", help="list what is not summarised, coded, checked, reviewed or recognised"
    )
    parser.add_argument(
        "data", nargs="?", type=Path, metavar="DATA",
        help="the data folder (default: what DASHBOARD_DATA names, or data)",
    )  # fmt: skip
    parser.set_defaults(
        run=lambda chosen: run(chosen.data or data_folder(), dt.date.today(), sys.stdout)
    )


def run(data: Path, today: dt.date, out: TextIO) -> int:
    """Print each group with its count, then a line a record; 1 where there is no data folder."""
    if not data.is_dir():
        print(f"{data}: the data folder does not exist", file=out)
        return 1
    tasks = todo(examine(data)[0], today)
    for group in GROUPS:
        own = [task for task in tasks if task.group == group]
        print(f"{group}: {sum(task.count for task in own)}", file=out)
        for task in own:
            shown = ", ".join(task.places[:_MOST_PLACES])
            more = len(task.places) - _MOST_PLACES
            rest = f" and {more} more" if more > 0 else ""
            print(f"  {task.record}{': ' if shown else ''}{shown}{rest}", file=out)
    return 0
