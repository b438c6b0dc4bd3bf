"""What a reader who has just come finds in a minute: each in as few presses as were promised."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import expect

from tests.browser.reader.clicks import Clicks
from tests.browser.reader.reader import ROW, Reader
from tests.browser.reader.walking import EN, copied, copy_short, routed, search


@pytest.mark.parametrize(("name", "iso3"), [("Brazil", "BRA"), ("巴西", "BRA"), ("UK", "GBR")])
def test_one_search_finds_the_statements_of_a_state(reader: Reader, name: str, iso3: str):
    reader.open("/statements?lang=en")
    search(reader, EN("search.label"), name)
    found = routed(reader, f"/api/statements.json?q={name}&scope=ai")
    reader.expect_count(found["total"])
    assert found["total"] > 0
    assert any(iso3 in (*row["speaker_iso3"], *row["aligned"]) for row in found["rows"])


@pytest.mark.parametrize("written", ["78/311 paragraph 6", "A/RES/78/311, para. 6"])
def test_a_paragraph_typed_in_words_opens_and_is_cited(officer: Reader, written: str):
    clicks = Clicks()
    officer.open("/paragraphs?lang=en")
    box = officer.page.get_by_role("textbox", name=EN("search.label"))
    box.fill(written)
    box.press("Enter")
    officer.expect_params(("item", "A/RES/78/311#op6"), ("lang", "en"))
    officer.settled()
    copy_short(officer, clicks, EN("citing.label"))
    copied(officer, "A/RES/78/311, para. 6")
    assert clicks.made <= 3


@pytest.mark.parametrize("path", ["/paragraphs", "/requests", "/votes?view=ballots"])
def test_a_table_is_a_spreadsheet_in_two_presses(reader: Reader, path: str, tmp_path: Path):
    reader.open(f"{path}{'&' if '?' in path else '?'}lang=en")
    expect(reader.page.locator(ROW).first).to_be_visible()
    reader.page.get_by_role("button", name=EN("take.label")).click()
    with reader.page.expect_download() as started:
        reader.page.get_by_role("link", name="XLSX", exact=True).click()
    saved = tmp_path / started.value.suggested_filename
    started.value.save_as(saved)
    for tab in reader.page.context.pages[1:]:  # which the browser opened for the file
        tab.close()
    with ZipFile(saved) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<row ") >= reader.count() + 1
