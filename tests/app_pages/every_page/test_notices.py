"""What visitors see while data is bad: the last good rows and one note, or plainly nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dashboard.corpus import store as store_module
from tests.app_pages.visits.visiting import PAGES, count_line, rows, texts, visit
from tests.invented.builders import EVENTS, change

LAW = EVENTS.format("machine-law")


@pytest.fixture
def at_rest(editable: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The store looks at its folder only when told to, and takes files as rested."""
    monkeypatch.setattr(store_module, "LOOK_EVERY", float("inf"))
    monkeypatch.setattr(store_module, "SETTLE", -1.0)
    store_module.current()
    return editable


@pytest.mark.parametrize("page", PAGES)
def test_good_data_needs_no_note(at_rest: Path, page: str):
    at = visit(page)
    assert not at.warning
    assert f"Data version {store_module.current().version}" in at.markdown[-1].value


@pytest.mark.parametrize("page", PAGES)
def test_bad_new_data_gives_one_note_and_the_old_rows(at_rest: Path, page: str):
    good = store_module.current().version
    change(at_rest / LAW, kind="lawn")
    store_module.store().refresh()
    at = visit(page)
    assert not at.exception
    assert len(at.warning) == 1
    said = at.warning[0].value
    assert said.startswith("Newer data has an error and is not shown")
    assert "machine\\-law.yaml" in said.replace("machine-law", "machine\\-law")
    assert good in said
    assert len(rows(at)) == {"timeline": 6, "documents": 3, "paragraphs": 7, "about": 2}[page]


def test_the_note_goes_when_the_data_is_mended(at_rest: Path):
    change(at_rest / LAW, kind="lawn")
    store_module.store().refresh()
    assert (
        visit("timeline", locale="zh-CN").warning[0].value.startswith("新数据有1处错误，暂不显示")
    )
    change(at_rest / LAW, kind="law", date="2033")
    store_module.store().refresh()
    at = visit("timeline")
    assert not at.warning
    assert rows(at)["date"].tolist()[-1] == "2033"


def test_a_record_left_out_at_the_start_is_said(editable: Path):
    change(editable / LAW, kind="lawn")
    at = visit("timeline")
    assert not at.exception
    assert [w.value.partition(" (")[0].partition(" \\(")[0] for w in at.warning] == [
        "One record has an error and is left out"
    ]
    assert count_line(at) == "5 of 5 records"


@pytest.mark.parametrize(
    ("locale", "said"),
    [("en-GB", "There is no data to show."), ("zh-CN", "没有可显示的数据。")],
)
def test_without_data_the_page_says_so(editable: Path, locale: str, said: str):
    shutil.rmtree(editable)
    at = visit("timeline", locale=locale)
    assert not at.exception
    assert len(at.error) == 1
    assert at.error[0].value.startswith(said)
    assert str(editable) not in " ".join(texts(at))
    assert not at.table


def test_data_that_comes_later_is_shown(editable: Path, tmp_path: Path):
    editable.rename(tmp_path / "away")
    at = visit("timeline")
    assert at.error
    (tmp_path / "away").rename(editable)
    at.run()
    assert not at.error
    assert len(rows(at)) == 6
