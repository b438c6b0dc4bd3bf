"""An official text as it is attached, and the JSON file that an older version kept each in.

Whoever reads such a file gets a whole, checked text or a `ValueError` with the reason.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from dashboard.sources.plain_text import tidy
from dashboard.symbols import LANGUAGES, file_stem

FORMAT = "official-text-1"
"""Of the files; no more of them are written."""
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


def _words(text: str) -> str:
    if text.split("\n") != [tidy(line) for line in text.split("\n")]:
        raise ValueError("white space or invisible characters that no text of the store has")
    return text


LocalId = Annotated[str, Field(pattern=r"^[A-Za-z0-9]+(\.[A-Za-z0-9]+)*$", max_length=60)]
ParagraphText = Annotated[str, AfterValidator(_words)]


class OfficialText(BaseModel):
    """The official text of one symbol in one language, by local paragraph id, in printed order.

    `sha256` is that of the official file it was read from, `name` its file name.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    format: Literal["official-text-1"] = "official-text-1"
    symbol: Annotated[str, Field(max_length=60), AfterValidator(_symbol)]
    language: Annotated[str, AfterValidator(_language)]
    name: Annotated[str, Field(max_length=300)]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    paragraphs: dict[LocalId, ParagraphText]
    """A paragraph that only holds others ("(a) (i) …") has an empty text of its own."""
    unplaced: list[ParagraphText] = []
    """What stands in the file but aligns with no paragraph of the record, in printed order."""


def file_name(symbol: str, language: str) -> str:
    """The name of a text's file: `A-RES-79-239.zh.json`. Raises `ValueError`."""
    return f"{file_stem(symbol)}.{_language(language)}{SUFFIX}"


def from_json(raw: bytes) -> OfficialText:
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
        return OfficialText.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise ValueError(f"{place}: {first['msg']}") from None


def read_stored(path: Path) -> OfficialText:
    """One such file. Raises `ValueError` with the reason where it holds no good text."""
    try:
        if not path.is_file():
            raise ValueError("not a file")
        with path.open("rb") as file:
            text = from_json(file.read(MAX_BYTES + 1))
    except OSError as error:
        raise ValueError(f"cannot be opened: {error.strerror}") from None
    if file_name(text.symbol, text.language) != path.name:
        raise ValueError(f"holds {text.symbol} in {text.language}, which belongs elsewhere")
    return text


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        raise ValueError("a key stands twice")
    return values
