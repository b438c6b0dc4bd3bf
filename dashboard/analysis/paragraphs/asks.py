"""What texts ask of whom, counted over operative and annex paragraphs.

A paragraph asks where its coding names someone it addresses. How strongly it asks is read
from the verb that governs it, in an order of the reader's choice: there is no official
United Nations ranking, and the published orders disagree (reference notes on peers, 7.2).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

import pandas as pd

from dashboard.analysis.paragraphs.verb_orders import VerbOrder
from dashboard.analysis.selection.query import Query
from dashboard.analysis.selection.select import select
from dashboard.corpus.snapshot import Snapshot

MATRIX_COLUMNS = ("row", "rank", "addressee", "paragraphs", "ids")
TRACK_COLUMNS = ("axis", "code", "track", "paragraphs", "share", "asking", "coded", "all")
ASKED_COLUMNS = (
    "id", "symbol", "date", "part", "number", "verb", "verb_zh", "head", "tier", "inherited",
    "intensifier", "addressees", "actions", "topics", "softeners", "summary_en", "summary_zh",
    "url",
)  # fmt: skip

_NOBODY = frozenset({"none", "unknown", "not_applicable"})
_UNKNOWN = "unknown"


class Coverage(NamedTuple):
    """Of how many operative and annex paragraphs a count speaks: n of N, and of all."""

    coded: int
    asking: int
    all: int


def provisions(snapshot: Snapshot, query: Query) -> pd.DataFrame:
    """The operative and annex paragraphs a query selects, in its order, as in the table.

    `head` and `tier` are those of the verb that governs a paragraph: "Calls upon States …
    by: (a) expanding …" asks for (a) as it asks for the whole.
    """
    found = select(snapshot, "paragraphs", query)
    return found[found["part"] != "preambular"]


def asks(paragraphs: pd.DataFrame) -> pd.DataFrame:
    """Those of the paragraphs that ask something of someone; preambular ones never do."""
    asking = [
        part != "preambular" and not _NOBODY.issuperset(addressees)
        for part, addressees in zip(paragraphs["part"], paragraphs["addressees"], strict=True)
    ]
    return paragraphs[pd.Series(asking, index=paragraphs.index, dtype=bool)]


def coverage(paragraphs: pd.DataFrame) -> Coverage:
    """How many operative and annex paragraphs are coded, ask something, and exist.

    Coded is what says whom it addresses, nobody included; `unknown` is not coded.
    """
    found = paragraphs[paragraphs["part"] != "preambular"]
    coded = sum(bool(set(addressees) - {_UNKNOWN}) for addressees in found["addressees"])
    return Coverage(coded, len(asks(found)), len(found))


def matrix(paragraphs: pd.DataFrame, order: VerbOrder) -> pd.DataFrame:
    """Asking paragraphs by verb and addressee: a line for each cell that holds any.

    `row` is a row of the order and `rank` its rank, null where it has none (`not_ranked`,
    `unknown`); `ids` are the paragraphs. A paragraph with two addressees stands in two
    cells, so cells must not be added up. Strongest row first, then addressee by code.
    """
    cells: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for name, row, addressees in _asking(paragraphs, order):
        for addressee in addressees:
            cells[row, addressee].append(name)
    place = {row: position for position, row in enumerate(order.rows)}
    keys = sorted(cells, key=lambda cell: (place[cell[0]], cell[1]))
    lines = [(r, order.ranks.get(r), a, len(cells[r, a]), tuple(cells[r, a])) for r, a in keys]
    return _counted(lines, MATRIX_COLUMNS, ("rank", "paragraphs"))


def by_track(paragraphs: pd.DataFrame, order: VerbOrder) -> pd.DataFrame:
    """The tracks side by side: how many asking paragraphs stand in each row, address each class.

    `axis` is `row` or `addressee`; `code` a row of the order or an addressee found in any
    track. Every code has a line for every track, zeros included. `share` is of the track's
    `asking` paragraphs, 0 to 1, null where it has none; beside it the track's n and N. A
    paragraph with two addressees counts for both, so those shares can add up to more than 1.
    """
    tracks = paragraphs["track"].fillna(_UNKNOWN)
    names = sorted(set(tracks))
    parts = {name: paragraphs[tracks == name] for name in names}
    readings = {name: _asking(part, order) for name, part in parts.items()}
    counts = {name: coverage(part) for name, part in parts.items()}
    heard = sorted({a for found in readings.values() for _, _, codes in found for a in codes})
    lines: list[tuple[Any, ...]] = []
    for axis, codes in (("row", order.rows), ("addressee", tuple(heard))):
        for code in codes:
            for name in names:
                n = counts[name]
                hits = sum(
                    code == row if axis == "row" else code in addressees
                    for _, row, addressees in readings[name]
                )
                share = hits / n.asking if n.asking else None
                lines.append((axis, code, name, hits, share, n.asking, n.coded, n.all))
    return _counted(lines, TRACK_COLUMNS, ("paragraphs", "asking", "coded", "all"))


def asked_of(snapshot: Snapshot, addressee: str, query: Query) -> pd.DataFrame:
    """Every paragraph under a query that asks something of one class of addressees.

    Columns `ASKED_COLUMNS`; `verb` is the governing one and `inherited` says that it opens
    the paragraph above. The highest tier first, a verb no rule reads last, then newest
    first, then in the order of the text. An addressee nobody addresses gives no rows.
    """
    found = asks(provisions(snapshot, query))
    chosen = pd.Series([addressee in codes for codes in found["addressees"]], found.index, bool)
    found = found[chosen].sort_values(["symbol", "position"], kind="stable")
    found = found.sort_values("date", ascending=False, kind="stable")
    found = found.sort_values("tier", ascending=False, na_position="last", kind="stable")
    found = with_governing_verb(found, snapshot.tables["paragraphs"])
    return found[list(ASKED_COLUMNS)].reset_index(drop=True)


def with_governing_verb(paragraphs: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    """Paragraphs whose `verb` and `verb_zh` are the governing ones, and a flag `inherited`.

    `table` is the whole paragraphs table, in which the paragraphs above are looked up.
    """
    governors = paragraphs["governed_by"].fillna(paragraphs["id"])
    above = table[table["id"].isin(set(governors))].set_index("id")
    read = {name: governors.map(above[name]).astype("str") for name in ("verb", "verb_zh")}
    inherited = (governors != paragraphs["id"]).astype("boolean")
    return paragraphs.assign(**read, inherited=inherited)


def _asking(paragraphs: pd.DataFrame, order: VerbOrder) -> list[tuple[str, str, tuple[str, ...]]]:
    """Id, row of the order and addressees of each paragraph that asks."""
    found = asks(paragraphs)
    return [
        (
            str(name),
            order.row(head, None if pd.isna(tier) else int(tier)),
            tuple(dict.fromkeys(a for a in addressees if a not in _NOBODY)),
        )
        for name, head, tier, addressees in zip(
            found["id"], found["head"], found["tier"], found["addressees"], strict=True
        )
    ]


def _counted(
    lines: Iterable[tuple[Any, ...]], columns: tuple[str, ...], counts: tuple[str, ...]
) -> pd.DataFrame:
    """Lines as a frame; counts are whole numbers that may be null, also where there are none."""
    values = list(zip(*lines, strict=True)) or [()] * len(columns)
    kinds = {"share": "Float64", "ids": "object"} | dict.fromkeys(counts, "Int64")
    return pd.DataFrame(
        {
            name: pd.Series(list(found), dtype=kinds.get(name, "str"))
            for name, found in zip(columns, values, strict=True)
        }
    )
