"""What the record calls its codes and its States in a language of the interface."""

from __future__ import annotations

from dashboard.corpus.snapshot import Snapshot
from dashboard.words import InterfaceLanguage, words


def label_of(
    snapshot: Snapshot, language: InterfaceLanguage, vocabulary: str, code: str | None
) -> str:
    """A code by its label; the code itself where it has none, nothing where there is no code."""
    found = snapshot.vocabularies.get(vocabulary)
    term = found.terms.get(code or "") if found else None
    return words(language).text(term.labels) if term else code or ""


def state_name(snapshot: Snapshot, language: InterfaceLanguage, iso3: str) -> str:
    """A State by its name; its code where it is not on the list."""
    state = snapshot.states.get(iso3)
    return words(language).text(state.names) if state else iso3
