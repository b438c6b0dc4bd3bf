"""`dashboard token new NAME`: a token for a program, shown once; only its hash is kept."""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path

import click

from dashboard.commands.arguments import PATH, Stop
from dashboard.server.access.rules import ACCESS, RulesError, RulesFile, new_token


@click.group
def token() -> None:
    """Let a program read where the record is closed."""


@token.command("new")
@click.argument("name")
@click.option(
    "--days", type=click.IntRange(1, 3650), default=180, show_default=True, help="how long it lasts"
)
@click.option(
    "--file", type=PATH, default=lambda: os.environ.get(ACCESS) or None,
    help=f"the rules of who gets in (default: {ACCESS})",
)  # fmt: skip
def new(name: str, days: int, file: Path | None) -> int:
    """Write the hash of a new token into the rules and print the token, which nobody keeps.

    It counts at once, without a restart, and no longer once its lines are taken away.
    """
    if file is None:
        raise Stop(
            f"{ACCESS} names no file, and --file none either; docs/access.md says what it is"
        )
    try:
        if any(name == known.name for known in RulesFile(file).current().token):
            raise Stop(f"{file}: there is a token of the name {name} already")
        shown, lines = new_token(name, dt.datetime.now(dt.UTC).date(), days)
    except RulesError as error:
        raise Stop(error, 1) from None
    except ValueError as error:
        raise Stop(error) from None
    with file.open("a", encoding="utf-8") as rules:
        rules.write(lines)
    print(shown)
    print(f"{name}: written to {file}, good for {days} days; keep the token now", file=sys.stderr)
    return 0
