"""From inputs to written documents: read each file, join languages, write, report.

Many files are read by as many processes as there are cores; what is written is the same.
"""

from __future__ import annotations

import gc
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from dashboard.sources.alignment import aligned, by_part
from dashboard.sources.errors import RefusedError
from dashboard.sources.fingerprints import SUFFIX, TextFingerprints, to_text
from dashboard.sources.inputs import Input, ReadOnce
from dashboard.sources.merge import merge
from dashboard.sources.names import StateNames
from dashboard.sources.plain_text import OtherWords
from dashboard.sources.resolutions.akoma_ntoso import Expression, read_expression
from dashboard.sources.resolutions.front_matter import Members
from dashboard.sources.write import to_yaml, without_empty, write
from dashboard.symbols import file_stem, session_name

_BATCH = 64
"""Files held in memory at a time; fewer than one batch are read in this process alone."""
Fault = Callable[[dict[str, Any], str], str | None]
"""Why the record would refuse a document, given as values and as YAML; None where it takes it."""


@dataclass
class Report:
    """What an import did; refusals and warnings are one line each."""

    read: int = 0
    documents: int = 0
    changed: int = 0
    left_out: int = 0
    refusals: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def add(self, other: Report) -> None:
        """Count in what was done to another part."""
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


def import_documents(
    found: Iterable[Input],
    names: StateNames,
    members: Members,
    near: OtherWords,
    target: Path,
    *,
    mentioning_only: bool,
    fault: Fault | None = None,
) -> Report:
    """Read every input and write for each symbol, under `target`/SESSION, one YAML file and one
    of fingerprints.

    A file that is refused is reported and the others go on. With `mentioning_only`, documents
    whose English text does not mention artificial intelligence are read but not written. `fault`
    says why the record would refuse a document, which is then not written either.
    """
    report = Report()
    once = ReadOnce()
    by_symbol: dict[str, dict[str, Expression]] = defaultdict(dict)
    waiting = iter(found)
    first = list(islice(waiting, _BATCH))
    with _each(many=len(first) == _BATCH) as each:
        read = partial(_expression, names, members, near)
        while first:
            for item, expression in zip(first, each(read, map(_bytes, first)), strict=True):
                try:
                    if isinstance(expression, RefusedError):
                        raise expression
                    report.read += 1
                    once.check(expression.symbol, expression.language, item.name, expression.sha256)
                    by_symbol[expression.symbol].setdefault(expression.language, expression)
                except RefusedError as refusal:
                    report.refusals.append(refusal.line(item.name))
            first = list(islice(waiting, _BATCH))
        texts = [list(by_symbol[symbol].values()) for symbol in sorted(by_symbol)]
        for part in each(partial(_written, target, mentioning_only, fault), texts):
            report.add(part)
    return report


@contextmanager
def _each(*, many: bool) -> Iterator[Callable[..., Iterator[Any]]]:
    """As `map`: by every core, or one after the other."""
    cores = os.cpu_count() or 1
    if not many or cores == 1:
        yield map
        return
    # what a file is read into has no cycles, and looking for some takes a twentieth of the time
    with ProcessPoolExecutor(cores, get_context("spawn"), gc.disable) as pool:
        yield partial(pool.map, chunksize=8)


def _bytes(item: Input) -> tuple[str, bytes | RefusedError]:
    try:
        return item.name, item.read()
    except RefusedError as refusal:
        return item.name, refusal


def _expression(
    names: StateNames, members: Members, near: OtherWords, given: tuple[str, bytes | RefusedError]
) -> Expression | RefusedError:
    name, raw = given
    try:
        return (
            raw
            if isinstance(raw, RefusedError)
            else read_expression(name, raw, names, members, near)
        )
    except RefusedError as refusal:
        return refusal


def _written(
    target: Path, mentioning_only: bool, fault: Fault | None, expressions: list[Expression]
) -> Report:
    """Write the files of one symbol, and say what was done."""
    report, symbol = Report(), expressions[0].symbol
    english = any(e.front for e in expressions)
    if mentioning_only and english and not sum(e.mentions for e in expressions):
        report.left_out += 1
        return report
    try:
        merged, notices = merge(expressions)
        document = without_empty(merged)
        text = to_yaml(document)
        if refused := fault(document, text) if fault else None:
            raise RefusedError("document", refused)
    except RefusedError as refusal:
        report.refusals.append(refusal.line(expressions[0].file))
        return report
    report.warnings += notices
    path = target / session_name(symbol) / f"{file_stem(symbol)}.yaml"
    report.documents += 1
    prints = to_text(symbol, _fingerprints(expressions))
    changed = write(path.with_suffix(SUFFIX), prints)
    report.changed += write(path, text) or changed
    return report


def _fingerprints(expressions: list[Expression]) -> dict[str, TextFingerprints]:
    """Those of each language in which they are taken, of the paragraphs whose ids mean the same."""
    english = next(e for e in expressions if e.front)
    found = {}
    for each in expressions:
        parts = by_part(english.paragraphs, each.paragraphs)
        kept = [p for _, wanted, own in parts for p in aligned(wanted, own)]
        taken = {p.id: p.fingerprint for p in kept if p.fingerprint}
        if taken:
            found[each.language] = TextFingerprints(each.sha256, taken)
    return found
