"""A view, its URL, a fresh reading of that URL: the same rows on the page and on the routes.

What a failure prints holds the seed and the number of the view: `random_view` makes it again.
"""

from __future__ import annotations

import io
import json
import random
from collections.abc import Iterator
from urllib.parse import parse_qs, parse_qsl, urlencode

import pandas as pd
import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from dashboard.analysis.requests.due import by_due
from dashboard.analysis.selection.parameters import PARAMETER
from dashboard.analysis.selection.parse_url import parse_url
from dashboard.analysis.selection.query import Query
from dashboard.analysis.selection.select import as_read, page_of, select
from dashboard.analysis.sponsors.sponsored_texts import sponsored_texts
from dashboard.corpus import store
from dashboard.corpus.records.fields import last_day
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.store import Store
from dashboard.corpus.tables.columns import TABLES
from dashboard.export.tables.apart import Format
from dashboard.server.responses import Asked, table_answer
from dashboard.ui.results.result_bar import PAGE_SIZE
from tests.app_pages.visits.drawn import linked
from tests.app_pages.visits.random_views import SEED, allowed, random_view
from tests.app_pages.visits.visiting import row_ids, visit
from tests.invented.reference_readers import csv_cells

VIEWS, VISITED = 50, 5
REAL_VIEWS = 5
"""The real record is read less often: it shows what invented rows lack, not more of the rules."""
WORKBOOKS = 3
"""Of every third view with few rows the workbook is read back, of the others the CSV file."""
FEW = 40
PAGES = {
    "timeline": "timeline",
    "documents": "documents",
    "paragraphs": "paragraphs",
    "votes": "recorded_votes",
    "sponsors": "sponsors",
    "statements": "statements",
    "countries": "countries",
    "requests": "requests",
}
"""The table a page's address is read for."""
OF_THE_TEXT = frozenset({"symbol", "track", "topic", "weight"})
LISTS = {"timeline": "list", "statements": "table"}
"""The view of a page that is its table, where that is not the first."""


def opened_anew(snapshot: Snapshot, table: str, url: str) -> Query:
    """What a fresh session reads from the text of a link."""
    query = parse_url(parse_qsl(url, keep_blank_values=True), allowed(snapshot), table)
    assert (query.ignored, query.unknown) == ((), ())
    return query


def link_of(query: Query) -> str:
    return urlencode(query.to_params())


def ids(frame: pd.DataFrame, table: str) -> list[str]:
    return [str(value) for value in frame[key_of(table)]]


def key_of(table: str) -> str:
    return next(name for name in ("id", "iso3") if name in TABLES[table])


def dated(snapshot: Snapshot, query: Query) -> Snapshot:
    return snapshot.on(last_day(query.as_of)) if query.as_of else snapshot


def on_page(snapshot: Snapshot, page: str, query: Query) -> pd.DataFrame:
    """The rows of a page in its order, as its few lines under dashboard/app_pages put them."""
    known, table = dated(snapshot, query), PAGES[page]
    if page == "sponsors":
        return sponsored_texts(known, query)
    if page == "requests":
        found = select(known, table, query)
        return found if query.sort else by_due(found)
    if page == "countries":
        by_name = query if query.sort else query.having(sort=(f"name_{query.lang or 'en'}",))
        return select(known, table, by_name)
    return as_read(known, table, query).rows


def answered(snapshot: Snapshot, table: str, form: Format, url: str) -> list[str]:
    """The ids in the route's answer to the query of a link, in the answer's order."""
    answer = table_answer(snapshot, Asked(parse_qsl(url)), table, form)
    assert answer.status == 200, answer.text
    key = key_of(table)
    if form == "json":
        return [row[key] for row in json.loads(answer.text)["rows"]]
    if form == "csv":
        first, *found = csv_cells(answer.text)
        return [line[first.index(key)] for line in found]
    book = load_workbook(io.BytesIO(answer.body), read_only=True)
    header, *lines = book.worksheets[0].iter_rows(values_only=True)
    place = header.index(key)
    return [str(line[place]) for line in lines]


def views(snapshot: Snapshot, table: str, count: int = VIEWS) -> Iterator[tuple[str, Query]]:
    """The first views of a table with the words that find each again."""
    for number in range(count):
        query = random_view(snapshot, table, number)
        yield f"seed {SEED}, {table} view {number}: {link_of(query)}", query


@pytest.mark.parametrize("page", PAGES)
def test_a_link_opens_the_same_rows_on_page_and_routes(snapshot: Snapshot, page: str) -> None:
    total, sizes = len(snapshot.tables[PAGES[page]]), assert_round_trip(snapshot, page, VIEWS)
    assert sum(size > 0 for size in sizes) > VIEWS // 3, sizes
    assert any(size < total for size in sizes), sizes


@pytest.mark.parametrize("page", PAGES)
def test_a_link_opens_the_same_rows_of_the_real_record(real: Store, page: str) -> None:
    assert any(assert_round_trip(real.current(), page, REAL_VIEWS))


