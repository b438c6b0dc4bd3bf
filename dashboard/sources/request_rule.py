"""A rule that finds the paragraphs that may ask for a deliverable, in the English official text.

A paragraph is read in stretches: from each word that asks (requests, invites, decides …) to the
next. A sub-paragraph stands under its chapeau's last stretch. What only States are asked to do is
left out, for the record holds reports, meetings, appointments, agenda items, not measures.
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

RULE_VERSION = 1
"""Raised with every change of a pattern; the stored candidates name the version they are from."""

_ASKS = re.compile(
    r"(?<!\bto )\b(?:requests?|requested|invites?|invited|calls? (?:up)?on|calls? for|encourages?"
    r"|urges?|asks?|welcomes|decides?|resolves?|looks? forward|we (?:will|commit)|should(?! be))\b",
    re.IGNORECASE,
)
_ONLY_STATES = re.compile(
    r"\s*(?:(?:also|further|all|those|interested|other|developed|donor|member|concerned|relevant"
    r"|developing|and|the) )*"
    r"(?:States|Governments|countries|parties|stakeholders|donors|partners|actors)\b",
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
    r"\b(?:meetings?|conference|consultations?|exchanges?|dialogue|event|panel|negotiations"
    r"|assessment|appraisal|process|follow-up|debate|hearing|reviews?)\b"
)
_WRITER = (
    r"\b(?:Secretary-General|Secretariat|Department|Office|Rapporteur|Representative|Expert"
    r"|Group|Team|Task Force|Co-Chairs|Chair|Funds?|Bureau|Panel|banks|commissions)\b"
)
PATTERNS = {
    "report": (
        r"\b(?:to|and|also|further|that) (?:\w+ly |further |also |continue to )*report\b(?! of)"
        r"|\breport(?:ing)? (?:on progress|thereon|thereto|back)\b"
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
    "agenda": (
        r"\bprovisional agenda\b|\bagenda items?\b|\b(?:sub-)?item entitled\b"
        r"|\b(?:continue|continue its|its) consideration of\b[^;]{0,160}?\bsession\b"
        r"|\b(?:consider|considered|revisit|revert)\b[^;]{0,160}?\bat its [\w-]+ session\b"
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
    "deadline": r"\bby the end of (?:20\d\d\b|the [\w-]+ session)",
    "review": (
        rf"\b(?:review|revisit|appraise|evaluate|consider)\b[^;]{{0,160}}?{_WHEN}"
        rf"|\b(?:undertake|conduct)\b[^;]{{0,80}}?\breviews?\b"
    ),
}
"""What a stretch asks for, by name of the pattern; the first that matches names the candidate."""
_COMPILED = {name: re.compile(text, re.IGNORECASE) for name, text in PATTERNS.items()}


@dataclass(frozen=True)
class Candidate:
    """A paragraph that may ask for something: its id, its number as printed, what was found."""

    symbol: str
    paragraph: str
    place: str | None
    pattern: str


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
    found = []
    for placed in paragraphs:
        chapeau = words.get(placed.parent or "", "")
        pattern = None if placed.part == "preambular" else asks_for(words[placed.id], chapeau)
        if pattern is not None:
            found.append(Candidate(symbol, placed.id, placed.number, pattern))
    return found


def asks_for(words: str, chapeau: str = "") -> str | None:
    """The name of the pattern a paragraph's wording matches, or None."""
    stretches = list(_stretches(words, chapeau))
    return next(
        (
            name
            for name, pattern in _COMPILED.items()
            if any(pattern.search(stretch) for stretch in stretches)
        ),
        None,
    )


def _stretches(words: str, chapeau: str) -> Iterator[str]:
    """What is asked, each from its asking word on, without what only States are asked."""
    own = list(_split(words))
    if chapeau and (not own or _LISTED.match(words)):
        above = list(_split(chapeau))
        own.append(f"{above[-1][:_CHAPEAU] if above else ''} {_LISTED.sub('to ', words)}")
    for stretch in own:
        if not _ONLY_STATES.match(stretch):
            yield stretch


def _split(words: str) -> Iterator[str]:
    starts = [match.end() for match in _ASKS.finditer(words)]
    for start, end in pairwise([*starts, len(words)]):
        yield words[start:end]
