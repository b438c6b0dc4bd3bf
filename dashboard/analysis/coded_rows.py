"""What each row of a table says, of a few texts that many rows say: each text is kept once.

A hundred thousand rows name two hundred States and two thousand titles. A question is asked of each
text, and answered for the rows by their numbers, which take a byte or two each.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Any, overload

import numpy as np
import numpy.typing as npt
import pandas as pd

Mask = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]


def distinct(column: pd.Series[Any]) -> tuple[list[Any], Places]:
    """The values of a column, each once, in the order in which they come first, and where in them
    the value of each row stands; what is null is None, and last.

    Many rows say the same: what is to be done with their values is done once for each.
    """
    places, values = pd.factorize(column.to_numpy() if column.dtype == object else column.array)
    null = places < 0
    if null.any():
        return [*values.tolist(), None], np.where(null, len(values), places)
    return values.tolist(), places


class CodedRows(Sequence[tuple[str, ...]]):
    """The texts of each row, in its order; `texts` are all of them, each once."""

    def __init__(self, rows: Iterable[Sequence[str]]) -> None:
        known: dict[str, int] = {}
        numbers, ends = array("l"), array("l", [0])
        for row in rows:
            for text in row:
                numbers.append(known.setdefault(text, len(known)))
            ends.append(len(numbers))
        self.texts: tuple[str, ...] = tuple(known)
        self._rows = len(ends) - 1
        kind = np.min_scalar_type(len(known))
        self._numbers: npt.NDArray[np.integer[Any]] = np.array(numbers, dtype=kind)
        single = len(numbers) == self._rows and all(end == row for row, end in enumerate(ends))
        self._ends = None if single else np.array(ends, dtype=np.int32)
        """Where each row ends among the numbers; None where each has one text."""

    def take(self, places: Places) -> CodedRows:
        """The rows at these places, in their order and as often as they are named."""
        other = object.__new__(CodedRows)
        other.texts, other._rows = self.texts, len(places)
        if self._ends is None:
            other._numbers, other._ends = self._numbers[places], None
            return other
        first, size = self._ends[:-1][places], np.diff(self._ends)[places]
        ends = np.concatenate([[0], np.cumsum(size)]).astype(np.int32)
        other._numbers = self._numbers[np.repeat(first - ends[:-1], size) + np.arange(ends[-1])]
        other._ends = None if (size == 1).all() else ends
        return other

    def saying(self, say: Callable[[str], str]) -> CodedRows:
        """The same rows, each text said otherwise."""
        other = object.__new__(CodedRows)
        other.texts = tuple(map(say, self.texts))
        other._rows, other._numbers, other._ends = self._rows, self._numbers, self._ends
        return other

    def having(self, wanted: Callable[[str], bool]) -> Mask:
        """The rows with any of the texts that are wanted."""
        return self.saying_any(np.fromiter(map(wanted, self.texts), bool, len(self.texts)))

    def saying_any(self, said: Mask) -> Mask:
        """The rows with any of the texts that are marked."""
        if not said.any():
            return np.zeros(self._rows, dtype=bool)
        hits: Mask = said[self._numbers]
        if self._ends is None:
            return hits
        so_far = np.concatenate([[0], np.cumsum(hits, dtype=np.int32)])[self._ends]
        found: Mask = so_far[1:] > so_far[:-1]
        return found

    def counts(self, kept: Mask) -> dict[str, int]:
        """How many of some rows have each text, without those that none has."""
        if self._ends is not None:
            kept = np.repeat(kept, np.diff(self._ends))
        counted = np.bincount(self._numbers[kept], minlength=len(self.texts)).tolist()
        return {text: n for text, n in zip(self.texts, counted, strict=True) if n}

    def __len__(self) -> int:
        return self._rows

    @overload
    def __getitem__(self, row: int) -> tuple[str, ...]: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[tuple[str, ...]]: ...
    def __getitem__(self, row: int | slice) -> tuple[str, ...] | Sequence[tuple[str, ...]]:
        if isinstance(row, slice):
            return [self[place] for place in range(*row.indices(self._rows))]
        place = range(self._rows)[row]
        first, end = (place, place + 1) if self._ends is None else self._ends[place : place + 2]
        return tuple(self.texts[number] for number in self._numbers[first:end])
