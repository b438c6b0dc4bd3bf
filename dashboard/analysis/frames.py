"""Frames with the columns and dtypes they promise, also without a row; rows without nulls."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

Row = Mapping[str, Any]


def frame_of(lines: Iterable[Sequence[Any]], columns: Mapping[str, Any]) -> pd.DataFrame:
    """Lines as a frame with these columns and dtypes, also where there is no line."""
    values = list(zip(*lines, strict=True)) or [()] * len(columns)
    return pd.DataFrame(
        {
            name: pd.array(found, dtype)
            for (name, dtype), found in zip(columns.items(), values, strict=True)
        }
    )


def rows_of(frame: pd.DataFrame) -> list[Row]:
    """The rows of a frame by column, None for every null."""
    return [
        {str(n): v if isinstance(v, tuple) or not pd.isna(v) else None for n, v in row.items()}
        for row in frame.to_dict("records")
    ]
