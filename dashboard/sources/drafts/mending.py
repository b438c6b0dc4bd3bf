"""Lines as a program laid them out, mended into paragraphs."""

from __future__ import annotations

from dashboard.sources.drafts.blocks import Block, Piece, without_gaps
from dashboard.sources.plain_text import tidy


def mended(lines: list[str], language: str) -> list[Block]:
    """The blocks of a text: each line that has words is one."""
    found = [tidy(line) for line in lines]
    if language == "zh":
        found = [without_gaps(line) for line in found]
    return [Block((Piece(line),)) for line in found if line]
