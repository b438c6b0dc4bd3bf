"""`dashboard texts`: official texts, attached on this machine."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

import click

from dashboard.commands.arguments import Stop, counted, data_option, paths_argument, shown, warn
from dashboard.corpus.official_text import official_text_folder
from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.reading.parse_cache import ParseCache, default_path
from dashboard.corpus.reading.problems import nearest
from dashboard.corpus.records.documents import ImportedDocument
from dashboard.corpus.snapshot import examine
from dashboard.sources.inputs import Input, inputs
from dashboard.sources.official_text.extraction import (
    Added,
    add_official_texts,
)
from dashboard.sources.official_text.fetching import (
    OFFICIAL,
    SILENT,
    Fetching,
    checked_base,
    official_stems,
)
from dashboard.sources.official_text.store_writer import bring_up_to_date, writing
from dashboard.sources.official_text.text_store import StoreError, held_texts, sources_of
from dashboard.symbols import LANGUAGES, resolution_symbol

Imported = Mapping[str, ImportedDocument]


@click.group
def texts() -> None:
    """Attach the wording of official texts, on this machine only.

    The record holds no sentence of an official text. Wording attached here is kept on this
    machine, in the folder DASHBOARD_TEXTS or else in the user's data directory, and appears
    beside the summaries, in comparisons and in search.
    """


@texts.command
@paths_argument
@data_option
def add(paths: tuple[Path, ...], data: Path) -> int:
    """Read Akoma Ntoso files, folders or zip archives."""
    corpus, folder = _kept_apart(data)
    report = _added(shown(list(inputs(paths)), "Reading", sys.stderr), corpus, folder)
    return 1 if report.refusals else 0


@texts.command
@click.argument("symbols", nargs=-1, metavar="[SYMBOL]...")
@click.option(
    "--base", default=OFFICIAL, show_default=True, metavar="URL", help="address of a copy"
)
@click.option(
    "--language",
    "languages",
    multiple=True,
    type=click.Choice(LANGUAGES),
    default=("en", "zh"),
    help="may be repeated (default: en and zh)",
)
@data_option
def fetch(symbols: tuple[str, ...], base: str, languages: tuple[str, ...], data: Path) -> int:
    """Download the texts of the record's resolutions from the United Nations.

    Without a SYMBOL those of all. What is attached already is not asked for again, so that a
    command that was stopped goes on where it was.
    """
    corpus, folder = _kept_apart(data)
    try:
        checked = checked_base(base)
    except ValueError as error:
        raise Stop(f"--base: {error}") from None
    imported = corpus.imported
    chosen = [resolution_symbol(asked) or asked for asked in symbols] or list(imported)
    for symbol in chosen:
        if symbol not in imported:
            raise Stop(_not_there(symbol, "in the record", imported))
    asked_for = [(symbol, language) for symbol in chosen for language in sorted(set(languages))]
    held = sources_of(folder)
    wanted = [pair for pair in asked_for if not _is_stored(held, *pair, imported)]
    fetching = Fetching(checked, official_stems())
    fetched = shown(fetching.inputs(wanted), "Fetching", sys.stderr, len(wanted))
    try:
        report = _added(fetched, corpus, folder, fetching.expected)
    except KeyboardInterrupt:
        raise Stop(
            "stopped; what came is attached, the same command goes on from there", 130
        ) from None
    if len(wanted) < len(asked_for):
        print(f"{len(asked_for) - len(wanted)} attached already")
    not_got = [f"{symbol} {language}: {why}" for symbol, language, why in fetching.failed]
    not_got += [f"{symbol} {language}: not at this address" for symbol, language in fetching.absent]
    if fetching.unasked:
        rest = counted(len(fetching.unasked), "text")
        not_got.append(f"{rest} not asked for, after {SILENT} in a row without an answer")
    warn("not attached", not_got)
    nothing = bool(fetching.absent) and not report.stored and len(wanted) == len(asked_for)
    return 1 if report.refusals or fetching.failed or nothing else 0


@texts.command("list")
def list_() -> int:
    """Say which texts are attached."""
    folder = _folder()
    texts, problems = held_texts(folder)
    for text in texts:
        apart = f", {text.unplaced} not placed" if text.unplaced else ""
        print(f"{text.symbol} {text.language}: {text.paragraphs} paragraphs{apart}")
    warn("left out", problems)
    print(f"{len(texts)} texts of {len({text.symbol for text in texts})} documents in {folder}")
    return 1 if problems else 0


@texts.command
@click.argument("printed", metavar="SYMBOL")
def remove(printed: str) -> int:
    """Delete a document's texts from this machine; SYMBOL in any spelling, as 79/239."""
    folder = _folder()
    symbol = resolution_symbol(printed) or printed
    attached = {text.symbol for text in held_texts(folder)[0]}
    if symbol not in attached:
        raise Stop(_not_there(symbol, f"in {folder}", attached), 1)
    try:
        with writing(folder) as store:
            removed = store.remove(symbol)
    except StoreError as error:
        raise Stop(str(error)) from None
    print(f"{symbol}: removed in {', '.join(removed)}")
    return 0


def _folder() -> Path:
    """The folder of texts, what an older version kept in files there taken into the store."""
    folder = official_text_folder()
    try:
        bring_up_to_date(folder)
    except StoreError as error:
        raise Stop(str(error)) from None
    return folder


def _kept_apart(data: Path) -> tuple[Corpus, Path]:
    """The record and the folder of texts, which may not lie inside the record."""
    folder = official_text_folder()
    if folder.resolve().is_relative_to(data.resolve()):
        raise Stop(f"{folder}: lies inside the record; wording never goes into {data}")
    corpus, _ = examine(data, ParseCache(default_path(data)))
    if not corpus.imported:
        raise Stop(f"{data}: holds no imported document whose wording could be attached")
    return corpus, _folder()


def _added(
    found: Iterable[Input], corpus: Corpus, folder: Path,
    expected: Mapping[str, tuple[str, str]] = MappingProxyType({}),
) -> Added:  # fmt: skip
    """Add what is found and say what came of it."""
    skeletons = {symbol: document.paragraphs for symbol, document in corpus.imported.items()}
    try:
        report = add_official_texts(
            found, skeletons, folder, fingerprints=corpus.fingerprints, expected=expected
        )
    except StoreError as error:
        raise Stop(str(error)) from None
    warn("warning", report.warnings)
    for symbol, language, sha256 in report.stored:
        read_from = _read_from(corpus.imported[symbol])
        if language in dict(read_from) and (language, sha256) not in read_from:
            warn("warning", [f"{symbol} {language}: not the file the record was read from"])
    warn("refused", report.refusals)
    print(
        f"{report.read} files read, {len(report.refusals)} refused, {report.left_out} not in the "
        f"record and left out; {len(report.stored)} texts, {report.changed} of them new or "
        f"changed, in {folder}"
    )
    return report


def _is_stored(
    held: Mapping[tuple[str, str], str], symbol: str, language: str, imported: Imported
) -> bool:
    """Whether the very file the record was read from is attached already."""
    return (language, held.get((symbol, language))) in _read_from(imported[symbol])


def _read_from(document: ImportedDocument) -> set[tuple[str, str | None]]:
    return {(file.language, file.sha256) for file in document.files}


def _not_there(symbol: str, where: str, known: Iterable[str]) -> str:
    guess = nearest(symbol, known)
    return f"{symbol}: not {where}" + (f"; did you mean {guess}?" if guess else "")
