"""A text beside another: paragraphs aligned, what is new, dropped, moved, stronger or softer.

Paragraphs are aligned as a whole for the greatest likeness (see `likeness`), preambular with
preambular and the rest with the rest; what is left is looked for in the other part. The
fingerprints of their wording decide, whether or not a reader attached the wording; where they
were not taken our summaries do, and the column `basis` says which.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from dashboard.analysis.frames import Row, acts_of, frame_of, paragraphs_of
from dashboard.analysis.paragraphs.alignment import Alignment, Pair, across, align
from dashboard.analysis.paragraphs.asks import governed
from dashboard.analysis.paragraphs.change import CHANGES, Change, change_of
from dashboard.analysis.paragraphs.fingerprints import Fingerprints, fingerprints_of
from dashboard.analysis.paragraphs.strength import softeners_of, with_acts
from dashboard.analysis.snapshot_cache import SnapshotCache
from dashboard.corpus.snapshot import Snapshot
from dashboard.sources.fingerprints import LANGUAGES

COLUMNS: Final = {
    "position": "Int64", "part": "str", "change": "str", "why": "object", "softeners": "object",
    "moved": "boolean",
    "basis": "str", "likeness": "Float64", "earlier_id": "str", "later_id": "str",
    "earlier_number": "str", "later_number": "str", "earlier_verb": "str", "later_verb": "str",
    "earlier_tier": "Int64", "later_tier": "Int64",
}  # fmt: skip
"""The columns of a comparison and their dtypes."""

CITATIONS: Final = {
    "symbol": "str", "change": "str", "earlier_ids": "object", "later_ids": "object",
}  # fmt: skip


_compared: SnapshotCache[pd.DataFrame] = SnapshotCache(most=32)


def compare(snapshot: Snapshot, earlier: str, later: str) -> pd.DataFrame:
    """The paragraphs of two texts side by side: a line for each pair and each that has none.

    Columns `COLUMNS`. `change` is one of `CHANGES`, `why` a tuple of what makes it stronger or
    softer (codes of `strength.WHY`), `softeners` those it gained or lost where that is all.
    `same` is the same wording; by summary, that the record holds no difference.
    `moved`: the paragraph stands in another order than its neighbours. Verbs and tiers are
    those that govern a paragraph. Lines follow the later text; a dropped paragraph stands
    where it stood. While a paragraph of the other text cannot be compared, none is called
    new or dropped, but `unknown`; so are all where a symbol has no paragraphs on record.
    The frame is the same for everyone who asks; nobody may change it.
    """
    key = (snapshot.key, earlier, later)
    return _compared.get(key, lambda: _compare(snapshot, earlier, later))


def _compare(snapshot: Snapshot, earlier: str, later: str) -> pd.DataFrame:
    symbols = (earlier, later)
    texts = [
        with_acts(governed(snapshot, s), acts_of(snapshot, s), softeners_of(snapshot, s))
        for s in symbols
    ]
    wordings = [fingerprints_of(snapshot, symbols, language) for language in LANGUAGES]
    parts = [_part(texts, wordings[0], preamble=preamble) for preamble in (True, False)]
    elsewhere = {
        **_crossed(parts[0], parts[1], "to_operative", wordings),
        **_crossed(parts[1], parts[0], "to_preamble", wordings),
    }
    lines = [
        line
        for part in parts
        for line in _lines(part, wordings[0], elsewhere, on_record=all(texts))
    ]
    return frame_of([(n, *line) for n, line in enumerate(lines, start=1)], COLUMNS)


def count_changes(compared: pd.DataFrame) -> dict[str, int]:
    """How many lines of a comparison have each change, zeros included, and how many `moved`."""
    counted = Counter(compared["change"])
    return {
        **{change: counted[change] for change in CHANGES},
        "moved": int(compared["moved"].sum()),
    }


def citations(snapshot: Snapshot, earlier: str, later: str) -> pd.DataFrame:
    """Symbols the later text cites and the earlier does not (`gained`), `lost` ones, `kept` ones.

    Columns `CITATIONS`; the ids are tuples of the paragraphs that cite. Gained
    first, then lost, then kept, each in the order of the text.
    """
    first, second = (_citing(paragraphs_of(snapshot, symbol)) for symbol in (earlier, later))
    changes = {
        "gained": [symbol for symbol in second if symbol not in first],
        "lost": [symbol for symbol in first if symbol not in second],
        "kept": [symbol for symbol in second if symbol in first],
    }
    lines = [
        (symbol, change, tuple(first.get(symbol, ())), tuple(second.get(symbol, ())))
        for change, symbols in changes.items()
        for symbol in symbols
    ]
    return frame_of(lines, CITATIONS)


def _citing(text: Sequence[Row]) -> dict[str, list[str]]:
    """The paragraphs that cite each symbol."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in text:
        for symbol in row["cites"]:
            found[symbol].append(row["id"])
    return dict(found)


