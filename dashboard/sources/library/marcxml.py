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
from dataclasses import dataclass, field
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import DefusedXMLParser  # type: ignore[import-untyped]

from dashboard.sources.errors import RefusedError
from dashboard.sources.library.library_vote import (
    LibraryRow,
    LibraryVote,
    read_day,
    read_meeting,
    read_symbol,
    read_total,
    read_vote,
    record_url,
)

MAX_BYTES = 20_000_000
"""A roll call of 193 States takes about 60,000."""
_MAX_DEPTH = 8
_ROLL_CALL = ("967", "968", "969")
_TOTALS = {"b": "yes", "c": "no", "d": "abstain", "e": "not_voting", "f": "members"}
_IN_WORDS = re.compile(r"\b([0-9]{1,3})-([0-9]{1,3})-([0-9]{1,3})\b")


@dataclass
class _Field:
    tag: str
    line: int
    subfields: dict[str, str] = field(default_factory=dict)
    """Without a code, as in a control field, the text stands under ''."""

    @property
    def place(self) -> str:
        return f"line {self.line} <{self.tag}>"

    def get(self, code: str) -> str:
        return self.subfields.get(code, "").strip()


@dataclass
class _Record:
    line: int
    fields: list[_Field] = field(default_factory=list)

    def all(self, *tags: str) -> list[_Field]:
        return [found for found in self.fields if found.tag in tags]

    def needed(self, what: str, *tags: str) -> _Field:
        """The first field of the first tag there is. Raises `RefusedError`."""
        for tag in tags:
            if found := self.all(tag):
                return found[0]
        raise RefusedError(f"line {self.line} <record>", f"no field {' or '.join(tags)}: {what}")


class _Records:
    """A parser target that keeps records, fields and the lines they begin on."""

    def __init__(self) -> None:
        self.records: list[_Record] = []
        self._depth = 0
        self._code: str | None = None
        self._text: list[str] = []
        self._field: _Field | None = None
        self.parser: DefusedXMLParser | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        line = self.parser.parser.CurrentLineNumber if self.parser else 0
        if self._depth > _MAX_DEPTH:
            raise RefusedError(f"line {line}", f"nested deeper than {_MAX_DEPTH} levels")
        name = _local(tag)
        if name == "record":
            self.records.append(_Record(line))
        elif name in ("controlfield", "datafield") and self.records:
            self._field = _Field(attributes.get("tag", ""), line)
            self.records[-1].fields.append(self._field)
        if name in ("controlfield", "subfield"):
            self._code = attributes.get("code", "")
            self._text = []

    def data(self, text: str) -> None:
        if self._code is not None:
            self._text.append(text)

    def end(self, tag: str) -> None:
        self._depth -= 1
        if _local(tag) in ("controlfield", "subfield") and self._code is not None:
            if self._field is not None:
                self._keep(self._field, self._code, "".join(self._text))
            self._code = None

    def _keep(self, kept: _Field, code: str, text: str) -> None:
        if code in kept.subfields and kept.tag in (*_ROLL_CALL, "996"):
            raise RefusedError(kept.place, f"subfield ${code} stands twice")
        kept.subfields.setdefault(code, text)

    def close(self) -> list[_Record]:
        return self.records


def read_marcxml(file: str, raw: bytes) -> list[LibraryVote]:
    """Every voting record of a file, in its order.

    Raises `RefusedError` for what is no MARCXML, declares a document type or an entity, or
    holds a record without a roll call.
    """
    records = _records(raw)
    if not records:
        raise RefusedError("file", "no MARC record in it")
    return [_vote(file, record) for record in records]


def _records(raw: bytes) -> list[_Record]:
    if len(raw) > MAX_BYTES:
        raise RefusedError("file", f"over {MAX_BYTES} bytes; export fewer records at a time")
    if not raw.strip():
        raise RefusedError("file", "empty")
    target = _Records()
    try:
        parser = DefusedXMLParser(target=target, forbid_dtd=True)
        target.parser = parser
        parser.feed(raw)
        parser.close()
    except DefusedXmlException as error:
        raise RefusedError("file", f"{type(error).__name__}: document types are refused") from None
    except (ParseError, ValueError, LookupError) as error:
        line = getattr(error, "position", ("?",))[0]
        raise RefusedError(f"line {line}", f"not well-formed XML: {error}") from None
    return target.records


def _vote(file: str, record: _Record) -> LibraryVote:
    number = record.needed("the record's number", "001")
    resolution = record.needed("the resolution's symbol", "791")
    day = record.needed("the day of the vote", "992", "269")
    meetings = record.all("952")
    rows = tuple(_row(found) for found in record.all(*_ROLL_CALL))
    if not rows:
        raise RefusedError(f"line {record.line} <record>", "no roll call: fields 967 to 969")
    return LibraryVote(
        file=file,
        line=record.line,
        symbol=read_symbol(resolution.get("a"), resolution.place),
        date=read_day(day.get("a"), day.place),
        meeting=read_meeting(meetings[0].get("a"), meetings[0].place) if meetings else None,
        totals=_totals(record.needed("the totals of the vote", "996")),
        rows=rows,
        url=record_url(number.get(""), number.place),
    )


def _row(found: _Field) -> LibraryRow:
    vote = read_vote(found.get("d"), found.place)
    return LibraryRow(found.get("e"), found.get("c"), vote, found.line)


def _totals(found: _Field) -> dict[str, int]:
    read = {name: read_total(found.get(code), found.place) for code, name in _TOTALS.items()}
    totals = {name: total for name, total in read.items() if total is not None}
    worded = _IN_WORDS.search(found.get("a"))
    if not totals and worded:
        return dict(zip(("yes", "no", "abstain"), map(int, worded.groups()), strict=True))
    return totals


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
