"""`dashboard changes`: put a version of the data on record, and read what changed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click
from pydantic import TypeAdapter, ValidationError

from dashboard.commands.arguments import Stop, data_option
from dashboard.corpus.reading.loading import Corpus, load
from dashboard.corpus.records.changes import CHANGES, Change, ChangeLog, changed_records, is_version
from dashboard.corpus.records.fields import Bilingual, PartialDate
from dashboard.sources.write import to_yaml, write

SIGNS = {"added": "+", "changed": "~", "removed": "-"}
_DATE: TypeAdapter[str] = TypeAdapter(PartialDate)


def _day(context: click.Context, option: click.Parameter, text: str | None) -> dt.date:
    try:
        return dt.date.fromisoformat(text) if text else dt.date.today()
    except ValueError:
        raise click.BadParameter(f"found {text!r}; a day is YYYY-MM-DD") from None


def _start(context: click.Context, option: click.Parameter, text: str | None) -> str | None:
    if text is None or is_version(text.lower()):
        return text and text.lower()
    try:
        return _DATE.validate_python(text)
    except ValidationError:
        message = f"found {text!r}; allowed: YYYY, YYYY-MM, YYYY-MM-DD or a data version"
        raise click.BadParameter(message) from None


@click.group
def changes() -> None:
    """The log of published versions of the data."""


@changes.command
@click.option("--on", callback=_day, metavar="DATE", help="day of publication (default: today)")
@click.option("--note-en", metavar="TEXT", help="what changed, in English")
@click.option("--note-zh", metavar="TEXT", help="the same in Chinese")
@data_option
def record(on: dt.date, note_en: str | None, note_zh: str | None, data: Path) -> int:
    """Add the data as it stands to data/changes.yaml.

    The data folder is compared with the newest version in its log, which begins with it where
    there is none; the entry has the records added, changed and removed. Exit code 0 also where
    nothing changed, 1 where a file cannot be read or the log cannot be continued: it is damaged,
    or its newest day is later.
    """
    note = _note(note_en, note_zh)
    corpus = load(data)
    log = corpus.changes
    unusable = [p for p in corpus.problems if p.severity == "error" or p.file == CHANGES]
    if unusable:
        print(f"{unusable[0]}; nothing was recorded")
        return 1
    if log and log.versions[-1].version == corpus.version:
        print(f"nothing changed since version {corpus.version}")
        return 0
    if log and log.versions[-1].on > on.isoformat():
        print(
            f"version {log.versions[-1].version} is of {log.versions[-1].on}, later than {on}; "
            "nothing was recorded"
        )
        return 1
    change = _change(corpus, on, note)
    versions = [*(log.versions if log else []), change]
    whole = ChangeLog(versions=versions, files=corpus.hashes)
    write(data / CHANGES, to_yaml(whole.model_dump()))
    print(_line(change))
    return 0


@changes.command
@click.option(
    "--since",
    callback=_start,
    metavar="DATE|VERSION",
    help="from a date on (YYYY, YYYY-MM, YYYY-MM-DD), or after a data version",
)
@data_option
def show(since: str | None, data: Path) -> int:
    """Print each version, its day and its records: + added, ~ changed, - removed.

    Exit code 1 where there is no log that can be read, or no such version in it.
    """
    log = load(data).changes
    if log is None:
        print(f"{data / CHANGES} is missing or cannot be read; see dashboard check")
        return 1
    versions = log.versions if since is None else log.since(since)
    if versions is None:
        known = ", ".join(change.version for change in log.versions)
        print(f"no version {since} on record; there is {known}")
        return 1
    for change in versions:
        print(_line(change))
        for kind, sign in SIGNS.items():
            for record_id in getattr(change.records, kind):
                print(f"  {sign} {record_id}")
    return 0


def _note(en: str | None, zh: str | None) -> Bilingual | None:
    if zh and not en:
        raise Stop("a note in Chinese needs one in English beside it: --note-en")
    try:
        return Bilingual(en=en, zh=zh) if en else None
    except ValidationError as error:
        raise Stop(f"the note: {error.errors()[0]['msg']}") from None


def _change(corpus: Corpus, on: dt.date, note: Bilingual | None) -> Change:
    log = corpus.changes
    ids = {
        *(log.ids() if log else ()),
        *(*corpus.ids(), *corpus.statements, *corpus.codings, *corpus.requests),
    }
    records = changed_records(log.files if log else {}, corpus.hashes, ids)
    return Change(version=corpus.version, on=on.isoformat(), records=records, note=note)


def _line(change: Change) -> str:
    counts = ", ".join(f"{len(getattr(change.records, kind))} {kind}" for kind in SIGNS)
    note = f"; {change.note.en}" if change.note else ""
    return f"{change.version} of {change.on}: {counts}{note}"
