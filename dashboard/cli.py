"""The console command `dashboard`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from dashboard.commands import (
    changes,
    checking,
    import_,
    import_votes,
    new,
    official_text,
    requests,
    schema,
    todo,
)

COMMANDS = (import_, import_votes, requests, official_text, new, checking, changes, todo, schema)
"""Command modules in the order in which the help lists them."""


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    whole = argparse.ArgumentParser(
        prog="dashboard", description="Keep and check the record of AI governance."
    )
    subparsers = whole.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.register(subparsers)
    return whole


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0 where all went well."""
    chosen = parser().parse_args(arguments)
    return int(chosen.run(chosen))
