"""What a page's charts show, and what the routes answer to the links beside them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pandas as pd
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from dashboard.api import routes
from tests.app_pages.visits.visiting import texts
from tests.invented.reference_readers import csv_cells

Trace = dict[str, Any]
_CSV = re.compile(r"\[CSV\]\((/api/([a-z_]+)\.csv[^)]*)\)")


def drawn(at: AppTest, number: int = 0) -> list[Trace]:
    """The traces of one of the page's charts."""
    traces: list[Trace] = json.loads(at.get("plotly_chart")[number].proto.spec)["data"]
    return traces


def bars(traces: list[Trace]) -> Iterator[tuple[Any, float, str]]:
    """Of every bar its `customdata`, its length and the name of its trace."""
    for trace in traces:
        if trace["type"] == "bar":
            for code, length in zip(trace["customdata"], trace["x"], strict=True):
                yield code, length, trace["name"]


def answered(path: str) -> pd.DataFrame:
    """What a CSV route answers, every cell as text; an empty cell is no value."""
    answer = TestClient(Starlette(routes=routes())).get(path)
    assert answer.status_code == 200
    header, *lines = csv_cells(answer.text)
    return pd.DataFrame(lines, columns=header, dtype=str)


def linked(at: AppTest, table: str) -> pd.DataFrame:
    """The rows behind the page's own link to the data of a table."""
    found = [match for text in texts(at) for match in _CSV.finditer(text)]
    (path,) = {match[1] for match in found if match[2] == table}
    return answered(path)
