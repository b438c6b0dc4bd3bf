"""The words around what a search found in a paragraph's attached wording."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd

from dashboard.analysis.selection.paragraph_lookup import paragraph_named
from dashboard.analysis.selection.search import search_terms
from dashboard.analysis.selection.terms import Term, spans
from dashboard.corpus.official_text import official_text_store
from dashboard.corpus.snapshot import Snapshot
from dashboard.sources.official_text.folding import fold, is_han
from dashboard.words import Words
from dashboard.words.labels import label_of

OPEN, CLOSE = "⟦", "⟧"
"""Around each word found: signs that no official text uses."""
_BRACKETS = str.maketrans({OPEN: "[", CLOSE: "]", "\n": " "})
_BEFORE, _AFTER = 60, 120
"""Signs of a text shown around the first hit; of Chinese half as many."""

Hit = Callable[[str], str | None]
"""The words around the hit in a paragraph, by its id."""


def hits(snapshot: Snapshot, say: Words, text: str) -> Hit:
    """What answers for any paragraph where its wording has what a search text asks for.

    In the reader's language, else in another with its name before it. None where no wording is
    attached, where it has none of the words, and where the text names one paragraph.
    """
    store = official_text_store()
    wanted = [term for term in search_terms(snapshot, "paragraphs", text) if not term.excluded]
    if not wanted or not store.has_any() or paragraph_named(snapshot, text):
        return lambda _: None

    def hit(paragraph: str) -> str | None:
        symbol, _, place = paragraph.partition("#")
        held = store.languages(symbol)
        for code in dict.fromkeys([*(c for c in say.order if c in held), *held]):
            words = store.paragraphs(symbol, code).get(place, "")
            if found := around(words, wanted):
                name = label_of(snapshot, say.language, "languages", code)
                own = code == say.language
                return found if own else say("wording.hit", language=name, hit=found)
        return None

    return hit


def with_hits(snapshot: Snapshot, say: Words, frame: pd.DataFrame, text: str) -> pd.DataFrame:
    """Rows of the table of paragraphs with their column `hit` filled for a search text."""
    found = list(map(hits(snapshot, say, text), frame["id"]))
    return frame.assign(hit=pd.Series(found, index=frame.index, dtype=frame["hit"].dtype))


def around(words: str, wanted: Sequence[Term]) -> str | None:
    """The words around the first hit of a wording, each hit in brackets of their own."""
    folded = fold(words)
    if not any(needle in folded for term in wanted for needle in term.needles):
        return None
    plain = words.translate(_BRACKETS)
    found = spans(plain, wanted)
    if not found:
        return None
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
