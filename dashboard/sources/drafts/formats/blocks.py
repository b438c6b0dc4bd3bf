"""A document as a flat run of blocks: pieces of text with their style and footnotes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from dashboard.sources.plain_text import tidy

_HAN = "\u2e80-\u2fdf\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
_HAN_SIGN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_HAN_ONE = re.compile(rf"[{_HAN}]")
_AROUND_HAN = re.compile(rf"(?<=[{_HAN}])[^\S\n]+|[^\S\n]+(?=[{_HAN}])")
_LETTER = re.compile(r"[^\W\d_]")


class Piece(NamedTuple):
    """Text in one style: `italic`, `bold`, both, or neither; or a footnote that stands here."""

    text: str
    style: str = ""
    note: tuple[str, str] | None = None
    """The mark and the words of a footnote; `text` is then empty."""


@dataclass(frozen=True)
class Block:
    """One paragraph or heading as laid out.

    `number` is what the program prints before it and the text does not hold. `heading` is
    whether its form shows that it is one.
    """

    pieces: tuple[Piece, ...]
    number: str = ""
    heading: bool = False

    @property
    def text(self) -> str:
        """Its words on one line, without footnotes."""
        return tidy("".join(piece.text for piece in self.pieces))

    def without_gaps(self) -> Block:
        """The same without the spaces that typesetting puts around Chinese signs."""
        pieces = (
            piece._replace(text=without_gaps(piece.text))
            if piece.note is None
            else piece._replace(note=(piece.note[0], without_gaps(piece.note[1])))
            for piece in self.pieces
        )
        return replace(self, pieces=tuple(pieces))


def is_chinese(text: str) -> bool:
    """Whether Chinese signs carry a text: one says about as much as two or three letters."""
    signs = len(_HAN_SIGN.findall(text))
    return signs * 4 > len(_LETTER.findall(text))


def without_gaps(text: str) -> str:
    """Chinese text without the spaces that typesetting puts around signs and figures."""
    return _AROUND_HAN.sub("", text)


def is_han(sign: str) -> bool:
    """Whether a sign is set without spaces around it: a Chinese sign, or its punctuation."""
    return bool(sign) and bool(_HAN_ONE.fullmatch(sign))
