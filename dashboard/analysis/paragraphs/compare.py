"""A text beside another: paragraphs aligned, what is new, dropped, moved, stronger or softer.

Paragraphs are aligned as a whole for the greatest likeness (see `likeness`), preambular with
preambular and the rest with the rest. The fingerprints of their wording decide; where they were
not taken our summaries do, and the column `basis` says which.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any, Final

import pandas as pd

from dashboard.analysis.frames import Row, acts_of, frame_of, paragraphs_of
from dashboard.analysis.paragraphs.alignment import Alignment, Pair, align
from dashboard.analysis.paragraphs.asks import governed
from dashboard.analysis.paragraphs.fingerprints import Fingerprints, fingerprints_of
from dashboard.analysis.paragraphs.strength import LEAST_TO_JUDGE, strength, with_acts
from dashboard.analysis.snapshot_cache import once
from dashboard.corpus.snapshot import Snapshot
from dashboard.sources.fingerprints import pieces

CHANGES: Final = (
    "same", "editorial", "reworded", "stronger", "softer", "softened", "unsoftened", "new",
    "dropped", "unknown",
)  # fmt: skip
"""`editorial`: joining words, punctuation and capitals differ, nothing else. `softened` and
`unsoftened`: the same acts, with a softener more or less. `unknown`: too little of the texts is
on record to say what became of the paragraph."""

COLUMNS: Final = {
    "position": "Int64", "part": "str", "change": "str", "why": "object", "moved": "boolean",
    "basis": "str", "likeness": "Float64", "earlier_id": "str", "later_id": "str",
    "earlier_number": "str", "later_number": "str", "earlier_verb": "str", "later_verb": "str",
    "earlier_tier": "Int64", "later_tier": "Int64",
}  # fmt: skip
"""The columns of a comparison and their dtypes."""

CITATIONS: Final = {
    "symbol": "str", "change": "str", "earlier_ids": "object", "later_ids": "object",
}  # fmt: skip


def compare(snapshot: Snapshot, earlier: str, later: str) -> pd.DataFrame:
    """The paragraphs of two texts side by side: a line for each pair and each that has none.

    Columns `COLUMNS`. `change` is one of `CHANGES`, `why` a tuple of what makes it stronger or
    softer (codes of `strength.WHY`). `same` is the same wording; by summary, that the record
    holds no difference.
    `moved`: the paragraph stands in another order than its neighbours. Verbs and tiers are
    those that govern a paragraph. Lines follow the later text; a dropped paragraph stands
    where it stood. While a paragraph of the other text cannot be compared, none is called
    new or dropped, but `unknown`; so are all where a symbol has no paragraphs on record.
    """
    texts = [
        with_acts(governed(snapshot, symbol), acts_of(snapshot, symbol))
        for symbol in (earlier, later)
    ]
    kept = fingerprints_of(snapshot)
    lines: list[tuple[Any, ...]] = []
    for preamble in (True, False):
        first, second = (
            [row for row in text if (row["part"] == "preambular") == preamble] for text in texts
        )
        lines += _lines(first, second, kept, on_record=all(texts))
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


@once
def predecessors(snapshot: Snapshot) -> dict[str, str]:
    """For each text with paragraphs on record, the earlier one it is best compared with.

    The latest earlier text of the same title; failing that, the latest earlier text it is
    recorded as answering. Texts that have neither are left out.
    """
    documents = snapshot.tables["documents"]
    held = set(snapshot.tables["paragraphs"]["symbol"])
    rows = documents[documents["id"].isin(held) & documents["date"].notna()]
    rows = rows.sort_values(["date", "id"], kind="stable")
    dates = dict(zip(rows["id"], rows["date"], strict=True))
    last_of_title: dict[str, str] = {}
    found: dict[str, str] = {}
    titles = rows["title_en"].fillna(rows["title_zh"]).fillna(rows["id"])
    for name, title, answers in zip(rows["id"], titles, rows["answers"], strict=True):
        answered = [other for other in answers if dates.get(other, "9999") < dates[name]]
        series = title.casefold()
        if series in last_of_title:
            found[name] = last_of_title[series]
        elif answered:
            found[name] = max(answered, key=lambda other: (dates[other], other))
        last_of_title[series] = name
    return found


def _citing(text: Sequence[Row]) -> dict[str, list[str]]:
    """The paragraphs that cite each symbol."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in text:
        for symbol in row["cites"]:
            found[symbol].append(row["id"])
    return dict(found)


def _lines(
    first: Sequence[Row], second: Sequence[Row], kept: Fingerprints, *, on_record: bool
) -> list[tuple[Any, ...]]:
    """The lines of one part, in the later text's order with dropped ones where they stood."""
    found = align(first, second, kept)
    earlier_of = {pair.later: pair for pair in found.pairs}
    later_of = {pair.earlier: pair for pair in found.pairs}
    new = "new" if on_record and found.whole_earlier else "unknown"
    dropped = "dropped" if on_record and found.whole_later else "unknown"
    placed: list[tuple[tuple[int, int, int], tuple[Any, ...]]] = []
    for place, row in enumerate(second):
        pair = earlier_of.get(place)
        before = first[pair.earlier] if pair else None
        change: tuple[str, list[str]] = (new, [])
        if pair is not None and before is not None:
            change = _change(before, row, pair.likeness, kept if found.basis != "summary" else None)
        placed.append(((place, 0, 0), _line(before, row, change, pair, found)))
    after = -1
    for place, row in enumerate(first):
        pair = later_of.get(place)
        if pair is None:
            placed.append(((after, 1, place), _line(row, None, (dropped, []), None, found)))
        elif not pair.moved:
            after = pair.later
    return [line for _, line in sorted(placed, key=lambda entry: entry[0])]


def _line(
    before: Row | None,
    after: Row | None,
    change: tuple[str, list[str]],
    pair: Pair | None,
    found: Alignment,
) -> tuple[Any, ...]:
    """A line of `COLUMNS` without its position."""
    return (
        (after or before or {})["part"],
        change[0],
        tuple(change[1]),
        pair is not None and pair.moved,
        found.basis if pair else None,
        round(pair.likeness, 3) if pair else None,
        *(
            row[column] if row else None
            for column in ("id", "number", "verb", "tier")
            for row in (before, after)
        ),
    )


def _change(
    before: Row, after: Row, likeness: float, kept: Fingerprints | None
) -> tuple[str, list[str]]:
    """What became of a paragraph and what shows it; by summary where `kept` is None."""
    relation = kept.relation(before["id"], after["id"]) if kept else None
    if relation == "identical":
        return "same", []
    change, why = strength(before, after) if likeness >= LEAST_TO_JUDGE else (None, [])
    if change or relation:
        return change or str(relation), why
    codes = ("head", "cites", "addressees", "actions", "softening")
    alike = pieces(before["summary_en"]) == pieces(after["summary_en"])
    return ("same" if alike and all(before[c] == after[c] for c in codes) else "reworded"), why
