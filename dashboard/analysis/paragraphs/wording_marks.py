"""Where in a paragraph's official wording the record's own readings stand: verbs, whom, softeners.

Nothing is read anew here. A verb is marked where the record has it printed, an addressee that a
person coded where one of its names follows a verb that asks, a softener where the rule of the
import finds one that the record names. The record has positions in English alone: of other
languages the opening verb is marked, and in Chinese whom it asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, get_args

from dashboard.analysis.frames import Row, acts_of
from dashboard.corpus.snapshot import Snapshot
from dashboard.sources.acts.softeners import softeners
from dashboard.sources.acts.verbs import INFINITIVE

Kind = Literal["verb", "addressee", "softener"]
_KINDS: tuple[Kind, ...] = get_args(Kind)
_LATEST = 40
"""Characters that may precede an opening verb: "To this end, …", 在这方面，…"""
_WHOM = {"en": 240, "zh": 80}
"""Characters after a verb that asks, in which whom it asks is named."""
_UNTIL = {"en": re.compile(rf"[;:]|{INFINITIVE.pattern}"), "zh": re.compile(r"[，；：。]")}
"""Where the words about whom end at the latest: with what is asked, or with the clause."""
_GOVERNING = ("softeners", "softeners_object", "softeners_means")


def marked_kinds(language: str) -> tuple[Kind, ...]:
    """What is marked in the wording of a language."""
    return {"en": _KINDS, "zh": _KINDS[:2]}.get(language, _KINDS[:1])


class Mark(NamedTuple):
    """A stretch of a wording, in characters, and what the record says of it."""

    start: int
    end: int
    kind: Kind


def wording_marks(snapshot: Snapshot, row: Row, words: str, language: str) -> list[Mark]:
    """The marks of a paragraph's wording in order; none lies within another.

    `row` is the paragraph's in the table, `words` its wording in `language`.
    """
    text = words.replace("\n", " ")  # as long as it was, and as positions are counted
    verbs = list(_verbs(snapshot, row, text, language))
    asking = [verb for verb, asks in verbs if asks]
    found = [
        *(verb for verb, _ in verbs),
        *_addressees(snapshot, row, text, language, asking),
        *(_softeners(snapshot, row, text) if language == "en" else ()),
    ]
    return _apart(found)


def _verbs(snapshot: Snapshot, row: Row, text: str, language: str) -> Iterator[tuple[Mark, bool]]:
    """The verbs printed in the paragraph, and whether each asks somebody."""
    if language != "en":
        verb = _opening(snapshot, row, language)
        at = text.casefold().find(verb.casefold(), 0, _LATEST + len(verb)) if verb else -1
        if at >= 0:
            yield Mark(at, at + len(verb), "verb"), bool(row["opening"])
        return
    for act in acts_of(snapshot, row["symbol"]).get(row["id"], ()):
        mark = Mark(act["position"], act["position"] + len(act["verb"]), "verb")
        printed = text[mark.start : mark.end].casefold() == act["verb"].casefold()
        if act["printed_in"] == row["id"] and printed:  # another text may be attached than was read
            yield mark, bool(act["tier"])


def _opening(snapshot: Snapshot, row: Row, language: str) -> str:
    """The verb that opens the paragraph as printed in a language; empty where none is known."""
    document = snapshot.imported.get(row["symbol"])
    place = row["id"].partition("#")[2]
    paragraphs = document.paragraphs if document else ()
    found = next((p.verbs for p in paragraphs if p.id == place), {})
    return next((verb for code, verb in found.items() if code == language), "")


def _addressees(
    snapshot: Snapshot, row: Row, text: str, language: str, asking: Iterable[Mark]
) -> Iterator[Mark]:
    terms = snapshot.terms("addressees")
    coded = [terms[code] for code in row["addressees"] if code in terms]
    names = {name for term in coded for name in (*term.labels.values(), *term.spellings)}
    if language not in _WHOM or not names:
        return
    longest_first = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    named = re.compile(rf"(?<![A-Za-z])(?:{longest_first})(?![A-Za-z])", re.IGNORECASE)
    for verb in asking:
        most = min(len(text), verb.end + _WHOM[language])
        until = _UNTIL[language].search(text, verb.end, most)
        for found in named.finditer(text, verb.end, until.start() if until else most):
            yield Mark(found.start(), found.end(), "addressee")


def _softeners(snapshot: Snapshot, row: Row, text: str) -> Iterator[Mark]:
    acts = acts_of(snapshot, row["symbol"]).get(row["id"], ())
    codes = {code for act in acts for name in _GOVERNING for code in act[name]}
    for found in softeners(text) if codes else ():
        if found.code in codes:
            yield Mark(found.at, found.end, "softener")


def _apart(found: Iterable[Mark]) -> list[Mark]:
    """The marks in order, of those that overlap the first given."""
    apart: list[Mark] = []
    for mark in found:
        if all(mark.end <= other.start or other.end <= mark.start for other in apart):
            apart.append(mark)
    return sorted(mark for mark in apart if mark.start < mark.end)
