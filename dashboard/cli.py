"""The console command `dashboard`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from dashboard.commands.arguments import Stop
from dashboard.commands.changes import changes
from dashboard.commands.check import check
from dashboard.commands.draft import draft
from dashboard.commands.import_ import import_
from dashboard.commands.import_votes import import_votes
from dashboard.commands.new import new
from dashboard.commands.official_text import texts
from dashboard.commands.requests import requests
from dashboard.commands.schema import schema
from dashboard.commands.serving.serve import serve
from dashboard.commands.serving.token import token
from dashboard.commands.todo import todo
from dashboard.sources.plain_text import tidy

COMMANDS = (
    import_, import_votes, requests, texts, draft, new, check, changes, todo, schema, serve, token,
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0 where all went well."""
    whole = click.Group(
        "dashboard", COMMANDS, help="Keep and check the record of AI governance.",
        context_settings={"max_content_width": 100, "help_option_names": ["-h", "--help"]},
    )  # fmt: skip
    try:
        return int(whole.main(arguments, "dashboard", standalone_mode=False) or 0)
    except Stop as stopped:
        print("\n".join(map(tidy, str(stopped).splitlines())), file=sys.stderr)
        return stopped.code
    except click.Abort:  # stopped at the keyboard
        return 130
    except OSError as error:  # no room, no permission: what was written before it is whole
        print(tidy(f"{error.filename or 'a file'}: {error.strerror or error}"), file=sys.stderr)
        return 1
    except click.ClickException as error:
        error.show()
        return error.exit_code


if __name__ == "__main__":
    sys.exit(main())
