"""The language expressions of one symbol as one document, in the record's form.

The English file gives the facts; the other languages add titles and their own opening phrases,
matched by paragraph id. Where a language's structure differs, nothing is guessed: its phrases are
left out and a warning says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.sources.acts.reading import Act
from dashboard.sources.alignment import aligned, by_part, difference
from dashboard.sources.errors import RefusedError, notice
from dashboard.sources.inputs import last_name
from dashboard.sources.resolutions.akoma_ntoso import Expression
from dashboard.sources.resolutions.paragraphs import ReadParagraph
from dashboard.symbols import session_of

Document = dict[str, Any]


def merge(expressions: Sequence[Expression]) -> tuple[Document, list[str]]:
    """One document from the files of one symbol, and what is worth a warning.

    Raises `RefusedError` where the English file is missing: the facts come from it.
    """
    ordered = sorted(expressions, key=lambda expression: expression.language)
    english = next((e for e in ordered if e.front is not None), None)
    if english is None or english.front is None:
        raise RefusedError(
            ordered[0].symbol, "no English file among the inputs; facts come from it"
        )
    others = [e for e in ordered if e is not english]
    said = [*english.findings, *english.front.warnings]
    notices = [notice(english.file, english.symbol, text) for text in said]
    verbs: dict[str, dict[str, str]] = {p.id: {} for p in english.paragraphs}
    for other in others:
        notices += _add_verbs(english, other, verbs)
    year = str(english.front.facts["adopted"])[:4]
    document: Document = {
        "symbol": english.symbol,
        "session": session_of(english.symbol),
        "titles": {e.language: e.title for e in ordered if e.title},
        **english.front.facts,
        "agenda_items": _agenda_items(english, others),
        "cites": [
            {"symbol": c.symbol, "paragraph": p.id, "note": c.note}
            for p in english.paragraphs
            for c in p.cites
        ],
        "paragraphs": [_paragraph(p, verbs[p.id], year) for p in english.paragraphs],
        "files": [
            {"language": e.language, "name": last_name(e.file), "sha256": e.sha256} for e in ordered
        ],
    }
    return document, notices


def _agenda_items(english: Expression, others: Sequence[Expression]) -> list[Document]:
    items: list[Document] = []
    for position, (number, title) in enumerate(english.items):
        titles = {"en": title} if title else {}
        for other in others:
            if len(other.items) == len(english.items) and other.items[position][1]:
                titles[other.language] = str(other.items[position][1])
        items.append({"number": number, "titles": dict(sorted(titles.items()))})
    return items


def _paragraph(paragraph: ReadParagraph, verbs: dict[str, str], year: str) -> Document:
    """Its skeleton; an opening verb at the start, alone and as it is, is not said twice.

    A year before that of the adoption is past and sets no time.
    """
    plain = paragraph.acts == [Act(0, paragraph.verb or "")]
    return {
        "id": paragraph.id,
        "part": paragraph.part,
        "number": paragraph.number,
        "parent": paragraph.parent,
        "verb": paragraph.verb,
        "verbs": dict(sorted(verbs.items())),
        "mentions_ai": paragraph.mentions_ai,
        "near_ai": paragraph.near_ai,
        "acts": [] if plain else [_act(act) for act in paragraph.acts],
        "softeners": paragraph.softeners,
        "negated": paragraph.negated,
        "time_limits": [
            each for each in paragraph.time_limits if not each.isdigit() or each >= year
        ],
    }


def _act(act: Act) -> Document:
    return {
        "at": act.at,
        "verb": act.verb,
        "own": act.own,
        "negated": act.negated,
        "shared": act.shared,
        "closing": act.closing,
        "softeners": dict(act.softeners),
    }


def _add_verbs(
    english: Expression, other: Expression, verbs: dict[str, dict[str, str]]
) -> list[str]:
    """Add another language's opening phrases, part by part, where the ids agree."""
    if other.unread is not None:
        message = f"{other.unread.found}; opening phrases left out"
        return [notice(other.file, other.unread.place, message)]
    notices = []
    for part, wanted, found in by_part(english.paragraphs, other.paragraphs):
        kept = aligned(wanted, found)
        for paragraph in kept:
            if paragraph.verb:
                verbs[paragraph.id][other.language] = paragraph.verb
        left_out = sum(p.verb is not None for p in found) - sum(p.verb is not None for p in kept)
        if left_out:
            message = f"{difference(wanted, found)}; {left_out} {part} opening phrases left out"
            notices.append(notice(other.file, other.symbol, message))
    return notices
