"""Files to begin a record with: every needed field, empty, and where to find what goes in it."""

from __future__ import annotations

import os
import re
from pathlib import PurePosixPath

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.records.documents import ImportedDocument, Paragraph
from dashboard.symbols import file_stem, resolution_symbol

SCHEMAS = "../build/schema"
"""Where `dashboard schema` writes by default, seen from the data folder."""
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
        return {f"curated/events/{name}.yaml": _event(name)}
    if symbol is None or len(symbol) > 60:
        raise NoTemplateError(
            f"{name!r} names no record: a document by its symbol (A/RES/79/239, A/79/88), "
            "an event by an id in lower case with hyphens (paris-summit-2025)"
        )
    file = f"{file_stem(symbol)}.yaml"
    imported = corpus.imported.get(symbol)
    written = {f"curated/documents/{file}": _document(symbol, imported)}
    if imported is not None:
        written[f"curated/paragraphs/{file}"] = _coding(imported)
    return written


def _hint(kind: str, folder: str) -> str:
    path = os.path.relpath(f"{SCHEMAS}/{kind}.schema.json", PurePosixPath(folder))
    return f"# yaml-language-server: $schema={path}\n"


_SOURCES = """\
checked:  # the day you checked these facts, "YYYY-MM-DD"
coded_by: human
reviewed: false  # true once a second person has read it
sources:  # where each fact can be checked, best first; at least one
- url:  # https address
  # publisher: who publishes it
  # read: false, where you know of it but did not open it
...
"""


def _document(symbol: str, imported: ImportedDocument | None) -> str:
    is_resolution = resolution_symbol(symbol) is not None
    kind = "resolution" if is_resolution else ""
    body = "general_assembly" if is_resolution else ""
    return (
        _hint("document", "curated/documents")
        + (_FROM_FILE if imported else "# No official file of this symbol was imported.\n")
        + f'id: "{symbol}"\nsymbol: "{symbol}"\n'
        + f"kind: {kind}  # what it is: a code of vocabulary/kinds.yaml\n"
        + f"body: {body}  # who adopted or issued it: a code of vocabulary/bodies.yaml\n"
        + ("" if imported else _OWN_FACTS)
        + _JUDGEMENT
        + _SOURCES
    )


_FROM_FILE = """\
# Titles, dates, sponsors and votes stand in the imported file and are not repeated here; to replace
# one, add `overrides` with its source (see CONTRIBUTING).
"""
_OWN_FACTS = """\
titles:  # on the cover page; at least English
  en:
  # zh: the official Chinese title, from the Chinese file
date: YYYY-MM-DD  # adopted or issued, as precise as the source: "2024", "2024-03", "2024-03-21"
# end_date: last day of what lasts longer
# mandated_by: {symbol: A/RES/79/62, paragraph: op5}, the paragraph that asked for it
"""
_JUDGEMENT = """\
# short_title: {en: what people call it, zh: the same in Chinese}
weight:  # core: about AI; related: AI is a part of it; mention: it only mentions AI
track:  # a code of vocabulary/tracks.yaml
topics: []  # codes of vocabulary/topics.yaml; empty where none fits
summary:  # in your own words, no sentence of the text
  en:
  # zh: the same in Chinese
# introduced_by: [USA], ISO 3166-1 alpha-3, from the record of the meeting
# answers: [A/RES/78/265], earlier records it responds to
# notes: what a reader should know, a list of {en, zh}
# conflicts: facts on which sources disagree (see CONTRIBUTING)
verification:  # how well the facts are established: a code of vocabulary/verification.yaml
"""


def _event(name: str) -> str:
    return f"""\
{_hint("event", "curated/events")}id: "{name}"
date:  # first day, as precise as the source: "2024", "2024-03", "2024-03-21"
# end_date: last day of what lasts longer
kind:  # what happened: a code of vocabulary/kinds.yaml
body:  # whose event it is: a code of vocabulary/bodies.yaml
forum:  # the forum as the source names it
track:  # a code of vocabulary/tracks.yaml
topics: []  # codes of vocabulary/topics.yaml; empty where none fits
titles:  # official where there is one
  en:
  # zh: the Chinese title
title_zh_official: false  # true where the Chinese title is the official one
summary:  # in your own words
  en:
  # zh: the same in Chinese
# symbol: document symbol, where it has one
# actors: [KOR, GBR], States that led it, ISO 3166-1 alpha-3
# lead_organisations: [UNESCO]
# participants: who took part, as far as sources name them
# answers: [A/RES/78/265], earlier records it responds to
# leads_to: [A/RES/79/239], documents that came of it
verification:  # how well the facts are established: a code of vocabulary/verification.yaml
{_SOURCES}"""


def _coding(text: ImportedDocument) -> str:
    head = f"""\
{_hint("paragraphs", "curated/paragraphs")}\
# Read each paragraph in the official text and say what it does in your own words; take no
# sentence of it. The verb's family and tier are worked out by rule and are not typed here.
#   summary: in English at most 30 words, and in Chinese
#   topics: codes of vocabulary/topics.yaml, at least one
#   addressees: codes of vocabulary/addressees.yaml: whom it asks; none, where it asks nobody
#   named: [addressees by name]         actions: [codes of vocabulary/actions.yaml]
#   entities: [named but not asked]     softeners: [codes of vocabulary/softeners.yaml]
symbol: "{text.symbol}"
coded_by: human
reviewed: false  # true once a second person has read it
checked:  # the day you read the text, "YYYY-MM-DD"
paragraphs:
"""
    return head + "".join(map(_paragraph, text.paragraphs)) + "...\n"


def _paragraph(paragraph: Paragraph) -> str:
    opening = paragraph.verb or "no opening verb"
    number = f"{paragraph.number}, " if paragraph.number else ""
    about = " ".join(f"{number}{opening}".split())
    return f"""\
  {paragraph.id}:  # {about}{", mentions AI" if paragraph.mentions_ai else ""}
    summary:
      en:
      zh:
    topics: []
    addressees:
"""
