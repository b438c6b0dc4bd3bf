"""What a column is: kind, meaning, vocabulary, dtype; and how a record's fields fill some."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from dashboard.corpus.records.fields import Bilingual, Record

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


def pair(name: str, about: str, zh: str = "the same in Chinese") -> dict[str, Column]:
    """The two columns of a text in both languages of the interface."""
    return {f"{name}_en": Column("text", about), f"{name}_zh": Column("text", zh)}


def both(name: str, text: Bilingual | None) -> dict[str, str | None]:
    """What a text of ours, or none, puts into the two columns of `pair`."""
    return {f"{name}_en": text.en if text else None, f"{name}_zh": text.zh if text else None}


def same(record: Record, *names: str) -> dict[str, Any]:
    """The columns that are fields of a record by the same name; a list becomes a tuple."""
    values = {name: getattr(record, name) for name in names}
    return {name: tuple(v) if isinstance(v, list) else v for name, v in values.items()}
