"""How a record's fields fill columns."""

from __future__ import annotations

from typing import Any

from dashboard.corpus.records.fields import Bilingual, Record


def both(name: str, text: Bilingual | None) -> dict[str, str | None]:
    """What a text of ours, or none, puts into the columns of a field in both languages."""
    return {f"{name}_en": text.en if text else None, f"{name}_zh": text.zh if text else None}


def same(record: Record, *names: str) -> dict[str, Any]:
    """The columns that are fields of a record by the same name; a list becomes a tuple."""
    values = {name: getattr(record, name) for name in names}
    return {name: tuple(v) if isinstance(v, list) else v for name, v in values.items()}
