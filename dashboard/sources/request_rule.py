"""A rule that finds the paragraphs that may ask for a deliverable, in the English official text.

A paragraph is read in stretches: from each word that asks (requests, invites, decides …) to the
next; each stretch that matches is a candidate of its own. A sub-paragraph stands under its
chapeau's last stretch. What only States or companies are asked to do is left out, for the record
holds reports, meetings, appointments, agenda items of others, not measures.
A candidate is *sure* where a verb of reporting follows the word that asks: it is to be worked
off first. The rest are to look at.
`PATTERNS` were written for the texts on record and measured on them, so that their precision and
recall there (see `analysis.quality.request_rule_quality`) flatter them for any other text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dashboard.sources.element_text import text_of
from dashboard.sources.errors import Findings, RefusedError
from dashboard.sources.resolutions.akoma_ntoso import language_of, parse_xml, symbol_of
from dashboard.sources.resolutions.paragraphs import placed_paragraphs

RULE_VERSION = 2
"""Raised with every change of a pattern; the stored candidates name the version they are from."""

_ASKS = re.compile(
    r"(?<!\bto )(?<!\brecalls its )(?<!\brecalls the )\b(?:requests?(?! by\b)|requested"
    r"|invites?|invited|calls? (?:up)?on|calls? for|encourages?"
    r"|urges?|asks?|welcomes|decides?|resolves?|looks? forward|we (?:will|commit)|should(?! be))\b",
    re.IGNORECASE,
)
_ONLY_STATES = re.compile(
    r"\s*(?:(?:also|further|all|those|interested|other|developed|donor|member|concerned|relevant"
    r"|developing|nuclear-weapon|social|media|private|and|the) )*"
    r"(?:States|Governments|countries|parties|stakeholders|donors|partners|actors|sector"
    r"|platforms|compan\w+|business\w*|industr\w+)\b",
    re.IGNORECASE,
)
_ASKS_NOBODY = re.compile(r"welcomes|looks? forward|we (?:will|commit)", re.IGNORECASE)
"""Words that lead on to a deliverable, though nobody else is asked for one."""
_RETELLS = re.compile(
    r"\W*(?:\(\w+\)\W*)?(?:takes? note|notes?|recalls?|recogni[sz]es?|acknowledges?)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s*(?:\(\w+\)\s*)?To (?=[a-z])")
"""A sub-paragraph that carries on its chapeau: "(a) To elect …"."""
_CHAPEAU = 80
"""Characters of a chapeau's last stretch that are read with each sub-paragraph: whom it asks."""

_BODY = (
    r"(?:Assembly|Council|Commission|Committee|Conference|Forum|Dialogue|political forum|States"
    r"|Governments|United Nations)\b"
)
_SESSION = r"\bsessions?\b"
_WHEN = (
    rf"(?:\b(?:19|20)\d\d\b|{_SESSION}|\bno later than\b|\bby the end of\b|\bannual|\bbiennial"
    r"|\bquarterly\b|\bregular|\bperiodic|\bper year\b|\ba year\b|\bnext report|\bfuture reports?\b"
    r"|\bforthcoming\b|\bat the latest\b|\bmidterm\b|\bmid-term\b)"
)
_DOCUMENT = (
    r"\b(?:reports?|reporting|updates?|proposals?|recommendations|analys[ie]s|assessments?"
    r"|stud(?:y|ies)|options|road ?maps?|maps?|plans?|framework|briefings?|summar(?:y|ies)"
    r"|information|inventory|compilation|results|outcomes?|findings|list)\b"
)
_PREPARE = (
    r"\b(?:submit|present|prepare|issue|provide|produce|transmit|publish|include|including"
    r"|compile|make|develop|carry out|undertake|conduct|outline|explain)\b"
)
_MEETING = (
    r"\b(?:meetings?|conference|consultations?|exchanges?|dialogues?|event|panel|negotiations"
    r"|assessment|appraisal|process|follow-up|debate|hearing|reviews?)\b"
)
_WRITER = (
    r"\b(?:Secretary-General|Secretariat|Department|Office|Rapporteur|Representative|Expert"
    r"|Group|Team|Task Force|Co-Chairs|Chair|Funds?|Bureau|Panel|banks|commissions)\b"
)
_OWN_DOER = re.compile(r"decides?|resolves?", re.IGNORECASE)
_DOER = re.compile(
    r"\b(?:Secretary-General|Secretariat|Department|Office|President|Assembly|Council|Commission"
    r"|Committee|Forum|Co-Chairs|Chair|United Nations|High Commissioner|Rapporteur|Representative"
    r"|Bureau|Fund|Programme|Organi[sz]ation|Panel)\b"
)
_PUBLIC = re.compile(
    r"\b(?:inform|update)\b[^;]{0,40}?\b(?:public|web ?pages?|websites?)\b", re.IGNORECASE
)
"""Public information is work that never ends, no deliverable."""
_REPORTS = re.compile(
    r"(?:(?<!\bStates )(?<!\bable )\bto|^) ?(?:(?:also|further|continue|to|\w+ly) )*"
    r"(?:report\b(?! of)|(?:submit|brief|convene|appoint)\b|(?:present|prepare)\b(?! (?:and|for)\b)"
    rf"|inform\b[^;]{{0,40}}?{_BODY})"
    r"|\band (?:to )?report (?:\w+ly |back )?(?:thereon|to|on)\b|\breport(?:ing)? thereon\b"
    r"|\bprovisional agenda\b",
    re.IGNORECASE,
)
"""A verb of reporting, or what is said of nothing else: with it a candidate is sure."""
PATTERNS = {
    "report": (
        r"\b(?:to|and|also|further|that) (?:\w+ly |further |also |continue to )*report\b(?! of)"
        r"|\breport(?:ing)? (?:on progress|thereon|thereto|back)\b"
    ),
    "agenda": (
        r"\bprovisional agenda\b|\bagenda items?\b|\b(?:sub-)?item entitled\b"
        r"|\b(?:continue|continue its|its) consideration of\b[^;]{0,160}?\bsession\b"
        r"|\b(?:consider|considered|revisit|revert)\b[^;]{0,160}?\bat its [\w-]+ session\b"
    ),
    "document_to": (
        rf"{_PREPARE}[^;]{{0,200}}?{_DOCUMENT}[^;]{{0,200}}?"
        rf"(?:{_WHEN}|\b(?:to|for|by|at) (?:the )?(?:consideration|[^;]{{0,40}}?{_BODY}))"
    ),
    "document_at": rf"{_PREPARE}[^;]{{0,60}}?(?:{_BODY}|{_SESSION})[^;]{{0,160}}?{_DOCUMENT}",
    "document_by": rf"{_WRITER}[^;]{{0,120}}?{_PREPARE}[^;]{{0,80}}?{_DOCUMENT}",
    "keep_informed": (
        rf"\b(?:update|inform|keep|brief|briefing|apprise)\b[^;]{{0,80}}?{_BODY}"
        r"|\bkept (?:informed|apprised|updated)\b"
        r"|\b(?:to inform on|(?:provide|hold|conduct|and) (?:\w+ ){0,3}(?:briefings?|updates?))\b"
    ),
    "meeting": (
        rf"\b(?:convene|convening|hold|organi[sz]e|launch|initiate|establish|held|convened|conducted"
        rf"|facilitate)\b[^;]{{0,180}}?{_MEETING}"
        rf"|{_MEETING}[^;]{{0,80}}?\b(?:should|shall|will) be (?:held|convened|composed|open)\b"
    ),
    "views": r"\b(?:seek|invite|solicit|collect)\b[^;]{0,30}\bviews\b",
    "appointment": (
        r"\b(?:appoint|appointed|elect|establish|set up|designate|convene)\b[^;]{0,140}"
        r"\b(?:co-?(?:chairs?|facilitators?)|working group|panel|task (?:force|team)|experts?"
        r"|mechanism)\b"
    ),
}
"""What a stretch asks for, by name of the pattern; the first that matches names the candidate."""
_COMPILED = {name: re.compile(text, re.IGNORECASE) for name, text in PATTERNS.items()}


