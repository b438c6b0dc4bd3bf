"""`dashboard import-votes FILE…`: roll calls of the UN Digital Library against the record."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import click

from dashboard.commands.arguments import PATH, Stop, counted, data_option, warn
from dashboard.corpus.checks.vote_import_diff import (
    RecordedDocument,
    UnreadableRecordError,
    curated_path,
    differences,
    imported_path,
    read_document,
    record_at,
    record_in,
)
from dashboard.corpus.membership import members_on
from dashboard.corpus.records.documents import CuratedDocument
from dashboard.corpus.records.vocabularies import State, StateList
from dashboard.corpus.records.votes import Vote, vote_id
from dashboard.sources.errors import RefusedError
from dashboard.sources.library.curated_votes import with_vote
from dashboard.sources.library.library_vote import LibraryVote
from dashboard.sources.library.marcxml import MAX_BYTES, read_marcxml
from dashboard.sources.library.roll_call import as_vote, roll_call
from dashboard.sources.library.votes_csv import read_votes_csv
from dashboard.sources.names import StateNames
from dashboard.sources.write import write

VERIFICATION = "single_source"
"""Of a vote written here: one file was read, and nothing else says the same."""
_DECIDED_OTHERWISE = ("adopted_without_vote", "adopted_non_recorded", "acclamation")
_MOST_NAMED = 5


@dataclass
class _Judged:
    """What all files together come to, before anything is written."""

    votes: dict[str, LibraryVote] = field(default_factory=dict)
    """By the vote's public id."""
    left_out: dict[str, None] = field(default_factory=dict)
    refusals: list[str] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)
    """Lines left out of votes that were taken, or could have been."""
    said: list[str] = field(default_factory=list)
    differing: int = 0
    texts: dict[Path, str] = field(default_factory=dict)
    """New text of each curated file that gets a vote."""


@click.command("import-votes")
@click.argument("files", nargs=-1, required=True, type=PATH, metavar="FILE...")
@click.option("--dry-run", is_flag=True, help="say what would be written, and write nothing")
@data_option
def import_votes(files: tuple[Path, ...], dry_run: bool, data: Path) -> int:
    """Hold roll calls of the UN Digital Library against the record, or add them.

    A FILE is a voting record of the UN Digital Library as MARCXML (.xml), or its CSV of votes
    (.csv). A vote on record is compared and nothing changed; one that a curated document lacks
    is written into it; resolutions not on record are left out. A row that cannot be read is told
    and left out, and its vote taken as one whose names are known in part; a vote or a file that
    cannot be read, or that contradicts itself, is refused, and the others are taken. Exit code 0
    where every vote is identical or was added, 1 where one differs, something was refused or left
    out or none is on record, 2 without a list of States.
    """
    try:
        states, names = _states(data / "states.yaml")
    except UnreadableRecordError as error:
        raise Stop(error) from None
    judged = _Judged()
    for path in files:
        _read(path, data, judged)
    for vote in judged.votes.values():
        try:
            _judge(vote, data, states, names, judged)
        except RefusedError as refusal:
            judged.refusals.append(refusal.line(vote.file))
        except UnreadableRecordError as error:
            judged.refusals += str(error).splitlines()
    return _finish(judged, dry_run)


def _states(path: Path) -> tuple[dict[str, State], StateNames]:
    """The States by code, and by their English and former names: the library writes English."""
    read = record_at(path, StateList)
    if read is None:
        raise UnreadableRecordError(f"{path}: no list of States; names cannot be read without it")
    listed = read.states
    try:
        names = StateNames({s.iso3: [s.names.get("en", s.iso3), *s.other_names] for s in listed})
    except ValueError as error:
        raise UnreadableRecordError(f"{path}: {error}") from None
    return {state.iso3: state for state in listed}, names