@dataclass(frozen=True)
class _Part:
    """The preambles of two texts, or what follows them, aligned."""

    earlier: Sequence[Row]
    later: Sequence[Row]
    found: Alignment

    @property
    def dropped(self) -> list[Row]:
        """Paragraphs of the earlier text without a counterpart in this part."""
        paired = {pair.earlier for pair in self.found.pairs}
        return [row for place, row in enumerate(self.earlier) if place not in paired]

    @property
    def new(self) -> list[Row]:
        """Paragraphs of the later text without a counterpart in this part."""
        paired = {pair.later for pair in self.found.pairs}
        return [row for place, row in enumerate(self.later) if place not in paired]


_Elsewhere = Mapping[str, tuple[Row, Pair, Change]]
"""By paragraph its counterpart in the other part."""


def _part(texts: Sequence[Sequence[Row]], kept: Fingerprints, *, preamble: bool) -> _Part:
    first, second = (
        [row for row in text if (row["part"] == "preambular") == preamble] for text in texts
    )
    return _Part(first, second, align(first, second, kept))


def _crossed(
    before: _Part, after: _Part, change: str, wordings: Sequence[Fingerprints]
) -> _Elsewhere:
    """By id the paragraphs of both texts that went from one part to the other."""
    if "summary" in (before.found.basis, after.found.basis):
        return {}
    first, second = before.dropped, after.new
    found: dict[str, tuple[Row, Pair, Change]] = {}
    for pair in across(first, second, wordings):
        one, two = first[pair.earlier], second[pair.later]
        found[one["id"]] = found[two["id"]] = one, pair, Change(change)
    return found


def _lines(
    part: _Part, kept: Fingerprints, elsewhere: _Elsewhere, *, on_record: bool
) -> list[tuple[Any, ...]]:
    """The lines of one part, in the later text's order with dropped ones where they stood."""
    found = part.found
    earlier_of = {pair.later: pair for pair in found.pairs}
    later_of = {pair.earlier: pair for pair in found.pairs}
    new = Change("new" if on_record and found.whole_earlier else "unknown")
    dropped = Change("dropped" if on_record and found.whole_later else "unknown")
    placed: list[tuple[tuple[int, int, int], tuple[Any, ...]]] = []
    for place, row in enumerate(part.later):
        pair = earlier_of.get(place)
        if pair is not None:
            before: Row | None = part.earlier[pair.earlier]
            by_wording = kept if found.basis == "fingerprint" else None
            change = change_of(part.earlier[pair.earlier], row, pair.likeness, by_wording)
        else:
            before, pair, change = elsewhere.get(row["id"], (None, None, new))
        placed.append(((place, 0, 0), _line(before, row, change, pair, found)))
    after = -1
    for place, row in enumerate(part.earlier):
        pair = later_of.get(place)
        if pair is not None:
            after = after if pair.moved else pair.later
        elif row["id"] not in elsewhere:
            placed.append(((after, 1, place), _line(row, None, dropped, None, found)))
    return [line for _, line in sorted(placed, key=lambda entry: entry[0])]


def _line(
    before: Row | None, after: Row | None, change: Change, pair: Pair | None, found: Alignment
) -> tuple[Any, ...]:
    """A line of `COLUMNS` without its position."""
    return (
        (after or before or {})["part"],
        change.code,
        tuple(change.why),
        tuple(change.softeners),
        pair is not None and pair.moved,
        found.basis if pair else None,
        round(pair.likeness, 3) if pair else None,
        *(
            row[column] if row else None
            for column in ("id", "number", "verb", "tier")
            for row in (before, after)
        ),
    )