def assert_round_trip(record: Snapshot, page: str, count: int) -> list[int]:
    """Each view shows the same rows on the page and on the routes; how many it selects."""
    table, sizes = PAGES[page], []
    for number, (told, query) in enumerate(views(record, table, count)):
        url = link_of(query)
        again = opened_anew(record, table, url)
        assert again == query, told
        assert link_of(again) == url, told
        before, after = (on_page(record, page, q) for q in (query, again))
        assert list(before.index) == list(after.index), told
        chosen = select(dated(record, query), table, query)
        wanted = ids(page_of(chosen, query), table)
        assert answered(record, table, "json", url) == wanted, told
        in_workbook = number % WORKBOOKS == 0 and len(wanted) <= FEW
        assert answered(record, table, "xlsx" if in_workbook else "csv", url) == wanted, told
        if page == "sponsors":
            assert_sponsored(before, chosen, query, told)
        else:
            assert sorted(ids(before, table)) == sorted(ids(chosen, table)), told
        sizes.append(len(chosen))
    return sizes


def assert_sponsored(texts: pd.DataFrame, found: pd.DataFrame, query: Query, told: str) -> None:
    """The page of sponsors shows texts, the route who sponsored them.

    Words, dates, roles and States choose among the page's texts as texts, and among the
    route's rows as sponsorships; what concerns the text chooses the same in both.
    """
    if OF_THE_TEXT.issuperset(query.active()):
        assert set(texts.loc[texts["sponsors"] > 0, "id"]) == set(found["symbol"]), told


@pytest.mark.parametrize("page", PAGES)
def test_the_order_and_the_spelling_of_a_link_are_of_no_account(
    snapshot: Snapshot, page: str
) -> None:
    record, table = snapshot, PAGES[page]
    for number in range(VIEWS):
        query = random_view(record, table, number)
        chance = random.Random(number)
        names = [name for name, _ in query.to_params()]
        pairs = query.to_params()
        shuffled = pairs + [pair for pair in pairs if PARAMETER[pair[0]].kind == "choice"]
        if names.count("sort") < 2:  # the order of sort columns is what they say
            chance.shuffle(shuffled)
        again = opened_anew(snapshot, table, urlencode(shuffled))
        assert again == query, f"seed {SEED}, {table} view {number}: {urlencode(shuffled)}"
        assert again.to_params() == query.to_params()
        assert hash(again) == hash(query)


@pytest.mark.parametrize("page", PAGES)
def test_a_link_made_in_chinese_selects_the_same_in_english(snapshot: Snapshot, page: str) -> None:
    table = PAGES[page]
    for told, query in views(snapshot, table):
        chinese, english = (
            opened_anew(snapshot, table, link_of(query.having(lang=language)))
            for language in ("zh", "en")
        )
        assert chinese.lang == "zh"
        assert chinese != english
        assert link_of(chinese.having(lang="en")) == link_of(english)
        one, other = (on_page(snapshot, page, q) for q in (chinese, english))
        assert list(one.index) == list(other.index), told


def shown(at: AppTest, snapshot: Snapshot, page: str) -> list[int]:
    """The places of the rows that the page's table shows, in its order."""
    assert not at.exception
    table = "documents" if page == "sponsors" else PAGES[page]
    known = list(snapshot.tables[table][key_of(table)])
    return [known.index(row_id) for row_id in row_ids(at)]


@pytest.mark.parametrize("page", PAGES)
def test_fresh_sessions_in_both_languages_show_the_rows(small: Store, page: str) -> None:
    snapshot, table, visited = store.current(), PAGES[page], 0
    for number in range(VIEWS):
        query = random_view(snapshot, table, number).without("limit", "offset")
        found = on_page(snapshot, page, query)
        if found.empty or not query.to_params():
            continue
        told = f"seed {SEED}, {table} view {number}: {link_of(query)}"
        address = parse_qs(link_of(query.having(view=LISTS.get(page), lang="zh")))
        chinese = visit(page, address, locale="en-GB")
        assert dict_of(chinese) == address, told
        assert shown(chinese, snapshot, page) == list(found.index[:PAGE_SIZE]), told
        english = visit(page, {**dict_of(chinese), "lang": ["en"]}, locale="zh-CN")
        assert shown(english, snapshot, page) == shown(chinese, snapshot, page), told
        assert english.title[0].value != chinese.title[0].value
        same = select(dated(snapshot, query), table, query)
        assert list(linked(english, table)[key_of(table)]) == ids(same, table), told
        visited += 1
        if visited == VISITED:
            return
    pytest.fail(f"seed {SEED}: only {visited} of the views of {table} select anything")


def dict_of(at: AppTest) -> dict[str, list[str]]:
    """The visitor's address; AppTest gives a single value bare."""
    found = dict(at.query_params).items()
    return {name: [values] if isinstance(values, str) else list(values) for name, values in found}
