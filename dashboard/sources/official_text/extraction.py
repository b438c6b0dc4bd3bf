"""From official files to the text store: each paragraph's words under the record's ids.

The same readers as those of the import, so a paragraph's id here is its id in the record. What
does not align with the record's skeleton is kept apart and said so, never guessed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from dashboard.sources.alignment import Placeable, aligned, by_part, difference
from dashboard.sources.errors import Findings, RefusedError, notice
from dashboard.sources.fingerprints import TextFingerprints, fingerprint
from dashboard.sources.inputs import Input, ReadOnce, last_name
from dashboard.sources.official_text.store_writer import writing
from dashboard.sources.official_text.text_file import MAX_BYTES, OfficialText
from dashboard.sources.plain_text import tidy
from dashboard.sources.resolutions.akoma_ntoso import language_of, parse_xml, symbol_of
from dashboard.sources.resolutions.numbering import Placed
from dashboard.sources.resolutions.paragraphs import placed_paragraphs, unplaced_paragraphs

Skeletons = Mapping[str, Sequence[Placeable]]
"""The paragraphs of the record's documents, by symbol."""
Fingerprints = Mapping[str, Mapping[str, TextFingerprints]]
"""Those of the record's documents, by symbol and language."""
LEAST_ALIKE = 0.75
"""The share of a text's paragraphs whose wording must be that of the record's fingerprints in a
file that is not the very one the record was read from: a corrected file of the same text has far
more, another text under the symbol far fewer."""


@dataclass
class Added:
    """What adding texts did; refusals and warnings are one line each."""

    read: int = 0
    changed: int = 0
    left_out: int = 0
    """Texts of documents the record does not hold."""
    stored: list[tuple[str, str, str]] = field(default_factory=list)
    """Symbol, language and SHA-256 of the source of each text now in the store."""
    refusals: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def read_official_text(
    file: str, raw: bytes, skeletons: Skeletons
) -> tuple[OfficialText | None, list[str]]:
    """One official file as a stored text, and a warning for each part that lacks paragraphs.

    None where the record does not hold the document. A translation whose paragraphs cannot be
    placed keeps them apart, in `unplaced`. Raises `RefusedError` where the file is not
    understood.
    """
    root = parse_xml(raw)
    symbol, language = symbol_of(root), language_of(root)
    skeleton = skeletons.get(symbol)
    if skeleton is None:
        return None, []
    place = f"{symbol} {language}"
    same: set[str] = set()
    warnings = []
    try:
        placed = placed_paragraphs(root, Findings() if language == "en" else None)
    except RefusedError as refusal:
        if language == "en":
            raise
        placed, unplaced = [], unplaced_paragraphs(root)
        message = f"{refusal.place}: {refusal.found}; no paragraph could be placed"
        warnings.append(notice(file, place, message))
    for part, wanted, found in by_part(skeleton, placed):
        kept = {paragraph.id for paragraph in aligned(wanted, found)}
        same |= kept
        if len(kept) < len(found):
            message = f"{difference(wanted, found)}; {len(found) - len(kept)} {part} paragraphs"
            warnings.append(notice(file, place, f"{message} could not be placed"))
    if placed:
        unplaced = [_own_words(paragraph) for paragraph in placed if paragraph.id not in same]
    text = OfficialText(
        symbol=symbol,
        language=language,
        name=last_name(file),
        sha256=hashlib.sha256(raw).hexdigest(),
        paragraphs={p.id: _own_words(p) for p in placed if p.id in same},
        unplaced=unplaced,
    )
    return text, warnings


def add_official_texts(
    found: Iterable[Input],
    skeletons: Skeletons,
    folder: Path,
    *,
    fingerprints: Fingerprints = MappingProxyType({}),
    expected: Mapping[str, tuple[str, str]] = MappingProxyType({}),
) -> Added:
    """Read every input and put each text into the store of `folder`, one after the other.

    A file that is refused is reported and the others go on. `fingerprints` tell whether its words
    are those of the record, `expected` which symbol and language an input of some name must hold.
    Raises `StoreError` where nothing can be written.
    """
    report = Added()
    once = ReadOnce()
    with ExitStack() as opened:
        store = None
        for item in found:
            try:
                text, warnings = read_official_text(item.name, item.read(), skeletons)
                report.read += 1
                if text is None:
                    report.left_out += 1
                    continue
                _expect(text, expected.get(item.name))
                taken = fingerprints.get(text.symbol, {}).get(text.language)
                warnings += _other_words(item.name, text, taken)
                once.check(text.symbol, text.language, item.name, text.sha256)
                if len(text.model_dump_json()) > MAX_BYTES:
                    raise RefusedError(text.symbol, f"over {MAX_BYTES} bytes of wording")
            except RefusedError as refusal:
                report.refusals.append(refusal.line(item.name))
                continue
            store = store or opened.enter_context(writing(folder))
            report.warnings += warnings
            report.stored.append((text.symbol, text.language, text.sha256))
            report.changed += store.put(text)
    return report


def _own_words(paragraph: Placed) -> str:
    """A paragraph's own words; what continues it after a list stands on a line of its own."""
    return "\n".join(filter(None, (tidy(unit.text) for unit in paragraph.units)))


def _expect(text: OfficialText, expected: tuple[str, str] | None) -> None:
    if expected not in (None, (text.symbol, text.language)):
        found = f"holds {text.symbol} in {text.language}, not what was asked for"
        raise RefusedError("file", found)


def _other_words(file: str, text: OfficialText, taken: TextFingerprints | None) -> list[str]:
    """A warning that names the paragraphs whose wording is not the record's.

    Without one where the file is that of the record, or the record has no fingerprints of the
    language. Raises `RefusedError` where fewer than `LEAST_ALIKE` are alike.
    """
    if taken is None or taken.sha256 == text.sha256:
        return []
    other = []
    for place, known in taken.paragraphs.items():
        found = fingerprint(text.paragraphs.get(place, ""), text.language)
        if found is None or found.words != known.words:
            other.append(place)
    if not other:
        return []
    share = f"{len(other)} of {len(taken.paragraphs)} paragraphs are worded otherwise in the record"
    if len(taken.paragraphs) - len(other) < LEAST_ALIKE * len(taken.paragraphs):
        raise RefusedError(f"{text.symbol} {text.language}", f"another text: {share}")
    return [notice(file, f"{text.symbol} {text.language}", f"{share}: {', '.join(other)}")]
