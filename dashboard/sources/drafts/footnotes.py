"""Footnotes at the foot of pages, and their marks in the lines above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from dashboard.sources.drafts.formats.lines import MARK, Line
from dashboard.sources.drafts.furniture import RULE, is_address

_NOTE = re.compile(
    rf"{MARK}?(\d{{1,3}}|\*{{1,3}}){MARK}?[.)]?\s+(?=\S)|{MARK}(\d{{1,3}}){MARK}(?=\S)"
)
_LONGEST = 25
"""Lines of the footnotes of a page at most, where only its end shows where they end."""
_ENDED = (".", "。", "．", ")", "）", ".”", "。”")
_BEFORE = r"(?<=[,.;:，。；：、”’\")\]）》])"
_AFTER = r"(?=$|[\s,.;:!?，。；：、“”’‘\"')\]）》])"
_BARE = (
    (_BEFORE, _AFTER),
    (r"(?<=[^\W\d_])", _AFTER),
    ("^", r"(?=$|\s|[\u4e00-\u9fff《“])"),
    (_BEFORE, r"(?=[\u4e00-\u9fff《“])"),
    (r"(?<=[，。；：、”）》])\s", r"(?=$|\s|[\u4e00-\u9fff《“])"),
    (r"(?<=(?<!\d)(?:19|20)\d\d)", _AFTER),
    (r"(?<=[\u4e00-\u9fff])", r"(?=[\u4e00-\u9fff])"),
)
"""What stands around a figure that is a mark without being set as one, the likeliest first."""
_NONE = 9
"""How much doubt it is worth to find no place for a mark."""


@dataclass
class Notes:
    """Footnotes by a key of our own, which stands for them in the lines."""

    marks: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    unmarked: list[str] = field(default_factory=list)
    """The marks of those that no line refers to."""

    def add(self, mark: str, text: str) -> str:
        """Keep one; the key by which lines name it."""
        key = str(len(self.texts))
        self.marks[key], self.texts[key] = mark, text
        return key

    def get(self, key: str) -> tuple[str, str]:
        """Its mark and its words."""
        return self.marks[key], self.texts[key]


def parted(lines: Sequence[Line]) -> tuple[list[Line], Notes]:
    """The lines of the text with its footnotes taken out and named where they are marked."""
    notes = Notes()
    kept: list[Line] = []
    taken: list[tuple[str, list[str]]] = []
    page_start = 0
    seam = False
    open_, end = False, 0
    for position, line in enumerate(lines):
        text = line.text
        if RULE.fullmatch(text.replace(" ", "")):
            open_, taken, end = True, [], _page_end(lines, position + 1)
            continue
        raised = text.startswith(MARK) and line.gap
        if not open_ and _NOTE.match(text) and (line.small or raised):
            open_, taken = True, []
        if open_ and (position < end or _goes_on(line, taken)):
            if is_address(text):
                continue
            if match := _NOTE.match(text):
                taken.append((match[1] or match[2], [text[match.end() :]]))
            elif taken:
                taken[-1][1].append(text)
            continue
        if open_:
            _name(kept, page_start, taken, notes)
            open_, page_start, seam, taken = False, len(kept), True, []
        kept.append(replace(line, seam=line.seam or seam))
        seam = False
    if open_:
        _name(kept, page_start, taken, notes)
    return kept, notes


def _page_end(lines: Sequence[Line], start: int) -> int:
    """Where the footnotes that begin at `start` end, if the end of their page shows it."""
    seams = (at for at in range(start, len(lines)) if lines[at].seam)
    end = next(seams, start)
    return end if end - start <= _LONGEST else start


def _goes_on(line: Line, taken: Sequence[tuple[str, list[str]]]) -> bool:
    """Whether a line under the rule still belongs to the footnotes."""
    match = _NOTE.match(line.text)
    if line.small and not line.seam:
        return True
    if match is not None:
        before = taken[-1][0] if taken else ""
        mark = match[1] or match[2]
        follows = before.isdigit() and mark.isdigit() and int(mark) == int(before) + 1
        return follows and line.small if line.seam else follows or not (taken and mark.isdigit())
    return bool(taken) and not line.seam and not taken[-1][1][-1].endswith(_ENDED)


def _name(
    kept: list[Line], start: int, taken: Sequence[tuple[str, list[str]]], notes: Notes
) -> None:
    """Put each footnote's key where the lines of its page mark it, in order."""
    places = in_order([_candidates(kept, start, mark) for mark, _ in taken])
    for (mark, parts), place in reversed(list(zip(taken, places, strict=True))):
        key = f"{MARK}={notes.add(mark, ' '.join(parts))}{MARK}"
        if place is None:
            notes.unmarked.insert(0, mark)
            if kept:
                kept[-1] = replace(kept[-1], text=f"{kept[-1].text}{key}")
            continue
        text = kept[place.line].text
        text = f"{text[: place.begin]}{key}{text[place.end :]}"
        kept[place.line] = replace(kept[place.line], text=text)


class Place(NamedTuple):
    """Where a mark may stand, and how unlike a mark it looks there."""

    line: int
    begin: int
    end: int
    doubt: int


def _candidates(lines: Sequence[Line], start: int, mark: str) -> list[Place]:
    patterns = [f"{MARK}{re.escape(mark)}{MARK}"]
    patterns += [f"{before}{re.escape(mark)}{after}" for before, after in _BARE]
    return [
        Place(position, match.start(), match.end(), doubt)
        for position in range(start, len(lines))
        for doubt, pattern in enumerate(patterns)
        for match in re.finditer(pattern, lines[position].text)
    ]


def in_order(candidates: Sequence[Sequence[Place]]) -> list[Place | None]:
    """One place for each mark, each after the one before, so that least is in doubt.

    None for a mark that has none.
    """
    best: list[tuple[int, list[Place | None]]] = [(0, [])]
    for places in candidates:
        following = [(doubt + _NONE, [*chosen, None]) for doubt, chosen in best]
        for place in places:
            before = min(
                (each for each in best if _last(each[1]) < place[:2]), key=lambda each: each[0]
            )
            following.append((before[0] + place.doubt, [*before[1], place]))
        best = _leanest(following)
    return min(best, key=lambda each: each[0])[1]


def _last(chosen: Sequence[Place | None]) -> tuple[int, int]:
    last = next((place for place in reversed(chosen) if place is not None), None)
    return (last.line, last.begin) if last is not None else (-1, -1)


def _leanest(
    found: list[tuple[int, list[Place | None]]],
) -> list[tuple[int, list[Place | None]]]:
    """Those that no other one beats, with both less doubt and more room after it."""
    kept: list[tuple[int, list[Place | None]]] = []
    for each in sorted(found, key=lambda each: (each[0], _last(each[1]))):
        if not kept or _last(each[1]) < _last(kept[-1][1]):
            kept.append(each)
    return kept
