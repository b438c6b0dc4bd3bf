"""`dashboard new SYMBOL|ID`: files to begin a record with."""

from __future__ import annotations

from pathlib import Path

import click

from dashboard.commands.arguments import Stop, data_option, existing
from dashboard.corpus.reading.loading import load
from dashboard.corpus.reading.record_templates import NoTemplateError, templates


@click.command
@click.argument("name", metavar="SYMBOL|ID")
@data_option
def new(name: str, data: Path) -> int:
    """Begin a record: write a file with every needed field and where to find it.

    Files under data/curated for a document, by its symbol (A/RES/79/239, A/79/88), or an event,
    by a kebab-case id (paris-summit). `dashboard check` then names each field left to fill.
    Files that exist are kept; exit code 1 where nothing was written.
    """
    try:
        files = templates(name, load(existing(data)))
    except NoTemplateError as error:
        raise Stop(error, 1) from None
    written = 0
    for place, text in files.items():
        path = data / place
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            print(f"{place}: exists already and is kept")
        else:
            print(f"{place}: written")
            written += 1
    return 0 if written else 1