@dataclass(frozen=True)
class Candidate:
    """What one asking word of a paragraph may ask for; `sure` where it is to report."""

    symbol: str
    paragraph: str
    pattern: str
    sure: bool


def candidates(raw: bytes) -> list[Candidate]:
    """The candidates of one Akoma Ntoso file, in the order of the text.

    Raises `RefusedError` for a file that is not understood, or not in English: the rule
    reads no other language.
    """
    root = parse_xml(raw)
    language = language_of(root)
    if language != "en":
        raise RefusedError("<FRBRlanguage>", f"language {language!r}; the rule reads English")
    symbol = symbol_of(root)
    paragraphs = placed_paragraphs(root, Findings())
    words = {
        placed.id: " ".join(text_of(e) for unit in placed.units for e in unit.elements)
        for placed in paragraphs
    }
    return [
        Candidate(symbol, placed.id, pattern, sure)
        for placed in paragraphs
        if placed.part != "preambular"
        for pattern, sure in asked_for(words[placed.id], words.get(placed.parent or "", ""))
    ]


def asks_for(words: str, chapeau: str = "") -> str | None:
    """The pattern of the first asking word of a paragraph that may ask for a deliverable."""
    return next((pattern for pattern, _ in asked_for(words, chapeau)), None)


def asked_for(words: str, chapeau: str = "") -> list[tuple[str, bool]]:
    """For each asking word of a paragraph the pattern its stretch matches, and whether it is sure.

    Stretches that match none give nothing.
    """
    return [
        found for asks, stretch in _stretches(words, chapeau) if (found := _read(asks, stretch))
    ]


def _read(asks: str, stretch: str) -> tuple[str, bool] | None:
    said = _PUBLIC.sub("", stretch)
    sure = not _ASKS_NOBODY.fullmatch(asks) and _REPORTS.search(said) is not None
    meets = sure or _OWN_DOER.fullmatch(asks) or _DOER.search(said)
    matches = (
        name
        for name, pattern in _COMPILED.items()
        if (name != "meeting" or meets) and pattern.search(said)
    )
    found = next(matches, "report" if sure else None)
    return (found, sure) if found else None


def _stretches(words: str, chapeau: str) -> Iterator[tuple[str, str]]:
    """Each asking word and what follows it, without what only States or companies are asked."""
    own = list(_split(words))
    if chapeau and (not own or _LISTED.match(words)) and not _RETELLS.match(words):
        asks, above = ([("", ""), *_split(chapeau)])[-1]
        own.append((asks, f"{above[:_CHAPEAU]} {_LISTED.sub('to ', words)}"))
    for asks, stretch in own:
        if not _ONLY_STATES.match(stretch):
            yield asks, stretch


def _split(words: str) -> Iterator[tuple[str, str]]:
    """Each asking word with what stands between it and the end of the next."""
    found = list(_ASKS.finditer(words))
    ends = [*(match.end() for match in found), len(words)]
    for match, (start, end) in zip(found, pairwise(ends), strict=True):
        yield match.group(), words[start:end]
