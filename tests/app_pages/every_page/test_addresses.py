"""What an address may ask of any page: every spelling, both languages, and nonsense."""

from __future__ import annotations

import pytest

from dashboard.corpus import store as store_module
from dashboard.corpus.store import Store
from dashboard.ui.frame.markdown import escaped
from tests.app_pages.visits.visiting import (
    PAGES,
    Address,
    count_line,
    follow,
    links,
    marks,
    open_facet,
    row_ids,
    rows,
    texts,
    visit,
)

TABLES = ("timeline", "documents", "paragraphs")


def note(address: Address, page: str = "documents", locale: str = "en-GB") -> str:
    """The one note the page gives on an address."""
    at = visit(page, address, locale)
    assert not at.exception
    assert len(at.info) == 1
    return at.info[0].value


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("address", "said"),
    [
        ({"colour": "red"}, "colour"),
        ({"from": "soon"}, "from\\: “soon” could not be used"),
        ({"from": "٢٠٢٤"}, "from\\: “٢٠٢٤” could not be used"),
        ({"offset": "-1"}, "offset\\: “-1” could not be used"),
        ({"sort": "colour"}, "sort\\: “colour” could not be used"),
        ({"q": "\x00"}, ""),
        ({"q": "?!"}, "q\\: “?\\!” could not be used"),
        ({"q": "a" * 5000}, "q\\: “aaaa"),
        ({"a" * 5000: "x"}, "aaaa"),
        ({"from": ["2024", "2025"]}, "from\\: “2 values” could not be used"),
        (
            {"item": "![x](http://127.0.0.1:9/pixel)"},
            escaped("![x](http://127.0.0.1:9/pixel)"),
        ),
    ],
)
def test_nonsense_is_told_and_everything_is_shown(
    small: Store, page: str, address: dict[str, str | list[str]], said: str
):
    at = visit(page, address)
    assert not at.exception
    assert at.title[0].value
    if page == "about":  # it shows everything, whatever the address says, and says so
        assert len(at.table) == 4
        name = next(iter(address))[:60]
        assert [name in note.value for note in at.info] == ([True] if said else [])
        return
    total = {"timeline": 6, "documents": 3, "paragraphs": 7}[page]
    assert count_line(at).startswith(f"{total} of {total} ")
    assert len(rows(at)) == total
    assert [said in info.value for info in at.info] == ([True] if said else [])


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ({"kind": "raport"}, "kind\\: “raport” could not be used. Did you mean “report”?"),
        ({"kind": ["lawn", "kinds"]}, "kind\\: “lawn” could not be used. Did you mean “law”?"),
        ({"symbol": "nothing"}, "symbol\\: “nothing” could not be used."),
        ({"verb": "note"}, "This link also asks for verb, which this page does not use."),
        ({"item": "A/RES/1/1"}, "“A/RES/1/1” is not on record."),
    ],
)
def test_the_note_says_what_and_the_nearest(small: Store, address: dict[str, str], said: str):
    assert said in note(address)


def test_the_note_in_chinese(small: Store):
    said = note({"kind": "raport", "colour": "red"}, locale="zh-CN")
    assert said.split("\n\n") == [
        "此链接还包含本页不使用的参数：colour。",
        "kind：“raport”无法使用。是否指“report”？",
    ]


def test_many_parameters_at_once(small: Store):
    at = visit("timeline", {f"p{i}": str(i) for i in range(900)})
    assert not at.exception
    assert len(rows(at)) == 6
    assert "p899" in at.info[0].value


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("parameter", ["q", "symbol"])
def test_a_symbol_in_any_spelling_finds_the_same(real: Store, table: str, parameter: str):
    found = []
    for spelling in ("78/265", "78265", "ARES78265", "a/res/78/265"):
        at = visit(table, {parameter: spelling})
        assert not at.exception
        found.append((count_line(at), rows(at).astype("str").to_dict("records")))
    assert found.count(found[0]) == 4
    assert len(found[0][1]) >= 1


def test_words_find_the_same_in_any_order(small: Store):
    one, two = (visit("timeline", {"q": q}) for q in ("invented summit", "Summit INVENTED"))
    assert sorted(marks(one)) == sorted(marks(two)) == ["grove-summit", "second-summit"]


