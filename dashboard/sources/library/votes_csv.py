"""The UN Digital Library's CSV of General Assembly votes: a row for each State and resolution.

Columns as the library's data dictionary has them (General Assembly Voting Data, record 4060887,
version 3 of July 2025): undl_id, ms_code, ms_name ("at the time of the vote"), ms_vote (Y, N, A,
X), date, session, resolution, draft, committee_report, meeting, title, agenda_title, subjects,
vote_note, total_yes, total_no, total_abstentions, total_non_voting, total_ms, undl_link. Totals
written as `120.0` were seen in rows that others quote. Columns are found by name, in any order;
commas, semicolons and tabs are read, because spreadsheets change them. The record's address is
made from undl_id; undl_link is not followed.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from dashboard.sources.errors import RefusedError
from dashboard.sources.library.library_vote import (
    LibraryRow,
    LibraryVote,
    ReadVotes,
    RowFields,
    read_day,
    read_meeting,
    read_symbol,
    read_total,
    read_vote,
    record_url,
)

MAX_BYTES = 2_000_000_000
"""The whole file has over 900,000 rows; it is read row by row and never held."""
MAX_LINE = 100_000
_TOTALS = {
    "total_yes": "yes",
    "total_no": "no",
    "total_abstentions": "abstain",
    "total_non_voting": "not_voting",
    "total_ms": "members",
}
_NEEDED = (
    "undl_id", "ms_name", "ms_vote", "date", "resolution",
    "total_yes", "total_no", "total_abstentions",
)  # fmt: skip
_SHARED = ("date", "meeting", *_TOTALS)
"""What all rows of one vote must agree on."""


MOST_BAD = 20
"""Lines of a file that may be left out; with more of them it is another file than it seems."""
_FIELDS = RowFields("ms_name", "ms_code", "ms_vote")
_Shared = tuple[str, ...]


@dataclass
class _Gathered:
    """The rows of one vote so far, each with what it says of the vote."""

    symbol: str
    rows: list[tuple[_Shared, dict[str, str], int]] = field(default_factory=list)


def read_votes_csv(path: Path, wanted: Callable[[str], bool]) -> ReadVotes:
    """Read the votes on resolutions whose symbol is wanted.

    Rows of one vote may stand anywhere in the file; one that cannot be read, or says of its vote
    what the others do not, is left out. Raises `RefusedError` where the file cannot be opened or
    read, or more than `MOST_BAD` of its lines cannot.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise RefusedError("file", f"over {MAX_BYTES} bytes")
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return _read(str(path), stream, wanted)
    except OSError as error:
        raise RefusedError("file", f"cannot be opened: {error.strerror}") from None
    except UnicodeDecodeError:
        raise RefusedError("file", "not UTF-8; export or save it as CSV in UTF-8") from None


def _read(file: str, stream: TextIO, wanted: Callable[[str], bool]) -> ReadVotes:
    read = ReadVotes()
    gathered: dict[tuple[str, str], _Gathered] = {}
    symbols: dict[str, str | None] = {}
    for line, row in _rows(stream):
        if isinstance(row, RefusedError):
            read.refused.append(row)
        else:
            printed = row["resolution"]
            if printed not in symbols:
                symbols[printed] = _symbol(printed, line, read.refused)
            symbol = symbols[printed]
            if symbol and wanted(symbol):
                vote = gathered.setdefault((row["undl_id"], symbol), _Gathered(symbol))
                shared = tuple(row.get(column, "") for column in _SHARED)
                vote.rows.append((shared, row, line))
            elif symbol:
                read.left_out[symbol] = None
        if len(read.refused) > MOST_BAD:
            first = read.refused[0]
            message = f"over {MOST_BAD} lines that cannot be read, the first: {first.found}"
            raise RefusedError(first.place, message, first.nearest)
    if not (gathered or read.left_out or read.refused):
        raise RefusedError("line 2", "no vote below the header")
    stray = len(read.refused)
    for (number, _), found in gathered.items():
        try:
            read.votes.append(_vote(file, number, found, stray))
        except RefusedError as refusal:
            read.refused.append(refusal)
    return read


