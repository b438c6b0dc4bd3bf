"""The columns of every table, as `columns.yaml` describes them.

This is the contract that pages, routes and exports share: the data dictionary in the
README, `/api/schema.json` and the dtype tests are all made from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from dashboard.corpus.reading.yaml_reader import read_yaml

Kind = Literal["text", "codes", "code", "date", "partial_date", "count", "flag", "link"]


@dataclass(frozen=True)
class Column:
    """One column: its kind, what it means in each language, and the vocabulary its codes come from.

    `codes` columns hold tuples of strings in frames, lists in JSON and `;`-joined text
    in CSV. `count` is a nullable integer, `flag` a nullable boolean. A null is
    *unknown* unless the text says otherwise.
    """

    kind: Kind
    meanings: Mapping[str, str]
    """What it means, by language."""
    vocabulary: str | None = None

    @property
    def about(self) -> str:
        """What it means, in English."""
        return self.meanings["en"]


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


def _column(kind: Kind, vocabulary: str | None = None, **meanings: str) -> Column:
    return Column(kind, meanings, vocabulary)


_WRITTEN: Final[dict[str, dict[str, Any]]] = read_yaml(Path(__file__).parent / "columns.yaml")
TABLES: dict[str, dict[str, Column]] = {
    table: {name: _column(**said) for name, said in columns.items()}
    for table, columns in _WRITTEN.items()
}
"""Every table by the name its route has."""

IN_LANGUAGE = frozenset(
    name.removesuffix("_zh") for table in TABLES.values() for name in table if name.endswith("_zh")
)
"""Fields of which there is a column for each language: `title` of `title_en` and `title_zh`."""
