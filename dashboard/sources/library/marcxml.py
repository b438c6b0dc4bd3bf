"""Voting records of the UN Digital Library as MARCXML (its export `xm`).

Fields, as the library's own manual describes voting records (www.un.org/Depts/dhl/
unbisref_manual/voting: v791, v967, v996): 791 $a the resolution's symbol; 967, and where one tag
did not hold them all 968 and 969, one State each, with $a its number, $c its code, $d the vote,
left out where it did not vote or could not, $e its name; 996 $b yes, $c no, $d abstentions,
$e not voting, $f members. Where 996 has only its note, $a, the totals stand there as 159-2-5
(manual of bibliographic records, g996). 992 $a is the day of adoption (g996).

Only inferred, from records that others published: 001 is the number in the record's address,
952 $a the meeting, 269 $a the same day as 992. Field 993 names related documents (drafts,
reports), so no resolution's symbol is read from it.
"""

from __future__ import annotations

import re

from dashboard.sources.element_text import Element, line_of, local
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
from dashboard.sources.safe_xml import parse_safely

MAX_BYTES = 20_000_000
"""A roll call of 193 States takes about 60,000."""
_MAX_DEPTH = 8
_ROLL_CALL = ("967", "968", "969")
_FIELDS = RowFields("<967> $e", "<967> $c", "<967> $d")
_TOTALS = {"b": "yes", "c": "no", "d": "abstain", "e": "not_voting", "f": "members"}
_IN_WORDS = re.compile(r"\b([0-9]{1,3})-([0-9]{1,3})-([0-9]{1,3})\b")


def read_marcxml(file: str, raw: bytes) -> ReadVotes:
    """Every voting record of a file, in its order; one that cannot be read is refused alone.

    Raises `RefusedError` for what is no MARCXML or declares a document type or an entity.
    """
    if len(raw) > MAX_BYTES:
        raise RefusedError("file", f"over {MAX_BYTES} bytes; export fewer records at a time")
    records = list(parse_safely(raw, _MAX_DEPTH).iter("{*}record"))
    if not records:
        raise RefusedError("file", "no MARC record in it")
    read = ReadVotes()
    for record in records:
        try:
            read.votes.append(_vote(file, record))
        except RefusedError as refusal:
            read.refused.append(refusal)
    return read


def _vote(file: str, record: Element) -> LibraryVote:
    number = _needed(record, "the record's number", "001")
    resolution = _needed(record, "the resolution's symbol", "791")
    day = _needed(record, "the day of the vote", "992", "269")
    meetings = _fields(record, "952")
    rows, bad = [], []
    for found in _fields(record, *_ROLL_CALL):
        try:
            rows.append(_row(found))
        except RefusedError as refusal:
            bad.append(refusal)
    if not (rows or bad):
        raise RefusedError(f"line {line_of(record)} <record>", "no roll call: fields 967 to 969")
    return LibraryVote(
        file=file,
        line=line_of(record),
        symbol=read_symbol(_subfield(resolution, "a"), _place(resolution)),
        date=read_day(_subfield(day, "a"), _place(day)),
        meeting=read_meeting(_subfield(meetings[0], "a"), _place(meetings[0]))
        if meetings
        else None,
        totals=_totals(_needed(record, "the totals of the vote", "996")),
        rows=tuple(rows),
        url=record_url(str(number.xpath("string()")), _place(number)),
        fields=_FIELDS,
        bad_rows=tuple(bad),
    )


def _row(found: Element) -> LibraryRow:
    name, code, vote = (_subfield(found, letter) for letter in "ecd")
    return LibraryRow(name, code, read_vote(vote, f"{_place(found)} $d"), line_of(found))


def _totals(found: Element) -> dict[str, int]:
    read = {name: read_total(_subfield(found, c), _place(found)) for c, name in _TOTALS.items()}
    totals = {name: total for name, total in read.items() if total is not None}
    worded = _IN_WORDS.search(_subfield(found, "a"))
    if not totals and worded:
        return dict(zip(("yes", "no", "abstain"), map(int, worded.groups()), strict=True))
    return totals


def _fields(record: Element, *tags: str) -> list[Element]:
    """The fields of a record with these tags, in its order."""
    return [found for found in record if local(found) and found.get("tag") in tags]


def _needed(record: Element, what: str, *tags: str) -> Element:
    """The first field of the first tag there is. Raises `RefusedError`."""
    for tag in tags:
        if found := _fields(record, tag):
            return found[0]
    place = f"line {line_of(record)} <record>"
    raise RefusedError(place, f"no field {' or '.join(tags)}: {what}")


def _subfield(found: Element, code: str) -> str:
    """A subfield's text, empty where it is not there. Raises `RefusedError` for a second one."""
    texts = [str(part.xpath("string()")) for part in found if part.get("code") == code]
    if len(texts) > 1 and found.get("tag") in (*_ROLL_CALL, "996"):
        raise RefusedError(_place(found), f"subfield ${code} stands twice")
    return texts[0].strip() if texts else ""


def _place(found: Element) -> str:
    return f"line {line_of(found)} <{found.get('tag')}>"
