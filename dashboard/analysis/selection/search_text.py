"""The folded text of rows, with attached official text, and what of it holds a term."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.analysis.folding import fold
from dashboard.analysis.selection.synonyms import has_mark
from dashboard.analysis.selection.terms import Term
from dashboard.corpus.official_text import official_text_store

PROSE = "\x03"
"""Ends the marks and the names of the States a row is coded with; what is written follows."""


class Index:
    """The folded text of a table's rows: marks and names of what each is coded with, then prose."""

    def __init__(self, rows: Sequence[str]) -> None:
        self.rows = tuple(rows)
        self._meant: dict[tuple[str, ...], npt.NDArray[np.bool_]] = {}

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset("\n".join(self.rows).split())

    def has_word(self, word: str) -> bool:
        """Whether a folded word stands in any row."""
        return word in self._words

    def holds(self, needle: str) -> bool:
        """Whether any row holds a needle."""
        return any(needle in row for row in self.rows)

    def found(self, wanted: Iterable[Term]) -> npt.NDArray[np.bool_]:
        """For each row, whether it satisfies every term."""
        kept = np.ones(len(self.rows), dtype=bool)
        for term in wanted:
            if has_mark(term.needles):  # few things have a meaning, and each has many needles
                every = np.arange(len(self.rows))
                if term.needles not in self._meant:
                    self._meant[term.needles] = self._holding(term, every)
                kept &= self._meant[term.needles] != term.excluded
                continue
            places = np.flatnonzero(kept)  # what an earlier term left out is not looked at again
            kept[places] = self._holding(term, places) != term.excluded
        return kept

    def _holding(self, term: Term, places: npt.NDArray[np.intp]) -> npt.NDArray[np.bool_]:
        """For each of some rows, whether it holds any of a term's needles."""
        found = np.zeros(len(places), dtype=bool)
        left = np.arange(len(places))
        for needle in filter(self._may_hold, term.needles):
            rows = self._at(places[left])
            found[left] = [needle in row for row in rows]
            left = np.flatnonzero(~found)
        if term.apart:
            found[found] = [_is_meant(row, term) for row in self._at(places[found])]
        return found

    def _at(self, places: npt.NDArray[np.intp]) -> Sequence[str]:
        if len(places) == len(self.rows):
            return self.rows
        return [self.rows[place] for place in places.tolist()]

    def _may_hold(self, needle: str) -> bool:
        """Whether looking is worth while: whole words that stand nowhere need no look."""
        whole = needle.startswith(" ") and needle.endswith(" ")
        return not whole or all(map(self.has_word, needle.split()))


def _is_meant(row: str, term: Term) -> bool:
    """Whether a row is coded with a State, or names it and not one whose longer name holds its."""
    coded, *names = term.needles
    if coded in row:
        return True
    prose = row.rpartition(PROSE)[2]
    for longer in term.apart:
        prose = prose.replace(longer, "")
    return any(name in prose for name in names)


def with_official_text(rows: Sequence[str], paragraphs: pd.DataFrame) -> tuple[str, ...]:
    """Each paragraph's folded text with its folded official text, a line for each language.

    `rows` and `paragraphs` (the table) go row by row. Rows without one stay as they are.
    """
    store = official_text_store()
    attached: dict[str, list[str]] = {}
    for symbol in paragraphs["symbol"].unique():
        for language in store.languages(symbol):
            for local, words in store.paragraphs(symbol, language).items():
                attached.setdefault(f"{symbol}#{local}", []).append(fold(words))
    return tuple(
        "\n".join([row, *attached.get(name, ())])
        for row, name in zip(rows, paragraphs["id"], strict=True)
    )
