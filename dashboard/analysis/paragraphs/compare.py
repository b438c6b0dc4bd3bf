"""A text beside another: paragraphs aligned, what is new, dropped, moved, stronger or softer.

Paragraphs are aligned as a whole for the greatest likeness (see `likeness`), preambular with
preambular and the rest with the rest. Where official wording is attached it decides;
otherwise our summaries do, and the column `basis` says which.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, Final, Literal

import pandas as pd

from dashboard.analysis.paragraphs.alignment import Alignment, Basis, Pair, Row, align, words_of
from dashboard.analysis.paragraphs.asks import with_governing_verb
from dashboard.analysis.paragraphs.likeness import pieces
from dashboard.analysis.paragraphs.strength import strength
from dashboard.corpus.snapshot import Snapshot

CHANGES: Final = ("same", "reworded", "stronger", "softer", "new", "dropped", "unknown")
"""`unknown`: too little of the texts is coded to say what became of the paragraph."""

COLUMNS: Final = {
    "position": "Int64", "part": "str", "change": "str", "why": "object", "moved": "boolean",
    "basis": "str", "likeness": "Float64", "earlier_id": "str", "later_id": "str",
    "earlier_number": "str", "later_number": "str", "earlier_verb": "str", "later_verb": "str",
    "earlier_tier": "Int64", "later_tier": "Int64",
}  # fmt: skip
"""The columns of a comparison and their dtypes."""

CITATION_COLUMNS: Final = {
    "symbol": "str", "change": "str", "earlier_ids": "object", "later_ids": "object",
}  # fmt: skip

Operation = Literal["same", "removed", "added"]

_PIECE = re.compile(
    r"(?:[\u3400-\u9fff\uf900-\ufaff]|(?:(?![\u3400-\u9fff\uf900-\ufaff])\w)+|\S)\s*"
)
_MOST_PIECES = 4_000
"""Longer texts are shown as replaced whole: comparing takes the square of their length."""


def compare(
    snapshot: Snapshot, earlier: str, later: str, wording: Mapping[str, str] | None = None
) -> pd.DataFrame:
    """The paragraphs of two texts side by side: a line for each pair and each that has none.

    `wording` holds official wording by paragraph id, where a reader attached it. Columns
    `COLUMNS`. `change` is one of `CHANGES`, `why` a tuple of what makes it stronger or
    softer (`strength.WHY`). By summary, `same` means that the record holds no difference.
    `moved`: the paragraph stands in another order than its neighbours. Verbs and tiers are
    those that govern a paragraph. Lines follow the later text; a dropped paragraph stands
    where it stood. While a paragraph of the other text cannot be compared, none is called
    new or dropped, but `unknown`; so are all where a symbol has no paragraphs on record.
    """
    table = snapshot.tables["paragraphs"]
    texts = [
        _rows(with_governing_verb(table[table["symbol"] == s], table)) for s in (earlier, later)
    ]
    lines: list[dict[str, Any]] = []
    for preamble in (True, False):
        first, second = (
            [row for row in text if (row["part"] == "preambular") == preamble] for text in texts
        )
        lines += _lines(first, second, wording or {}, on_record=all(texts))
    for position, line in enumerate(lines, start=1):
        line["position"] = position
    return pd.DataFrame(
        {n: pd.Series([line[n] for line in lines], dtype=kind) for n, kind in COLUMNS.items()}
    )


def summary(compared: pd.DataFrame) -> dict[str, int]:
    """How many lines of a comparison have each change, zeros included, and how many `moved`."""
    counted = Counter(compared["change"])
    return {
        **{change: counted[change] for change in CHANGES},
        "moved": int(compared["moved"].sum()),
    }


def citations(snapshot: Snapshot, earlier: str, later: str) -> pd.DataFrame:
    """Symbols the later text cites and the earlier does not (`gained`), `lost` ones, `kept` ones.

    Columns `CITATION_COLUMNS`; the ids are tuples of the paragraphs that cite. Gained
    first, then lost, then kept, each in the order of the text.
    """
    table = snapshot.tables["paragraphs"]
    first, second = (
        _citing(_rows(table[table["symbol"] == symbol])) for symbol in (earlier, later)
    )
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
    columns = list(zip(*lines, strict=True)) or [()] * len(CITATION_COLUMNS)
    return pd.DataFrame(
        {
            name: pd.Series(list(values), dtype=kind)
            for (name, kind), values in zip(CITATION_COLUMNS.items(), columns, strict=True)
        }
    )


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
    for name, title, answers in zip(rows["id"], rows["title_en"], rows["answers"], strict=True):
        answered = [other for other in answers if dates.get(other, "9999") < dates[name]]
        series = title.casefold()
        if series in last_of_title:
            found[name] = last_of_title[series]
        elif answered:
            found[name] = max(answered, key=lambda other: (dates[other], other))
        last_of_title[series] = name
    return found


def word_difference(earlier: str, later: str) -> list[tuple[Operation, str]]:
    """Two texts as runs of words that are the `same`, `removed` or `added`, in order.

    Words and signs are compared one by one, Chinese characters each for itself; white space
    does not count. Texts of more than 4,000 words are given as removed and added whole.
    """
    first, second = _PIECE.findall(earlier.strip()), _PIECE.findall(later.strip())
    runs: list[tuple[Operation, str]] = []
    if max(len(first), len(second)) > _MOST_PIECES:
        runs = [("removed", "".join(first)), ("added", "".join(second))]
        return runs if first != second else [("same", "".join(second))]
    bare = [[piece.strip() for piece in text] for text in (first, second)]
    matcher = SequenceMatcher(None, bare[0], bare[1], autojunk=False)
    for operation, a, b, c, d in matcher.get_opcodes():
        if operation == "equal":
            runs.append(("same", "".join(second[c:d])))
            continue
        if b > a:
            runs.append(("removed", "".join(first[a:b])))
        if d > c:
            runs.append(("added", "".join(second[c:d])))
    return runs


def _rows(text: pd.DataFrame) -> list[Row]:
    """A text's paragraphs in its order, nulls as None."""
    found = text.sort_values("position", kind="stable")
    return [
        {str(n): v if isinstance(v, tuple) or not pd.isna(v) else None for n, v in row.items()}
        for row in found.to_dict("records")
    ]


