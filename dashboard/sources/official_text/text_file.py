"""A text's wording as the text store keeps it: one JSON file for each symbol and language.

The files lie on the user's machine, outside the record and outside git. Whoever reads one
gets a whole, checked text or a `ValueError` with the reason.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from dashboard.sources.element_text import tidy
from dashboard.symbols import LANGUAGES, file_stem

FORMAT = "official-text-1"
"""Changes whenever ids or wording are read differently: older files must be added again."""
MAX_BYTES = 5_000_000
"""Bytes of one stored text; the longest official resolution has under one million."""
SUFFIX = ".json"


def _symbol(symbol: str) -> str:
    if not symbol.isprintable() or not file_stem(symbol):
        raise ValueError("not a document symbol")
    return symbol


def _language(language: str) -> str:
    if language not in LANGUAGES:
        raise ValueError(f"language {language!r}; allowed: {', '.join(LANGUAGES)}")
    return language


def _wording(text: str) -> str:
    if text.split("\n") != [tidy(line) for line in text.split("\n")]:
        raise ValueError("white space or invisible characters that no text of the store has")
    return text


LocalId = Annotated[str, Field(pattern=r"^[A-Za-z0-9]+(\.[A-Za-z0-9]+)*$", max_length=60)]
Wording = Annotated[str, AfterValidator(_wording)]


class StoredText(BaseModel):
    """The wording of one symbol in one language, by local paragraph id, in printed order.

    `sha256` is that of the official file the wording was read from, `name` its file name.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    format: Literal["official-text-1"] = "official-text-1"
    symbol: Annotated[str, Field(max_length=60), AfterValidator(_symbol)]
    language: Annotated[str, AfterValidator(_language)]
    name: Annotated[str, Field(max_length=300)]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    paragraphs: dict[LocalId, Wording]
    """A paragraph that only holds others ("(a) (i) …") has an empty wording of its own."""
    unplaced: list[Wording] = []
    """What stands in the file but aligns with no paragraph of the record, in printed order."""


def file_name(symbol: str, language: str) -> str:
    """The name of a text's file: `A-RES-79-239.zh.json`. Raises `ValueError`."""
    return f"{file_stem(symbol)}.{_language(language)}{SUFFIX}"


def to_json(text: StoredText) -> str:
    """The text as it is written: the same text gives the same bytes."""
    return json.dumps(text.model_dump(), ensure_ascii=False, indent=1) + "\n"


def from_json(raw: bytes) -> StoredText:
    """The text a file holds. Raises `ValueError` with one sentence where it holds none."""
    if len(raw) > MAX_BYTES:
        raise ValueError(f"over {MAX_BYTES} bytes; no text is that long")
    try:
        values = json.loads(raw.decode("utf-8"), object_pairs_hook=_no_key_twice)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not JSON as the text store writes it: {error}") from None
    found = values.get("format") if isinstance(values, dict) else None
    if found != FORMAT:
        raise ValueError(f"format {str(found)[:40]!r}; allowed: {FORMAT!r}; add the text again")
    try:
        return StoredText.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise ValueError(f"{place}: {first['msg']}") from None


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        raise ValueError("a key stands twice")
    return values
