"""The acts of each paragraph: those it prints and the one its chapeau hands down, in order.

A chapeau hands down its last act, the one before its colon, and those that share what it asks.
"Call on …" under "Encourages … by:" stands beside it; "Request …" under "We decide to:" is what is
decided, and asks in its place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

import pandas as pd

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.records.codings import ParagraphCoding
from dashboard.corpus.records.documents import ImportedDocument, Paragraph
from dashboard.corpus.verbs import VerbReading, VerbRule
from dashboard.sources.acts.softeners import GOVERNS, Governs
from dashboard.symbols import paragraph_id

Place = Literal["opening", "second", "chapeau", "own"]
_ASKING = frozenset({"directive", "performative", "commissive"})
"""Families that ask someone, or bind those who speak."""
_OF_PARAGRAPH = (
    "symbol", "date", "track", "weight", "part", "addressees", "topics", "main_topic",
    "mentions_ai", "near_ai",
)  # fmt: skip
"""What an act has of the paragraph that does it."""


class Act(NamedTuple):
    """An act as a paragraph has it: where it is printed, how it stands there, what it is."""

    printed_in: str
    place: Place
    at: int
    verb: str
    reading: VerbReading
    negated: bool = False
    shared: bool = False
    closing: bool = False
    softeners: Mapping[str, Governs] = MappingProxyType({})

    @property
    def asks(self) -> bool:
        """Whether it asks someone to act, or binds those who speak."""
        return self.reading.family in _ASKING or bool(self.reading.tier)

    def softened(self, *governed: Governs) -> tuple[str, ...]:
        """The codes of what softens its ask, its object or its means; none where it asks nobody."""
        if not self.softeners or not self.asks:
            return ()
        return tuple(code for code, what in self.softeners.items() if what in governed)


Acts = Mapping[str, Mapping[str, Sequence[Act]]]
"""The acts of each paragraph, by symbol and place."""


def acts_of_texts(corpus: Corpus) -> Acts:
    """Those of every imported document, the texts by adoption and symbol."""
    rule = VerbRule(corpus.terms("verbs"))
    texts = sorted(
        corpus.imported.values(), key=lambda record: (record.adopted or "", record.symbol)
    )
    return {record.symbol: acts_by_paragraph(record, rule) for record in texts}


def acts_by_paragraph(record: ImportedDocument, rule: VerbRule) -> dict[str, list[Act]]:
    """The acts of every paragraph of a text by its place, in order, inherited ones first."""
    found: dict[str, list[Act]] = {}
    for paragraph in record.paragraphs:
        printed = _printed(paragraph, rule)
        above = [act for act in found.get(paragraph.parent or "", ()) if not act.closing]
        if above and not (printed and printed[0].place == "opening"):
            start = len(above) - 1
            while start and above[start - 1].shared:
                start -= 1
            printed[:0] = [_handed_down(act, paragraph) for act in above[start:]]
        found[paragraph.id] = printed
    return found


def governing(acts: Sequence[Act]) -> Act | None:
    """The act a paragraph is read by: the verb at its head, else its chapeau's, else the first."""
    own = (act for act in acts if act.place in ("opening", "own"))
    return next(own, acts[0] if acts else None)


def strongest(acts: Sequence[Act]) -> Act | None:
    """The most directive act, the first of equals; None where no rule reads a tier.

    What the organ decides "to request" it requests: its plan asks nobody beside what is planned.
    """
    planned = any(act.place == "own" for act in acts)
    top, most = None, -1
    for act in acts:
        plan = planned and act.place == "chapeau" and act.reading.family != "directive"
        if act.reading.tier is not None and act.reading.tier > most and not plan:
            top, most = act, act.reading.tier
    return top