def _citing(rows: Sequence[Row]) -> dict[str, list[str]]:
    """The paragraphs that cite each symbol."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        for symbol in row["cites"]:
            found[symbol].append(row["id"])
    return dict(found)


def _lines(
    first: Sequence[Row], second: Sequence[Row], wording: Mapping[str, str], *, on_record: bool
) -> list[dict[str, Any]]:
    """The lines of one part, in the later text's order with dropped ones where they stood."""
    found = align(first, second, wording)
    earlier_of = {pair.later: pair for pair in found.pairs}
    later_of = {pair.earlier: pair for pair in found.pairs}
    new = "new" if on_record and found.whole_earlier else "unknown"
    dropped = "dropped" if on_record and found.whole_later else "unknown"
    placed: list[tuple[tuple[int, int, int], dict[str, Any]]] = []
    for place, row in enumerate(second):
        pair = earlier_of.get(place)
        before = first[pair.earlier] if pair else None
        change = _change(before, row, found.basis, wording) if before else (new, [])
        placed.append(((place, 0, 0), _line(before, row, change, pair, found)))
    after = -1
    for place, row in enumerate(first):
        pair = later_of.get(place)
        if pair is None:
            line = _line(row, None, (dropped, []), None, found)
            placed.append(((after, 1, place), line))
        elif not pair.moved:
            after = pair.later
    return [line for _, line in sorted(placed, key=lambda entry: entry[0])]


def _change(
    before: Row, after: Row, basis: Basis, wording: Mapping[str, str]
) -> tuple[str, list[str]]:
    direction, why = strength(before, after)
    if direction:
        return direction, why
    codes = ("head", "cites") if basis == "wording" else (
        "head", "cites", "addressees", "actions", "softeners",
    )  # fmt: skip
    words = [pieces(words_of(row, basis, wording)) for row in (before, after)]
    alike = words[0] == words[1] and all(before[code] == after[code] for code in codes)
    return ("same" if alike else "reworded"), why


def _line(
    before: Row | None,
    after: Row | None,
    change: tuple[str, list[str]],
    pair: Pair | None,
    found: Alignment,
) -> dict[str, Any]:
    line: dict[str, Any] = {
        "part": (after or before or {})["part"],
        "change": change[0],
        "why": tuple(change[1]),
        "moved": pair is not None and pair.moved,
        "basis": found.basis if pair else None,
        "likeness": round(pair.likeness, 3) if pair else None,
    }
    for name, row in (("earlier", before), ("later", after)):
        for column in ("id", "number", "verb", "tier"):
            line[f"{name}_{column}"] = row[column] if row else None
    return line
