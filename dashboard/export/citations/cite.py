"""Citations of a record or a part of it: as text, and as BibTeX, RIS and CSL-JSON.

Forms follow the United Nations Editorial Manual (footnotes and references) and, in Chinese,
the wording of the Assembly's own resolutions: 2024年3月21日大会第78/265号决议.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.export.citations.bibliography_formats import (
    bibtex_entry,
    latex,
    latex_link,
    one_line,
    ris_record,
)
from dashboard.export.citations.cited_records import Cited
from dashboard.export.citations.paragraph_places import place_in_words, resolution_number, symbol_of
from dashboard.words import InterfaceLanguage, words
from dashboard.words.ordinals import Printed

_CSL_KINDS = {"law": "legislation", "treaty": "treaty"}
_RIS_KINDS = {"law": "STAT"}
_RIS_FORMS = {"document": "GEN", "speech": "GEN", "webpage": "ELEC"}


@dataclass(frozen=True)
class Stamp:
    """What makes a citation exact: the data version, the day of access, the record's address.

    `source` is the address of the text itself, where a reference is to lead there; nobody is
    then said to have read it on the day of access.
    """

    version: str
    accessed: dt.date
    url: str
    source: str | None = None

    @property
    def day(self) -> str:
        """The day of access as ISO 8601 writes it; empty where the reference leads elsewhere."""
        return "" if self.source else self.accessed.isoformat()


def short(record: Cited, language: InterfaceLanguage) -> str:
    """`A/RES/78/265, para. 6 (e)`; 第78/265号决议第6(e)段. Without a symbol, the title."""
    say = words(language)
    symbol = symbol_of(record)
    document = symbol or one_line(record.title(language))
    if resolution_number(symbol):
        document = say("cite.resolution_short", symbol=Printed(document))
    return _joined(record, document, language)


def footnote(record: Cited, language: InterfaceLanguage, stamp: Stamp) -> str:
    """`General Assembly resolution 78/265 of 21 March 2024, para. 6 (e). Available at …`"""
    say = words(language)
    number = resolution_number(symbol_of(record))
    date = say.date(record.date)
    if number and record.date and record.publisher(language):
        body = record.publisher(language)
        document = say("cite.resolution", body=body, number=number, date=date)
    else:
        title = one_line(record.title(language))
        if not record.described:
            title = words(_title_language(record, language))("cite.title", title=title)
        known = [part for part in (symbol_of(record), title, date) if part]
        document = say("cite.separator").join(known)
    accessed = say.date(stamp.accessed.isoformat())
    return say(
        "cite.available",
        cited=_joined(record, document, language).rstrip("."),
        url=one_line(stamp.url),
        version=stamp.version,
        date=accessed,
    )


def bibtex(record: Cited, language: InterfaceLanguage, stamp: Stamp) -> str:
    """One `@misc` entry; every sign LaTeX would act on is escaped."""
    day = date_parts(record.date)
    author = _author(record, language)
    fields = {
        "author": f"{{{latex(author)}}}" if author else "",
        "title": f"{{{latex(record.title(language))}}}",
        "howpublished": latex(symbol_of(record) or ""),
        "year": str(day[0]) if day else "",
        "month": str(day[1]) if len(day) > 1 else "",
        "day": str(day[2]) if len(day) > 2 else "",
        "note": latex(_note(record, language, stamp)),
        "url": latex_link(stamp.source or stamp.url),
        "urldate": stamp.day,
    }
    return bibtex_entry(reference_key(record), fields)


def ris(record: Cited, language: InterfaceLanguage, stamp: Stamp) -> str:
    """One RIS record, a tag a line; no value can break its line."""
    day = date_parts(record.date)
    author = _author(record, language)
    numbers = [f"{day[0]:04}", *(f"{part:02}" for part in day[1:])] if day else []
    kind = "RPRT" if record.symbol else _RIS_FORMS[record.form]
    return ris_record(
        [
            ("TY", _RIS_KINDS.get(record.kind or "", kind)),
            ("AU", f"{author}," if author else ""),  # the comma keeps a body from being split
            ("TI", record.title(language)),
            ("PY", numbers[0] if numbers else ""),
            ("DA", "/".join([*numbers, "", ""][:3]) + "/" if numbers else ""),
            ("SN", symbol_of(record) or ""),
            ("PB", _publisher(record, language)),
            ("SE", _within(record, language)),
            ("LA", _title_language(record, language)),
            ("UR", stamp.source or stamp.url),
            ("Y2", f"{stamp.day.replace('-', '/')}/" if stamp.day else ""),
            ("N1", _note(record, language, stamp)),
        ]
    )


def csl_json(record: Cited, language: InterfaceLanguage, stamp: Stamp) -> str:
    """A list of one CSL-JSON item (schema of CSL 1.0.2)."""
    return csl_file([csl_item(record, language, stamp)])


def csl_item(record: Cited, language: InterfaceLanguage, stamp: Stamp) -> dict[str, Any]:
    """One item of CSL-JSON; what is not known is left out."""
    day = date_parts(record.date)
    author = _author(record, language)
    kind = "report" if record.symbol else record.form
    item: dict[str, Any] = {
        "id": reference_key(record),
        "type": _CSL_KINDS.get(record.kind or "", kind),
        "title": one_line(record.title(language)),
        "author": [{"literal": author}] if author else None,
        "number": symbol_of(record),
        "publisher": _publisher(record, language) or None,
        "section": _within(record, language) or None,
        "issued": {"date-parts": [day]} if day else None,
        "accessed": {"date-parts": [date_parts(stamp.day)]} if stamp.day else None,
        "language": _title_language(record, language),
        "version": None if stamp.source else stamp.version,
        "URL": stamp.source or stamp.url,
        "note": _note(record, language, stamp),
    }
    return {name: value for name, value in item.items() if value is not None}


def csl_file(items: Sequence[Mapping[str, Any]]) -> str:
    """Items as a file of CSL-JSON."""
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def reference_key(record: Cited) -> str:
    """What a reference is called by in BibTeX and CSL-JSON: `A-RES-78-265-op6.e`."""
    return re.sub(r"[^A-Za-z0-9.]+", "-", record.id).strip("-.") or "record"


def date_parts(date: str | None) -> list[int]:
    """Year, month and day as far as they are known."""
    return [int(part) for part in date.split("-")] if date else []


def _joined(record: Cited, document: str, language: InterfaceLanguage) -> str:
    """The document with the paragraph and the part of it that are cited."""
    say = words(language)
    place, how = place_in_words(record, language)
    if place:
        key = "cite.joined_close" if how == "close" else "cite.joined_apart"
        document = say(key, document=document, place=place)
    part = one_line(record.part.get(language, ""))
    return say("cite.joined_apart", document=document, place=part) if part else document


def _within(record: Cited, language: InterfaceLanguage) -> str:
    """The same without the document; empty for a whole record."""
    place, _ = place_in_words(record, language)
    parts = (place, one_line(record.part.get(language, "")))
    return words(language)("cite.separator").join(filter(None, parts))


def _note(record: Cited, language: InterfaceLanguage, stamp: Stamp) -> str:
    say = words(language)
    parts = (
        _within(record, language),
        say("cite.version", version=stamp.version),
        one_line(stamp.url) if stamp.source else "",
    )
    return say("cite.separator").join(filter(None, parts))


def _title_language(record: Cited, language: InterfaceLanguage) -> str:
    """The language the title is in, which is a fallback where it has none in this one."""
    return next((code for code in words(language).order if code in record.titles), language)


def _author(record: Cited, language: InterfaceLanguage) -> str:
    """The body that adopted or issued it, by its full name; its publisher where none is known."""
    say = words(language)
    body = one_line(record.publisher(language))
    if body and record.is_of_the_un:
        return say("cite.author", body=body)
    return body or _publisher(record, language)


def _publisher(record: Cited, language: InterfaceLanguage) -> str:
    return words(language)("cite.united_nations") if record.is_of_the_un else ""
