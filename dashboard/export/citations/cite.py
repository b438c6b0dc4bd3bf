"""Citations of a record or a part of it as text, and where in its document a part stands.

Forms follow the United Nations Editorial Manual (footnotes and references) and, in Chinese,
the wording of the Assembly's own resolutions: 2024年3月21日大会第78/265号决议.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from dashboard.export.citations.cited_records import Cited, joined
from dashboard.export.plain_text import one_line
from dashboard.words import InterfaceLanguage, words
from dashboard.words.ordinals import Printed
from dashboard.words.places import LOCAL, place_in_words

_NUMBER = re.compile(r"(?:[A-Z]+/)+RES/(?P<number>.+)")


@dataclass(frozen=True)
class Retrieval:
    """What makes a citation exact: the data version, the day of access, the record's address.

    `source` is the address of the text itself, where a reference is to lead there; nobody is
    then said to have read it on the day of access.
    """

    version: str
    accessed: dt.date
    url: str
    source: str | None = None


def short(record: Cited, language: InterfaceLanguage) -> str:
    """`A/RES/78/265, para. 6 (e)`; 第78/265号决议第6(e)段. Without a symbol, the title."""
    symbol = symbol_of(record)
    document = symbol or one_line(record.title(language))
    if _resolution_number(symbol):
        document = words(language)("cite.resolution_short", symbol=Printed(document))
    return _with_part(record, document, language)


def footnote(record: Cited, language: InterfaceLanguage, retrieval: Retrieval) -> str:
    """`General Assembly resolution 78/265 of 21 March 2024, para. 6 (e). Available at …`"""
    say = words(language)
    symbol, date = symbol_of(record), say.date(record.date)
    number, body = _resolution_number(symbol), record.publisher(language)
    if number and date and body:
        document = say("cite.resolution", body=body, number=number, date=date)
    else:
        title = one_line(record.title(language))
        if not record.described:
            title = words(record.title_language(language))("cite.title", title=title)
        document = joined(say, symbol, title, date)
    return say(
        "cite.available",
        cited=_with_part(record, document, language).rstrip("."),
        url=one_line(retrieval.url),
        version=retrieval.version,
        date=say.date(retrieval.accessed.isoformat()),
    )


def symbol_of(record: Cited) -> str | None:
    """The symbol, of a text in parts with the letter of the part the paragraph is in."""
    match = LOCAL.fullmatch(record.place or "")
    if record.symbol is None or match is None or match["scope"] is None:
        return record.symbol
    return f"{record.symbol.partition(' ')[0]} {match['scope']}"


def part_in_words(record: Cited, language: InterfaceLanguage) -> str:
    """The paragraph and the part that are cited, without the document; empty for a whole record."""
    place, _ = place_in_words(words(language), record.place, record.printed)
    return joined(words(language), place, one_line(record.part.get(language, "")))


def _with_part(record: Cited, document: str, language: InterfaceLanguage) -> str:
    """The document with the paragraph and the part of it that are cited."""
    say = words(language)
    place, how = place_in_words(say, record.place, record.printed)
    if place:
        key = "cite.joined_close" if how == "close" else "cite.joined_apart"
        document = say(key, document=document, place=place)
    part = one_line(record.part.get(language, ""))
    return say("cite.joined_apart", document=document, place=part) if part else document


def _resolution_number(symbol: str | None) -> str | None:
    """The number a resolution is called by: `78/265` of A/RES/78/265; None for other symbols."""
    match = _NUMBER.fullmatch(symbol or "")
    return match["number"] if match else None
