"""A problem of one record before its line is known, and the ways all checks find one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.reading.problems import Severity, not_allowed
from dashboard.corpus.reading.schema import VOCABULARY_OF
from dashboard.corpus.reading.yaml_reader import Path
from dashboard.corpus.records.documents import ImportedDocument
from dashboard.corpus.records.events import Participants
from dashboard.corpus.records.fields import Record
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
    corpus: Corpus, record: Record, *fields: str, path: Path = ()
) -> Iterator[Finding]:
    """Codes, one or a list in each field, that the field's vocabulary does not hold."""
    for field in fields:
        terms, value = corpus.terms(VOCABULARY_OF[field]), getattr(record, field)
        listed = isinstance(value, list)
        for number, code in enumerate(value if listed else [value]):
            if terms and code is not None and code not in terms:
                place = (*path, field, number) if listed else (*path, field)
                yield Finding(place, not_allowed(code, terms))


def unknown_states(
    corpus: Corpus, record: Record, *fields: str, path: Path = ()
) -> Iterator[Finding]:
    """States, in a list or as the keys of a mapping in each field, not in data/states.yaml."""
    for field in fields:
        value = getattr(record, field)
        spots = (
            dict(zip(value, value, strict=True))
            if isinstance(value, dict)
            else {code: number for number, code in enumerate(value)}
        )
        for code, step in spots.items():
            if corpus.states and code not in corpus.states:
                message = f"no such State: {not_allowed(code, corpus.states)}"
                yield Finding((*path, field, step), message)


def no_such_paragraph(text: ImportedDocument, place: str, path: Path) -> Iterator[Finding]:
    """A paragraph that a text on record does not have."""
    if place not in text.places:
        message = f"no such paragraph in {text.symbol}: {not_allowed(place, text.places)}"
        yield Finding(path, message)


def not_imported(corpus: Corpus, symbol: str, path: Path) -> Iterator[Finding]:
    """A text without an official file, unless that file was left out for its own fault."""
    if file_stem(symbol) not in corpus.unread():
        yield Finding(path, f"{symbol} was not imported")


def roster_findings(people: Participants, corpus: Corpus) -> Iterator[Finding]:
    """Who took part or joined: codes, and a number that names fewer than stand below it."""
    top = ("participants",)
    yield from unknown_states(corpus, people, "states", "did_not_endorse", path=top)
    for number, joined in enumerate(people.joined):
        place = (*top, "joined", number)
        yield from unknown_states(corpus, joined, "states", path=place)
        yield from unknown_codes(corpus, joined, "how", path=place)
    yield from unknown_codes(corpus, people, "group", path=top)
    named = len(people.named) + len(people.others)
    if people.joined and people.count is not None and people.count < named:
        yield Finding((*top, "count"), f"{people.count}, but {named} are named")
