"""Citations of a record or a part of it as text, and where in its document a part stands.

Forms follow the United Nations Editorial Manual (footnotes and references) and, in Chinese,
the wording of the Assembly's own resolutions: 2024年3月21日大会第78/265号决议.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from dashboard.export.citations.cited_records import Cited, joined
from dashboard.export.plain_text import one_line
from dashboard.words import InterfaceLanguage, Words, words
from dashboard.words.ordinals import Printed

_LOCAL = re.compile(
    r"(?:(?P<scope>[A-Z])\.)?(?P<part>pp|op|annex|action)(?P<number>[0-9]*)(?P<inner>(?:\..+)?)"
)
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
    match = _LOCAL.fullmatch(record.place or "")
    if record.symbol is None or match is None or match["scope"] is None:
        return record.symbol
    return f"{record.symbol.partition(' ')[0]} {match['scope']}"


def part_in_words(record: Cited, language: InterfaceLanguage) -> str:
    """The paragraph and the part that are cited, without the document; empty for a whole record."""
    place, _ = _place_in_words(record, language)
    return joined(words(language), place, one_line(record.part.get(language, "")))


def _with_part(record: Cited, document: str, language: InterfaceLanguage) -> str:
    """The document with the paragraph and the part of it that are cited."""
    say = words(language)
    place, how = _place_in_words(record, language)
    if place:
        key = "cite.joined_close" if how == "close" else "cite.joined_apart"
        document = say(key, document=document, place=place)
    part = one_line(record.part.get(language, ""))
    return say("cite.joined_apart", document=document, place=part) if part else document


def _resolution_number(symbol: str | None) -> str | None:
    """The number a resolution is called by: `78/265` of A/RES/78/265; None for other symbols."""
    match = _NUMBER.fullmatch(symbol or "")
    return match["number"] if match else None


def _place_in_words(
    record: Cited, language: InterfaceLanguage
) -> tuple[str, Literal["close", "apart"]]:
    """Where a paragraph stands, as official documents say it, and how it joins its document.

    `para. 6 (e)`, `third preambular para.`, `annex I, para. 50 (a)`; 第6(e)段, 序言部分第三段,
    附件一，第50(a)段. Empty for a whole record.
    """
    if record.place is None:
        return "", "close"
    match = _LOCAL.fullmatch(record.place)
    if match is None:
        return record.place, "apart"
    say = words(language)
    inner = match["inner"].removeprefix(".")
    if match["part"] == "annex":
        return _in_annex(record, match["number"], inner, say), "apart"
    if match["part"] == "action":
        return say("cite.action", number=match["number"]), "apart"
    if match["part"] == "op" and inner.startswith("u"):
        return say("cite.unnumbered", number=Printed(inner[1:])), "close"
    if match["part"] == "op" and (record.printed or "").startswith(match["number"]):
        return say("cite.paragraph", number=_printed(record)), "close"
    key = "cite.preambular" if match["part"] == "pp" else "cite.operative"
    marks = "".join(f" ({mark})" for mark in inner.split(".") if mark)
    return say(key, number=Printed(match["number"]), marks=Printed(marks)), "close"


def _in_annex(record: Cited, annex: str, inner: str, say: Words) -> str:
    name = say("cite.annex_numbered", number=Printed(annex)) if annex else say("cite.annex")
    first = inner.partition(".")[0]
    if re.fullmatch("u[0-9]+", first):
        place = say("cite.unnumbered", number=Printed(first[1:]))
    elif first.isdigit():
        place = say("cite.paragraph", number=_printed(record))
    else:
        place = say("cite.section", number=record.printed or inner)
    return say("cite.joined_apart", document=name, place=place)


def _printed(record: Cited) -> Printed:
    return Printed(record.printed or record.place or "")
