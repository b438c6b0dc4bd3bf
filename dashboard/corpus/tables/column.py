"""What a column is: its kind, its meaning, the vocabulary of its codes, its dtype."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "codes", "code", "date", "partial_date", "count", "flag", "link"]


@dataclass(frozen=True)
class Column:
    """One column: its kind, what it means, and the vocabulary its codes come from.

    `codes` columns hold tuples of strings in frames, lists in JSON and `;`-joined text
    in CSV. `count` is a nullable integer, `flag` a nullable boolean. A null is
    *unknown* unless the text says otherwise.
    """

    kind: Kind
    about: str
    vocabulary: str | None = None


DTYPES: dict[Kind, str] = {
    "text": "str",
    "code": "str",
    "partial_date": "str",
    "link": "str",
    "date": "str",
    "codes": "object",
    "count": "Int64",
    "flag": "boolean",
}
"""The pandas dtype of each kind. Dates stay text, because many are partial."""
