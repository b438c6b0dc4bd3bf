"""`dashboard draft`: a draft held against all that was adopted, without a browser."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path
from typing import BinaryIO

import click

from dashboard.analysis.agreed_language.matches import MOST, balance, matches
from dashboard.analysis.frames import rows_of
from dashboard.commands.arguments import Stop, data_option, existing
from dashboard.corpus.snapshot import NoDataError, take_snapshot
from dashboard.export.papers.draft_brief import draft_brief
from dashboard.export.papers.paper import markdown, word
from dashboard.sources.drafts.draft import Draft, DraftRefused
from dashboard.sources.drafts.pasted import read_pasted
from dashboard.sources.drafts.reading import MAX_BYTES, read_draft
from dashboard.symbols import resolution_symbol
from dashboard.words import LANGUAGES, words
from dashboard.words.languages import readers_language

FORMATS = ("md", "docx", "json")
_SITE = "http://127.0.0.1:8501"


@click.command
@click.argument("file", type=click.File("rb"), metavar="FILE|-")
@click.option("--format", "form", type=click.Choice(FORMATS), default="md", help="default: md")
@click.option("--out", type=click.Path(path_type=Path), help="file to write; default: print")
@click.option("--limit", type=click.IntRange(1, MOST), default=3, help="paragraphs a line")
@click.option("--without", multiple=True, metavar="SYMBOL", help="a text to leave out; repeat")
@click.option("--lang", type=click.Choice(list(LANGUAGES)), help="of the answer")
@click.option("--site", default=_SITE, help=f"what links begin with; default: {_SITE}")
@data_option
def draft(
    file: BinaryIO,
    form: str,
    out: Path | None,
    limit: int,
    without: tuple[str, ...],
    lang: str | None,
    site: str,
    data: Path,
) -> int:
    """Hold a draft against all that was adopted.

    FILE is a Word document, a PDF or plain text, in English or Chinese; - reads what comes in.
    Each line stands beside the adopted paragraphs nearest to it. Nothing is kept but --out. Exit
    code 2 where the draft cannot be read.
    """
    read = _read(file)
    try:
        snapshot = take_snapshot(existing(data))
    except NoDataError as error:
        raise Stop(error, 1) from None
    left_out = frozenset(resolution_symbol(symbol) or symbol for symbol in without)
    found = matches(snapshot, read, limit, left_out)
    say = words(readers_language(lang or read.language))
    if form == "json":
        body = {"language": read.language, "balance": balance(found), "rows": rows_of(found)}
        made = json.dumps(body, ensure_ascii=False, indent=1).encode() + b"\n"
    else:
        paper = draft_brief(snapshot, say, found, site.rstrip("/"), dt.date.today())
        made = word(paper) if form == "docx" else markdown(paper).encode()
    if out is None and form == "docx" and sys.stdout.isatty():
        raise Stop("a Word file is not for a terminal; name it with --out")
    if out is None:
        sys.stdout.buffer.write(made)
    else:
        out.write_bytes(made)
    return 0


def _read(file: BinaryIO) -> Draft:
    content = file.read(MAX_BYTES + 1)
    try:
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            return read_draft(content, file.name)
        binary = content.startswith(b"%PDF-") or "\0" in text
        return read_draft(content, file.name) if binary else read_pasted(text)
    except DraftRefused as refusal:
        raise Stop(f"{file.name}: {refusal}") from None
