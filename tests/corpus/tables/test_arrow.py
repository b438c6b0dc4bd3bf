from __future__ import annotations

from typing import Any

import pandas as pd
import pyarrow as pa
import pytest

from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.arrow import from_arrow, to_arrow
from tests.serving import assert_same_frame

NULL = None


@pytest.mark.parametrize(
    ("dtype", "values"),
    [
        ("str", ["Alder", NULL, "", "机器\u2028", "a;b", "\x00", "NULL", "nan"]),
        ("str", [NULL, NULL]),
        ("Int64", [0, NULL, -1, 2**53 + 1, 2**63 - 1]),
        ("boolean", [True, NULL, False]),
        ("object", [(), ("a",), ("a", "b"), ("b", "a"), ("a",), ("机器", ""), ("a;b",)]),
        ("object", [(), ()]),
    ],
)
@pytest.mark.parametrize("rows", [slice(None), slice(0), slice(1, None)])
def test_what_is_read_is_what_was_stored(dtype: str, values: list[Any], rows: slice):
    frame = pd.DataFrame({"a": pd.Series(values, dtype=dtype), "b": 1})[["a"]].iloc[rows]
    assert_same_frame(from_arrow(to_arrow(frame)), frame.reset_index(drop=True))


def test_a_table_put_together_of_several_survives(snapshot: Snapshot):
    votes = snapshot.tables["votes"]
    both = pd.concat([votes, votes[::-1]], ignore_index=True)
    assert_same_frame(from_arrow(to_arrow(both)), both)


def test_every_table_survives(snapshot: Snapshot):
    for frame in snapshot.tables.values():
        assert_same_frame(from_arrow(to_arrow(frame)), frame)


@pytest.mark.parametrize("keep", [0, 8, 0.5, 0.99])
def test_a_part_of_a_table_is_none(snapshot: Snapshot, keep: float):
    raw = bytes(to_arrow(snapshot.tables["votes"]))
    with pytest.raises((pa.ArrowInvalid, OSError)):
        from_arrow(raw[: int(keep if keep > 1 else keep * len(raw))])
