"""What stands before, between and after the paragraphs: title, symbol, date, meeting, annexes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dashboard.sources.acts.opening_verbs import chinese_opening, opening_verb
from dashboard.sources.drafts.formats.blocks import Block, Piece
from dashboard.sources.drafts.formats.landmarks import (
    DATE,
    DATE_ZH,
    MEETING,
    MEETING_ZH,
    MONTHS,
    is_annex,
    is_closing,
    is_formula,
)
from dashboard.sources.resolutions.numbering import Part
from dashboard.sources.resolutions.paragraph_numbers import read_label
from dashboard.symbols import cited_symbol

_LONGEST_HEADING = 300
_ENDS = (".", ";", ":", ",", "。", "；", "：", "，", "”", "!", "?")
_NUMBERED_TITLE = re.compile(r"(\d{2}/\d{1,3})\. ?(?=\S)")
_DOCUMENT = re.compile(r"(?:A|S|E|ST|CCW|TD)/[A-Z0-9][\w.()/*-]*\d[\w.()/*-]*")


@dataclass
class Sections:
    """The blocks of a text by where they stand; `structured` is whether it has parts at all."""

    front: list[Block] = field(default_factory=list)
    preamble: list[Block] = field(default_factory=list)
    operative: list[Block] = field(default_factory=list)
    annexes: list[Block] = field(default_factory=list)
    closing: list[Block] = field(default_factory=list)
    structured: bool = True


@dataclass(frozen=True)
class Front:
    """What the front and the end of a text say of it; None where they do not."""

    title: str | None
    symbol: str | None
    date: str | None
    meeting: int | None


def sections(blocks: Sequence[Block], language: str, *, by_words: bool = False) -> Sections:
    """The blocks by where they stand.

    A text has structure where the organ speaks in a line of its own, or where a paragraph is
    numbered 1; all of any other are lines, in `operative`. `by_words`: no style tells headings, so
    that their words must.
    """
    texts = [block.text for block in blocks]
    start = next((i + 1 for i, text in enumerate(texts) if is_formula(text)), None)
    found = Sections(front=list(blocks[: start - 1] if start else ()))
    rest = list(blocks[start or 0 :])
    annex = next((i for i, b in enumerate(rest) if is_annex(b.text)), len(rest))
    first = next((i for i, b in enumerate(rest[:annex]) if _number_of(b) == 1), None)
    if start is None and first is None:
        return Sections(operative=[b for b in rest if not is_closing(b.text)], structured=False)
    if start is None and first:
        lead = next((i for i, b in enumerate(rest[:first]) if _opens(b, language)), first)
        found.front, rest, first = rest[:lead], rest[lead:], first - lead
    first = _unnumbered(rest[: annex if first is None else first], language)
    found.preamble, rest = [b for b in rest[:first] if not b.heading], rest[first:]
    target = found.operative
    for block in rest:
        if is_annex(block.text):
            target = found.annexes
            block = Block((Piece(block.text),), heading=True)
        elif by_words and _is_heading(block, language):
            block = replace(block, heading=True)
        (found.closing if is_closing(block.text) else target).append(block)
    return found


def _is_heading(block: Block, language: str) -> bool:
    """Whether a block is a few words without a number, a verb that opens it, or an end."""
    text = block.text
    if block.number or len(text) > _LONGEST_HEADING or text.endswith(_ENDS):
        return False
    label, _ = read_label(text)
    if label is not None:
        return label.kind == "section"
    parts: tuple[Part, ...] = ("operative", "annex")
    return language == "zh" or not any(opening_verb(None, "", text, part) for part in parts)


def _number_of(block: Block) -> int:
    label, _ = read_label(f"{block.number} " if block.number else block.text)
    return label.number if label is not None and label.kind == "number" else 0


def _opens(block: Block, language: str) -> bool:
    text = block.text
    if language == "zh":
        return chinese_opening(text) is not None
    return opening_verb(None, "", text, "preambular") is not None


def _unnumbered(blocks: Sequence[Block], language: str) -> int:
    """Where the operative part begins in a text whose one paragraph has no number."""
    for position, block in enumerate(blocks):
        text = block.text
        if is_annex(text) or is_closing(text):
            return position
        if language == "zh":
            if text.endswith(("。", "；", "：")):
                return position
        elif opening_verb(None, "", text, "operative") and not _opens(block, language):
            return position
    return len(blocks)


def front_of(found: Sections, loose: str | None = None) -> Front:
    """Title, symbol, date and meeting. `loose`: a symbol that stands on every page."""
    texts = [block.text for block in found.front if block.text]
    symbol = title = None
    for position, text in enumerate(texts):
        if match := _NUMBERED_TITLE.match(text):
            symbol = cited_symbol(match[1])
            title = " ".join([text[match.end() :], *texts[position + 1 :]]).strip() or None
            break
    if symbol is None:
        symbol = next((s for text in texts if (s := symbol_in(text))), loose)
    if title is None and found.structured:
        plain = [t for t in texts if not symbol_in(t) and not is_closing(t)]
        title = plain[-1] if plain else None
    closing = [block.text for block in found.closing]
    days = filter(None, map(_day, [*closing, *texts]))
    meetings = filter(None, map(_meeting, closing))
    return Front(title, symbol, next(days, None), next(meetings, None))


def symbol_in(text: str) -> str | None:
    """The symbol a line consists of, or None."""
    if (found := cited_symbol(text)) is not None:
        return found
    match = _DOCUMENT.fullmatch(text.rstrip("*"))
    return match[0] if match else None


def _day(text: str) -> str | None:
    if match := DATE.search(text):
        year, month, day = int(match[3]), MONTHS.index(match[2]) + 1, int(match[1])
    elif match := DATE_ZH.search(text):
        year, month, day = int(match[1]), int(match[2]), int(match[3])
    else:
        return None
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def _meeting(text: str) -> int | None:
    match = MEETING.fullmatch(text) or MEETING_ZH.fullmatch(text)
    return int(match[1]) if match else None
