"""How many rows each choice would give, and which choice leaves none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pandas as pd

from dashboard.analysis.scope import rows_read
from dashboard.analysis.selection.codes import UNKNOWN, allowed_codes, codes_of, symbol_key
from dashboard.analysis.selection.parameters import COLUMNS, PARAMETER
from dashboard.analysis.selection.query import Query
from dashboard.analysis.selection.select import kept_by_all, masks
from dashboard.corpus.snapshot import Snapshot


def facet_counts(
    snapshot: Snapshot, table: str, query: Query, parameters: Iterable[str]
) -> dict[str, pd.Series[int]]:
    """For each parameter, the rows of each code under all *other* choices of the query.

    The index holds every code of the vocabulary in its order, zeros included, then
    `unknown` where such rows exist, then codes that no vocabulary lists; symbols as they are
    written, which is how a link carries them. A row with several codes counts for each, and a
    text known but not read for its weight alone.
    Raises `KeyError` for a parameter that does not act on the table.
    """
    rows = len(snapshot.tables[table])
    found = masks(snapshot, table, query)
    allowed = allowed_codes(snapshot.vocabularies, snapshot.states)
    result = {}
    for parameter in parameters:
        others = [mask for name, mask in found.items() if name != parameter]
        if parameter != "weight":  # which says of a text that it was not read
            others.append(rows_read(snapshot, table))
        coded = codes_of(snapshot, table, parameter)
        counted = Counter(coded.counts(kept_by_all(others, rows)))
        if PARAMETER[parameter].vocabulary == "symbols":
            written = snapshot.tables[table][COLUMNS[table][parameter]].explode().dropna().unique()
            counted = Counter(
                {s: counted[symbol_key(s)] for s in written if symbol_key(s) in counted}
            )
        known = allowed.get(parameter, ())
        outside = sorted(set(counted) - set(known), key=lambda code: (code != UNKNOWN, code))
        index = [*known, *outside]
        result[parameter] = pd.Series(
            [counted[code] for code in index],
            index=pd.Index(index, dtype="str"),
            dtype="int64",
            name=COLUMNS[table][parameter],
        )
    return result


def emptying(snapshot: Snapshot, table: str, query: Query) -> list[tuple[str, int]]:
    """Which parameters empty the result: each with the rows there are without it, most first.

    Empty where the query selects something, or where no parameter alone is the cause.
    """
    found = masks(snapshot, table, query)
    rows = len(snapshot.tables[table])
    if not found or kept_by_all(found.values(), rows).any():
        return []
    read = rows_read(snapshot, table)
    without = [
        (name, int((kept_by_all((m for n, m in found.items() if n != name), rows) & read).sum()))
        for name in found
    ]
    return sorted(((n, left) for n, left in without if left), key=lambda pair: -pair[1])
