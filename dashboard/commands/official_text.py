"""`dashboard texts`: the wording of official texts, attached on this machine."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from dashboard.commands.progress import shown
from dashboard.corpus.official_text import official_text_folder
from dashboard.corpus.reading.parse_cache import ParseCache, default_path
from dashboard.corpus.reading.problems import nearest
from dashboard.corpus.records.documents import ImportedDocument
from dashboard.corpus.snapshot import examine
from dashboard.corpus.store import data_folder
from dashboard.sources.inputs import inputs
from dashboard.sources.official_text.extraction import (
    Added,
    Skeletons,
    add_official_texts,
)
from dashboard.sources.official_text.fetching import (
    OFFICIAL,
    Fetching,
    checked_base,
    official_stems,
    reader,
)
from dashboard.sources.official_text.text_file import (
    file_name,
    read_stored,
    remove_stored,
    stored_texts,
)
from dashboard.symbols import LANGUAGES, resolution_symbol

Imported = Mapping[str, ImportedDocument]


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `dashboard texts` and its own commands to the command line."""
    command = subparsers.add_parser(
        "texts",
        help="attach the wording of official texts, on this machine only",
        description="The record holds no sentence of an official text. Wording attached here is "
        "kept on this machine, in the folder DASHBOARD_TEXTS or else in the user's data "
        "directory, and appears beside the summaries, in comparisons and in search.",
    )
    actions = command.add_subparsers(title="commands", required=True, metavar="COMMAND")
    add = actions.add_parser("add", help="read Akoma Ntoso files, folders or zip archives")
    add.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="file, folder or zip")
    add.set_defaults(run=lambda chosen: _kept_apart(chosen, _add))
    shown_list = actions.add_parser("list", help="say which texts are attached")
    shown_list.set_defaults(run=_list)
    remove = actions.add_parser("remove", help="delete a document's texts from this machine")
    remove.add_argument("symbol", metavar="SYMBOL", help="in any spelling, as 79/239")
    remove.set_defaults(run=_remove)
    fetch = actions.add_parser(
        "fetch", help="download the texts of the record's resolutions from the United Nations"
    )
    fetch.add_argument("symbols", nargs="*", metavar="SYMBOL", help="default: all of the record")
    fetch.add_argument(
        "--base", default=OFFICIAL, metavar="URL", help="address of a copy (default: %(default)s)"
    )
    fetch.add_argument(
        "--language", action="append", choices=LANGUAGES,
        help="may be repeated (default: en and zh)",
    )  # fmt: skip
    fetch.set_defaults(run=lambda chosen: _kept_apart(chosen, _fetch))
    for writing in (add, fetch):
        writing.add_argument(
            "--data", type=Path, default=None,
            help="folder of the record (default: DASHBOARD_DATA, or data)",
        )  # fmt: skip


def _kept_apart(
    chosen: argparse.Namespace, run: Callable[[argparse.Namespace, Imported, Path], int]
) -> int:
    """Run a command that writes, unless the texts would lie inside the record."""
    data, folder = chosen.data or data_folder(), official_text_folder()
    if folder.resolve().is_relative_to(data.resolve()):
        return _said(f"{folder}: lies inside the record; wording never goes into {data}", 2)
    corpus, _ = examine(data, ParseCache(default_path()))
    if not corpus.imported:
        return _said(f"{data}: holds no imported document whose wording could be attached", 2)
    try:
        return run(chosen, corpus.imported, folder)
    except OSError as error:
        return _said(f"{error.filename or folder}: cannot be written: {error.strerror}", 2)


def _add(chosen: argparse.Namespace, imported: Imported, folder: Path) -> int:
    found = shown(list(inputs(chosen.paths)), "Reading", sys.stderr)
    report = add_official_texts(found, _skeletons(imported), folder)
    _print(report, imported, folder)
    return 1 if report.refusals else 0


