"""`dashboard todo`: what to look up and what the record still lacks, grouped, with counts."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click
import pandas as pd

from dashboard.analysis.quality.series_requests import LEFT_BEHIND, left_behind
from dashboard.commands.arguments import data_argument, existing
from dashboard.corpus.checks import completeness
from dashboard.corpus.snapshot import NoDataError, examine, snapshot_of

_MOST_PLACES = 8


@click.command
@data_argument
def todo(data: Path) -> int:
    """List what is due to be looked up, and what is not summarised, coded, checked or judged."""
    corpus, problems = examine(existing(data))
    try:
        series = left_behind(snapshot_of(corpus, problems))
    except NoDataError:
        series = pd.DataFrame(columns=list(LEFT_BEHIND))
    asked = [
        completeness.Task(
            completeness.LEFT_BEHIND, str(symbol), tuple(lines["earlier_id"].unique())
        )
        for symbol, lines in series.groupby("symbol", sort=False)
    ]
    tasks = completeness.in_order([*completeness.todo(corpus, dt.date.today()), *asked])
    for group in completeness.GROUPS:
        own = [task for task in tasks if task.group == group]
        print(f"{group}: {sum(task.count for task in own)}")
        for task in own:
            shown = ", ".join(task.places[:_MOST_PLACES])
            more = len(task.places) - _MOST_PLACES
            rest = f" and {more} more" if more > 0 else ""
            print(f"  {task.record}{': ' if shown else ''}{shown}{rest}")
    return 0
