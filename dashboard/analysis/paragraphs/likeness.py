"""How alike the paragraphs of two texts are, from what the record holds, and where words differ.

The weights and the two bounds were chosen on four pairs of resolutions whose paragraphs
were paired by hand against the official texts; test_compare_judged.py holds those
pairs. They are a help for reading, not a finding: what decides is shown beside each pair.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import token_sort_ratio
from rapidfuzz.process import cdist

Grid = npt.NDArray[np.float64]

TEXT, VERB, ADDRESSEES, PLACE = 6.0, 0.5, 1.0, 1.0
"""Weights of the words, the verb, whom it addresses, and the place in the text."""

LEAST_BY_SUMMARY = 0.46
LEAST_BY_WORDING = 0.49
"""Below these two paragraphs are no pair."""

_STEM = 6
"""Letters that stand for a word, so that `resolution` and `resolutions` are one."""
_PIECE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]|[^\W_]+")
Operation = Literal["same", "removed", "added"]

_WITH_SPACE = re.compile(
    r"(?:[\u3400-\u9fff\uf900-\ufaff]|(?:(?![\u3400-\u9fff\uf900-\ufaff])\w)+|\S)\s*"
)
_MOST_PIECES = 4_000
"""Longer texts are shown as replaced whole: comparing takes the square of their length."""
_FIRST_LETTER = 0x10000
"""Words are written as single letters above this, so that they can be compared as one string."""


@dataclass(frozen=True)
class Reading:
    """What is compared of a paragraph: its words (a summary or the official wording) and codes."""

    words: str
    head: str
    addressees: frozenset[str]


def pieces(text: str) -> list[str]:
    """The words of a text in lower case; each Chinese character is one."""
    return _PIECE.findall(text.casefold())


def likeness(earlier: Sequence[Reading], later: Sequence[Reading], *, wording: bool) -> Grid:
    """For each pair how alike it is, 0 to 1; rows are the earlier paragraphs.

    `wording` says that the words are official wording, of which the order of words counts;
    summaries are compared by which rare words they share.
    """
    if not earlier or not later:
        return np.zeros((len(earlier), len(later)))
    first, second = [r.words for r in earlier], [r.words for r in later]
    words = _in_order(first, second) if wording else _by_summary(first, second)
    verbs = np.array([[float(a.head == b.head) for b in later] for a in earlier])
    asked = np.array([[_overlap(a.addressees, b.addressees) for b in later] for a in earlier])
    total = TEXT * words + VERB * verbs + ADDRESSEES * asked + PLACE * _places(earlier, later)
    found: Grid = total / (TEXT + VERB + ADDRESSEES + PLACE)
    return found


def word_difference(earlier: str, later: str) -> list[tuple[Operation, str]]:
    """Two texts as runs of words that are the `same`, `removed` or `added`, in order.

    Words and signs are compared one by one, Chinese characters each for itself; white space
    does not count. Texts of more than 4,000 words are given as removed and added whole.
    """
    first, second = _WITH_SPACE.findall(earlier.strip()), _WITH_SPACE.findall(later.strip())
    runs: list[tuple[Operation, str]] = []
    if max(len(first), len(second)) > _MOST_PIECES:
        runs = [("removed", "".join(first)), ("added", "".join(second))]
        return runs if first != second else [("same", "".join(second))]
    bare = [[piece.strip() for piece in text] for text in (first, second)]
    matcher = SequenceMatcher(None, bare[0], bare[1], autojunk=False)
    for operation, a, b, c, d in matcher.get_opcodes():
        if operation == "equal":
            runs.append(("same", "".join(second[c:d])))
            continue
        if b > a:
            runs.append(("removed", "".join(first[a:b])))
        if d > c:
            runs.append(("added", "".join(second[c:d])))
    return runs


def _in_order(first: Sequence[str], second: Sequence[str]) -> Grid:
    """The share of words that stand in both texts in the same order."""
    letters: dict[str, str] = {}
    written = [
        "".join(letters.setdefault(w, chr(_FIRST_LETTER + len(letters))) for w in pieces(text))
        for text in (*first, *second)
    ]
    split = len(first)
    found = cdist(written[:split], written[split:], scorer=Indel.normalized_similarity)
    return found.astype(np.float64)


def _by_summary(first: Sequence[str], second: Sequence[str]) -> Grid:
    """Two thirds the rare words two summaries share, one third their likeness as texts."""
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
