"""From inputs to written documents: read each file, join languages, write, report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.sources.alignment import aligned, by_part
from dashboard.sources.errors import RefusedError
from dashboard.sources.fingerprints import SUFFIX, TextFingerprints, to_text
from dashboard.sources.inputs import Input, ReadOnce
from dashboard.sources.merge import merge
from dashboard.sources.names import StateNames
from dashboard.sources.plain_text import OtherWords
from dashboard.sources.resolutions.akoma_ntoso import Expression, read_expression
from dashboard.sources.resolutions.front_matter import Members
from dashboard.sources.write import to_yaml, write
from dashboard.symbols import file_stem, session_of


@dataclass
class Report:
    """What an import did; refusals and warnings are one line each."""

    read: int = 0
    documents: int = 0
    changed: int = 0
    left_out: int = 0
    refusals: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def import_documents(
    found: Iterable[Input],
    names: StateNames,
    members: Members,
    near: OtherWords,
    target: Path,
    *,
    mentioning_only: bool,
) -> Report:
    """Read every input and write for each symbol, under `target`/SESSION, one YAML file and one
    of fingerprints.

    A file that is refused is reported and the others go on. With `mentioning_only`, documents
    whose English text does not mention artificial intelligence are read but not written.
    """
    report = Report()
    once = ReadOnce()
    by_symbol: dict[str, dict[str, Expression]] = defaultdict(dict)
    for item in found:
        try:
            expression = read_expression(item.name, item.read(), names, members, near)
            report.read += 1
            once.check(expression.symbol, expression.language, item.name, expression.sha256)
            by_symbol[expression.symbol].setdefault(expression.language, expression)
        except RefusedError as refusal:
            report.refusals.append(refusal.line(item.name))
    for symbol in sorted(by_symbol):
        _write(symbol, list(by_symbol[symbol].values()), target, report, mentioning_only)
    return report


def _write(
    symbol: str,
    expressions: list[Expression],
    target: Path,
    report: Report,
    mentioning_only: bool,
) -> None:
    english = any(e.front for e in expressions)
    if mentioning_only and english and not sum(e.mentions for e in expressions):
        report.left_out += 1
        return
    try:
        document, notices = merge(expressions)
    except RefusedError as refusal:
        report.refusals.append(refusal.line(expressions[0].file))
        return
    report.warnings += notices
    path = target / str(session_of(symbol)) / f"{file_stem(symbol)}.yaml"
    report.documents += 1
    prints = to_text(symbol, _fingerprints(expressions))
    changed = write(path.with_suffix(SUFFIX), prints)
    report.changed += write(path, to_yaml(document)) or changed


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
