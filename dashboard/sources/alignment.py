"""Which paragraphs of one language are which of another: by id, where the ids mean the same.

Where two languages differ in structure nothing is guessed: what cannot be told is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

PARTS = ("preambular", "operative", "annex")
_UNNUMBERED = re.compile(r"\.[ub]\d+")


class Placeable(Protocol):
    """A paragraph's place in its text: what alignment looks at."""

    @property
    def id(self) -> str: ...
    @property
    def part(self) -> str: ...
    @property
    def parent(self) -> str | None: ...


P = TypeVar("P", bound=Placeable)


def aligned(wanted: Sequence[Placeable], found: Sequence[P]) -> list[P]:
    """Those of `found`, all of one part, whose ids mean the same in `wanted`.

    Printed numbers identify a paragraph; places of unnumbered ones only where all ids agree.
    """
    levels: tuple[Callable[[Placeable], bool], ...] = (
        lambda p: True,
        lambda p: _UNNUMBERED.search(p.id) is None,
        lambda p: _UNNUMBERED.search(p.id) is None and p.parent is None,
    )
    for keep in levels:
        kept = [p for p in found if keep(p)]
        if [p.id for p in kept] == [p.id for p in wanted if keep(p)]:
            return kept
    return []


def by_part(
    wanted: Sequence[Placeable], found: Sequence[P]
) -> Iterator[tuple[str, Sequence[Placeable], Sequence[P]]]:
    """The preambular, operative and annex paragraphs of both, part by part."""
    for part in PARTS:
        yield part, [p for p in wanted if p.part == part], [p for p in found if p.part == part]


def difference(wanted: Sequence[Placeable], found: Sequence[Placeable]) -> str:
    """Which ids one language has and the other has not, a few of them."""
    ours, theirs = [p.id for p in wanted], [p.id for p in found]
    missing = ", ".join([name for name in ours if name not in set(theirs)][:3])
    more = ", ".join([name for name in theirs if name not in set(ours)][:3])
    parts = [f"lacks {missing}"] * bool(missing) + [f"has {more} beside the English"] * bool(more)
    return " and ".join(parts) or "another order than the English"