def asking_tiers(acts: Sequence[Act], top: Act | None) -> tuple[str, ...]:
    """The tiers at which a paragraph asks, the highest first: 0 where it only says or promises.

    `top` is the strongest of its acts.
    """
    if top is None:
        return ()
    if not top.reading.tier or len(acts) == 1:
        return (str(top.reading.tier),)
    tiers = {act.reading.tier for act in acts if act.reading.tier and not _outweighed(act, top)}
    return tuple(str(tier) for tier in sorted(tiers, reverse=True))


def _outweighed(act: Act, top: Act) -> bool:
    return act.place == "chapeau" and (act.reading.tier or 0) > (top.reading.tier or 0)


def _printed(paragraph: Paragraph, rule: VerbRule) -> list[Act]:
    """The acts a paragraph prints, the opening verb alone where no more is on record."""
    part = paragraph.part
    place: Place = "second" if paragraph.verb is None else "opening"
    if not paragraph.acts:
        verb = paragraph.verb
        return [Act(paragraph.id, place, 0, verb, _reading(verb, part, rule))] if verb else []
    found = []
    for act in paragraph.acts:
        stands: Place = "own" if act.own else place
        reading = _reading(act.verb, part, rule)
        how = (act.negated, act.shared, act.closing, act.softeners)
        found.append(Act(paragraph.id, stands, act.at, act.verb, reading, *how))
        place = "second"
    return found


def _reading(verb: str, part: str, rule: VerbRule) -> VerbReading:
    reading = rule.read(verb)
    if part == "preambular" and reading.tier and reading.family == "expressive":
        return replace(reading, tier=0)  # what a preamble hopes for it asks of nobody
    return reading


def _handed_down(act: Act, paragraph: Paragraph) -> Act:
    """The chapeau's act with its softeners, and those the sub-paragraph adds to it."""
    added = paragraph.softeners
    negated = act.negated or paragraph.negated
    if not added:
        return act._replace(place="chapeau", negated=negated)
    both = [*act.softeners.items(), *added.items()]
    strongest_first = sorted(both, key=lambda pair: GOVERNS.index(pair[1]), reverse=True)
    softeners = dict(sorted(dict(strongest_first).items()))
    return act._replace(place="chapeau", negated=negated, softeners=softeners)


def act_columns(every: Acts, paragraphs: pd.DataFrame) -> dict[str, Any]:
    """Every act of the texts given, in their order, as columns of equal length.

    `paragraphs` has a row for each paragraph of these texts, in their order too.
    """
    by_paragraph = (acts for by_place in every.values() for acts in by_place.values())
    found = [
        (row, order, act)
        for row, acts in enumerate(by_paragraph)
        for order, act in enumerate(acts, start=1)
    ]
    acts = [act for _, _, act in found]
    read = [act.reading for act in acts]
    rows = [row for row, _, _ in found]
    there = paragraphs[["id", *_OF_PARAGRAPH]].take(rows).reset_index(drop=True)
    printed = zip(there["symbol"].tolist(), acts, strict=True)
    return {
        **{name: there[name] for name in _OF_PARAGRAPH},
        "paragraph": there["id"],
        "order": [order for _, order, _ in found],
        "place": [act.place for act in acts],
        "printed_in": [paragraph_id(symbol, act.printed_in) for symbol, act in printed],
        "position": [act.at for act in acts],
        "verb": [act.verb for act in acts],
        "head": [reading.head for reading in read],
        "family": [reading.family for reading in read],
        "tier": [reading.tier for reading in read],
        "intensifier": [reading.intensifier for reading in read],
        "negated": [act.negated for act in acts],
        "softeners": [act.softened("ask") for act in acts],
        "softeners_object": [act.softened("object") for act in acts],
        "softeners_means": [act.softened("means") for act in acts],
    }


def addressees(coding: ParagraphCoding | None) -> tuple[str, ...]:
    """Who is asked; `none` where the coding says nobody is, empty where nothing is coded."""
    if coding is None:
        return ()
    found = coding.addressees
    return (found,) if isinstance(found, str) else tuple(found)
