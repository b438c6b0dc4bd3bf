"""The folded text of rows, with attached official text, and what of it holds a term."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt

from dashboard.analysis.selection.synonyms import has_mark
from dashboard.analysis.selection.terms import Term
from dashboard.corpus.official_text import OfficialTextStore
from dashboard.sources.official_text.folding import fold
from dashboard.sources.official_text.word_index import asked, finds_too_much

PROSE = "\x03"
"""Ends the marks and the names of the States a row is coded with; what is written follows."""
_NO_ROW = -1
_REMEMBERED = 4000
"""Words of which it is remembered whether any wording has them."""
_A_LOOK = 50
"""Wordings that are looked at first to know whether any holds a needle."""


class Index:
    """The folded text of a table's rows: marks and names of what each is coded with, then prose."""

    def __init__(self, rows: Sequence[str]) -> None:
        same: dict[str, str] = {}  # rows that say the same are kept once
        self.rows = tuple(same.setdefault(row, row) for row in rows)
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
    return term.needles[0] in row or _says(row.rpartition(PROSE)[2], term)


class WithWording(Index):
    """The same rows with the wording attached to them, which stays in its store.

    A row holds what its text or one of its wordings holds: no needle runs from one to the other.
    """

    def __init__(self, rows: Index, store: OfficialTextStore, ids: Iterable[str]) -> None:
        super().__init__(rows.rows)
        self._own, self._store = rows, store
        self._any_says = lru_cache(_REMEMBERED)(self._looked_for)
        row_of = {name: row for row, name in enumerate(ids)}
        named = store.named()
        last = max((number for number, *_ in named), default=0)
        self._row_of = np.full(last + 1, _NO_ROW, dtype=np.int32)
        for number, symbol, place in named:
            self._row_of[number] = row_of.get(f"{symbol}#{place}", _NO_ROW)

    def has_word(self, word: str) -> bool:
        """Whether a folded word stands in any row or wording."""
        return self._own.has_word(word) or self._any_says(f" {word} ")

    def holds(self, needle: str) -> bool:
        """Whether any row or wording holds a needle."""
        return self._own.holds(needle) or self._any_says(needle)

    def _looked_for(self, needle: str) -> bool:
        some, most = self._worded(Term((needle,)), _A_LOOK)
        return len(some) > 0 or (most and len(self._worded(Term((needle,)))[0]) > 0)

    def _holding(self, term: Term, places: npt.NDArray[np.intp]) -> npt.NDArray[np.bool_]:
        found = np.zeros(len(self.rows), dtype=bool)
        found[self._worded(term)[0]] = True
        left = places[~found[places]]
        found[left] = self._own._holding(term, left)
        return found[places]

    def _worded(self, term: Term, most: int = -1) -> tuple[npt.NDArray[np.int32], bool]:
        """The rows in whose wording a term stands, and whether there were `most` wordings to look
        at, and so may be more.
        """
        needles = tuple(needle for needle in term.needles if not has_mark((needle,)))
        numbers = self._store.having(asked(needles), most)
        as_many = len(numbers) == most
        if term.apart or any(map(finds_too_much, needles)):
            said = self._store.words(numbers)
            numbers = [n for n in numbers if _says(fold(said.get(n, "")), term)]
        known = np.array([n for n in numbers if n < len(self._row_of)], dtype=np.intp)
        rows = self._row_of[known]
        found: npt.NDArray[np.int32] = rows[rows != _NO_ROW]
        return found, as_many


def _says(folded: str, term: Term) -> bool:
    """Whether a folded wording itself holds a term: what a row is coded with is no word of it."""
    for longer in term.apart:
        folded = folded.replace(longer, "")
    return any(needle in folded for needle in term.needles)
