"""A text beside another: paragraphs aligned, what is new, dropped, moved, stronger or softer.

Paragraphs are aligned as a whole for the greatest likeness (see `likeness`), preambular with
preambular and the rest with the rest. Where official wording is attached, it decides;
otherwise our summaries do, and `basis` says which.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from dashboard.analysis.governing import governed
from dashboard.analysis.likeness import (
    LEAST_BY_SUMMARY,
    LEAST_BY_WORDING,
    Reading,
    likeness,
    pieces,
)
from dashboard.analysis.pairing import best_pairs, in_place
from dashboard.analysis.strength import change_of
from dashboard.corpus.snapshot import Snapshot

CHANGES: Final = ("same", "reworded", "stronger", "softer", "new", "dropped", "unknown")
"""`unknown`: not enough of the texts is coded to say what became of the paragraph."""

COLUMNS: Final = (
    "position", "part", "change", "why", "moved", "basis", "likeness", "earlier_id", "later_id",
    "earlier_number", "later_number", "earlier_verb", "later_verb", "earlier_tier", "later_tier",
)  # fmt: skip
CITATION_COLUMNS: Final = ("symbol", "change", "earlier_ids", "later_ids")

Row = Mapping[str, Any]


@dataclass(frozen=True)
class _Pair:
    """Places of two aligned paragraphs in their lists, and how alike they are."""

    earlier: int
    later: int
    likeness: float
    basis: str


def compare(
    snapshot: Snapshot, earlier: str, later: str, wording: Mapping[str, str] | None = None
) -> pd.DataFrame:
    """The paragraphs of two texts side by side, a line for each pair and each that has none.

    `wording` holds official wording by paragraph id, where a reader attached it. Columns
    `COLUMNS`: `change` is one of `CHANGES` and `why` says what made it stronger or softer
    (see `strength`); `basis` is `wording` or `summary`, null without a pair, and by summary
    `same` means that the record holds no difference. `moved` says that the paragraph stands
    in another order than its neighbours. Verbs and tiers are those that govern a paragraph.
    Lines follow the later text; a dropped paragraph stands where it stood. A symbol that is
    not on record, or has no paragraphs, gives none to align. Nothing is called new or
    dropped while a paragraph of the other text could not be compared: it is `unknown`.
    """
    table = governed(snapshot)
    words = wording or {}
    lines: list[Row] = []
    for preamble in (True, False):
        chosen = table[(table["part"] == "preambular") == preamble]
        first = _rows(chosen, earlier)
        second = _rows(chosen, later)
        lines += _lines(first, second, _pairs(first, second, words), words)
    numbered = [line | {"position": place} for place, line in enumerate(map(dict, lines), 1)]
    return _framed(numbered)


def citations(snapshot: Snapshot, earlier: str, later: str) -> pd.DataFrame:
    """Symbols the later text cites that the earlier does not (`gained`), the reverse, and both.

    Columns `CITATION_COLUMNS`; the ids are the paragraphs that cite, as tuples. Gained
    first, then lost, then kept, each in the order of the text.
    """
    table = snapshot.tables["paragraphs"]
    first, second = _citing(_rows(table, earlier)), _citing(_rows(table, later))
    order = {"gained": 0, "lost": 1, "kept": 2}
    found = [
        (
            symbol,
            "kept" if symbol in first and symbol in second else
            "gained" if symbol in second else "lost",
            tuple(first.get(symbol, ())),
            tuple(second.get(symbol, ())),
        )
        for symbol in dict.fromkeys([*second, *first])
    ]  # fmt: skip
    found.sort(key=lambda line: order[line[1]])
    return pd.DataFrame(found, columns=list(CITATION_COLUMNS)).astype(
        {"symbol": "str", "change": "str", "earlier_ids": "object", "later_ids": "object"}
    )


def summary(compared: pd.DataFrame) -> dict[str, int]:
    """How many lines of a comparison have each change, zeros included, and how many moved."""
    counted = Counter(compared["change"])
    return {**{change: counted[change] for change in CHANGES}, "moved": int(compared["moved"].sum())}


def predecessors(snapshot: Snapshot) -> dict[str, str]:
    """For each text with paragraphs on record the earlier one it is best compared with.

    The latest earlier text of the same title; failing that, the latest earlier text it is
    recorded as answering. Texts that have neither are left out.
    """
    documents = snapshot.tables["documents"]
    held = set(snapshot.tables["paragraphs"]["symbol"])
    rows = documents[documents["id"].isin(held) & documents["date"].notna()]
    rows = rows.sort_values(["date", "id"], kind="stable")
    same_title: dict[str, str] = {}
    dates = dict(zip(rows["id"], rows["date"], strict=True))
    found: dict[str, str] = {}
    for name, title, date, answers in zip(
        rows["id"], rows["title_en"], rows["date"], rows["answers"], strict=True
    ):
        folded = title.casefold() if isinstance(title, str) else str(name)
        answered = [other for other in answers if dates.get(other, date) < date]
        if folded in same_title:
            found[name] = same_title[folded]
        elif answered:
            found[name] = max(answered, key=lambda other: (dates[other], other))
        same_title[folded] = name
    return found


def _rows(table: pd.DataFrame, symbol: str) -> list[Row]:
    """A text's paragraphs in its order, nulls as None."""
    found = table[table["symbol"] == symbol].sort_values("position", kind="stable")
    return [
        {name: None if _null(value) else value for name, value in row.items()}
        for row in found.to_dict("records")
    ]


def _null(value: object) -> bool:
    return not isinstance(value, tuple) and bool(pd.isna(value))  # type: ignore[call-overload]


def _basis(first: Row, second: Row, words: Mapping[str, str]) -> str | None:
    if first["id"] in words and second["id"] in words:
        return "wording"
    return "summary" if first["summary_en"] and second["summary_en"] else None


def _pairs(first: Sequence[Row], second: Sequence[Row], words: Mapping[str, str]) -> list[_Pair]:
    """The best pairing: by wording where all of it is attached, by summaries for the rest."""
    found: list[_Pair] = []
    left, right = list(range(len(first))), list(range(len(second)))
    for basis, least in (("wording", LEAST_BY_WORDING), ("summary", LEAST_BY_SUMMARY)):
        a = [i for i in left if _words(first[i], basis, words)]
        b = [j for j in right if _words(second[j], basis, words)]
        alike = likeness(
            [_reading(first[i], basis, words) for i in a],
            [_reading(second[j], basis, words) for j in b],
            wording=basis == "wording",
        )
        taken = best_pairs(alike, least)
        found += [_Pair(a[x], b[y], float(alike[x, y]), basis) for x, y in taken]
        decided = basis == "wording" and bool(a) and bool(b)
        left = [i for i in left if i not in {p.earlier for p in found} | set(a if decided else ())]
        right = [j for j in right if j not in {p.later for p in found} | set(b if decided else ())]
    return sorted(found, key=lambda pair: pair.later)
