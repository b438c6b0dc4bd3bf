"""What the record calls its codes and its States in a language of the interface."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.corpus.snapshot import Snapshot
from dashboard.words import InterfaceLanguage, Row, Words, words


def label_of(
    snapshot: Snapshot, language: InterfaceLanguage, vocabulary: str, code: str | None
) -> str:
    """A code by its label; the code itself where it has none, nothing where there is no code.

    What may be absent is called as the absences are, where its vocabulary has no such code.
    """
    code = code or ""
    term = snapshot.terms(vocabulary).get(code) or snapshot.terms("absences").get(code)
    return words(language).text(term.labels) if term else code


def state_name(snapshot: Snapshot, language: InterfaceLanguage, iso3: str) -> str:
    """A State by its name; its code where it is not on the list."""
    state = snapshot.states.get(iso3)
    return words(language).text(state.names) if state else iso3


def verb_of(snapshot: Snapshot, say: Words, row: Row) -> str:
    """How a row of paragraphs opens, in the reader's language: its official wording there, else
    the label of the verb that the rule reads, else the wording in a fallback.
    """
    own, best = say.own(row, "verb"), say.field(row, "verb")
    term = snapshot.terms("verbs").get(row.get("head") or "")
    if own or not best or term is None:
        return own or best
    return next((text for code, text in term.labels.items() if code == say.language), best)


def acts_in_words(snapshot: Snapshot, say: Words, row: Row) -> str:
    """How a paragraph opens and, where another act of it is the strongest, the verb of that."""
    opening = verb_of(snapshot, say, row)
    strongest = row.get("strongest")
    if strongest == row.get("head") or strongest not in snapshot.terms("verbs"):
        return opening
    label = label_of(snapshot, say.language, "verbs", strongest)
    return say("act.chain", opening=opening, strongest=label) if opening else label


def record_names(snapshot: Snapshot, say: Words, ids: Iterable[str]) -> list[str]:
    """What records are called in lists: by symbol, or, where the id is none, by title."""
    return [record_name(snapshot, say, record_id) for record_id in ids]


def record_name(snapshot: Snapshot, say: Words, record_id: str) -> str:
    """What a record is called in a line: by symbol, or, where its id is none, by title."""
    record = None
    if "/" not in record_id:
        record = snapshot.events.get(record_id) or snapshot.curated.get(record_id)
    return say.marked(dict(record.titles)) if record and record.titles else record_id
