"""Wordings compared by their fingerprints, attached or not: whether the same, and how alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from dashboard.corpus.snapshot import Snapshot
from dashboard.sources.fingerprints import Fingerprint, pieces, runs
from dashboard.symbols import paragraph_id

Relation = Literal["identical", "editorial", "reworded"]
"""`editorial`: joining words, punctuation and capitals differ, nothing else."""
Grid = npt.NDArray[np.float64]
Runs = npt.NDArray[np.uint32]
Places = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Fingerprints:
    """Those of some paragraphs, by id."""

    by_id: Mapping[str, Fingerprint]

    def relation(self, earlier: str, later: str) -> Relation | None:
        """What became of a wording; None where either has no fingerprint."""
        one, two = self.by_id.get(earlier), self.by_id.get(later)
        if one is None or two is None:
            return None
        if one.words == two.words:
            return "identical"
        return "editorial" if one.content == two.content else "reworded"

    def gained(self, earlier: str, later: str) -> int:
        """How many runs the later wording has that the earlier has not."""
        one, two = _unpacked(self.by_id.get(earlier)), _unpacked(self.by_id.get(later))
        return len(np.setdiff1d(two, one, assume_unique=True))

    def says(self, name: str, words: str) -> bool:
        """Whether the wording of a paragraph has some three words, as they stand in `words`."""
        found = self.by_id.get(name)
        return bool(
            np.isin(np.frombuffer(runs(pieces(words), "en"), "<u4"), _unpacked(found)).all()
        )

    def likeness(self, first: Sequence[str], second: Sequence[str]) -> Grid:
        """Of each of the first paragraphs and each of the second the share of their runs that
        both have (L. R. Dice, 1945), 0 to 1; 0 where either has no fingerprint.
        """
        (rows, owners, sizes), (others, columns, widths) = map(self._runs_of, (first, second))
        order = np.argsort(rows, kind="stable")
        found, times = _within(rows[order], others)
        both = np.zeros((len(first), len(second)))
        np.add.at(both, (owners[order][found], np.repeat(columns, times)), 1)
        every = sizes[:, None] + widths[None, :]
        return np.divide(2 * both, every, out=np.zeros_like(both), where=every > 0)

    def _runs_of(self, ids: Sequence[str]) -> tuple[Runs, Places, Grid]:
        """The runs of some paragraphs, the place of each one's paragraph, and how many each has."""
        each = [_unpacked(self.by_id.get(name)) for name in ids]
        sizes = np.array([len(runs) for runs in each], dtype=np.intp)
        found = np.concatenate([*each, _NONE])
        return found, np.repeat(np.arange(len(ids)), sizes), sizes.astype(np.float64)


_NONE = np.zeros(0, dtype=np.uint32)


def fingerprints_of(
    snapshot: Snapshot, symbols: Iterable[str], language: str = "en"
) -> Fingerprints:
    """Those of every paragraph of some texts, of its wording in one language."""
    held = ((symbol, snapshot.fingerprints.get(symbol, {})) for symbol in symbols)
    return Fingerprints(
        {
            paragraph_id(symbol, place): each
            for symbol, languages in held
            if language in languages
            for place, each in languages[language].paragraphs.items()
        }
    )


def _unpacked(found: Fingerprint | None) -> Runs:
    return np.frombuffer(found.runs, dtype="<u4") if found else _NONE


def _within(risen: Runs, wanted: Runs) -> tuple[Places, Places]:
    """Where in rising runs each wanted one stands, one after the other, and how often each."""
    first = np.searchsorted(risen, wanted, "left")
    times = np.searchsorted(risen, wanted, "right") - first
    before = np.repeat(np.cumsum(times) - times, times)
    return np.repeat(first, times) + np.arange(len(before)) - before, times
