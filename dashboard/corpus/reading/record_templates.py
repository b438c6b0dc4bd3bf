"""Files to begin a record with: every needed field, empty, and where to find what goes in it."""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePosixPath
from string import Template

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.records.documents import Paragraph
from dashboard.symbols import file_stem, resolution_symbol

SCHEMAS = "../build/schema"
"""Where `dashboard schema` writes by default, seen from the data folder."""
_TEMPLATES = Path(__file__).parent / "templates"
_EVENT_ID = re.compile(r"[a-z0-9]+(-[a-z0-9.]+)*")
_SYMBOL = re.compile(r"[A-Z][A-Za-z0-9./() -]*/[A-Za-z0-9./() -]+")


class NoTemplateError(ValueError):
    """The text names neither a document nor an event; the message says what would."""


def templates(name: str, corpus: Corpus) -> dict[str, str]:
    """The files to write for a symbol or an event's id, by their path in the data folder.

    An imported text gets what people add to it and the coding of its paragraphs; another
    symbol a document of its own; an id in lower case with hyphens an event. Raises
    `NoTemplateError` for anything else.
    """
    symbol = resolution_symbol(name) or (name if _SYMBOL.fullmatch(name) else None)
    if symbol is None and _EVENT_ID.fullmatch(name) and len(name) <= 90:
        return {f"curated/events/{name}.yaml": _filled("event", "curated/events", id=name)}
    if symbol is None or len(symbol) > 60:
        raise NoTemplateError(
            f"{name!r} names no record: a document by its symbol (A/RES/79/239, A/79/88), "
            "an event by an id in lower case with hyphens (paris-summit-2025)"
        )
    file = f"{file_stem(symbol)}.yaml"
    imported = corpus.imported.get(symbol)
    written = {f"curated/documents/{file}": _document(symbol, imported is not None)}
    if imported is not None:
        folder, paragraphs = "curated/paragraphs", "".join(map(_paragraph, imported.paragraphs))
        coding = _filled("paragraphs", folder, id=imported.symbol, paragraphs=paragraphs)
        written[f"{folder}/{file}"] = coding
    return written


def _filled(template: str, folder: str, **values: str) -> str:
    """A file of `templates` with its values in, its first line naming the schema for editors."""
    schema = os.path.relpath(f"{SCHEMAS}/{template}.schema.json", PurePosixPath(folder))
    hint = f"# yaml-language-server: $schema={schema}"
    text = (_TEMPLATES / f"{template}.txt").read_text(encoding="utf-8")
    return Template(text).substitute(hint=hint, **values)


def _document(symbol: str, imported: bool) -> str:
    """Lines marked with the other of the two cases, imported or not, are left out."""
    kept, dropped = ("[imported] ", "[other] ") if imported else ("[other] ", "[imported] ")
    kind, body = ("resolution", "general_assembly") if resolution_symbol(symbol) else ("", "")
    text = _filled("document", "curated/documents", id=symbol, kind=kind, body=body)
    lines = (line for line in text.splitlines(keepends=True) if not line.startswith(dropped))
    return "".join(line.removeprefix(kept) for line in lines)


def _paragraph(paragraph: Paragraph) -> str:
    opening = paragraph.verb or "no opening verb"
    number = f"{paragraph.number}, " if paragraph.number else ""
    about = " ".join(f"{number}{opening}".split())
    ai = ", mentions AI" if paragraph.mentions_ai else ", near AI" if paragraph.near_ai else ""
    return f"""\
  {paragraph.id}:  # {about}{ai}
    summary:
      en:
      zh:
    topics: []
    addressees:
"""
