"""`dashboard check [DATA]`: everything that is wrong with a data folder, at once."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import click
import platformdirs

from dashboard.commands.arguments import PATH, Stop, counted, data_argument, existing, shown
from dashboard.corpus.reading.source_links import source_links
from dashboard.corpus.snapshot import examine
from dashboard.sources.network.link_check import (
    VERDICTS,
    link_findings,
    remember,
    remembered,
    to_ask,
)

_SAID = {
    "dead": "is gone",
    "moved": "has moved for good",
    "refused": "cannot be told",
    "silent": "gave no answer",
}


def _findings() -> Path:
    return Path(platformdirs.user_cache_dir("ai-governance-dashboard")) / "links.jsonl"


@click.command
@data_argument
@click.option("--links", is_flag=True, help="ask instead whether each source is still there")
@click.option(
    "--again",
    type=click.IntRange(0),
    default=30,
    show_default=True,
    metavar="DAYS",
    help="with --links: ask again what was found so long ago",
)
@click.option(
    "--findings",
    type=PATH,
    default=_findings,
    metavar="FILE",
    help="with --links: where findings are kept (default: in the user's cache)",
)
@click.option("--allow-loopback", is_flag=True, help="with --links: ask this machine too")
def check(data: Path, links: bool, again: int, findings: Path, allow_loopback: bool) -> int:
    """Say everything that is wrong with a data folder, file and line.

    All errors come first, then all warnings, one line each, then how many. Exit code 1 where
    there are errors, 0 with warnings only. With --links the network is used: each source is
    asked for once, a host at a time with pauses; exit code 1 where any is gone. Stopped, the
    same command goes on from there.
    """
    if links:
        return _check_links(existing(data), again, findings, allow_loopback)
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


def _check_links(data: Path, again: int, findings: Path, loopback: bool) -> int:
    places, today = source_links(data), dt.date.today()
    wanted = to_ask(places, remembered(findings), today, again)
    try:
        asked = link_findings(wanted, today.isoformat(), loopback=loopback)
        for finding in shown(asked, "Asking", sys.stderr, len(wanted)):
            remember(findings, finding)
    except OSError as error:
        raise Stop(f"{findings}: cannot be written: {error.strerror}") from None
    known = remembered(findings)
    told = [known[address] for address in places if address in known]
    for verdict in VERDICTS[:-1]:
        for finding in told:
            if finding.verdict == verdict:
                onward = f" to {ascii(finding.moved_to)[1:-1]}" if finding.moved_to else ""
                said = f"{finding.address} {_SAID[verdict]}{onward}: {finding.said}"
                for place in places[finding.address]:
                    print(f"{place}: {said}, {finding.day}")
    counts = [f"{sum(f.verdict == v for f in told)} {v}" for v in VERDICTS]
    unasked = len(places) - len(told)
    print(f"{counted(len(places), 'source')}: {', '.join(counts)}; {unasked} not asked yet")
    return 1 if any(finding.verdict == "dead" for finding in told) else 0