def test_an_empty_result_names_the_filter_and_offers_to_drop_it(small: Store):
    at = visit("documents", {"kind": "report", "q": "machines"})
    assert not at.exception
    assert not at.table
    assert "**Nothing fits these filters**" in texts(at)
    offers = [b for b in at.button if ".empty." in str(b.key)]
    assert [b.label for b in offers] == [
        "Remove “Kind\\: report”\\: 2 results",
        "Remove “Search\\: machines”\\: one result",
    ]
    offers[0].click().run()
    assert not at.exception
    assert rows(at)["symbol"].tolist() == ["A/RES/90/2", "A/RES/90/1"]
    assert dict(at.query_params) == {"q": "machines"}


def test_an_empty_result_in_chinese(small: Store):
    at = visit("timeline", {"kind": "law", "from": "2036", "lang": "zh"})
    assert not at.get("plotly_chart")
    offers = [b for b in at.button if ".empty." in str(b.key)]
    assert [b.label for b in offers] == [
        "取消“类别：词”：有2条结果",
        "取消“起始：2036年”：有1条结果",
    ]
    offers[1].click().run()
    assert marks(at) == ["machine-law"]
    assert dict(at.query_params) == {"kind": "law", "lang": "zh"}


def test_an_empty_result_that_no_single_filter_causes(small: Store):
    at = visit("documents", {"q": "zzz", "kind": "law"})
    assert "No single filter is the cause; clear some of them." in texts(at)
    at.button(key="documents.clear").click().run()
    assert len(rows(at)) == 3
    assert dict(at.query_params) == {}


def test_filters_in_force_are_named_and_dropped_one_by_one(small: Store):
    address = {"kind": ["!law", "summit"], "from": "2035", "track": "civilian"}
    at = visit("timeline", address)
    stated = [b.label for b in at.button if str(b.key).startswith("timeline.drop.")]
    assert stated == ["From\\: 2035", "Kind\\: summit and not law", "Civilian/military\\: civilian"]
    at.button(key="timeline.drop.kind").click().run()
    assert not at.exception
    assert dict(at.query_params) == {"from": "2035", "track": "civilian"}
    assert len(rows(at)) == 4


@pytest.mark.parametrize("table", TABLES)
def test_every_facet_opens_with_its_counts(real: Store, table: str):
    total = len(store_module.current().tables[table])
    at = visit(table, {"lang": "zh"})
    for parameter in ("track", "weight", "topic"):
        open_facet(at, table, parameter)
        assert not at.exception
        counts = [
            int(box.label.rpartition(" · ")[2].replace(",", ""))
            for box in at.checkbox
            if str(box.key).startswith(f"{table}.{parameter}:")
        ]
        assert counts, parameter
        assert 0 < max(counts) <= total


@pytest.mark.parametrize("spelling", ["XAA", "xaa", "Alder"])
def test_a_link_to_one_state_opens_it(small: Store, spelling: str):
    at = visit("countries", {"country": spelling})
    assert dict(at.query_params) == {"item": "XAA"} or dict(at.query_params) == {"item": ["XAA"]}
    assert dict(visit("countries", {"country": ["XAA", "XGG"]}).query_params).get("item") is None
    excluded = visit("countries", {"country": "!XAA"})
    assert dict(excluded.query_params).get("item") is None


def test_every_link_has_its_whole_address_in_the_language_of_the_reader(small: Store):
    found = links(visit("documents", {"item": "A/RES/90/1", "kind": "resolution", "lang": "zh"}))
    assert found["documents.close"] == "/documents?kind=resolution&lang=zh"
    assert found["documents.on.votes"] == "/votes?scope=all&symbol=A%2FRES%2F90%2F1&lang=zh"
    assert all(path.endswith("lang=zh") for path in found.values())


@pytest.mark.parametrize(
    ("already", "bounds"),
    [
        ({}, {"from": "2035-12-01"}),
        ({"to": "2036-05"}, {"from": "2035-12-01", "to": "2036-05"}),
        ({"to": "2035-11"}, {"from": "2035-12-01"}),  # nothing lies between
    ],
)
def test_the_day_of_an_open_record_bounds_the_timeline_oldest_first(
    small: Store, already: dict[str, str], bounds: dict[str, str]
):
    shown = {"item": "A/RES/90/1", "kind": "resolution", **already}
    at = follow(visit("timeline", shown), "timeline.from_here")
    assert not at.exception
    assert dict(at.query_params) == {"kind": "resolution", "sort": "date", **bounds}
    assert row_ids(at)[0] == "A/RES/90/1"
