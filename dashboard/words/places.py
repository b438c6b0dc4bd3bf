"""Where in its document a paragraph stands, as official documents say it, in any language."""

from __future__ import annotations

import re
from typing import Literal

from dashboard.words import Row, Words
from dashboard.words.ordinals import Printed, arabic

LOCAL = re.compile(
    r"(?:(?P<scope>[A-Z])\.)?(?P<part>pp|op|annex|action)(?P<number>[0-9]*)(?P<inner>(?:\..+)?)"
)
"""A paragraph's id within its document: `op6.e`, `annex2.5`, `B.pp3`."""
_AS_NAMED = re.compile(r"(PP|OP) ?([0-9]+)((?: ?\([a-z]+\))*)")
_CITING = re.compile(r"(?P<symbol>[^,]+), (?:paragraph (?P<number>.+)|preamble)")
_OF_REQUEST = re.compile(r"(?:(annex)(?: ([IVX]+))?|([A-Z])), (.+)")


Form = Literal["cite", "place"]
"""A paragraph in short, as citations and tables name it, or in full, as a sentence does."""


def place_in_words(
    say: Words, local: str | None, printed: str | None, form: Form = "cite"
) -> tuple[str, Literal["close", "apart"]]:
    """The place, and how it joins its document; `local` is its id, `printed` its number there.

    `para. 6 (e)`, in full `paragraph 6 (e)`, `third preambular para.`, `annex I, para. 50 (a)`;
    第6(e)段, 序言部分第三段, 附件一第50(a)段. Empty for a whole record.
    """
    if local is None:
        return "", "close"
    match = LOCAL.fullmatch(local)
    if match is None:
        return local, "apart"
    inner, number = match["inner"].removeprefix("."), Printed(printed or local)
    if match["part"] == "annex":
        return _in_annex(say, match["number"], inner, printed, form), "apart"
    if match["part"] == "action":
        return say("cite.action", number=match["number"]), "apart"
    if match["part"] == "op" and inner.startswith("u"):
        return say(f"{form}.unnumbered", number=Printed(inner[1:])), "close"
    if match["part"] == "op" and (printed or "").startswith(match["number"]):
        return say(f"{form}.paragraph", number=number), "close"
    key = f"{form}.preambular" if match["part"] == "pp" else f"{form}.operative"
    return say(key, number=Printed(match["number"]), marks=Printed(_marks(inner))), "close"


def paragraph_place(
    say: Words, paragraph_id: str, printed: str | None = None, form: Form = "cite"
) -> str:
    """A paragraph without its document, by an id such as `A/RES/79/239#op6.e`.

    An operative one of which no number is known is called by that of its id, as in drafts. Of
    a text in parts the part is named: `part B, para. 5`.
    """
    local = paragraph_id.partition("#")[2]
    match = LOCAL.fullmatch(local)
    if match and match["part"] == "op" and match["number"] and printed is None:
        printed = match["number"] + _marks(match["inner"].removeprefix("."))
    place = place_in_words(say, local, printed, form)[0]
    scope = match["scope"] if match else None
    return (
        say("cite.within", document=say("cite.part", part=scope), place=place) if scope else place
    )


def paragraph_reference(
    say: Words, paragraph_id: str, printed: str | None = None, form: Form = "cite"
) -> str:
    """A paragraph with its document: `A/RES/79/239, para. 7`; A/RES/79/239，第7段."""
    document, place = (
        paragraph_id.partition("#")[0],
        paragraph_place(say, paragraph_id, printed, form),
    )
    return say("cite.joined_apart", document=document, place=place) if place else document


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
    return say("cite.within", document=where, place=within)


def request_reference(say: Words, row: Row) -> str:
    """The paragraph that makes a request, by its text: `A/RES/79/1, annex I, para. 56 (a)`."""
    document, place = str(row.get("symbol")), row.get("place")
    within = place_of_request(say, place) if place else ""
    return say("cite.joined_apart", document=document, place=within) if within else document


def citing_place(say: Words, named: str) -> str:
    """Where a text is cited, `A/RES/80/84, paragraph 23` or `A/RES/80/234, preamble`, in words."""
    match = _CITING.fullmatch(named)
    if match is None:
        return named
    number = match["number"]
    place = place_of_request(say, number) if number else say("cite.preamble")
    return say("cite.joined_apart", document=match["symbol"], place=place)


def _in_annex(say: Words, annex: str, inner: str, printed: str | None, form: Form) -> str:
    first = inner.partition(".")[0]
    if re.fullmatch("u[0-9]+", first):
        place = say(f"{form}.unnumbered", number=Printed(first[1:]))
    elif first.isdigit():
        marks = _marks(inner.removeprefix(first).removeprefix("."))
        place = say(f"{form}.paragraph", number=Printed(printed or first + marks))
    else:
        place = say("cite.section", number=printed or inner)
    return say("cite.within", document=_annex(say, annex), place=place)


def _annex(say: Words, number: str) -> str:
    return say("cite.annex_numbered", number=Printed(number)) if number else say("cite.annex")


def _marks(inner: str) -> str:
    return "".join(f" ({mark})" for mark in inner.split(".") if mark)
