"""What texts ask of whom, and how strongly, counted over operative and annex paragraphs.

A paragraph asks where its coding names someone it addresses. How strongly it asks is read from
its acts, in an order of the reader's choice: our tiers, or an order published for the Security
Council. What asks twice, "encourages … and requests", stands in both rows; of openings alone a
paragraph stands in one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import product
from typing import NamedTuple

import pandas as pd

from dashboard.analysis.frames import Row, frame_of, paragraphs_of, rows_of
from dashboard.analysis.paragraphs.verb_orders import TIERS, VerbOrder
from dashboard.analysis.selection.query import Query
from dashboard.analysis.selection.select import select
from dashboard.analysis.snapshot_cache import once
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.verbs import UNKNOWN

MATRIX = {
    "row": "str", "rank": "Int64", "addressee": "str", "paragraphs": "Int64", "ids": "object",
}  # fmt: skip
TRACKS = {
    "axis": "str", "code": "str", "track": "str", "paragraphs": "Int64", "share": "Float64",
    "asking": "Int64", "coded": "Int64", "all": "Int64",
}  # fmt: skip
ASKED_COLUMNS = (
    "id", "symbol", "date", "part", "number", "verb", "verb_zh", "head", "tier", "strongest",
    "inherited",
    "intensifier", "addressees", "actions", "topics", "softeners", "summary_en", "summary_zh",
    "url",
)  # fmt: skip

_NOBODY = frozenset({"none", UNKNOWN, "not_applicable"})


class Coverage(NamedTuple):
    """Of how many operative and annex paragraphs a count speaks: n of N, and of all."""

    coded: int
    asking: int
    all: int


def provisions(snapshot: Snapshot, query: Query) -> pd.DataFrame:
    """The operative and annex paragraphs a query selects, in its order, as in the table.

    What its chapeau asks a paragraph asks: "Calls upon States … by: (a) expanding …".
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
    coded = sum(bool(set(addressees) - {UNKNOWN}) for addressees in found["addressees"])
    return Coverage(coded, len(asks(found)), len(found))


def matrix(paragraphs: pd.DataFrame, order: VerbOrder, *, openings: bool = False) -> pd.DataFrame:
    """Asking paragraphs by verb and addressee: a line for each cell that holds any.

    Every act counts that asks; with `openings` only the verb that opens or governs a paragraph.

    `row` is a row of the order and `rank` its rank, null where it has none (`not_ranked`,
    `unknown`); `ids` are the paragraphs. A paragraph that asks twice, or two addressees, stands
    in two cells, so cells must not be added up. Strongest row first, then addressee by code.
    """
    cells: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for name, rows, addressees in _asking(paragraphs, order, openings=openings):
        for cell in product(rows, addressees):
            cells[cell].append(name)
    keys = sorted(cells, key=lambda cell: (order.rows.index(cell[0]), cell[1]))
    lines = [(r, order.ranks.get(r), a, len(cells[r, a]), tuple(cells[r, a])) for r, a in keys]
    return frame_of(lines, MATRIX)


def asked_for(
    cells: pd.DataFrame, query: Query, order: VerbOrder, *, openings: bool
) -> pd.DataFrame:
    """The cells of a matrix at the addressees, tiers and verbs that a query names.

    A paragraph that asks two addressees stands at the other one too, where it cannot be counted:
    not all that is asked of that one is among the paragraphs of the query.
    """
    named = {"addressee": query.choice("addressee").any_of, "row": ()}
    if not openings:
        tiers = tuple(f"tier_{tier}" for tier in query.choice("tier").any_of)
        named["row"] = tiers if order.code == TIERS else query.choice("verb").any_of
    for column, codes in named.items():
        cells = cells[cells[column].isin(codes)] if codes else cells
    return cells


