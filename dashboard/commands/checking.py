"""`dashboard check [DATA]`: everything that is wrong with a data folder, at once."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TextIO

from dashboard.corpus.snapshot import examine
from dashboard.corpus.store import data_folder


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `dashboard check` to the command line."""
    parser = subparsers.add_parser(
        "check", help="say everything that is wrong with a data folder, file and line"
    )
    parser.add_argument(
        "data", nargs="?", type=Path, metavar="DATA",
        help="the data folder (default: what DASHBOARD_DATA names, or data)",
    )  # fmt: skip
    parser.set_defaults(run=lambda chosen: run(chosen.data or data_folder(), sys.stdout))


def run(data: Path, out: TextIO) -> int:
    """Print all errors, then all warnings, one line each, then how many; in a stable order.

    Gives the exit code: 1 where there are errors, 0 with warnings only.
    """
    corpus, problems = examine(data)
    errors = [problem for problem in problems if problem.severity == "error"]
    warnings = [problem for problem in problems if problem.severity == "warning"]
    for problem in errors:
        print(problem, file=out)
    for problem in warnings:
        print(f"{problem} (warning)", file=out)
    records = _counted(len(corpus.ids()), "good record")
    print(
        f"{_counted(len(errors), 'error')}, {_counted(len(warnings), 'warning')}; {records}",
        file=out,
    )
    return 1 if errors else 0


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
