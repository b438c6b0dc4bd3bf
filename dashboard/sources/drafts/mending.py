"""Lines mended into paragraphs: what was broken to fit a page is joined again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from statistics import median

from dashboard.sources.acts.opening_verbs import chinese_opening, opening_verb
from dashboard.sources.drafts.footnotes import Notes, parted
from dashboard.sources.drafts.formats.blocks import Block, Piece, is_han
from dashboard.sources.drafts.formats.landmarks import is_annex, is_closing, is_formula
from dashboard.sources.drafts.formats.lines import HYPHEN, MARK, SOFT, Line
from dashboard.sources.drafts.furniture import without_furniture
from dashboard.sources.plain_text import tidy
from dashboard.sources.resolutions.numbering import Part
from dashboard.sources.resolutions.paragraph_numbers import read_label

_ENDS = (".", ";", ":", ",", "。", "；", "：", "，", "”", "’", "!", "?", "！", "？", ")", "）")
_STOPS = (".", ";", ":", "。", "；", "：", "!", "?")
_TITLE = re.compile(r"\d{2}/\d{1,3}\. ?\S")
_JOINS_LIST = re.compile(r"\b(?:and|or)$|[和或及]$")
_NAMED = re.compile(f"{MARK}([^{MARK}]*){MARK}")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NEAR = 0.8
"""Columns or points by which two indents differ at least."""
_MOST_GAPS = 0.85
_MOST_LEFT_OUT = 9
"""Numbers that a draft may leave out in a row."""
_SHORT = 0.8
_UNWRAPPED = 200
"""Columns that no program's page holds: wider lines are whole paragraphs."""


@dataclass(frozen=True)
class Layout:
    """How a document shows where a paragraph begins; each None where it does not show it so."""

    gaps: bool
    continued: float | None
    """The indent of lines that go on, where first lines have another."""
    first_in: bool
    width: float
    wrapped: bool


def mended(lines: Sequence[Line], language: str) -> tuple[list[Block], Notes]:
    """The blocks of a text without what belongs to its pages, and its footnotes."""
    found, notes = parted(without_furniture(lines))
    kept = list(_with_landmarks(found, language))
    layout = _layout(kept, language)
    words = _whole_words(kept)
    groups: list[list[Line]] = []
    number = 0
    for line, after in zip_longest(kept, kept[1:]):
        headed = bool(groups) and _is_between(groups[-1][-1], line, after, number)
        if groups and not headed and not _begins(groups[-1], line, layout, language, number):
            groups[-1].append(line)
        else:
            groups.append([line])
            number = _number(line) or number
    return [_block(group, notes, words) for group in groups], notes


def _whole_words(lines: Sequence[Line]) -> frozenset[str]:
    """Every word of a text that the end of no line parts."""
    found: set[str] = set()
    parted = False
    for line in lines:
        words = _WORD.findall(line.words)
        broken = line.words.endswith(HYPHEN)
        found.update(word.casefold() for word in words[parted : len(words) - broken])
        parted = broken
    return frozenset(found)


def _layout(lines: Sequence[Line], language: str) -> Layout:
    joints = [(a, b) for a, b in pairwise(lines) if not b.seam]
    gaps = sum(b.gap for _, b in joints)
    starts = [b.indent for a, b in joints if _sure_start(a, b, language)]
    goes_on = [b.indent for a, b in joints if not _ends(a) and _is_plain(b)]
    continued = None
    if starts and goes_on and abs(median(starts) - median(goes_on)) > _NEAR:
        continued = median(goes_on)
    width = max((line.width for line in lines), default=0)
    ended = sum(_ends(line) for line in lines)
    return Layout(
        gaps=0 < gaps < _MOST_GAPS * len(joints),
        continued=continued,
        first_in=continued is not None and median(starts) > continued,
        width=width,
        wrapped=width <= _UNWRAPPED and ended < 0.9 * len(lines),
    )


def _ends(line: Line) -> bool:
    return line.words.endswith(_ENDS)


def _is_plain(line: Line) -> bool:
    return read_label(line.words)[0] is None and not line.heading


def _sure_start(before: Line, line: Line, language: str) -> bool:
    return _ends(before) and _is_plain(line) and _opens(line.words, language)


def _opens(words: str, language: str) -> bool:
    """Whether a line opens with the verb of a paragraph."""
    if language == "zh":
        return chinese_opening(f"{words}，") is not None
    parts: tuple[Part, ...] = ("preambular", "operative")
    return any(opening_verb(None, "", words, part) for part in parts)