def _fetch(chosen: argparse.Namespace, imported: Imported, folder: Path) -> int:
    try:
        base = checked_base(chosen.base)
    except ValueError as error:
        return _said(f"--base: {error}", 2)
    symbols = list(imported)
    if chosen.symbols:
        symbols = [resolution_symbol(asked) or asked for asked in chosen.symbols]
        for symbol in symbols:
            if symbol not in imported:
                return _said(_not_there(symbol, "in the record", imported), 2)
    languages = sorted(set(chosen.language or ("en", "zh")))
    asked_for = [(symbol, language) for symbol in symbols for language in languages]
    wanted = [pair for pair in asked_for if not _is_stored(folder, *pair, imported)]
    fetching = Fetching(reader(base), official_stems())
    fetched = shown(fetching.inputs(wanted), "Fetching", sys.stderr, len(wanted))
    report = add_official_texts(fetched, _skeletons(imported), folder, expected=fetching.expected)
    for symbol, language in fetching.absent:
        print(f"not there: {symbol} in {language}", file=sys.stderr)
    if len(wanted) < len(asked_for):
        print(f"{len(asked_for) - len(wanted)} attached already")
    _print(report, imported, folder)
    nothing = bool(fetching.absent) and not report.stored and len(wanted) == len(asked_for)
    return 1 if report.refusals or nothing else 0


def _is_stored(folder: Path, symbol: str, language: str, imported: Imported) -> bool:
    """Whether the very file the record was read from is attached already."""
    try:
        text = read_stored(folder / file_name(symbol, language))
    except ValueError:
        return False
    return (language, text.sha256) in _read_from(imported[symbol])


def _list(chosen: argparse.Namespace) -> int:
    folder = official_text_folder()
    texts, problems = stored_texts(folder)
    for text in texts:
        apart = f", {len(text.unplaced)} not placed" if text.unplaced else ""
        print(f"{text.symbol} {text.language}: {len(text.paragraphs)} paragraphs{apart}")
    for line in problems:
        print(f"left out: {line}", file=sys.stderr)
    print(f"{len(texts)} texts of {len({text.symbol for text in texts})} documents in {folder}")
    return 1 if problems else 0


def _remove(chosen: argparse.Namespace) -> int:
    folder = official_text_folder()
    symbol = resolution_symbol(chosen.symbol) or chosen.symbol
    try:
        removed = remove_stored(folder, symbol)
    except OSError as error:
        return _said(f"{error.filename or folder}: cannot be deleted: {error.strerror}", 2)
    if not removed:
        attached = {text.symbol for text in stored_texts(folder)[0]}
        return _said(_not_there(symbol, f"in {folder}", attached), 1)
    print(f"{symbol}: removed in {', '.join(removed)}")
    return 0


def _skeletons(imported: Imported) -> Skeletons:
    return {symbol: document.paragraphs for symbol, document in imported.items()}


def _read_from(document: ImportedDocument) -> set[tuple[str, str]]:
    return {(file.language, file.sha256) for file in document.files}


def _not_there(symbol: str, where: str, known: Iterable[str]) -> str:
    guess = nearest(symbol, known)
    return f"{symbol}: not {where}" + (f"; did you mean {guess}?" if guess else "")


def _print(report: Added, imported: Imported, folder: Path) -> None:
    for line in report.refusals:
        print(f"refused: {line}", file=sys.stderr)
    for line in report.warnings:
        print(f"warning: {line}", file=sys.stderr)
    for symbol, language, sha256 in report.stored:
        read_from = _read_from(imported[symbol])
        if language in dict(read_from) and (language, sha256) not in read_from:
            line = f"{symbol} {language}: not the file the record was read from"
            print(f"warning: {line}", file=sys.stderr)
    print(
        f"{report.read} files read, {len(report.refusals)} refused, {report.left_out} not in the "
        f"record and left out; {len(report.stored)} texts, {report.changed} of them new or "
        f"changed, in {folder}"
    )


def _said(line: str, code: int) -> int:
    print(line, file=sys.stderr)
    return code
