"""The lines of a draft as the record's paragraphs are read: what each asks, and its fingerprint."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from dashboard.analysis.frames import Row, acts_of
from dashboard.analysis.paragraphs.asks import governed
from dashboard.analysis.paragraphs.strength import with_acts
from dashboard.analysis.snapshot_cache import SnapshotCache, once
from dashboard.corpus.records.documents import ImportedDocument, Paragraph, PrintedAct
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.act_rows import Act, acts_by_paragraph
from dashboard.corpus.verbs import UNKNOWN, VerbRule
from dashboard.sources.acts.chinese_softeners import chinese_softeners
from dashboard.sources.drafts.draft import Draft, DraftParagraph
from dashboard.sources.fingerprints import Fingerprint, fingerprint
from dashboard.sources.official_text.folding import simplified

_CHAPEAU = "chapeau"
_adopted: SnapshotCache[Mapping[str, Row]] = SnapshotCache(most=64)


class PastedLine(NamedTuple):
    """A paragraph of a draft: its place among the lines, from 1, and what it asks.

    `asked` has what `strength` compares; `under` says whether its chapeau is known, so that what
    that hands down counts.
    """

    line: int
    paragraph: DraftParagraph
    print: Fingerprint
    asked: Row
    under: bool


def pasted_lines(snapshot: Snapshot, draft: Draft) -> list[PastedLine]:
    """Every paragraph of a draft that has a word, in order, in English or Chinese."""
    asked = _asked_in(snapshot, draft)
    taken = ((p, fingerprint(simplified(p.text), draft.language)) for p in draft.paragraphs)
    worded = [(paragraph, found) for paragraph, found in taken if found]
    return [
        PastedLine(
            number,
            paragraph,
            found,
            _with_softeners(asked[paragraph.place], found, draft.language),
            paragraph.parent is not None,
        )
        for number, (paragraph, found) in enumerate(worded, start=1)
    ]


def adopted_row(snapshot: Snapshot, name: str, language: str, *, under: bool) -> Row:
    """An adopted paragraph with what it asks, as `strength` compares it; in Chinese by its verb
    and the commonest softeners.

    Without `under` what its chapeau hands down does not count. Empty for an id not on record.
    """
    symbol = name.partition("#")[0]
    key = (snapshot.key, symbol, language, under)
    rows = _adopted.get(key, lambda: _rows_of(snapshot, symbol, language, under=under))
    return rows.get(name, {})


def _rows_of(snapshot: Snapshot, symbol: str, language: str, *, under: bool) -> Mapping[str, Row]:
    rows = governed(snapshot, symbol)
    if language != "en":
        rule = verb_rule(snapshot)
        prints = snapshot.fingerprints[symbol][language].paragraphs
        read = ({**row, **_by_verb(rule, row["verb_zh"])} for row in rows)
        places = ((row, prints.get(row["id"].partition("#")[2])) for row in read)
        return {row["id"]: _with_softeners(row, found, language) for row, found in places}
    acts = acts_of(snapshot, symbol)
    if not under:
        acts = {name: [a for a in each if a["place"] != _CHAPEAU] for name, each in acts.items()}
    return {row["id"]: row for row in with_acts(rows, acts)}


def _asked_in(snapshot: Snapshot, draft: Draft) -> Mapping[str, Row]:
    """What each paragraph of a draft asks, by its place."""
    rule = verb_rule(snapshot)
    if draft.language != "en":
        return {p.place: {"part": p.part, **_by_verb(rule, p.verb)} for p in draft.paragraphs}
    rows: list[Row] = [{"id": p.place, "part": p.part} for p in draft.paragraphs]
    known: dict[str, Any] = {"paragraphs": list(map(_skeleton, draft.paragraphs))}
    record = ImportedDocument.model_construct(**known)
    acts = {
        place: list(map(_act_row, each)) for place, each in acts_by_paragraph(record, rule).items()
    }
    return {row["id"]: row for row in with_acts(rows, acts)}


def _with_softeners(row: Row, wording: Fingerprint | None, language: str) -> Row:
    """A row with the softeners of its Chinese wording; none are read in a preamble."""
    if language != "zh" or wording is None or row["part"] == "preambular":
        return row
    return {**row, "softening": chinese_softeners(wording)}


def _skeleton(paragraph: DraftParagraph) -> Paragraph:
    """The paragraph as an import would keep it; its place is not checked: it may be `line7`."""
    acts = [
        PrintedAct.model_construct(
            at=act.at,
            verb=act.verb,
            own=act.own,
            negated=act.negated,
            shared=act.shared,
            softeners=dict(act.softeners),
        )
        for act in paragraph.acts
    ]
    return Paragraph.model_construct(
        id=paragraph.place,
        part=paragraph.part or "operative",
        parent=paragraph.parent,
        verb=paragraph.verb,
        acts=acts,
        softeners=dict(paragraph.softeners),
    )


def _act_row(act: Act) -> Row:
    return {
        "head": act.reading.head,
        "tier": act.reading.tier,
        "intensifier": act.reading.intensifier,
        "softeners": act.softened("ask"),
        "softeners_object": act.softened("object"),
        "softeners_means": act.softened("means"),
    }


def _by_verb(rule: VerbRule, verb: str | None) -> Row:
    """What a Chinese paragraph asks by the verb that governs it."""
    head = rule.read_zh(verb) if verb else UNKNOWN
    tier = rule.tier(head)
    chain: Sequence[int] | None = None if tier is None else [tier] if tier else []
    return {"chain": chain, "softening": frozenset(), "intensity": False, "does": {head}}


@once
def verb_rule(snapshot: Snapshot) -> VerbRule:
    """The rule of the record's verbs."""
    return VerbRule(snapshot.terms("verbs"))
