"""The phrases that soften or condition an act, each with what it governs.

`PATTERNS` has a line for each code of the vocabulary `softeners`, whose phrases are the forms
printed most often. A phrase governs the *ask* (whether or how it must be done, or by whom), its
*object* (one thing among those asked for) or its *means* (on which terms, with whose money).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

Governs = Literal["ask", "object", "means"]
GOVERNS: tuple[Governs, ...] = get_args(Governs)
"""The strongest claim on the ask first."""

_BY = (
    r"(?:in (?:full )?(?:accordance|line|conformity|compliance|keeping) with|consistent(?:ly)? with"
    r"|in a manner consistent with|pursuant to|in conformity to|subject to|according to"
    r"|(?:as )?(?:provided for|permitted) by|compliant with)"
)
_ACCOUNT = r"(?:taking into account|taking into consideration|bearing in mind|in (?:the )?light of)"
_FEW = r"(?:[\w’'-]+,? ){0,5}?"
_IF = r"(?:where|when|if|wherever|whenever)"
_FIT = r"(?:appropriate|feasible|necessary|possible|relevant|needed|required|practicable)"
PATTERNS = {
    "as_appropriate": (
        r"\bas (?:may be )?appropriate\b"
        r"|\b(?<!well )(?<!such )as (?:relevant|necessary|needed)"
        r"(?=[,;.)]|$| (?:and|or|in|by|for)\b)"
    ),
    "where_applicable": rf"\b(?:{_IF}|as) (?:\w+ and )?applicable\b",
    "voluntary_basis": (
        r"\bvoluntarily\b|\bvoluntary basis\b|\b(?-i:v)oluntary (?:\w+,? ){0,3}?(?:contributions?"
        r"|fund\w*|financ\w+|support|pledges|frameworks?|approach(?:es)?|commitments?|measures"
        r"|initiatives?|options|standards|guidelines|principles|sharing)\b"
    ),
    "existing_resources": (rf"\b(?:within|using|from) {_FEW}existing (?:\w+ )?resources\b"),
    "available_resources": (
        rf"\b(?:subject to|within|depending on) {_FEW}availab(?:le|ility of) (?:\w+ )?resources\b"
    ),
    "national_law": (
        rf"\b{_BY} {_FEW}(?:national|domestic)(?: and international)?(?:ly)? (?:\w+ )?"
        r"(?:laws?|legislations?|legal)\b"
    ),
    "mutually_agreed_terms": r"\bmutually agreed terms\b|\bas mutually agreed\b",
    "international_law": (rf"\b{_BY} {_FEW}international (?:\w+ ){{0,3}}(?:law|obligations)\b"),
    "to_consider": r"\b(?<!how )(?<!best )to (?:\w+ly )?(?:consider|note)\b",
    "within_mandates": (
        rf"\b(?:within|{_BY}) {_FEW}(?:mandates?|competenc(?:e|es|ies)"
        r"|(?:roles?|spheres?)(?: and responsibilities)?|areas? of responsibility)\b"
    ),
    "in_a_position": r"\bin a position to(?: do so)?\b",
    "national_priorities": (
        rf"\b(?:{_BY}|{_ACCOUNT}) {_FEW}national(?:ly)? {_FEW}"
        r"(?:priorit|circumstance|polic|context)(?:y|ies|s|es)\b"
    ),
    "where_appropriate": (
        rf"\b{_IF} (?:\w+ and )?{_FIT}\b|\b(?:insofar|as far) as (?:possible|feasible)\b"
        r"|\bto the (?:greatest |fullest |maximum )?extent (?:possible|feasible)\b"
    ),
    "upon_request": (
        rf"\b(?:up)?on (?:their |its |the )?request\b|\bat (?:their|its|the) request\b"
        rf"|\b(?:{_IF}|as) (?:so )?requested\b(?! by (?:the General Assembly|its resolution))"
    ),
    "without_prejudice": r"\bwithout prejud(?:ice to|ging)\b",
}
CLUES = {
    "as_appropriate": ("appropriate", "relevant", "necessary", "needed"),
    "where_applicable": ("applicable",),
    "voluntary_basis": ("voluntar",),
    "existing_resources": ("existing",),
    "available_resources": ("availab",),
    "national_law": ("national", "domestic"),
    "mutually_agreed_terms": ("mutually",),
    "international_law": ("international",),
    "to_consider": ("consider", "note"),
    "within_mandates": ("mandate", "competenc", "role", "sphere", "responsibility"),
    "in_a_position": ("position",),
    "national_priorities": ("national",),
    "where_appropriate": (
        *("appropriate", "feasible", "necessary", "possible", "relevant", "needed", "required"),
        "practicable",
    ),
    "upon_request": ("request",),
    "without_prejudice": ("prejud",),
}
"""Whatever a pattern finds holds one of these: looked for first, many times as fast."""
_COMPILED = {code: re.compile(text, re.IGNORECASE) for code, text in PATTERNS.items()}
_MEANS = re.compile(r"(?:contributions?|fund\w*|financ\w+|pledges|support)$", re.IGNORECASE)
_FREELY = re.compile(r"(?:voluntarily|basis)$", re.IGNORECASE)
_FITTING = frozenset({"as_appropriate", "where_applicable", "where_appropriate"})
"""What may stand before one thing of several: "national and, where applicable, local plans"."""
_TASK = re.compile(
    r"\b(?:to|by)\s+(?!the\b|this\b|all\b|its\b|their\b|those\b|an?\b)[a-z]|:\s*$", re.IGNORECASE
)
_THOUGHT = re.compile(r"(?:\w+ly )?(?:consider(?:ing)?|note (?:that|the|with))\b", re.IGNORECASE)
"""At the head of a task: "Consider …" under "Invites States to:"."""
_OWN_AGENDA = re.compile(r"(?:\w+ )?decides\b", re.IGNORECASE)
"""What the organ decides to consider it takes up, unless a deed follows: "consider updating"."""
_DOING = re.compile(r"\s+\w+ing\b")
_MUST_BE = re.compile(r"\b(?:is|are|be|being|was|were)(?: \w+ly)?\s*$")
_LAWS = frozenset({"national_law", "international_law"})
"""What is asked may be that something "is in conformity with" them."""
_ASIDE = re.compile(r"\bincluding\b(?:(?!\bto (?!the\b|a\b|an\b|all\b)[a-z])[^;:.]){0,160}$")
"""Examples of what is asked, as far as the phrase: "including by …, as appropriate"."""
_JOINED = re.compile(r"(?:\b(?:and|or)|\bin particular),?\s*$", re.IGNORECASE)
_THING = re.compile(
    r"(?:[A-Z]|(?:the|an?|its|their|other|all|any|such|local|those)\b"
    r"|[\w-]*(?:al|ive|ary|ant|ent|ic|ous|ed|ing|tion|ity|ment|ness|[^s]s)\b)"
)


@dataclass(frozen=True)
class Softener:
    """A softener's code, what it governs, and where it begins and ends in the text."""

    code: str
    governs: Governs
    at: int
    end: int


