"""`dashboard changes`: put a version of the data on record, and read what changed."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path
from typing import TextIO

from pydantic import ValidationError

from dashboard.corpus.reading.loading import Corpus, load
from dashboard.corpus.records.changes import CHANGES, Change, ChangeLog, changed_records, is_version
from dashboard.corpus.records.fields import Bilingual, PartialDate, Record
from dashboard.corpus.store import data_folder
from dashboard.sources.write import to_yaml, write

SIGNS = {"added": "+", "changed": "~", "removed": "-"}


class _Since(Record):
    date: PartialDate


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `dashboard changes` and its own commands to the command line."""
    command = subparsers.add_parser("changes", help="the log of published versions of the data")
    actions = command.add_subparsers(title="commands", required=True, metavar="COMMAND")
    recording = actions.add_parser(
        "record",
        help=f"add the data as it stands to data/{CHANGES}",
        description=f"Compare the data folder with the newest version in its {CHANGES} and add "
        "an entry with the records added, changed and removed. Exit code 1 where a file cannot "
        "be read or the log cannot be continued.",
    )
    recording.add_argument(
        "--on", type=_day, default=None, metavar="DATE",
        help="day of publication (default: today)",
    )  # fmt: skip
    recording.add_argument("--note-en", metavar="TEXT", help="what changed, in English")
    recording.add_argument("--note-zh", metavar="TEXT", help="the same in Chinese")
    showing = actions.add_parser(
        "show", help="print the log", description="Print each version, its day and its records: "
        "+ added, ~ changed, - removed.",
    )  # fmt: skip
    showing.add_argument(
        "--since", type=_since, default=None, metavar="DATE|VERSION",
        help="from a date on (YYYY, YYYY-MM, YYYY-MM-DD), or after a data version",
    )  # fmt: skip
    for parser in (recording, showing):
        parser.add_argument(
            "--data", type=Path, default=None,
            help="folder of the record (default: DASHBOARD_DATA, or data)",
        )  # fmt: skip
    recording.set_defaults(run=_run_record)
    showing.set_defaults(
        run=lambda chosen: show(chosen.data or data_folder(), chosen.since, sys.stdout)
    )


def _run_record(chosen: argparse.Namespace) -> int:
    on = chosen.on or dt.date.today()
    if chosen.note_zh and not chosen.note_en:
        print("a note in Chinese needs one in English beside it: --note-en", file=sys.stderr)
        return 2
    try:
        note = Bilingual(en=chosen.note_en, zh=chosen.note_zh) if chosen.note_en else None
    except ValidationError as error:
        print(f"the note: {error.errors()[0]['msg']}", file=sys.stderr)
        return 2
    return record(chosen.data or data_folder(), on, note, sys.stdout)


def record(data: Path, on: dt.date, note: Bilingual | None, out: TextIO) -> int:
    """Append the folder's version to its log, which begins with it where there is none.

    Gives the exit code: 0, also where nothing changed; 1 with a sentence where a file
    cannot be read, the log is damaged, or its newest day is later than `on`.
    """
    corpus = load(data)
    log = corpus.changes
    unusable = [p for p in corpus.problems if p.severity == "error" or p.file == CHANGES]
    if unusable:
        print(f"{unusable[0]}; nothing was recorded", file=out)
        return 1
    if log and log.versions[-1].version == corpus.version:
        print(f"nothing changed since version {corpus.version}", file=out)
        return 0
    if log and log.versions[-1].on > on.isoformat():
        print(f"version {log.versions[-1].version} is of {log.versions[-1].on}, later than {on}; "
              "nothing was recorded", file=out)  # fmt: skip
        return 1
    change = _change(corpus, on, note)
    versions = [*(log.versions if log else []), change]
    whole = ChangeLog(versions=versions, files=corpus.fingerprints)
    write(data / CHANGES, to_yaml(whole.model_dump()))
    print(_line(change), file=out)
    return 0


def _change(corpus: Corpus, on: dt.date, note: Bilingual | None) -> Change:
    log = corpus.changes
    ids = {
        *(log.ids() if log else ()),
        *(*corpus.ids(), *corpus.statements, *corpus.codings, *corpus.requests),
    }
    records = changed_records(log.files if log else {}, corpus.fingerprints, ids)
    return Change(version=corpus.version, on=on.isoformat(), records=records, note=note)


def show(data: Path, since: str | None, out: TextIO) -> int:
    """Print the versions since a partial date or after a version, and their records.

    Gives the exit code: 1 where there is no log that can be read, or no such version in it.
    """
    log = load(data).changes
    if log is None:
        print(f"{data / CHANGES} is missing or cannot be read; see dashboard check", file=out)
        return 1
    versions = log.versions if since is None else log.since(since)
    if versions is None:
        known = ", ".join(change.version for change in log.versions)
        print(f"no version {since} on record; there is {known}", file=out)
        return 1
    for change in versions:
        print(_line(change), file=out)
        for kind, sign in SIGNS.items():
            for record_id in getattr(change.records, kind):
                print(f"  {sign} {record_id}", file=out)
    return 0


def _line(change: Change) -> str:
    counts = ", ".join(f"{len(getattr(change.records, kind))} {kind}" for kind in SIGNS)
    note = f"; {change.note.en}" if change.note else ""
    return f"{change.version} of {change.on}: {counts}{note}"


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"found {text!r}; a day is YYYY-MM-DD") from None


def _since(text: str) -> str:
    version = text.lower()
    if is_version(version):
        return version
    try:
        return _Since(date=text).date
    except ValidationError:
        message = f"found {text!r}; allowed: YYYY, YYYY-MM, YYYY-MM-DD or a data version"
        raise argparse.ArgumentTypeError(message) from None
