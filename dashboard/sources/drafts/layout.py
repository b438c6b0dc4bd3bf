"""Where a paragraph begins, by how lines are laid out and by what they say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from statistics import median

from dashboard.sources.acts.opening_verbs import chinese_opening, opening_verb
from dashboard.sources.drafts.formats.blocks import is_han
from dashboard.sources.drafts.formats.lines import Line
from dashboard.sources.resolutions.numbering import Part
from dashboard.sources.resolutions.paragraph_numbers import (
    Label,
    letter_name,
    read_label,
    roman_name,
)

_ENDS = (".", ";", ":", ",", "。", "；", "：", "，", "”", "’", "!", "?", "！", "？", ")", "）")
_STOPS = (".", ";", ":", "。", "；", "：", "!", "?")
_TITLE = re.compile(r"\d{2}/\d{1,3}\. ?\S")
_JOINS_LIST = re.compile(r"\b(?:and|or)$|[和或及]$")
_WITHIN = (
    "承诺",
    "支持",
    "通过",
    "呼吁",
    "鼓励",
    "敦促",
    "决定",
    "邀请",
    "请",
    "促请",
    "吁请",
    "认为",
)
_NEAR = 0.8
"""Columns or points by which two indents differ at least."""
_LEAST_GAPS, _MOST_GAPS = 0.02, 0.85
"""The share of lines with room above them, where that tells paragraphs."""
_MOST_LEFT_OUT = 9
"""Numbers that a draft may leave out in a row."""
_SHORT = 0.8
_UNWRAPPED = 200
"""Columns that no program's page holds: wider lines are whole paragraphs."""
_LEAST_BROKEN, _ODD = 3, 0.03
"""Lines that surely go on, at least, by which a page's width is known; the share of odd ones."""
_LIST = 60
"""Lines among which the next letter of a list within a sentence stands."""


@dataclass(frozen=True)
class Layout:
    """How a document shows where a paragraph begins; each None where it does not show it so."""

    gaps: bool
    continued: float | None
    """The indent of lines that go on, where first lines have another."""
    first_in: bool
    width: float
    wrapped: bool
    full: float | None
    """How wide a line and the first word after it are together at least, where a page broke it."""

    def is_cut(self, before: Line, line: Line) -> bool:
        """Whether a line ends although the next word had room in it: somebody ended it there."""
        return self.full is not None and _together(before, line) < self.full


def layout_of(lines: Sequence[Line], language: str) -> Layout:
    """How the lines of a document show where a paragraph begins."""
    joints = [(a, b) for a, b in pairwise(lines) if not b.seam]
    gaps = sum(b.gap for _, b in joints)
    starts = [b.indent for a, b in joints if _sure_start(a, b, language)]
    goes_on = [b.indent for a, b in joints if not _ends(a) and _is_plain(b)]
    continued = None
    if starts and goes_on and abs(median(starts) - median(goes_on)) > _NEAR:
        continued = median(goes_on)
    broken = sorted(_together(a, b) for a, b in pairwise(lines) if _goes_on(a, b, language))
    ended = sum(_ends(line) for line in lines)
    width = max((line.width for line in lines), default=0)
    return Layout(
        gaps=_LEAST_GAPS * len(joints) < gaps < _MOST_GAPS * len(joints),
        continued=continued,
        first_in=continued is not None and median(starts) > continued,
        width=width,
        wrapped=width <= _UNWRAPPED and ended < 0.9 * len(lines),
        full=broken[int(_ODD * len(broken))] if len(broken) >= _LEAST_BROKEN else None,
    )


def paragraphs(lines: Sequence[Line], layout: Layout, language: str) -> list[list[Line]]:
    """The lines of each paragraph or heading, in order."""
    groups: list[list[Line]] = []
    number = 0
    headed = False
    for place, (line, after) in enumerate(zip_longest(lines, lines[1:])):
        before = groups[-1][-1] if groups else None
        if before is None or (headed and _number(line) == number + 1):
            begins, headed = True, False
        elif _is_in_list(groups[-1], lines[place : place + _LIST], layout):
            begins = False
        else:
            headed = _is_between(before, line, after, layout, number)
            begins = headed or _begins(before, line, layout, language, number)
        if begins:
            groups.append([line])
            number = _number(line) or number
        else:
            groups[-1].append(line)
    return groups


def opens(words: str, language: str) -> bool:
    """Whether a line opens with the verb of a paragraph."""
    if language == "zh":
        return chinese_opening(f"{words}，") is not None
    parts: tuple[Part, ...] = ("preambular", "operative")
    return any(opening_verb(None, "", words, part) for part in parts)


