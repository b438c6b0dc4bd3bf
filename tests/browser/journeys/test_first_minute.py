"""What a reader who has just come finds in a minute: each in as few presses as were promised."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import expect

from tests.browser.reader.clicks import Clicks
from tests.browser.reader.reader import ROW, Reader
from tests.browser.reader.walking import EN, choose_row, copied, copy_short, routed, search


@pytest.mark.parametrize("name", ["Brazil", "巴西", "Türkiye"])
def test_one_search_finds_the_statements_of_a_state(reader: Reader, name: str):
    reader.open("/statements?lang=en")
    search(reader, EN("search.label"), name)
    found = routed(reader, f"/api/statements.json?q={name}&scope=ai")
    reader.expect_count(found["total"])
    assert found["total"] > 0
    spoken = {state for row in found["rows"] for state in row["states"]}
    assert spoken & {"BRA", "TUR"}


@pytest.mark.parametrize("written", ["78/311 paragraph 6", "A/RES/78/311, para. 6"])
def test_a_paragraph_typed_in_words_is_cited_in_three_presses(officer: Reader, written: str):
    clicks = Clicks()
    officer.open("/paragraphs?lang=en")
    search(officer, EN("search.label"), written)
    choose_row(officer, clicks)
    copy_short(officer, clicks, EN("citing.label"))
    copied(officer, re.compile(r"^A/RES/78/311, para\. 6$"))
    assert clicks.made == 3


@pytest.mark.parametrize("path", ["/paragraphs", "/requests", "/votes?view=ballots"])
def test_a_table_is_a_spreadsheet_in_one_press(reader: Reader, path: str, tmp_path: Path):
    reader.open(f"{path}{'&' if '?' in path else '?'}lang=en")
    expect(reader.page.locator(ROW).first).to_be_visible()
    with reader.page.expect_download() as started:
        reader.page.get_by_role("link", name="XLSX", exact=True).click()
    saved = tmp_path / started.value.suggested_filename
    started.value.save_as(saved)
    with ZipFile(saved) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<row ") >= reader.count() + 1
