"""Footnotes at the foot of pages, and their marks in the lines above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dashboard.sources.drafts.furniture import is_address
from dashboard.sources.drafts.lines import MARK, Line

RULE = re.compile(r"[_\-–—─―]{5,}")
"""The rule that parts footnotes from the text, as plain text draws it."""
_NOTE = re.compile(
    rf"{MARK}?(\d{{1,3}}|\*{{1,3}}){MARK}?[.)]?\s+(?=\S)|{MARK}(\d{{1,3}}){MARK}(?=\S)"
)
_ENDED = (".", "。", "．", ")", "）", ".”", "。”")
_AFTER = r"(?=$|[\s,.;:!?，。；：、“”’‘\"')\]）》])"
_BEFORE = (
    r"(?<=[,.;:，。；：、”’\")\]）》])",
    r"(?<=[^\W\d_])",
)


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
    open_ = False
    for line in lines:
        text = line.text
        if RULE.fullmatch(text.replace(" ", "")):
            open_, taken = True, []
            continue
        if not open_ and line.small and _NOTE.match(text):
            open_, taken = True, []
        if open_ and _goes_on(line, kept, taken):
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


def _goes_on(line: Line, kept: Sequence[Line], taken: Sequence[tuple[str, list[str]]]) -> bool:
    """Whether a line under the rule still belongs to the footnotes."""
    if line.seam:
        return False
    if line.small:
        return True
    match = _NOTE.match(line.text)
    if match is not None:
        before = taken[-1][0] if taken else ""
        mark = match[1] or match[2]
        return not before.isdigit() or not mark.isdigit() or int(mark) == int(before) + 1
    return bool(taken) and not taken[-1][1][-1].endswith(_ENDED)


def _name(
    kept: list[Line], start: int, taken: Sequence[tuple[str, list[str]]], notes: Notes
) -> None:
    """Put each footnote's key where the lines of its page mark it, in order."""
    at = (start, 0)
    for mark, parts in taken:
        key = f"{MARK}={notes.add(mark, ' '.join(parts))}{MARK}"
        found = _find(kept, at, mark)
        if found is None:
            notes.unmarked.append(mark)
            if kept:
                kept[-1] = replace(kept[-1], text=f"{kept[-1].text}{key}")
            continue
        position, begin, end = found
        text = kept[position].text
        kept[position] = replace(kept[position], text=f"{text[:begin]}{key}{text[end:]}")
        at = (position, begin + len(key))


def _find(lines: Sequence[Line], at: tuple[int, int], mark: str) -> tuple[int, int, int] | None:
    """Where a mark stands first after a place: one that is set as such, or else a bare one."""
    patterns = [re.compile(f"{MARK}{re.escape(mark)}{MARK}")]
    patterns += [re.compile(f"{before}{re.escape(mark)}{_AFTER}") for before in _BEFORE]
    for pattern in patterns:
        for position in range(at[0], len(lines)):
            begin = at[1] if position == at[0] else 0
            if match := pattern.search(lines[position].text, begin):
                return position, match.start(), match.end()
    return None
