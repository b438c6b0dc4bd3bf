"""Text without signs that are no text: control, invisible and of direction."""

from __future__ import annotations


def visible(text: str) -> str:
    """The text on the lines it has, with a space for every sign that cannot be shown."""
    return "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in text).strip()


def one_line(text: str) -> str:
    """The same on one line."""
    return " ".join(visible(text).split())
