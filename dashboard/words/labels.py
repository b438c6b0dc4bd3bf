"""What the record calls its codes, its States and its sponsors in a language of the interface."""

from __future__ import annotations

from collections.abc import Iterable
from numbers import Integral

from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.sponsorship import FOR_GROUP, who_tabled
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


def column_label(say: Words, table: str, name: str) -> str:
    """What a column is called over its cells; of a State `eligible` counts votes, else States."""
    of_a_state = (table, name) == ("countries", "eligible")
    return say("column.as_member" if of_a_state else f"column.{name}")


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


def sponsors_in_words(snapshot: Snapshot, say: Words, row: Row) -> str:
    """How many States sponsored a text, `Group of 77 and 17 more`, or who tabled it without
    sponsors; empty where that is not known. `row` is one of the documents."""
    number, by = row.get("sponsors"), row.get("submitted_by")
    if isinstance(number, Integral):
        return say.number(int(number))
    if by != FOR_GROUP:
        return label_of(snapshot, say.language, "submitters", by) if isinstance(by, str) else ""
    counted = (row.get("sponsors_draft"), row.get("sponsors_added"))
    named = sum(int(n) for n in counted if isinstance(n, Integral))
    group = _group(snapshot, say, row)
    return say("sponsors.group_and", group=group, n=named) if named else group


def tabled_in_words(snapshot: Snapshot, say: Words, row: Row) -> str:
    """Who tabled a text, and why its sponsors are not counted, in a sentence; empty where States
    did so each in its own name, or nobody knows. `row` is one of the documents."""
    by = row.get("submitted_by")
    if not isinstance(by, str):
        return ""
    if by != FOR_GROUP:
        return say("sponsors.tabled_by", who=label_of(snapshot, say.language, "submitters", by))
    sponsors = snapshot.imported[str(row.get("id"))].sponsors
    agents = sorted(who_tabled(sponsors, snapshot.terms("groups")).agents)
    states = say.listed(state_name(snapshot, say.language, iso3) for iso3 in agents)
    return say("sponsors.tabled_for", states=states, group=_group(snapshot, say, row))


def _group(snapshot: Snapshot, say: Words, row: Row) -> str:
    """The group by its label; where the vocabulary lacks it, that it was one."""
    group = row.get("submitted_for")
    if isinstance(group, str):
        return label_of(snapshot, say.language, "groups", group)
    return label_of(snapshot, say.language, "submitters", FOR_GROUP)