def _opens_preamble(before: Line, line: Line, language: str) -> bool:
    """Whether a line opens a paragraph that has no number, the one before having ended at the
    edge of the page. In Chinese verbs that ask or do stand within sentences of the preamble."""
    if language != "zh":
        return _ends(before) and opens(line.words, language)
    ended = before.words.endswith("，") and opens(line.words, language)
    return ended and not line.words.startswith(_WITHIN)


def _ends(line: Line) -> bool:
    return line.words.endswith(_ENDS)


def _is_plain(line: Line) -> bool:
    return read_label(line.words)[0] is None and not line.heading


def _sure_start(before: Line, line: Line, language: str) -> bool:
    return _ends(before) and _is_plain(line) and opens(line.words, language)


def _goes_on(before: Line, line: Line, language: str) -> bool:
    """Whether a line surely goes on in the next."""
    if before.alone or line.alone or before.heading or line.heading:
        return False
    return not _ends(before) and (line.words[:1].islower() if language == "en" else _is_plain(line))


def _together(before: Line, line: Line) -> float:
    """The width of a line and the first word of the next."""
    spaced = not (is_han(before.text[-1:]) and is_han(line.text[:1]))
    return before.width + spaced + line.first


def _number(line: Line) -> int:
    label, _ = read_label(line.words)
    return label.number if label is not None and label.kind == "number" else 0


def _begins(before: Line, line: Line, layout: Layout, language: str, number: int) -> bool:
    """Whether a line begins a paragraph; `number` is the last printed."""
    words = line.words
    if line.alone or before.alone or _TITLE.match(words):
        return True
    if line.heading != before.heading:
        return True
    if _is_numbered(before, line, layout, number):
        return True
    if words[:1].islower() and not (layout.gaps and line.gap and before.words.endswith(_STOPS)):
        return False
    if not layout.wrapped:
        return True
    if line.seam and not _ends(before):
        return False
    if layout.continued is not None and not line.heading:
        other = line.indent - layout.continued
        if (other if layout.first_in else -other) > _NEAR:
            return _ends(before) or line.gap
        return layout.gaps and line.gap and not line.seam
    if layout.gaps and not line.seam:
        return line.gap
    if layout.full is not None:
        return layout.is_cut(before, line) or (
            number == 0 and _opens_preamble(before, line, language)
        )
    short = before.width < _SHORT * layout.width
    return _ends(before) and (short or opens(words, language))


def _is_between(before: Line, line: Line, after: Line | None, layout: Layout, number: int) -> bool:
    """Whether a line is a heading: after what ends a paragraph, before the next number."""
    ended = before.words.endswith(_STOPS) or layout.is_cut(before, line)
    return ended and not _ends(line) and after is not None and _number(after) == number + 1


def _is_numbered(before: Line, line: Line, layout: Layout, last: int) -> bool:
    """Whether a printed number begins a line that it may begin: what ends a paragraph or room is
    above it, and it goes on from the last number or begins anew."""
    label, _ = read_label(line.words)
    if label is None:
        return False
    ended = before.words.endswith(_ENDS) or bool(_JOINS_LIST.search(before.words))
    room = (layout.gaps and line.gap and not line.seam) or before.heading
    room = room or layout.is_cut(before, line)
    if label.kind == "number":
        follows = label.number == 1 or 0 < label.number - last <= _MOST_LEFT_OUT
        first = layout.first_in and line.indent - (layout.continued or 0) > _NEAR
        return follows and (ended or room or (first and label.number == last + 1))
    return ended or room


def _is_in_list(group: Sequence[Line], lines: Sequence[Line], layout: Layout) -> bool:
    """Whether a line opens with a letter of a list that stands within a sentence: that before it
    or after it stands within a line, where no line was ended for it."""
    label, _ = read_label(lines[0].words)
    if label is None or label.kind != "letter_or_roman" or layout.is_cut(group[-1], lines[0]):
        return False
    if layout.gaps and lines[0].gap:
        return False
    before, after = _beside(label, -1), _beside(label, 1)
    if before and any(_within(line, before) for line in group):
        return True
    for line in lines:
        if after and _within(line, after):
            return True
        if line is not lines[0] and read_label(line.words)[0] is not None:
            return False
    return False


def _beside(label: Label, step: int) -> tuple[str, ...]:
    """The letter and the numeral beside those that a label may be."""
    letter, roman = label.letter, label.roman
    names = [letter_name(letter + step)] if letter and letter + step > 0 else []
    names += [roman_name(roman + step)] if roman and roman + step > 0 else []
    return tuple(f"({name})" for name in names)


def _within(line: Line, names: tuple[str, ...]) -> bool:
    """Whether a list goes on within a line: after more than a number or "paragraph"."""
    words = line.words
    return any(
        re.search(rf"(?<!\d)(?<!graph)(?<!graphs) {re.escape(name)} ", words) for name in names
    )
