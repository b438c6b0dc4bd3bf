"""Frames as Arrow and back: what is read equals what was stored, to the last dtype."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pyarrow as pa

_KINDS: dict[Any, Any] = {pa.int64(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype()}
"""What is neither of them nor codes is text."""


def to_arrow(frame: pd.DataFrame) -> pa.Buffer:
    """A frame of texts, counts, flags and codes, without its index."""
    batch = pa.record_batch({name: _stored(frame[name]) for name in frame})
    out = pa.BufferOutputStream()
    with pa.ipc.new_file(out, batch.schema) as file:
        file.write_batch(batch)
    return out.getvalue()


def from_arrow(raw: bytes) -> pd.DataFrame:
    """The frame that `to_arrow` was given, with an index of numbers; its texts stay in `raw`."""
    batch = pa.ipc.open_file(pa.py_buffer(raw)).get_batch(0)
    index = pd.RangeIndex(batch.num_rows)  # one for all: nothing is aligned
    names = batch.schema.names
    return pd.DataFrame({name: pd.Series(_read(batch[name]), index) for name in names}, index)


def _stored(column: pd.Series[Any]) -> Any:
    """Codes, which are tuples, as each different one and where it stands: they repeat."""
    if column.dtype != object:
        found = pa.array(column)
        return found.combine_chunks() if isinstance(found, pa.ChunkedArray) else found
    places, different = pd.factorize(column.to_numpy(), use_na_sentinel=False)
    lists = pa.array([list(codes) for codes in different], pa.list_(pa.string()))
    return pa.DictionaryArray.from_arrays(pa.array(places, pa.int32()), lists)


def _read(column: Any) -> Any:
    if pa.types.is_dictionary(column.type):
        different = pd.Series(map(tuple, column.dictionary.to_pylist()), dtype=object)
        return different.to_numpy()[column.indices.to_numpy()]
    return _KINDS.get(column.type, pd.StringDtype(na_value=float("nan"))).__from_arrow__(column)