def softeners(
    text: str, start: int = 0, end: int | None = None, *, task: bool = False
) -> Iterator[Softener]:
    """The softeners of a stretch of a tidied text, from the verb of its act on, in no order.

    `task`: the stretch has no act and says only what its chapeau's is to bring about.
    """
    stretch = text[start:end]
    if task and (thought := _THOUGHT.match(stretch)):
        yield Softener("to_consider", "ask", start, start + thought.end())
    own_agenda, plain = _OWN_AGENDA.match(stretch), stretch.lower()
    for code, pattern in _COMPILED.items():
        if not any(clue in plain for clue in CLUES[code]):
            continue
        for found in pattern.finditer(stretch):
            before, after = stretch[: found.start()], stretch[found.end() :]
            if code == "to_consider" and own_agenda and not _DOING.match(after):
                continue
            inside = task or bool(_TASK.search(before))
            governs = _governs(code, before, found[0], after, inside=inside)
            yield Softener(code, governs, start + found.start(), start + found.end())


def _governs(code: str, before: str, phrase: str, after: str, *, inside: bool) -> Governs:
    if code == "mutually_agreed_terms":
        return "means"
    if code == "voluntary_basis" and not _FREELY.search(phrase):
        return "means" if _MEANS.search(phrase) else "object"
    if code in _LAWS and _MUST_BE.search(before):
        return "object"
    if code in _FITTING and _ASIDE.search(before):
        return "object"
    if code in _FITTING and inside:
        last = re.match(r"\s*[;.]|\s*$", after)
        if last and not before.rstrip().endswith(","):
            return "object"
        if _JOINED.search(before) and _THING.match(after.lstrip(" ,")):
            return "object"
    return "ask"
