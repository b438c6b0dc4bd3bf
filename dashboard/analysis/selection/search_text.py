"""The folded text of rows, with attached official text, and what of it holds a term."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from dashboard.analysis.coded_rows import CodedRows, Mask
from dashboard.analysis.selection.synonyms import has_mark
from dashboard.analysis.selection.terms import Term
from dashboard.corpus.official_text import OfficialTextStore
from dashboard.sources.official_text.folding import fold
from dashboard.sources.official_text.word_index import asked, finds_too_much

_NO_ROW = -1
_REMEMBERED = 4000
"""Words of which it is remembered whether any wording has them."""
_A_LOOK = 50
"""Wordings that are looked at first to know whether any holds a needle."""


class Index:
    """The folded texts of a table's rows: column by column what each is coded with, marks and
    names, then prose. No needle runs from one text to another.
    """

    def __init__(self, coded: Sequence[CodedRows], prose: Sequence[CodedRows]) -> None:
        self.coded, self.prose = coded, prose
        self.rows = len(next(iter((*coded, *prose))))
        self._meant: dict[tuple[str, ...], Mask] = {}

    @cached_property
    def _texts(self) -> tuple[_Joined, _Joined]:
        return _Joined(self.coded), _Joined(self.prose)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word for texts in self._texts for word in texts.joined.split())

    def has_word(self, word: str) -> bool:
        """Whether a folded word stands in any row."""
        return word in self._words

    def holds(self, needle: str) -> bool:
        """Whether any row holds a needle."""
        return any(needle in texts.joined for texts in self._texts)

    def found(self, wanted: Iterable[Term]) -> Mask:
        """For each row, whether it satisfies every term."""
        kept = np.ones(self.rows, dtype=bool)
        for term in wanted:
            holding = self._meant.get(term.needles)
            if holding is None:
                holding = self._holding(term)
                if has_mark(term.needles):  # few things have a meaning, and each has many needles
                    self._meant[term.needles] = holding
            kept &= holding != term.excluded
        return kept

    def _holding(self, term: Term) -> Mask:
        """For each row, whether it holds any of a term's needles.

        What a row is coded with is no word of it: where a longer name may hold that of a State,
        only the State's own mark counts there.
        """
        found = np.zeros(self.rows, dtype=bool)
        needles = tuple(filter(self._may_hold, term.needles))
        coded, prose = self._texts
        for rows in (
            *coded.having(term.needles[:1] if term.apart else needles),
            *prose.having(needles, term.apart),
        ):
            found |= rows
        return found

    def _may_hold(self, needle: str) -> bool:
        """Whether looking is worth while: whole words that stand nowhere need no look."""
        whole = needle.startswith(" ") and needle.endswith(" ")
        return not whole or all(map(self.has_word, needle.split()))


class _Joined:
    """The texts of columns one after the other, to be looked through at once."""

    def __init__(self, columns: Sequence[CodedRows]) -> None:
        self._columns = columns
        self._texts = [text for column in columns for text in column.texts]
        self._ends = [*accumulate(len(text) + 1 for text in self._texts)]
        self.joined = "\n".join([*self._texts, ""])  # a line ends where no folded text has one

    def having(self, needles: Iterable[str], apart: Iterable[str] = ()) -> Iterator[Mask]:
        """For each column the rows that say a needle, in no longer name of something else."""
        said = np.zeros(len(self._texts), dtype=bool)
        for needle in needles:
            at = self.joined.find(needle)
            while at >= 0:
                number = bisect_right(self._ends, at)
                said[number] = True
                at = self.joined.find(needle, self._ends[number])
        if apart:
            for place in np.flatnonzero(said):
                said[place] = _says(needles, apart, self._texts[place])
        start = 0
        for column in self._columns:
            end = start + len(column.texts)
            yield column.saying_any(said[start:end])
            start = end


class WithWording(Index):
    """The same rows with the wording attached to them, which stays in its store.

    A row holds what its text or one of its wordings holds: no needle runs from one to the other.
    """

    def __init__(self, rows: Index, store: OfficialTextStore, ids: Iterable[str]) -> None:
        super().__init__(rows.coded, rows.prose)
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

    def _holding(self, term: Term) -> Mask:
        found = self._own._holding(term)
        found[self._worded(term)[0]] = True
        return found

    def _worded(self, term: Term, most: int = -1) -> tuple[npt.NDArray[np.int32], bool]:
        """The rows in whose wording a term stands, and whether there were `most` wordings to look
        at, and so may be more.
        """
        needles = tuple(needle for needle in term.needles if not has_mark((needle,)))
        numbers = self._store.having(asked(needles), most)
        as_many = len(numbers) == most
        if term.apart or any(map(finds_too_much, needles)):
            said = self._store.words(numbers)
            numbers = [n for n in numbers if _says(needles, term.apart, fold(said.get(n, "")))]
        known = np.array([n for n in numbers if n < len(self._row_of)], dtype=np.intp)
        rows = self._row_of[known]
        found: npt.NDArray[np.int32] = rows[rows != _NO_ROW]
        return found, as_many


def _has_any(needles: Iterable[str], text: str) -> bool:
    return any(needle in text for needle in needles)


def _says(needles: Iterable[str], apart: Iterable[str], text: str) -> bool:
    """Whether a folded text itself holds a needle, in no longer name of something else."""
    if not _has_any(needles, text):
        return False
    for longer in apart:
        text = text.replace(longer, "")
    return not apart or _has_any(needles, text)
