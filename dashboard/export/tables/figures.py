"""Figures of an analysis as a CSV file: a page's own table, with where it is from."""

from __future__ import annotations

import csv
import io
from numbers import Integral

import pandas as pd

from dashboard.export.tables.guard import guarded
from dashboard.export.tables.rows import BYTE_MARK


def figures_csv(figures: pd.DataFrame, source: str) -> str:
    """A header and a line for each row (RFC 4180), then, after an empty line, the `source`.

    Whole numbers stay numbers, nulls are empty, text is guarded as in every table.
    """
    out = io.StringIO(newline="")
    out.write(BYTE_MARK)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(map(guarded, map(str, figures)))
    for row in figures.itertuples(index=False):
        writer.writerow(map(_cell, row))
    writer.writerows([[], [guarded(source)]])
    return out.getvalue()


def _cell(value: object) -> str | int:
    if isinstance(value, Integral):
        return int(value)
    return "" if pd.isna(value) else guarded(str(value))  # type: ignore[call-overload]
