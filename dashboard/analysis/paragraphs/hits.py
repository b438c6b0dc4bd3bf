"""The words around what a search found in a paragraph's attached wording."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import pandas as pd

from dashboard.analysis.selection.paragraph_lookup import paragraph_named
from dashboard.analysis.selection.search import search_terms
from dashboard.analysis.selection.terms import Term, spans
from dashboard.corpus.official_text import official_text_store
from dashboard.corpus.snapshot import Snapshot
from dashboard.sources.official_text.folding import is_han
from dashboard.words import Words
from dashboard.words.labels import label_of

OPEN, CLOSE = "⟦", "⟧"
"""Around each word found: signs that no official text uses."""
_REMEMBERED = 2000
"""Hits kept, because a page runs anew with each press and asks for the same."""
_BEFORE, _AFTER = 60, 120
"""Signs of a text shown around the first hit; of Chinese half as many."""


def hits(snapshot: Snapshot, say: Words, ids: Sequence[str], text: str) -> list[str | None]:
    """For each paragraph the words around what a search text finds in its wording.

    In the reader's language, else in another with its name before it. None where no wording is
    attached, where it has none of the words, and where the text names one paragraph.
    """
    store = official_text_store()
    found = search_terms(snapshot, "paragraphs", text)
    wanted = tuple(term for term in found if not term.excluded)
    if not wanted or not store.has_any() or paragraph_named(snapshot, text):
        return [None] * len(ids)
    wordings = store.wordings(ids)
    return [_hit(snapshot, say, wordings.get(name, {}), wanted) for name in ids]


def _hit(
    snapshot: Snapshot, say: Words, held: Mapping[str, str], wanted: tuple[Term, ...]
) -> str | None:
    for code in dict.fromkeys([*(c for c in say.order if c in held), *held]):
        if found := around(held[code], wanted):
            if code == say.language:
                return found
            name = label_of(snapshot, say.language, "languages", code)
            return say("wording.hit", language=name, hit=found)
    return None


def with_hits(snapshot: Snapshot, say: Words, frame: pd.DataFrame, text: str) -> pd.DataFrame:
    """Rows of the table of paragraphs, `hit` filled for a search text."""
    found = hits(snapshot, say, list(frame["id"]), text)
    return frame.assign(hit=pd.Series(found, frame.index, frame["hit"].dtype))


@lru_cache(_REMEMBERED)
def around(words: str, wanted: tuple[Term, ...]) -> str | None:
    """The words around the first hit of a wording, each hit in brackets of their own."""
    found = spans(words, wanted)
    if not found:
        return None
    plain = words
    for sign, instead in ((OPEN, "["), (CLOSE, "]"), ("\n", " ")):
        plain = plain.replace(sign, instead)
    start, end = _window(plain, *found[0])
    parts, at = ["…" if start else ""], start
    for first, last in found:
        if last <= end:
            parts += [plain[at:first], OPEN, plain[first:last], CLOSE]
            at = last
    return "".join([*parts, plain[at:end], "…" if end < len(plain) else ""])


def without_marks(hit: str) -> tuple[str, list[tuple[int, int]]]:
    """A hit as plain text, and where in it the words found stand."""
    text, found = "", list[tuple[int, int]]()
    for piece in hit.split(OPEN):
        word, closed, rest = piece.partition(CLOSE)
        if closed:
            found.append((len(text), len(text) + len(word)))
        text += word + rest
    return text, found


def _window(words: str, first: int, last: int) -> tuple[int, int]:
    """What is shown around a hit, from the beginning of a word to the end of one."""
    share = 2 if is_han(words[first]) else 1
    start, end = max(0, first - _BEFORE // share), min(len(words), last + _AFTER // share)
    if share == 1:
        if start:
            start = words.find(" ", start, first) + 1 or first
        if end < len(words):
            end = max(words.rfind(" ", last, end), last)
    return start, end
