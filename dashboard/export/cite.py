"""Citations of a record or a paragraph: as text, and as BibTeX, RIS and CSL-JSON.

Forms follow the United Nations Editorial Manual (footnotes and references) and, in Chinese,
the wording of the Assembly's own resolutions: 2024年3月21日大会第78/265号决议.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass
from typing import Any

from dashboard.export.cited import Cited, place_in_words, resolution_number, symbol_of
from dashboard.words import InterfaceLanguage, words

_LATEX = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "$&#_%"},
        "{": r"\textbraceleft{}",  # BibTeX counts braces, escaped ones as well
        "}": r"\textbraceright{}",
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_IN_LINK = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20", "<": "%3C", ">": "%3E"})


@dataclass(frozen=True)
class Stamp:
    """What makes a citation exact: the data version, the day of access, the record's address."""

    version: str
    accessed: dt.date
    url: str


def short(record: Cited, language: InterfaceLanguage) -> str:
    """`A/RES/78/265, para. 6 (e)`; 第78/265号决议第6(e)段. Without a symbol, the title."""
    say = words(language)
    symbol = symbol_of(record)
    number = resolution_number(symbol)
    document = symbol or _line(record.title(language))
    if number and language == "zh":
        document = say("cite.resolution_short", number=number)
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
        quoting = say if language in record.titles else words("en")
        title = quoting("cite.title", title=_line(record.title(language)))
        known = [part for part in (symbol_of(record), title, date) if part]
        document = say("cite.separator").join(known)
    accessed = say.date(stamp.accessed.isoformat())
    return say(
        "cite.available",
        cited=_joined(record, document, language).rstrip("."),
        url=_line(stamp.url),
        version=stamp.version,
        date=accessed,
    )


def bibtex(record: Cited, language: InterfaceLanguage, stamp: Stamp) -> str:
    """One `@misc` entry; every sign LaTeX would act on is escaped."""
    day = _parts(record.date)
    author = _author(record, language)
    fields = {
        "author": f"{{{_latex(author)}}}" if author else "",
        "title": f"{{{_latex(record.title(language))}}}",
        "howpublished": _latex(symbol_of(record) or ""),
        "year": str(day[0]) if day else "",
        "month": str(day[1]) if len(day) > 1 else "",
        "day": str(day[2]) if len(day) > 2 else "",
        "note": _latex(_note(record, language, stamp)),
        "url": _line(stamp.url).translate(_IN_LINK),
        "urldate": stamp.accessed.isoformat(),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{_key(record)},", *lines, "}", ""])


def ris(record: Cited, language: InterfaceLanguage, stamp: Stamp) -> str:
    """One RIS record, a tag a line; no value can break its line."""
    day = _parts(record.date)
    author = _author(record, language)
    numbers = [f"{day[0]:04}", *(f"{part:02}" for part in day[1:])] if day else []
    tags = [
        ("TY", "RPRT" if record.symbol else "GEN"),
        ("AU", f"{author}," if author else ""),  # the comma keeps a body from being split
        ("TI", record.title(language)),
        ("PY", numbers[0] if numbers else ""),
        ("DA", "/".join([*numbers, "", ""][:3]) + "/" if numbers else ""),
        ("SN", symbol_of(record) or ""),
        ("PB", _publisher(record, language)),
        ("SE", place_in_words(record, language)[0]),
        ("LA", language),
        ("UR", stamp.url),
        ("Y2", stamp.accessed.strftime("%Y/%m/%d/")),
        ("N1", _note(record, language, stamp)),
        ("ER", ""),
    ]
    kept = [f"{tag}  - {_line(value)}" for tag, value in tags if value or tag == "ER"]
    return "\r\n".join(kept) + "\r\n"


def csl_json(record: Cited, language: InterfaceLanguage, stamp: Stamp) -> str:
    """A list of one CSL-JSON item (schema of CSL 1.0.2)."""
    day = _parts(record.date)
    accessed = stamp.accessed
    author = _author(record, language)
    item: dict[str, Any] = {
        "id": _key(record),
        "type": "report" if record.symbol else "document",
        "title": _line(record.title(language)),
        "author": [{"literal": author}] if author else None,
        "number": symbol_of(record),
        "publisher": _publisher(record, language) or None,
        "section": place_in_words(record, language)[0] or None,
        "issued": {"date-parts": [day]} if day else None,
        "accessed": {"date-parts": [[accessed.year, accessed.month, accessed.day]]},
        "language": language,
        "version": stamp.version,
        "URL": stamp.url,
        "note": _note(record, language, stamp),
    }
    kept = {name: value for name, value in item.items() if value is not None}
    return json.dumps([kept], ensure_ascii=False, indent=2) + "\n"


def _joined(record: Cited, document: str, language: InterfaceLanguage) -> str:
    place, how = place_in_words(record, language)
    if not place:
        return document
    key = "cite.joined_close" if how == "close" else "cite.joined_apart"
    return words(language)(key, document=document, place=place)


def _note(record: Cited, language: InterfaceLanguage, stamp: Stamp) -> str:
    say = words(language)
    version = say("cite.version", version=stamp.version)
    place, _ = place_in_words(record, language)
    return say("cite.separator").join(part for part in (place, version) if part)


def _author(record: Cited, language: InterfaceLanguage) -> str:
    """The body that adopted or issued it, by its full name; its publisher where none is known."""
    say = words(language)
    body = _line(record.publisher(language))
    if body and record.is_of_the_un:
        return say("cite.author", body=body)
    return body or _publisher(record, language)


def _publisher(record: Cited, language: InterfaceLanguage) -> str:
    return words(language)("cite.united_nations") if record.is_of_the_un else ""


def _key(record: Cited) -> str:
    return re.sub(r"[^A-Za-z0-9.]+", "-", record.id).strip("-.") or "record"


def _parts(date: str | None) -> list[int]:
    return [int(part) for part in date.split("-")] if date else []


def _line(text: str) -> str:
    """Text on one line, without signs that cannot be shown."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _latex(text: str) -> str:
    return _line(text).translate(_LATEX)
