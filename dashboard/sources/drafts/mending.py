"""Lines mended into paragraphs: what was broken to fit a page is joined again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.sources.drafts.footnotes import Notes, parted
from dashboard.sources.drafts.formats.blocks import Block, Piece, is_han
from dashboard.sources.drafts.formats.landmarks import is_annex, is_closing, is_formula
from dashboard.sources.drafts.formats.lines import HYPHEN, MARK, SOFT, Line
from dashboard.sources.drafts.furniture import without_furniture
from dashboard.sources.drafts.layout import layout_of, opens, paragraphs
from dashboard.sources.plain_text import tidy
from dashboard.sources.resolutions.paragraph_numbers import read_label

_NAMED = re.compile(f"{MARK}([^{MARK}]*){MARK}")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def mended(lines: Sequence[Line], language: str) -> tuple[list[Block], Notes]:
    """The blocks of a text without what belongs to its pages, and its footnotes."""
    found, notes = parted(without_furniture(lines))
    kept = list(_with_landmarks(found, language))
    words = _whole_words(kept)
    groups = paragraphs(kept, layout_of(kept, language), language)
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


def _with_landmarks(lines: Sequence[Line], language: str) -> Iterator[Line]:
    """The lines, those marked that say where a text begins, ends and has its annexes.

    In Chinese the end of a sentence may look like the organ that speaks, once one has spoken.
    """
    spoken = False
    for line in lines:
        words = line.words
        speaks = is_formula(words) and not (spoken and language == "zh")
        spoken = spoken or speaks or (language == "zh" and opens(words, language))
        yield replace(line, alone=speaks or is_closing(words) or is_annex(words))


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
