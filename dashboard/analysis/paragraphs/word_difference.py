"""Where the words of two texts differ: what stayed, what went and what came, in order.

What differs is found by the longest common sequence of words (in Chinese, of signs). A word or
two that stayed by chance in the middle of what was rewritten is given as part of it: a reader
follows one change of six words, not three of two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from operator import eq
from typing import Literal, get_args

from rapidfuzz.distance import Indel

Operation = Literal["same", "removed", "added"]
_OPERATIONS: tuple[Operation, ...] = get_args(Operation)
Run = tuple[Operation, str]
Pieces = Sequence[str]
Stretch = tuple[Pieces, Pieces, Pieces]
"""Pieces that stayed, then those that went and those that came after them."""

_SIGN = r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
_WORD = rf"(?:(?!{_SIGN})\w)+"
_PIECE = re.compile(rf"\s+|{_SIGN}|{_WORD}(?:[-'’]{_WORD})*|.")
_MOST_PIECES = 12_000
"""Words, signs and spaces between what both texts begin and end with. Where there are more, that
is shown as replaced whole: comparing takes the product of the lengths, in time and in memory."""
_ISLAND = 2
"""So many words or signs may have stayed by chance."""


def word_difference(earlier: str, later: str) -> list[Run]:
    """Two texts as runs of words that are the `same`, `removed` or `added`, in order.

    What is the same and what was removed make up the earlier text, what is the same and what was
    added the later one, each with a single space for any white space. Between two runs that are
    the same stands at most one that was removed, and after it at most one that was added.
    """
    first, second = (_PIECE.findall(" ".join(text.split())) for text in (earlier, later))
    begin = _alike(first, second)
    before, first, second = first[:begin], first[begin:], second[begin:]
    end = _alike(first[::-1], second[::-1])
    after = first[len(first) - end :]
    first, second = first[: len(first) - end], second[: len(second) - end]
    stretches = [(before, [], []), *_between(first, second), (after, [], [])]
    return [
        (operation, "".join(pieces))
        for stretch in _without_islands(_without_islands(stretches, 0), _ISLAND)
        for operation, pieces in zip(_OPERATIONS, stretch, strict=True)
        if pieces
    ]


def _alike(first: Pieces, second: Pieces) -> int:
    """How many pieces both begin with."""
    return sum(1 for _ in takewhile(bool, map(eq, first, second)))


def _between(first: Pieces, second: Pieces) -> Iterator[Stretch]:
    if max(len(first), len(second)) > _MOST_PIECES:
        yield [], first, second
        return
    at = below = 0
    for block in Indel.opcodes(first, second).as_matching_blocks():
        yield [], first[at : block.a], second[below : block.b]
        at, below = block.a + block.size, block.b + block.size
        yield first[block.a : at], [], []


def _without_islands(stretches: Iterable[Stretch], most: int) -> list[Stretch]:
    """What stayed, each time with all that changed after it, and no island in between.

    An island has at most so many words.
    """
    found: list[Stretch] = [([], [], [])]
    for same, removed, added in _in_turn(stretches):
        kept, gone, come = found[-1]
        if _is_island(same, (gone, come), (removed, added), most):
            found[-1] = (kept, [*gone, *same, *removed], [*come, *same, *added])
        else:
            found.append((same, removed, added))
    return found


def _in_turn(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The stretches put together, so that between two that stayed something changed."""
    found: list[Stretch] = [([], [], [])]
    for same, removed, added in stretches:
        kept, gone, come = found[-1]
        if not same:
            found[-1] = (kept, [*gone, *removed], [*come, *added])
        elif not gone and not come:
            found[-1] = ([*kept, *same], removed, added)
        else:
            found.append((same, removed, added))
    return found


def _is_island(
    same: Pieces, before: tuple[Pieces, Pieces], after: tuple[Pieces, Pieces], most: int
) -> bool:
    """Whether what stayed is a space, or some words shorter than the change on either side."""
    nearest = min(max(map(_length, sides)) for sides in (before, after))
    words = sum(not piece.isspace() for piece in same)
    return nearest > 0 and (words == 0 or (words <= most and _length(same) < nearest))


def _length(pieces: Pieces) -> int:
    return sum(map(len, pieces))
