"""The table of a page: where its rows and headings lead, and which columns a link asks for."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard.corpus import store as store_module
from dashboard.corpus.store import Store
from dashboard.ui.results.result_bar import PAGE_SIZE
from tests.app_pages.visits.drawn import linked
from tests.app_pages.visits.visiting import go, heading_links, row_ids, rows, texts, visit
from tests.invented.builders import EVENTS, change


@pytest.mark.parametrize(
    ("page", "asked", "shown"),
    [
        ("documents", "date,kind", ["title", "date", "kind"]),
        ("documents", "kind,date,title", ["title", "date", "kind"]),
        ("documents", "weight", ["title", "weight"]),
        ("paragraphs", "part", ["symbol", "part"]),
        ("timeline", "weight,body", ["title", "body", "weight"]),
    ],
)
def test_a_link_chooses_the_columns(small: Store, page: str, asked: str, shown: list[str]):
    at = visit(page, {"columns": asked})
    assert not at.exception
    assert list(rows(at)) == shown
    assert dict(at.query_params) == {"columns": asked}


def test_a_name_that_is_no_column_is_told(small: Store):
    at = visit("documents", {"columns": "date,<b>evil</b>"})
    assert list(rows(at)) == ["title", "date"]
    assert any("evil" in text for text in texts(at))
    assert not any("<b>evil" in text for text in texts(at))


def test_a_row_leads_to_its_record_at_this_view(small: Store):
    at = visit("documents", {"kind": "resolution"})
    assert row_ids(at) == rows(at)["symbol"].tolist() == ["A/RES/90/2", "A/RES/90/1"]
    assert all("kind=resolution" in cell for cell in at.table[-1].value.iloc[:, 0])


@pytest.mark.parametrize(
    ("page", "heading", "sort"),
    [
        ("documents", "Date", "date"),
        ("documents", "Title", "title_en"),
        ("timeline", "Kind", "kind"),
    ],
)
def test_a_heading_sorts_upwards_then_downwards(small: Store, page: str, heading: str, sort: str):
    assert heading_links(visit(page))[heading].endswith(f"?sort={sort}")
    up = heading_links(visit(page, {"sort": sort}))
    assert up[f"{heading} ▲"].endswith(f"?sort=-{sort}")
    down = heading_links(visit(page, {"sort": f"-{sort}"}))
    assert down[f"{heading} ▼"].endswith(f"?sort={sort}")


ORDER = re.compile(r"\[(Oldest first|由旧到新|Newest first|由新到旧)\]\(([^)]+)\)")


@pytest.mark.parametrize(("page", "lang"), [("timeline", "en"), ("documents", "zh")])
def test_one_link_turns_a_list_and_its_files_to_oldest_first(small: Store, page: str, lang: str):
    at = visit(page, {"lang": lang, "view": "list"} if page == "timeline" else {"lang": lang})
    ((_, path),) = ORDER.findall("\n".join(texts(at)))
    turned = go(at, page, parse_qs(urlsplit(path).query))
    assert turned.query_params["sort"] == "date"
    known = store_module.current().tables[page].set_index("id")["date"]
    days = [known[row] for row in row_ids(turned)]
    assert days == sorted(days) != days[::-1]
    assert any(f"/api/{page}.csv?sort=date" in text for text in texts(turned))
    ((back, path),) = ORDER.findall("\n".join(texts(turned)))
    assert "sort" not in path
    assert back == {"en": "Newest first", "zh": "由新到旧"}[lang]


def test_what_goes_on_into_another_year_says_so(editable: Path):
    change(editable / EVENTS.format("grove-summit"), date="2035-03", end_date="2036")
    assert "Mar 2035 – 2036" in rows(visit("timeline", {"view": "list"}))["date"].tolist()


def test_a_list_of_codes_is_nothing_to_sort_by(small: Store):
    assert "Topics" not in heading_links(visit("timeline", {"columns": "topics"}))


@pytest.mark.parametrize(
    ("page", "most"), [("countries", 195), ("paragraphs", 500), ("requests", 500)]
)
def test_paper_has_more_rows_than_a_page(real: Store, page: str, most: int):
    assert len(rows(visit(page))) == 50
    at = visit(page, {"paper": "all"})
    assert not at.exception
    assert 50 < len(rows(at)) <= most
    assert any("50 rows a page" in text and "paper" not in text for text in texts(at))


@pytest.mark.parametrize("page", ["paragraphs", "documents", "requests", "votes"])
@pytest.mark.parametrize("offset", ["50", "999999", "1000000"])
def test_a_page_beyond_the_last_is_the_last(real: Store, page: str, offset: str):
    at = visit(page, {"offset": offset, "scope": "all", "view": {"votes": "ballots"}.get(page, "")})
    assert not at.exception
    total = len(linked(at, "recorded_votes" if page == "votes" else page))
    last = total - PAGE_SIZE * ((total - 1) // PAGE_SIZE)
    wanted = min(PAGE_SIZE, total - PAGE_SIZE) if offset == "50" else last
    assert len(rows(at)) == (wanted if total > PAGE_SIZE else total)
