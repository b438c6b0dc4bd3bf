"""Tables for reading: labels for codes, dates as written, the rows themselves untouched."""

from __future__ import annotations

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.analysis.selection.query import Query
from dashboard.corpus.records.fields import Source
from dashboard.corpus.snapshot import Snapshot
from dashboard.ui.frame.markdown import link
from dashboard.ui.frame.page import Page, text_or_none
from dashboard.ui.results.table import readable as read_columns
from dashboard.words import InterfaceLanguage, words
from tests.app_pages.visits.visiting import row_ids, tables


def readable(page: Page, frame: pd.DataFrame, columns: tuple[str, ...]) -> pd.DataFrame:
    return pd.DataFrame(read_columns(page, frame, columns), frame.index)


def page_of(snapshot: Snapshot, table: str, language: InterfaceLanguage = "en") -> Page:
    values = {"table": table, "snapshot": snapshot, "query": Query(), "say": words(language)}
    fields = Page.__dataclass_fields__
    return Page(**{name: values.get(name, table) for name in fields})


def test_no_rows_keep_their_columns(snapshot: Snapshot):
    frame = snapshot.tables["timeline"].iloc[:0]
    found = readable(page_of(snapshot, "timeline"), frame, ("date", "title", "kind"))
    assert list(found) == ["date", "title", "kind"]
    assert found.empty


@pytest.mark.parametrize(
    ("language", "row"),
    [
        (
            "en",
            [
                "1\xa0Dec\xa02035",
                "Invented question of machines · scheduled",
                "general assembly",
            ],
        ),
        ("zh", ["2035年12月1日", "虚构的机器问题 · 预定", "词"]),
    ],
)
def test_codes_and_dates_are_written_in_the_language(
    snapshot: Snapshot, language: InterfaceLanguage, row: list[str]
):
    frame = snapshot.tables["timeline"]
    before = frame.copy(deep=True)
    page = page_of(snapshot, "timeline", language)
    found = readable(page, frame, ("date", "title", "body"))
    assert found[frame["id"] == "A/RES/90/1"].to_numpy().tolist() == [row]
    pd.testing.assert_frame_equal(frame, before)


HOSTILE = ("a|b", "a\\|b", "\\", "line\nbreak", "| --- |", "<b>x</b>", "*a* [b](/c)", "www.un.org")


def long_table(cells: tuple[str, ...], rows: int) -> None:
    """A page with nothing but a table of so many rows."""
    from dashboard.ui.frame.language import language
    from dashboard.ui.frame.page import open_page
    from dashboard.ui.results.table import plain_table

    language()
    columns = {f"{n}|": [cell] * rows for n, cell in enumerate(cells)}
    items = [f"A/RES/90/{n}" for n in range(rows)]
    plain_table(open_page("documents"), "long", columns, opens=("documents", items))


@pytest.mark.usefixtures("data_dir")
@pytest.mark.parametrize("rows", [2, 300])
def test_a_table_reads_the_same_however_long(rows: int):
    at = AppTest.from_function(long_table, args=(HOSTILE, rows), default_timeout=30).run()
    assert not at.exception
    assert len(at.table) == (rows == 2)
    (found,) = tables(at)
    assert list(found) == [f"{n}|" for n in range(len(HOSTILE))]
    assert len(found) == rows
    said = tuple(cell.replace("\n", " ") for cell in HOSTILE)
    assert {tuple(row) for row in found.to_numpy()} == {said}
    assert row_ids(at) == [f"A/RES/90/{n}" for n in range(rows)]


def test_a_title_in_one_language_serves_both(snapshot: Snapshot):
    frame = snapshot.tables["documents"]
    found = readable(page_of(snapshot, "documents", "zh"), frame, ("title",))
    assert found.loc[frame["id"] == "A/91/7", "title"].tolist() == ["Invented report（英文）"]


def test_a_paragraph_without_a_summary_says_so(snapshot: Snapshot):
    frame = snapshot.tables["paragraphs"].assign(summary_en=None, summary_zh=None)
    found = readable(page_of(snapshot, "paragraphs"), frame, ("summary",))
    assert set(found["summary"]) == {"not summarised"}


def test_what_is_missing_stays_missing(snapshot: Snapshot):
    frame = snapshot.tables["timeline"]
    found = readable(page_of(snapshot, "timeline"), frame, ("track",))
    assert found.loc[frame["id"] == "A/RES/90/2", "track"].isna().all()


@pytest.mark.parametrize(
    ("cell", "text"), [(None, None), ("", None), (float("nan"), None), (pd.NA, None), ("a", "a")]
)
def test_a_missing_cell_is_no_text(cell: object, text: str | None):
    assert text_or_none(cell) == text


@pytest.mark.parametrize("url", ["https://example.org/a", "http://example.org"])
def test_the_address_of_a_source_can_be_linked(url: str):
    assert link("a", Source(url=url).url).endswith(f"({url})")
