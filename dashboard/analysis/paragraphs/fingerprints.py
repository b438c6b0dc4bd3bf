"""Wordings compared by their fingerprints, whether or not they are attached: the same, how alike,
and which on record come nearest.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from dashboard.analysis.snapshot_cache import SnapshotCache
from dashboard.corpus.snapshot import Snapshot
from dashboard.sources.fingerprints import Fingerprint
from dashboard.symbols import paragraph_id

Relation = Literal["identical", "editorial", "reworded"]
"""`editorial`: joining words, punctuation and capitals differ, nothing else."""
Grid = npt.NDArray[np.float64]
Runs = npt.NDArray[np.uint32]
Places = npt.NDArray[np.intp]


class Near(NamedTuple):
    """A paragraph on record near to another wording, by its id, and how alike they are, 0 to 1."""

    id: str
    likeness: float


class _Index(NamedTuple):
    """The runs of all paragraphs, rising, beside each the place of its paragraph; and of each
    paragraph what its runs weigh together: a run of which few have part weighs more."""

    ids: Sequence[str]
    runs: Runs
    owners: Places
    weight: Grid


@dataclass(frozen=True)
class Fingerprints:
    """Those of every paragraph on record in one language."""

    by_id: Mapping[str, Fingerprint]

    def relation(self, earlier: str, later: str) -> Relation | None:
        """What became of a wording; None where either has no fingerprint."""
        one, two = self.by_id.get(earlier), self.by_id.get(later)
        if one is None or two is None:
            return None
        if one.words == two.words:
            return "identical"
        return "editorial" if one.content == two.content else "reworded"

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

    def nearest(self, wanted: Fingerprint, limit: int, without: Collection[str] = ()) -> list[Near]:
        """The paragraphs that share most of what is rare in a wording, the nearest first.

        Those of the texts `without` are left out; what shares nothing is not near.
        """
        ids, runs, owners, weight = self._index
        found, times = _within(runs, _unpacked(wanted))
        rare = self._rarity(times)
        shared = np.bincount(owners[found], weights=np.repeat(rare, times), minlength=len(ids))
        alike = shared / np.sqrt(np.maximum(weight * rare.sum(), _TINY))
        order = (int(place) for place in np.argsort(-alike, kind="stable") if alike[place])
        near = (Near(ids[place], float(alike[place])) for place in order)
        kept = (each for each in near if each.id.partition("#")[0] not in without)
        return list(islice(kept, limit))

    @cached_property
    def _index(self) -> _Index:
        """Put together when the nearest are first asked for."""
        ids = list(self.by_id)
        runs, owners, _ = self._runs_of(ids)
        order = np.argsort(runs, kind="stable")
        runs, owners = runs[order], owners[order]
        _, times = _within(runs, runs)
        weight: Grid = np.bincount(owners, self._rarity(times), len(ids)).astype(np.float64)
        return _Index(ids, runs, owners, weight)

    def _runs_of(self, ids: Sequence[str]) -> tuple[Runs, Places, Grid]:
        """The runs of some paragraphs, the place of each one's paragraph, and how many each has."""
        each = [_unpacked(self.by_id.get(name)) for name in ids]
        sizes = np.array([len(runs) for runs in each], dtype=np.intp)
        runs = np.concatenate([*each, _NONE])
        return runs, np.repeat(np.arange(len(ids)), sizes), sizes.astype(np.float64)

    def _rarity(self, times: Places) -> Grid:
        """What runs weigh that stand so often on record; never nothing."""
        return np.log((2 + len(self.by_id)) / np.maximum(times, 1))


_NONE = np.zeros(0, dtype=np.uint32)
_TINY = np.finfo(float).tiny
_kept: SnapshotCache[Fingerprints] = SnapshotCache(most=4)


def fingerprints_of(snapshot: Snapshot, language: str = "en") -> Fingerprints:
    """Those of every paragraph on record in a language, put together once for each version."""
    return _kept.get((snapshot.version, language), lambda: _together(snapshot, language))


def _together(snapshot: Snapshot, language: str) -> Fingerprints:
    return Fingerprints(
        {
            paragraph_id(symbol, place): each
            for symbol, languages in snapshot.fingerprints.items()
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
