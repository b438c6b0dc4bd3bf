"""A problem of one record before its line is known, and the ways all checks find one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.reading.problems import Severity, not_allowed
from dashboard.corpus.reading.yaml_reader import Path
from dashboard.symbols import file_stem


@dataclass(frozen=True)
class Finding:
    """A problem of one record before its line is looked up."""

    path: Path
    message: str
    severity: Severity = "error"


@dataclass(frozen=True)
class Links:
    """The ids records may point to, and the files (by stem) that were left out."""

    ids: set[str]
    unread: set[str]
    cited: set[str]
    """Symbols that an official file on record cites, so that they are known to exist."""

    def check(self, path: Path, target: str) -> Iterator[Finding]:
        """Symbols of other documents may be pointed to without being in the collection.

        Not so our own ids, nor a resolution of the Assembly that no text on record cites:
        one that is not on record is more likely a slip.
        """
        ours = target.islower() or target.startswith("A/RES/")
        known = target in self.ids or target in self.cited
        if ours and not known and file_stem(target) not in self.unread:
            yield Finding(path, f"no such record: {not_allowed(target, sorted(self.ids))}")


def unknown_codes(
    corpus: Corpus, vocabulary: str, path: Path, codes: Iterable[str], *, listed: bool = False
) -> Iterator[Finding]:
    """Codes that their vocabulary does not hold; `listed` codes stand in a list at `path`."""
    terms = corpus.terms(vocabulary)
    for number, code in enumerate(codes):
        if terms and code not in terms:
            yield Finding((*path, number) if listed else path, not_allowed(code, terms))


def places(path: Path, codes: Iterable[str]) -> dict[str, Path]:
    """Where each code of a list stands."""
    return {code: (*path, number) for number, code in enumerate(codes)}


def unknown_states(corpus: Corpus, spots: Mapping[str, Path]) -> Iterator[Finding]:
    """State codes that are not in data/states.yaml."""
    for code, place in spots.items():
        if corpus.states and code not in corpus.states:
            yield Finding(place, f"no such State: {not_allowed(code, corpus.states)}")
