"""`dashboard draft`: a draft held against all that was adopted, without a browser."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import click

from dashboard.analysis.agreed_language.matches import MOST, balance, matches
from dashboard.commands.arguments import Stop, data_option, existing
from dashboard.corpus.reading.loading import Corpus, load
from dashboard.corpus.records.fields import Language
from dashboard.corpus.snapshot import NoDataError, take_snapshot
from dashboard.export.papers.draft_brief import draft_brief
from dashboard.export.papers.paper import markdown, word
from dashboard.sources.drafts.draft import Draft, DraftRefused
from dashboard.sources.drafts.news.dating import Adopted
from dashboard.sources.drafts.news.event import Known, read_event
from dashboard.sources.drafts.pasted import read_pasted
from dashboard.sources.drafts.reading import MAX_BYTES, item_text, read_draft
from dashboard.sources.drafts.records import Record, document_record, event_record, record_name
from dashboard.sources.write import to_yaml
from dashboard.symbols import resolution_symbol
from dashboard.words import LANGUAGES, words
from dashboard.words.languages import readers_language

FORMATS = ("md", "docx", "json", "yaml")
FOLDER = Path("curated", "drafts")
"""Where draft records stand in a data folder: beside the record, and no part of it."""
_NO_BODIES = ("governments", "non_state")
"""Lanes of the vocabulary of bodies whose labels name no single one."""
_LANGUAGES: tuple[Language, ...] = ("en", "zh")
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
    Each line stands beside the adopted paragraphs nearest to it. With --format yaml only what is
    read of it is printed, without its words, as `dashboard import` writes it: of a news item or
    statement its title, day and publisher, and whom it names. Nothing is kept but --out. Exit
    code 2 where the draft cannot be read.
    """
    content, name = file.read(MAX_BYTES + 1), str(getattr(file, "name", "-"))
    if form == "yaml":
        made = to_yaml(_record(content, name, lambda: load(existing(data)))).encode()
        sys.stdout.buffer.write(made) if out is None else out.write_bytes(made)
        return 0
    read = _read(content, name)
    try:
        snapshot = take_snapshot(existing(data))
    except NoDataError as error:
        raise Stop(error, 1) from None
    left_out = frozenset(resolution_symbol(symbol) or symbol for symbol in without)
    found = matches(snapshot, read, limit, left_out)
    say = words(readers_language(lang or read.language))
    if form == "json":
        body = {"language": read.language, "balance": balance(found), "rows": found}
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


def _read(content: bytes, name: str) -> Draft:
    try:
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            return read_draft(content, name)
        binary = content.startswith(b"%PDF-") or "\0" in text
        return read_draft(content, name) if binary else read_pasted(text)
    except DraftRefused as refusal:
        raise Stop(f"{name}: {refusal}") from None


def _record(content: bytes, name: str, corpus: Callable[[], Corpus]) -> Record:
    """The record of a draft, or of the event a news item tells of; names are asked for only then.

    Raises `Stop` where the draft is refused.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    try:
        read = read_draft(content)
        text = item_text(content, read)
    except DraftRefused as refusal:
        raise Stop(f"{name}: {refusal}") from None
    if text is None:
        return document_record(read, name, sha256)
    return event_record(read_event(text, _known(corpus())), name, sha256)


def write_draft(file: Path, corpus: Corpus, data: Path) -> str:
    """Write the draft record of a file for review, and say so in one line.

    Neither an official import nor a file that is there already is written over. Raises `Stop`
    where the draft is refused.
    """
    try:
        with file.open("rb") as opened:
            content = opened.read(MAX_BYTES + 1)
    except OSError as error:
        raise Stop(f"{file}: cannot be opened: {error.strerror}") from None
    record = _record(content, str(file), lambda: corpus)
    if record.get("symbol") in corpus.imported:
        return f"{file}: {record['symbol']} is imported from its official file, which is kept"
    place = FOLDER / f"{record_name(record, file.name)}.yaml"
    path = data / place
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as written:
            written.write(to_yaml(record))
    except FileExistsError:
        return f"{place}: exists already and is kept"
    return f"{place}: written for review"


def _known(corpus: Corpus) -> Known:
    """What the record knows by name."""
    states = {s.iso3: [*s.names.values(), *s.other_names] for s in corpus.states.values()}
    bodies = corpus.vocabularies["bodies"].terms if "bodies" in corpus.vocabularies else {}
    entries = {
        each.id: [title for title in (each.titles.en, each.titles.zh) if title]
        for each in corpus.events.values()
    }
    return Known(
        states,
        {
            code: [label for name in _LANGUAGES if (label := term.labels.get(name))]
            for code, term in bodies.items()
            if term.lane not in _NO_BODIES
        },
        entries,
        tuple(
            Adopted(symbol, each.adopted, each.titles.get("en", ""))
            for symbol, each in corpus.imported.items()
            if each.adopted is not None
        ),
    )
