"""The acts of each paragraph: those it prints and the one its chapeau hands down, in order.

A chapeau hands down its last act, the one before its colon, and those that share what it asks.
"Call on …" under "Encourages … by:" stands beside it; "Request …" under "We decide to:" is what is
decided, and asks in its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.records.codings import ParagraphCoding
from dashboard.corpus.records.documents import ImportedDocument, Paragraph, PrintedAct
from dashboard.corpus.tables.row_fields import same
from dashboard.corpus.verbs import VerbReading, VerbRule
from dashboard.sources.acts.softeners import GOVERNS, Governs
from dashboard.symbols import paragraph_id

Place = Literal["opening", "second", "chapeau", "own"]
_ASKING = frozenset({"directive", "performative", "commissive"})
"""Families that ask someone, or bind those who speak."""


@dataclass(frozen=True)
class Act:
    """An act as a paragraph has it: where it is printed, how it stands there, what it is."""

    printed_in: str
    place: Place
    at: int
    verb: str
    reading: VerbReading
    negated: bool
    shared: bool
    softeners: Mapping[str, Governs]

    @property
    def asks(self) -> bool:
        """Whether it asks someone to act, or binds those who speak."""
        return self.reading.family in _ASKING or bool(self.reading.tier)

    def softened(self, *governed: Governs) -> tuple[str, ...]:
        """The codes of what softens its ask, its object or its means; none where it asks nobody."""
        return tuple(
            code for code, what in self.softeners.items() if self.asks and what in governed
        )


Acts = Mapping[str, Mapping[str, Sequence[Act]]]
"""The acts of each paragraph, by symbol and place."""


def acts_of_texts(corpus: Corpus) -> Acts:
    """Those of every imported document, the texts by adoption and symbol."""
    rule = VerbRule(corpus.terms("verbs"))
    texts = sorted(corpus.imported.values(), key=lambda record: (record.adopted, record.symbol))
    return {record.symbol: acts_by_paragraph(record, rule) for record in texts}


def acts_by_paragraph(record: ImportedDocument, rule: VerbRule) -> dict[str, list[Act]]:
    """The acts of every paragraph of a text by its place, in order, inherited ones first."""
    found: dict[str, list[Act]] = {}
    for paragraph in record.paragraphs:
        printed = [
            _read(paragraph, number, act, rule) for number, act in enumerate(paragraph.printed_acts)
        ]
        above = found.get(paragraph.parent or "", [])
        if above and not (printed and printed[0].place == "opening"):
            start = len(above) - 1
            while start and above[start - 1].shared:
                start -= 1
            printed[:0] = [_handed_down(a, paragraph, last=not printed) for a in above[start:]]
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
    heads = any(act.place == "own" for act in acts)
    plans = [
        act
        for act in acts
        if heads and act.place == "chapeau" and act.reading.family != "directive"
    ]
    read = [act for act in acts if act.reading.tier is not None and act not in plans]
    return max(read, key=lambda act: act.reading.tier or 0, default=None)


def asking_tiers(acts: Sequence[Act]) -> tuple[str, ...]:
    """The tiers at which a paragraph asks, the highest first: 0 where it only says or promises."""
    top = strongest(acts)
    if top is None or not top.reading.tier:
        return () if top is None else ("0",)
    tiers = {act.reading.tier for act in acts if act.reading.tier and not _outweighed(act, top)}
    return tuple(str(tier) for tier in sorted(tiers, reverse=True))


def _outweighed(act: Act, top: Act) -> bool:
    return act.place == "chapeau" and (act.reading.tier or 0) > (top.reading.tier or 0)


def _read(paragraph: Paragraph, number: int, act: PrintedAct, rule: VerbRule) -> Act:
    reading = rule.read(act.verb)
    if paragraph.part == "preambular" and reading.family == "expressive" and reading.tier:
        reading = replace(reading, tier=0)  # what a preamble hopes for it asks of nobody
    first: Place = "own" if act.own else "opening"
    opens = number == 0 and paragraph.verb is not None
    place = first if opens else "second"
    return Act(
        paragraph.id, place, act.at, act.verb, reading, act.negated, act.shared, act.softeners
    )


def _handed_down(act: Act, paragraph: Paragraph, *, last: bool) -> Act:
    """The chapeau's act with its softeners, and those of a sub-paragraph that has no act."""
    added = paragraph.softeners if last else {}
    both = [*act.softeners.items(), *added.items()]
    strongest_first = sorted(both, key=lambda pair: GOVERNS.index(pair[1]), reverse=True)
    return replace(act, place="chapeau", softeners=dict(sorted(dict(strongest_first).items())))


def act_rows(corpus: Corpus, every: Acts) -> Iterator[dict[str, Any]]:
    """Every act of the texts given, in their order."""
    for symbol, by_place in every.items():
        record = corpus.imported[symbol]
        added = corpus.curated.get(symbol)
        coded = corpus.codings.get(symbol)
        paragraphs = {paragraph.id: paragraph for paragraph in record.paragraphs}
        for place, acts in by_place.items():
            coding = coded.paragraphs.get(place) if coded else None
            for order, act in enumerate(acts, start=1):
                yield {
                    **_row(symbol, place, order, act),
                    "date": record.adopted,
                    "track": added.track if added else None,
                    "weight": added.weight if added else "mention",
                    "part": paragraphs[place].part,
                    "addressees": addressees(coding),
                    "topics": tuple(coding.topics) if coding else (),
                    **same(paragraphs[place], "mentions_ai", "near_ai"),
                }


def _row(symbol: str, place: str, order: int, act: Act) -> dict[str, Any]:
    reading = act.reading
    return {
        "paragraph": paragraph_id(symbol, place),
        "order": order,
        "symbol": symbol,
        "place": act.place,
        "printed_in": paragraph_id(symbol, act.printed_in),
        "position": act.at,
        "verb": act.verb,
        "head": reading.head,
        "family": reading.family,
        "tier": reading.tier,
        "intensifier": reading.intensifier,
        "negated": act.negated,
        "softeners": act.softened("ask"),
        "softeners_object": act.softened("object"),
        "softeners_means": act.softened("means"),
    }


def addressees(coding: ParagraphCoding | None) -> tuple[str, ...]:
    """Who is asked; `none` where the coding says nobody is, empty where nothing is coded."""
    if coding is None:
        return ()
    found = coding.addressees
    return (found,) if isinstance(found, str) else tuple(found)
