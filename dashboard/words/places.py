"""Where in its document a paragraph stands, as official documents say it, in any language."""

from __future__ import annotations

import re
from typing import Literal

from dashboard.words import Words
from dashboard.words.ordinals import Printed, arabic

LOCAL = re.compile(
    r"(?:(?P<scope>[A-Z])\.)?(?P<part>pp|op|annex|action)(?P<number>[0-9]*)(?P<inner>(?:\..+)?)"
)
"""A paragraph's id within its document: `op6.e`, `annex2.5`, `B.pp3`."""
_AS_NAMED = re.compile(r"(PP|OP) ?([0-9]+)((?: ?\([a-z]+\))*)")
_OF_REQUEST = re.compile(r"(?:(annex)(?: ([IVX]+))?|([A-Z])), (.+)")


def place_in_words(
    say: Words, local: str | None, printed: str | None
) -> tuple[str, Literal["close", "apart"]]:
    """The place, and how it joins its document; `local` is its id, `printed` its number there.

    `para. 6 (e)`, `third preambular para.`, `annex I, para. 50 (a)`; 第6(e)段, 序言部分第三段,
    附件一，第50(a)段. Empty for a whole record.
    """
    if local is None:
        return "", "close"
    match = LOCAL.fullmatch(local)
    if match is None:
        return local, "apart"
    inner, number = match["inner"].removeprefix("."), Printed(printed or local)
    if match["part"] == "annex":
        return _in_annex(say, match["number"], inner, printed, number), "apart"
    if match["part"] == "action":
        return say("cite.action", number=match["number"]), "apart"
    if match["part"] == "op" and inner.startswith("u"):
        return say("cite.unnumbered", number=Printed(inner[1:])), "close"
    if match["part"] == "op" and (printed or "").startswith(match["number"]):
        return say("cite.paragraph", number=number), "close"
    key = "cite.preambular" if match["part"] == "pp" else "cite.operative"
    return say(key, number=Printed(match["number"]), marks=Printed(_marks(inner))), "close"


def paragraph_place(say: Words, paragraph_id: str, printed: str | None = None) -> str:
    """A paragraph without its document, by an id such as `A/RES/79/239#op6.e`.

    An operative one of which no number is known is called by that of its id, as in drafts.
    """
    local = paragraph_id.partition("#")[2]
    match = LOCAL.fullmatch(local)
    if match and match["part"] == "op" and match["number"] and printed is None:
        printed = match["number"] + _marks(match["inner"].removeprefix("."))
    return place_in_words(say, local, printed)[0]


def place_as_named(say: Words, named: str) -> str:
    """A paragraph as a delegation names it, `OP20(a)`, `PP3`, in words; others as they are."""
    match = _AS_NAMED.fullmatch(named)
    if match is None:
        return named
    marks = "".join(f".{mark}" for mark in re.findall(r"[a-z]+", match[3]))
    return paragraph_place(say, f"#{match[1].lower()}{match[2]}{marks}")


def place_of_request(say: Words, printed: str) -> str:
    """The place of a request: `7`, `annex I, 56 (a)` or `B, 22` in words."""
    match = _OF_REQUEST.fullmatch(printed)
    if match is None:
        return say("cite.paragraph", number=Printed(printed))
    annex, number, part, place = match.groups()
    where = _annex(say, arabic(number or "")) if annex else say("cite.part", part=part)
    within = say("cite.paragraph", number=Printed(place))
    return say("cite.joined_apart", document=where, place=within)


def _in_annex(say: Words, annex: str, inner: str, printed: str | None, number: Printed) -> str:
    first = inner.partition(".")[0]
    if re.fullmatch("u[0-9]+", first):
        place = say("cite.unnumbered", number=Printed(first[1:]))
    elif first.isdigit():
        place = say("cite.paragraph", number=number)
    else:
        place = say("cite.section", number=printed or inner)
    return say("cite.joined_apart", document=_annex(say, annex), place=place)


def _annex(say: Words, number: str) -> str:
    return say("cite.annex_numbered", number=Printed(number)) if number else say("cite.annex")


def _marks(inner: str) -> str:
    return "".join(f" ({mark})" for mark in inner.split(".") if mark)
