"""`dashboard new SYMBOL|ID`: files to begin a record with."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TextIO

from dashboard.corpus.reading.loading import load
from dashboard.corpus.reading.record_templates import NoSkeletonError, skeletons
from dashboard.corpus.store import data_folder


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `dashboard new` to the command line."""
    parser = subparsers.add_parser(
        "new",
        help="begin a record: write a file with every needed field and where to find it",
        description="Write data/curated files for a document (by symbol) or an event (by a "
        "kebab-case id). `dashboard check` then names each field left to fill. Files that exist "
        "are kept; exit code 1 where nothing was written.",
    )
    parser.add_argument("name", metavar="SYMBOL|ID", help="A/RES/79/239, A/79/88, paris-summit")
    parser.add_argument(
        "--data", type=Path, help="the data folder (default: what DASHBOARD_DATA names, or data)"
    )
    parser.set_defaults(
        run=lambda chosen: run(chosen.name, chosen.data or data_folder(), sys.stdout)
    )


def run(name: str, data: Path, out: TextIO) -> int:
    """Write what is missing and say what was written; 0 where something was."""
    if not data.is_dir():
        print(f"{data}: the data folder does not exist", file=out)
        return 1
    try:
        files = skeletons(name, load(data))
    except NoSkeletonError as error:
        print(error, file=out)
        return 1
    written = 0
    for place, text in files.items():
        path = data / place
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            print(f"{place}: exists already and is kept", file=out)
        else:
            print(f"{place}: written", file=out)
            written += 1
    return 0 if written else 1
