"""Where in its document a paragraph stands, as official documents say it."""

from __future__ import annotations

import re
from typing import Literal

from dashboard.export.citations.cited_records import Cited
from dashboard.words import InterfaceLanguage, Words, words
from dashboard.words.ordinals import Printed

_LOCAL = re.compile(
    r"(?:(?P<scope>[A-Z])\.)?(?P<part>pp|op|annex|action)(?P<number>[0-9]*)(?P<inner>(?:\..+)?)"
)
_NUMBER = re.compile(r"(?:[A-Z]+/)+RES/(?P<number>.+)")


def resolution_number(symbol: str | None) -> str | None:
    """The number a resolution is called by: `78/265` of A/RES/78/265; None for other symbols."""
    match = _NUMBER.fullmatch(symbol or "")
    return match["number"] if match else None


def symbol_of(record: Cited) -> str | None:
    """The symbol, of a text in parts with the letter of the part the paragraph is in."""
    match = _LOCAL.fullmatch(record.place or "")
    if record.symbol is None or match is None or match["scope"] is None:
        return record.symbol
    return f"{record.symbol.partition(' ')[0]} {match['scope']}"


def place_in_words(
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
