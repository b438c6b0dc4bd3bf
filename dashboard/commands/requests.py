"""`dashboard requests`: what the rule finds in the official texts, for the record to be held to."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from dashboard.commands.arguments import Stop, data_option, paths_argument, shown, warn
from dashboard.corpus.checks.vote_import_diff import UnreadableRecordError, imported_path, record_at
from dashboard.corpus.reading.data_files import SUFFIX
from dashboard.corpus.reading.loading import REQUEST_CANDIDATES
from dashboard.corpus.records.requests import RequestCandidates
from dashboard.sources.errors import RefusedError
from dashboard.sources.inputs import Input, inputs
from dashboard.sources.request_rule import RULE_VERSION, candidates
from dashboard.sources.resolutions.akoma_ntoso import language_of, parse_xml, symbol_of
from dashboard.sources.write import to_yaml, write

Listed = dict[str, dict[str, list[str]]]
"""The patterns found in each paragraph, the sure ones and those to look at."""
Found = dict[str, Listed | str]


@click.group
def requests() -> None:
    """Find requests by rule in official files."""


@requests.command
@paths_argument
@data_option
def scan(paths: tuple[Path, ...], data: Path) -> int:
    """List the paragraphs in which the rule finds a request.

    The English Akoma Ntoso files of the record's resolutions give
    data/imported/request_candidates.yaml: for each text the paragraphs in which the rule finds a
    request, those that are sure and those to look at, by id and pattern, without their wording.
    Texts not read this time stay as they are, unless the
    rule has changed or they left the record. Exit code 1 where a file was refused, 2 where what
    is there cannot be kept.
    """
    target = data / "imported" / f"{REQUEST_CANDIDATES}{SUFFIX}"
    try:
        earlier = _earlier(target, data)
    except UnreadableRecordError as error:
        raise Stop(f"{error}; delete it to have it written anew") from None
    found: Found = {}
    read = left_out = refused = 0
    for item in shown(list(inputs(paths)), "Reading", sys.stderr):
        try:
            symbol, listed = _read(item, data)
        except RefusedError as refusal:
            warn("refused", [refusal.line(item.name)])
            refused += 1
            continue
        read += 1
        if symbol is None:
            left_out += 1
        else:
            found[symbol] = listed or "none"
    everything = {**earlier, **found}
    if everything:
        ordered = {symbol: everything[symbol] for symbol in sorted(everything, key=_order)}
        write(target, to_yaml({"rule": RULE_VERSION, "candidates": ordered}))
    print(
        f"{read} files read, {refused} refused, {left_out} not English or not in the record and "
        f"left out; {_count(found)} candidates in {len(found)} texts, "
        f"{_count(everything)} in {len(everything)} on record"
    )
    return 1 if refused else 0


def _earlier(target: Path, data: Path) -> Found:
    """What an earlier scan by the same version of the rule found in texts still on record."""
    kept = record_at(target, RequestCandidates)
    if kept is None or kept.rule != RULE_VERSION:
        return {}
    return {
        s: each if each == "none" else each.model_dump(exclude_defaults=True)
        for s, each in kept.candidates.items()
        if imported_path(data, s).is_file()
    }


def _read(item: Input, data: Path) -> tuple[str | None, Listed]:
    """A file's symbol and candidates; no symbol where it is not for this record."""
    raw = item.read()
    root = parse_xml(raw)
    if language_of(root) != "en":
        return None, {}
    symbol = symbol_of(root)
    if not imported_path(data, symbol).is_file():
        return None, {}
    listed: dict[str, dict[str, list[str]]] = {"sure": {}, "to_look_at": {}}
    for each in candidates(raw):
        grade = listed["sure" if each.sure else "to_look_at"]
        grade.setdefault(each.paragraph, []).append(each.pattern)
    return symbol, {grade: paragraphs for grade, paragraphs in listed.items() if paragraphs}


def _count(found: Found) -> int:
    """How many words may ask for something, in all texts."""
    return sum(
        len(patterns)
        for listed in found.values()
        if not isinstance(listed, str)
        for paragraphs in listed.values()
        for patterns in paragraphs.values()
    )


def _order(symbol: str) -> tuple[Any, ...]:
    session, _, number = symbol.removeprefix("A/RES/").partition("/")
    return int(session), int(number.partition(" ")[0]), symbol
