"""`dashboard import PATH…`: official files into data/imported."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from dashboard.commands.progress import shown
from dashboard.corpus.membership import members_on
from dashboard.corpus.reading.yaml_reader import UnreadableYamlError, read_yaml
from dashboard.corpus.records.vocabularies import State, StateList
from dashboard.sources.importing import Report, import_documents
from dashboard.sources.inputs import inputs
from dashboard.sources.names import StateNames


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    command = subparsers.add_parser(
        "import",
        help="read official Akoma Ntoso files into the record",
        description="Read resolutions as the United Nations publishes them in Akoma Ntoso XML and "
        "write data/imported/SESSION/SYMBOL.yaml. No text of a paragraph is kept. A folder gives "
        "its .xml files at any depth; a zip archive must be named itself. Exit code 1 where a "
        "file was refused; the others are still imported.",
    )
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="file, folder or zip")
    command.add_argument(
        "--all",
        action="store_true",
        help="also documents whose English text does not mention artificial intelligence",
    )
    command.add_argument(
        "--data",
        type=Path,
        default=Path(os.environ.get("DASHBOARD_DATA", "data")),
        help="folder of the record (default: DASHBOARD_DATA, or data)",
    )
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Import and report: 0, or 1 where a file was refused, or 2 without a list of States."""
    states = _states(arguments.data)
    if isinstance(states, str):
        print(states, file=sys.stderr)
        return 2
    names = StateNames({s.iso3: [*s.names.values(), *s.other_names] for s in states.values()})
    report = import_documents(
        shown(list(inputs(arguments.paths)), "Reading", sys.stderr),
        names,
        lambda day: members_on(states, day),
        arguments.data / "imported",
        mentioning_only=not arguments.all,
    )
    _print(report)
    return 1 if report.refusals else 0


def _states(data: Path) -> Mapping[str, State] | str:
    """The States, from this folder or else from the project's own, or why there are none."""
    own = Path(__file__).resolve().parents[2] / "data"
    for path in (data / "states.yaml", own / "states.yaml"):
        if path.is_file():
            try:
                listed = StateList.model_validate(read_yaml(path))
            except UnreadableYamlError as error:
                return f"{path}:{error.line}: {error.message}"
            except ValueError as error:
                return f"{path}: {error}"
            return {state.iso3: state for state in listed.states}
    return f"{data / 'states.yaml'}: no list of States; names cannot be read without it"


def _print(report: Report) -> None:
    for line in report.refusals:
        print(f"refused: {line}", file=sys.stderr)
    for line in report.warnings:
        print(f"warning: {line}", file=sys.stderr)
    print(
        f"{report.read} files read, {len(report.refusals)} refused, "
        f"{len(report.warnings)} warnings; {report.documents} documents, "
        f"{report.changed} of them new or changed, {report.left_out} not about AI and left out"
    )
