from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pandas as pd
import pytest

from dashboard.corpus.tables.columns import TABLES
from dashboard.export.tables import apart
from dashboard.export.tables.apart import NotWrittenError, Order, Writer
from dashboard.export.tables.xlsx import Origin
from tests.invented.synthetic import snapshot

ORIGIN = Origin("https://x.example/api/t?q=%22羊%22&a=1", "v1", dt.date(2026, 11, 1), 7)
HEAD = {"data_version": "v1", "total": 7, "query": {"q": ['"羊" =1+1']}, "ignored": ["\u2028"]}
RECORD = snapshot()


@pytest.fixture(scope="module")
def writer() -> Iterator[Writer]:
    found = Writer()
    yield found
    found.close()


def test_a_file_that_cannot_be_written_is_told_and_the_next_one_is_written(writer: Writer) -> None:
    order = Order("csv", "votes", "en", ORIGIN)
    with pytest.raises(NotWrittenError, match="votes"):
        writer.written(order, RECORD.tables["votes"].drop(columns="position"))
    assert writer.written(order, RECORD.tables["votes"])


def test_one_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch, writer: Writer) -> None:
    monkeypatch.setattr(apart, "LONGEST", 0.0)
    rows = pd.concat([RECORD.tables["votes"]] * 2_000)
    with pytest.raises(NotWrittenError):
        writer.written(Order("xlsx", "votes", "en", ORIGIN), rows)


def test_one_that_had_ended_is_started_again(writer: Writer) -> None:
    order = Order("csv", "votes", "en", ORIGIN)
    before = writer.written(order, RECORD.tables["votes"])
    assert writer._process is not None
    writer._process.kill()
    writer._process.wait()
    assert writer.written(order, RECORD.tables["votes"]) == before


@pytest.mark.parametrize("form", ["json", "csv", "xlsx"])
def test_every_table_is_written_as_it_would_be_here(writer: Writer, form: apart.Format) -> None:
    for table in TABLES:
        order = Order(form, table, "zh", ORIGIN, HEAD)
        for rows in (RECORD.tables[table], RECORD.tables[table].head(0)):
            assert writer.written(order, rows) == order.written(rows), table


def test_an_order_is_read_as_it_was_written() -> None:
    order = Order("json", "votes", "zh", ORIGIN, HEAD)
    assert Order.from_json(order.to_json()) == order
