"""`dashboard schema`: JSON Schema of every kind of file, for completion in editors."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TextIO

from dashboard.corpus.reading.loading import load
from dashboard.corpus.reading.schema import schemas
from dashboard.corpus.store import data_folder

OUT = Path("build/schema")


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `dashboard schema` to the command line."""
    parser = subparsers.add_parser(
        "schema", help="write the JSON Schema of each kind of file, for completion in editors"
    )
    parser.add_argument(
        "--out", type=Path, default=OUT, metavar="DIR", help=f"where to (default: {OUT})"
    )
    parser.add_argument(
        "--data", type=Path, help="the data folder (default: what DASHBOARD_DATA names, or data)"
    )
    parser.set_defaults(
        run=lambda chosen: run(chosen.data or data_folder(), chosen.out, sys.stdout)
    )


def run(data: Path, folder: Path, out: TextIO) -> int:
    """Write one file a kind and name each; 1 where there is no data folder."""
    if not data.is_dir():
        print(f"{data}: the data folder does not exist", file=out)
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas(load(data)).items():
        path = folder / f"{name}.schema.json"
        text = json.dumps(schema, ensure_ascii=False, indent=2)
        path.write_text(f"{text}\n", encoding="utf-8")
        print(path, file=out)
    return 0