def _number(line: Line) -> int:
    label, _ = read_label(line.words)
    return label.number if label is not None and label.kind == "number" else 0


def _begins(group: Sequence[Line], line: Line, layout: Layout, language: str, number: int) -> bool:
    """Whether a line begins a paragraph after those of `group`; `number` is the last printed."""
    before, words = group[-1], line.words
    if line.alone or before.alone or _TITLE.match(words):
        return True
    if line.heading != before.heading:
        return True
    if _is_numbered(before, line, layout, number):
        return True
    if words[:1].islower() and not (layout.gaps and line.gap and before.words.endswith(_STOPS)):
        return False
    opens = _ends(before) and _opens(words, language)
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
    short = before.width < _SHORT * layout.width
    return opens or (short and _ends(before))


def _with_landmarks(lines: Sequence[Line], language: str) -> Iterator[Line]:
    """The lines, those marked that say where a text begins, ends and has its annexes.

    In Chinese the end of a sentence may look like the organ that speaks, once one has spoken.
    """
    spoken = False
    for line in lines:
        words = line.words
        speaks = is_formula(words) and not (spoken and language == "zh")
        spoken = spoken or speaks or (language == "zh" and _opens(words, language))
        yield replace(line, alone=speaks or is_closing(words) or is_annex(words))


def _is_between(before: Line, line: Line, after: Line | None, number: int) -> bool:
    """Whether a line is a heading: after what ends a paragraph, before the next number."""
    ends = before.words.endswith(_STOPS) and not _ends(line)
    return ends and after is not None and _number(after) == number + 1


def _is_numbered(before: Line, line: Line, layout: Layout, last: int) -> bool:
    """Whether a printed number begins a line that it may begin: what ends a paragraph or room is
    above it, and it goes on from the last number or begins anew."""
    label, _ = read_label(line.words)
    if label is None:
        return False
    ended = before.words.endswith(_ENDS) or bool(_JOINS_LIST.search(before.words))
    room = (layout.gaps and line.gap and not line.seam) or before.heading
    if label.kind == "number":
        follows = label.number == 1 or 0 < label.number - last <= _MOST_LEFT_OUT
        first = layout.first_in and line.indent - (layout.continued or 0) > _NEAR
        return follows and (ended or room or (first and label.number == last + 1))
    return ended or room


def _block(group: Sequence[Line], notes: Notes, known: frozenset[str]) -> Block:
    whole = group[0].text
    for line in group[1:]:
        whole = _joined(whole, line.text, known)
    whole = tidy(whole.replace(HYPHEN, "-").replace(SOFT, ""))
    pieces: list[Piece] = []
    marks = [group[0].mark] if group[0].mark and not group[0].heading else []
    for place, part in enumerate(_NAMED.split(whole)):
        if place % 2 == 0:
            pieces += _styled(part, marks, group[0].style)
        elif part.startswith("="):
            pieces.append(Piece("", note=notes.get(part[1:])))
    label, _ = read_label(whole)
    heading = all(line.heading for line in group) and (label is None or label.kind == "section")
    return Block(tuple(pieces), heading=heading)


def _styled(text: str, marks: list[str], style: str) -> list[Piece]:
    """The text in pieces: the first of `marks` that it holds has its own style."""
    at = text.find(marks[0]) if marks else -1
    if at < 0:
        return [Piece(text)]
    mark = marks.pop(0)
    parts = [Piece(text[:at]), Piece(mark, style), Piece(text[at + len(mark) :])]
    return [piece for piece in parts if piece.text]


def _joined(before: str, after: str, known: frozenset[str]) -> str:
    """Two lines as one: nothing between Chinese signs, a space between words."""
    if before.endswith(HYPHEN):
        head, tail = _WORD.findall(before[:-1])[-1:], _WORD.match(after)
        return before[:-1] + _hyphen(head, tail[0] if tail else "", known) + after
    if before.endswith(SOFT):
        return before[:-1] + after
    if is_han(before[-1:]) and is_han(after[:1]):
        return before + after
    return f"{before} {after}"


def _hyphen(head: list[str], tail: str, known: frozenset[str]) -> str:
    """Whether the hyphen is the word's own, by the other words of the text."""
    first, second = (head[0] if head else "").casefold(), tail.casefold()
    if first + second in known or not tail[:1].islower():
        return "" if first + second in known else "-"
    if f"{first}-{second}" in known:
        return "-"
    return "-" if first in known and second in known else ""
