"""How alike the paragraphs of two texts are, from what the record holds.

The weights and the two bounds were chosen on four pairs of resolutions whose paragraphs
were paired by hand against the official texts; test_compare_judged.py holds those
pairs. They are a help for reading, not a finding: what decides is shown beside each pair.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz.fuzz import token_sort_ratio
from rapidfuzz.process import cdist

from dashboard.sources.fingerprints import pieces

Grid = npt.NDArray[np.float64]

TEXT, VERB, ADDRESSEES, PLACE = 6.0, 0.5, 1.0, 1.0
"""Weights of the words, the verb, whom it addresses, and the place in the text."""

LEAST_BY_SUMMARY = 0.46
LEAST_BY_FINGERPRINT = 0.47
LEAST_ACROSS = 0.28
"""Below these two paragraphs are no pair; the last is of words alone, between preamble and the
rest: over the series on record the poorest true one has 0.282, the best false one 0.273."""

_STEM = 6
"""Letters that stand for a word, so that `resolution` and `resolutions` are one."""


@dataclass(frozen=True)
class Reading:
    """What is compared of a paragraph besides its words: its codes."""

    head: str
    addressees: frozenset[str]


def likeness(earlier: Sequence[Reading], later: Sequence[Reading], words: Grid) -> Grid:
    """For each pair how alike it is, 0 to 1; rows are the earlier paragraphs.

    `words` says how alike their words are.
    """
    if not earlier or not later:
        return np.zeros((len(earlier), len(later)))
    verbs = np.array([[float(a.head == b.head) for b in later] for a in earlier])
    asked = np.array([[_overlap(a.addressees, b.addressees) for b in later] for a in earlier])
    total = TEXT * words + VERB * verbs + ADDRESSEES * asked + PLACE * _places(earlier, later)
    found: Grid = total / (TEXT + VERB + ADDRESSEES + PLACE)
    return found


def by_summary(first: Sequence[str], second: Sequence[str]) -> Grid:
    """How alike summaries are: two thirds by the rare words both have, one third as texts."""
    stems = [Counter(word[:_STEM] for word in pieces(text)) for text in (*first, *second)]
    rare = _weighted(stems)
    split = len(first)
    sorted_words = cdist(first, second, scorer=token_sort_ratio).astype(np.float64) / 100
    found: Grid = (2 * rare[:split] @ rare[split:].T + sorted_words) / 3
    return found


def _weighted(stems: Sequence[Counter[str]]) -> Grid:
    """A line of length 1 for each text, a rare word weighing more than a common one."""
    holding = Counter(word for text in stems for word in text)
    place = {word: column for column, word in enumerate(holding)}
    lines = np.zeros((len(stems), len(place)))
    for row, text in enumerate(stems):
        for word, times in text.items():
            lines[row, place[word]] = times * math.log((1 + len(stems)) / holding[word])
    lengths = np.linalg.norm(lines, axis=1, keepdims=True)
    found: Grid = np.divide(lines, lengths, out=np.zeros_like(lines), where=lengths > 0)
    return found


def _places(earlier: Sequence[Reading], later: Sequence[Reading]) -> Grid:
    first = (np.arange(len(earlier)) + 0.5) / len(earlier)
    second = (np.arange(len(later)) + 0.5) / len(later)
    found: Grid = 1 - np.abs(first[:, None] - second[None, :])
    return found


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the shorter list of codes is in the longer; 0 where one has none."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
