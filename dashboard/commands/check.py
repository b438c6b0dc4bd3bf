"""`dashboard check [DATA]`: everything that is wrong with a data folder, at once."""

from __future__ import annotations

from pathlib import Path

import click

from dashboard.commands.arguments import counted, data_argument
from dashboard.corpus.snapshot import examine


@click.command
@data_argument
def check(data: Path) -> int:
    """Say everything that is wrong with a data folder, file and line.

    All errors come first, then all warnings, one line each, then how many. Exit code 1 where
    there are errors, 0 with warnings only.
    """
    corpus, problems = examine(data)
    errors = [problem for problem in problems if problem.severity == "error"]
    warnings = [problem for problem in problems if problem.severity == "warning"]
    for problem in errors:
        print(problem)
    for problem in warnings:
        print(f"{problem} (warning)")
    records = counted(len(corpus.ids()), "good record")
    print(f"{counted(len(errors), 'error')}, {counted(len(warnings), 'warning')}; {records}")
    return 1 if errors else 0