def _read(path: Path, data: Path, judged: _Judged) -> None:
    """The votes of one file that concern the record; a vote read twice is refused."""

    def on_record(symbol: str) -> bool:
        return imported_path(data, symbol).is_file() or curated_path(data, symbol).is_file()

    try:
        if path.exists() and not path.is_file():
            raise RefusedError("file", "no regular file")  # a pipe would be waited for
        if path.suffix.lower() == ".csv":
            read = read_votes_csv(path, on_record)
        elif path.suffix.lower() == ".xml":
            read = read_marcxml(str(path), _bytes(path))
        else:
            raise RefusedError("file", "neither MARCXML (.xml) nor a CSV of votes (.csv)")
        judged.left_out |= read.left_out
        judged.refusals += [refusal.line(str(path)) for refusal in read.refused]
        for vote in read.votes:
            if not on_record(vote.symbol):
                judged.left_out[vote.symbol] = None
                continue
            earlier = judged.votes.setdefault(vote_id(vote.symbol, vote.stage), vote)
            if earlier is not vote:
                place = f"{earlier.file}, line {earlier.line}"
                message = f"{vote_id(vote.symbol, vote.stage)} was read already from {place}"
                judged.refusals.append(RefusedError(f"line {vote.line}", message).line(str(path)))
    except RefusedError as refusal:
        judged.refusals.append(refusal.line(str(path)))


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise RefusedError("file", f"cannot be opened: {error.strerror}") from None


def _judge(
    vote: LibraryVote, data: Path, states: dict[str, State], names: StateNames, judged: _Judged
) -> None:
    """Match one vote to States and hold it against the record, or add it to the new text."""
    labels = {iso3: state.names.get("en", iso3) for iso3, state in states.items()}
    found = roll_call(vote, names, labels, lambda day: members_on(states, day))
    judged.rows += [refusal.line(vote.file) for refusal in found.left_out]
    if found.refused:
        judged.refusals += [refusal.line(vote.file) for refusal in found.refused]
        return
    values = as_vote(vote, found, VERIFICATION)
    read = Vote.model_validate(values)
    document = read_document(data, vote.symbol)
    recorded = document.vote(vote.stage)
    key = vote_id(vote.symbol, vote.stage)
    tally = "-".join(map(str, values["counts"].values()))
    named = f"{sum(map(len, found.call.values()))} States"
    told = [f"  {line}" for line in found.told]
    if recorded is None:
        _fits(vote, document)
        path = curated_path(data, vote.symbol)
        if document.curated is None:
            message = f"no such file to add the vote to; `dashboard new {vote.symbol}` begins it"
            raise UnreadableRecordError(f"{path}: {message}")
        judged.texts[path] = _added(path, judged.texts.get(path), values, read)
        judged.said.append(f"{key}: new, {tally}, {named}, for {path}")
        judged.said += told
        return
    differing = differences(recorded, read, document, labels)
    if not differing:
        judged.said += [f"{key}: identical, {tally}, {named}", *told]
        return
    judged.differing += 1
    what = counted(len(differing), "difference")
    judged.said += [f"{key}: {what}, nothing changed", *(f"  {line}" for line in differing), *told]


def _fits(vote: LibraryVote, document: RecordedDocument) -> None:
    """Refuse a vote that the document it would go to contradicts."""
    if vote.stage != "plenary":
        return
    place = f"line {vote.line}"
    if document.outcome in _DECIDED_OTHERWISE:
        message = f"{vote.symbol} has a roll call here and {document.outcome} on record"
        raise RefusedError(place, message)
    if document.day and not vote.date.startswith(document.day):
        message = f"{vote.symbol} was voted on {vote.date} here, adopted {document.day} on record"
        raise RefusedError(place, message)


def _added(path: Path, text: str | None, values: dict[str, object], read: Vote) -> str:
    """The curated file with the vote, read again to be sure that nothing else changed."""
    if text is None:
        text = path.read_bytes().decode("utf-8")
    before = record_in(str(path), text.encode(), CuratedDocument)
    new = with_vote(text, values)
    expected = before.model_copy(update={"votes": [*before.votes, read]})
    try:
        whole = record_in(str(path), new.encode(), CuratedDocument) == expected
    except UnreadableRecordError:
        whole = False
    if not whole:
        message = "its votes are not written line by line; add the vote by hand"
        raise UnreadableRecordError(f"{path}: {message}")
    return new


def _finish(judged: _Judged, dry_run: bool) -> int:
    warn("refused", judged.refusals)
    warn("left out", judged.rows)
    for line in judged.said:
        print(line)
    if judged.left_out:
        named = ", ".join(list(judged.left_out)[:_MOST_NAMED])
        more = len(judged.left_out) - _MOST_NAMED
        print(f"not on record and left out: {named}{f' and {more} more' if more > 0 else ''}")
    if dry_run:
        print("nothing written: --dry-run")
    else:
        written = sum(write(path, text) for path, text in judged.texts.items())
        print(f"{counted(written, 'file')} written" if written else "nothing written")
    flawed = judged.refusals or judged.rows or judged.differing
    return 1 if flawed or not judged.votes else 0
