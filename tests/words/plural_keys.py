"""Keys of the interface's words that end in a plural form."""

from __future__ import annotations

FORMS = {"one", "few", "many", "other"}


def base(key: str) -> str:
    """A key without its plural form."""
    head, _, last = key.rpartition(".")
    return head if last in FORMS else key
