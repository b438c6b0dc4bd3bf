"""A draft out of what was pasted: a text, or lines that each say one thing."""

from __future__ import annotations

from dataclasses import replace

from dashboard.sources.acts.opening_verbs import opening_verb
from dashboard.sources.drafts.draft import Draft, DraftParagraph, DraftRefused
from dashboard.sources.drafts.formats.blocks import is_han
from dashboard.sources.drafts.reading import read_draft_text
from dashboard.sources.resolutions.numbering import Part
from dashboard.sources.resolutions.paragraph_numbers import read_label

_UNWRAPPED = 200
"""Columns that no page holds: where a line is wider, each line is whole."""
_FULL, _MOST_SHORT = 0.6, 4
"""A page cuts lines when they are so full, but for one in so many."""
_ENDS = (".", ";", ":", ",", "!", "?", "。", "；", "：", "，", "！", "？")


def read_pasted(text: str) -> Draft:
    """Read what was pasted. Lines that make no structure, and are not those of a page, stay apart.

    Raises `DraftRefused` as `read_draft`.
    """
    draft = read_draft_text(text)
    lines = [line for line in text.splitlines() if line.strip()]
    structured = draft.paragraphs[0].part is not None
    if structured or len(draft.paragraphs) >= len(lines) or not _whole(lines):
        return draft
    paragraphs: list[DraftParagraph] = []
    for line in lines:
        for found in _alone(line):
            paragraphs.append(replace(found, place=f"line{len(paragraphs) + 1}", parent=None))
    return replace(draft, paragraphs=tuple(paragraphs))


def _alone(line: str) -> tuple[DraftParagraph, ...]:
    try:
        return read_draft_text(line).paragraphs
    except DraftRefused:
        return ()


def _whole(lines: list[str]) -> bool:
    """Whether the lines are paragraphs each: wider than a page, or all beginning as one does, or
    cut at lengths at which no page cuts.
    """
    lines = [line.strip() for line in lines]
    widths = [len(line) + sum(map(is_han, line)) for line in lines]
    widest = max(widths)
    if widest > _UNWRAPPED or all(map(_begins, lines)):
        return True
    cut = [w for w, line in zip(widths, lines, strict=True) if not line.endswith(_ENDS)]
    short = sum(width < _FULL * widest for width in cut)
    return short * _MOST_SHORT > len(cut)


def _begins(line: str) -> bool:
    parts: tuple[Part, ...] = ("operative", "preambular")
    return bool(read_label(line)[0]) or any(opening_verb(None, "", line, p) for p in parts)
