"""What every drawing shares: traces, notes, safe text and its width.

Figures set no template and no colour for text or paper, so that Streamlit's light or
dark theme decides those; what is fixed here is legible on both.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Container, Iterable
from typing import Any, Final

_WIDTHS: Final = {
    letter: width
    for width, letters in {
        0.25: " 'ij", 0.3: "!,.:;l‘’", 0.35: "()[]f{|}·", 0.4: "-/Irt", 0.45: '"*', 0.5: "?svyz“”",
        0.55: "JLacegkx", 0.65: "ACKPRVX", 0.7: "&BDGU", 0.75: "#HNOQ", 0.8: "w—", 0.85: "M…",
        0.9: "@Wm", 0.95: "%",
    }.items()
    for letter in letters
}  # fmt: skip
"""Advance of letters in our typeface against the font size, at most a twentieth more than it is;
of one not named here, figures among them, `_LATIN`."""
_LATIN = 0.6
_ALWAYS_WIDE = ("W", "F")


Trace = dict[str, Any]
"""One trace of a figure. A plain mapping: plotly checks it once, when the figure is made."""


HOVER: Final = "%{hovertext}<extra></extra>"
"""Plotly's template for a mark that says its own text and nothing of its trace."""

NOWHERE: Final[list[Any]] = [None]
"""The places of a trace without a mark; plotly leaves one without a place out of its key."""

PHONE: Final = 640
"""Below this width a drawing is laid out for a phone."""


def is_phone(width: float) -> bool:
    """Whether a drawing of this width in pixels is laid out for a phone."""
    return width < PHONE


def require(codes: Iterable[object], known: Container[str], what: str) -> None:
    """Raise ValueError naming the first of some codes that `known` has no label for."""
    strange = sorted({str(code) for code in codes if str(code) not in known})
    if strange:
        raise ValueError(f"{what} {strange[0]!r} has no label")


def scatter(**properties: Any) -> Trace:
    """A trace of marks, lines or text, outside the key unless told otherwise."""
    return {"type": "scatter", "showlegend": False, **properties}


def selectable(codes: Iterable[Any], said: Iterable[str | None], opacity: float = 1) -> Trace:
    """What each mark gives back when selected and says on hover, as part of a trace.

    `said` is escaped already. Choosing one mark fades no other.
    """
    return {
        "customdata": list(codes),
        "hovertext": list(said),
        "hovertemplate": HOVER,
        "unselected": {"marker": {"opacity": opacity}},
    }


def note(text: str, size: float, **place: Any) -> dict[str, Any]:
    """An annotation without an arrow; `text` is escaped already."""
    return {"showarrow": False, "text": text, "font": {"size": size}, **place}


def escape(text: str) -> str:
    """Text as plotly shows it letter by letter.

    Plotly reads `<a>`, `<span>`, `<br>` and entities in every string it draws
    (reliability notes, 2.3); `&`, `<` and `>` become entities.
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def text_width(text: str, size: float) -> float:
    """A text's width in pixels at a font size, estimated: no font is measured on the server."""
    return sum(_em(letter) for letter in text) * size


def _em(letter: str) -> float:
    """A letter's width against the font size."""
    if unicodedata.east_asian_width(letter) in _ALWAYS_WIDE:
        return 1.0
    return _WIDTHS.get(letter, 0.7 if letter.isupper() else _LATIN)


def wrap(text: str, columns: int) -> list[str]:
    """Lines of at most about `columns` Latin letters, or half as many Chinese ones."""
    wide = any(unicodedata.east_asian_width(letter) in _ALWAYS_WIDE for letter in text)
    limit = max(1, columns // 2) if wide else columns
    if len(text) <= limit:
        return [text]
    if wide:
        return _wrap_wide(text, limit)
    return textwrap.wrap(text, limit, break_long_words=True)


_KEPT = re.compile(r"（[^（）]{1,8}）|[!-~]{1,12}|.[，。；：、）》”’！？]*", re.DOTALL)
"""What no line of Chinese is broken in: a short bracket, a Latin word or number, and a sign
with the punctuation that closes it."""


def _wrap_wide(text: str, limit: int) -> list[str]:
    lines = [""]
    for piece in _KEPT.findall(text):
        if lines[-1] and len(lines[-1]) + len(piece) > limit:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines if line.strip()]


def paragraph(text: str, columns: int) -> str:
    """Text wrapped and escaped, its lines joined by plotly's own line break."""
    return "<br>".join(escape(line) for line in wrap(text, columns))
