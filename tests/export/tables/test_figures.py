"""Figures as CSV: what a spreadsheet may not run, what is missing, and where they are from."""

from __future__ import annotations

import pandas as pd

from dashboard.export.tables.figures import figures_csv
from tests.invented.reference_readers import csv_cells


def test_no_rows_still_have_headings_and_a_source():
    assert csv_cells(figures_csv(pd.DataFrame({"a": [], "b": []}), "from here"))[::2] == [
        ["a", "b"], ["from here"],
    ]  # fmt: skip


def test_numbers_stay_numbers_text_stays_text_and_nothing_is_empty():
    figures = pd.DataFrame(
        {
            "=1+1": pd.array(["=HYPERLINK()", "第一, 第二", None], "str"),
            "days": pd.array([402, None, 0], "Int64"),
            "share": ["3/4", "50%", "none"],
        }
    )
    text = figures_csv(figures, "=source")
    assert text.startswith("\ufeff")
    lines = text.removeprefix("\ufeff").split("\r\n")
    assert lines[0] == "'=1+1,days,share"
    assert lines[1] == "'=HYPERLINK(),402,'3/4"
    assert lines[2] == '"第一, 第二",,\'50%'
    assert lines[3:] == [",0,none", "", "'=source", ""]