def by_track(paragraphs: pd.DataFrame, order: VerbOrder, *, openings: bool = False) -> pd.DataFrame:
    """The tracks side by side: how many asking paragraphs stand in each row, address each class.

    `axis` is `row` or `addressee`; `code` a row of the order or an addressee found in any
    track. Every code has a line for every track, zeros included. `share` is of the track's
    `asking` paragraphs, 0 to 1, null where it has none; beside it the track's n and N. A
    paragraph that asks twice, or two addressees, counts for both, so that shares can add up to
    more than 1.
    """
    tracks = paragraphs["track"].fillna(UNKNOWN)
    parts = {name: paragraphs[tracks == name] for name in sorted(set(tracks))}
    counts = {name: coverage(part) for name, part in parts.items()}
    hits: Counter[tuple[tuple[str, str], str]] = Counter()
    for name, part in parts.items():
        for _, rows, addressees in _asking(part, order, openings=openings):
            codes = [("row", r) for r in rows] + [("addressee", code) for code in addressees]
            hits.update((code, name) for code in codes)
    heard = sorted({code for code, _ in hits if code[0] == "addressee"})
    lines = []
    for code, name in product([*(("row", row) for row in order.rows), *heard], parts):
        n, found = counts[name], hits[code, name]
        share = found / n.asking if n.asking else None
        lines.append((*code, name, found, share, n.asking, n.coded, n.all))
    return frame_of(lines, TRACKS)


def asked_of(snapshot: Snapshot, addressee: str, query: Query) -> pd.DataFrame:
    """Every paragraph under a query that asks something of one class of addressees.

    Columns `ASKED_COLUMNS`; `verb` is the governing one and `inherited` says that it opens
    the paragraph above. The highest tier first, a verb no rule reads last, then newest
    first, then in the order of the text. An addressee nobody addresses gives no rows.
    """
    found = asks(provisions(snapshot, query))
    chosen = pd.Series([addressee in codes for codes in found["addressees"]], found.index, bool)
    order = {"tier": False, "date": False, "symbol": True, "position": True}
    found = found[chosen].sort_values(list(order), ascending=list(order.values()))
    verbs = [_governing_verbs(snapshot)[name] for name in found["id"]]
    governing = pd.DataFrame(verbs, found.index, ["verb", "verb_zh", "inherited"])
    governing = governing.astype({"verb": "str", "verb_zh": "str", "inherited": "boolean"})
    return found.assign(**governing)[list(ASKED_COLUMNS)].reset_index(drop=True)


def governed(snapshot: Snapshot, symbol: str) -> list[Row]:
    """The paragraphs of a text in its order, `verb` and `verb_zh` the governing ones, and a flag
    `inherited`."""
    verbs = _governing_verbs(snapshot)
    return [{**row, **verbs[row["id"]]} for row in paragraphs_of(snapshot, symbol)]


@once
def _governing_verbs(snapshot: Snapshot) -> Mapping[str, Row]:
    """By paragraph the verb that governs it, its Chinese, and whether its chapeau hands it down.

    A chapeau hands down its last verb; its Chinese is known where that verb opens the chapeau.
    """
    acts = snapshot.tables["acts"]
    chapeaus = acts[acts["place"] == "chapeau"].drop_duplicates("paragraph")
    handed = dict(zip(chapeaus["paragraph"], chapeaus["verb"], strict=True))
    names = ["id", "governed_by", "verb", "verb_zh"]
    rows = rows_of(snapshot.tables["paragraphs"][names])
    printed = {row["id"]: row for row in rows}
    found: dict[str, Row] = {}
    for row in rows:
        above = printed.get(row["governed_by"] or row["id"], {})
        inherited = above is not row
        verb = handed.get(row["id"]) if inherited else row["verb"]
        chinese = above.get("verb_zh") if verb == above.get("verb") else None
        found[row["id"]] = {"verb": verb, "verb_zh": chinese, "inherited": inherited}
    return found


def _asking(
    paragraphs: pd.DataFrame, order: VerbOrder, *, openings: bool
) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Id, rows of the order and addressees of each paragraph that asks."""
    found = asks(paragraphs)
    if openings:
        heads = [(str(head),) for head in found["head"]]
        tiers = [() if pd.isna(tier) else (str(tier),) for tier in found["opening"]]
    else:
        heads, tiers = list(found["acts"]), list(found["tiers"])
    return [
        (
            str(name),
            order.rows_for(said, asked),
            tuple(dict.fromkeys(a for a in addressees if a not in _NOBODY)),
        )
        for name, said, asked, addressees in zip(
            found["id"], heads, tiers, found["addressees"], strict=True
        )
    ]