def _symbol(printed: str, line: int, refused: list[RefusedError]) -> str | None:
    try:
        return read_symbol(printed, f"line {line} resolution")
    except RefusedError as refusal:
        refused.append(refusal)
        return None


def _vote(file: str, number: str, found: _Gathered, stray: int) -> LibraryVote:
    """A vote as most of its rows have it. Raises `RefusedError` where they are not most."""
    (shared, most), *_ = Counter(said for said, _, _ in found.rows).most_common(1)
    line = next(line for said, _, line in found.rows if said == shared)
    place, of_vote = f"line {line}", dict(zip(_SHARED, shared, strict=True))
    if 2 * most <= len(found.rows) > 1:
        raise RefusedError(place, f"no two of three rows of {found.symbol} say the same of it")
    rows: list[LibraryRow] = []
    bad: list[RefusedError] = []
    for said, row, at in found.rows:
        try:
            rows.append(_row(row, at, dict(zip(_SHARED, said, strict=True)), of_vote, found.symbol))
        except RefusedError as refusal:
            bad.append(refusal)
    totals = {
        name: read_total(of_vote[column], f"{place} {column}") for column, name in _TOTALS.items()
    }
    return LibraryVote(
        file=file,
        line=line,
        symbol=found.symbol,
        date=read_day(of_vote["date"], f"{place} date"),
        meeting=read_meeting(of_vote["meeting"], f"{place} meeting"),
        totals={name: total for name, total in totals.items() if total is not None},
        rows=tuple(rows),
        url=record_url(number, f"{place} undl_id"),
        fields=_FIELDS,
        bad_rows=tuple(bad),
        stray=stray,
    )


def _row(
    row: dict[str, str], line: int, said: dict[str, str], of_vote: dict[str, str], symbol: str
) -> LibraryRow:
    """One State's line, which may say nothing else of the vote than the others do."""
    for column, value in said.items():
        if value != of_vote[column]:
            message = f"{value!r}; the other rows of {symbol} have {of_vote[column]!r}"
            raise RefusedError(f"line {line} {column}", message)
    noted = read_vote(row["ms_vote"], f"line {line} ms_vote")
    return LibraryRow(row["ms_name"].strip(), row.get("ms_code", "").strip(), noted, line)


def _rows(stream: TextIO) -> Iterator[tuple[int, dict[str, str] | RefusedError]]:
    """Each row below the header by its column, with the line it ends on; or why it is none."""
    lines = _bounded(stream)
    first = next(lines, "")
    if not first.strip():
        raise RefusedError("line 1", "empty; the names of the columns are needed")
    delimiter, columns = _header(first)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        for values in reader:
            line = reader.line_num + 1
            if not values:
                continue
            if len(values) != len(columns):
                message = f"{len(values)} values, {len(columns)} columns; is the file cut short?"
                yield line, RefusedError(f"line {line}", message)
            else:
                yield line, dict(zip(columns, values, strict=True))
    except csv.Error as error:
        raise RefusedError(f"line {reader.line_num + 1}", f"not readable as CSV: {error}") from None


def _bounded(stream: TextIO) -> Iterator[str]:
    """The lines, without filling memory from a file that has no line ends."""
    number = 0
    while line := stream.readline(MAX_LINE + 1):
        number += 1
        if len(line) > MAX_LINE:
            raise RefusedError(f"line {number}", f"longer than {MAX_LINE} characters")
        yield line


def _header(first: str) -> tuple[str, list[str]]:
    """The delimiter under which the first line names the most columns, and the columns."""
    try:
        found = {sign: next(csv.reader([first], delimiter=sign, strict=True)) for sign in ",;\t"}
    except csv.Error as error:
        raise RefusedError("line 1", f"not readable as CSV: {error}") from None
    delimiter = max(found, key=lambda sign: len(found[sign]))
    columns = [column.strip() for column in found[delimiter]]
    missing = [column for column in _NEEDED if column not in columns]
    if missing:
        message = f"no column {', '.join(missing)}; found {', '.join(columns)[:200]}"
        raise RefusedError("line 1", message)
    if len(set(columns)) != len(columns):
        twice = next(column for column in columns if columns.count(column) > 1)
        raise RefusedError("line 1", f"the column {twice!r} stands twice")
    return delimiter, columns
