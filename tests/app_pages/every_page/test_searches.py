"""Every page takes any search, says what it stood for, and stands what a record lacks."""

from __future__ import annotations

import re

import pytest

from dashboard.corpus.snapshot import take_snapshot
from dashboard.corpus.store import Store
from tests.app_pages.visits.visiting import count_line, go, serve, visit
from tests.invented.builders import CONSENSUS, EVENTS, OVERLAY, RESOLUTION, change, vote, write_data

PAGES = (
    "timeline", "documents", "paragraphs", "asks", "compare", "agreed_language",
    "votes", "sponsors", "statements", "countries", "requests", "about",
)  # fmt: skip
FILTERED = [page for page in PAGES if page not in ("asks", "compare", "agreed_language", "about")]
SEARCHES = {
    "symbol": "A/RES/90/1",
    "symbol without its series": "90/1",
    "symbol run together": "ares90 1",
    "symbol in words": "General Assembly resolution 90/1",
    "symbol in full width": "９０／１",
    "address of a symbol": "https://docs.un.org/en/A/RES/90/1",
    "symbol in Chinese": "第90/1号决议",
    "paragraph": "90/1 para 2 (a)",
    "preambular paragraph": "90/1 pp2",
    "paragraph that is not there": "90/1 para 99 (z)",
    "phrase": '"invented question"',
    "phrase that is not closed": '"invented question',
    "simplified": "虚构的机器问题",
    "traditional": "虛構的機器問題",
    "State": "Alder",
    "observer": "Hazel",
    "without a word": "-machines",
    "nothing but signs": "?!() -",
    "two hundred letters": "machine " * 25,
    "more than may be": "m" * 201,
    "emoji": "🤖 👩‍💻",
    "right to left": "الذكاء الاصطناعي",
    "hidden signs": "inven\u00adted \u202equestion",
    "markup": "[a](javascript:x) <b>$x$ :red[y] `z`",
}
OTHERS = (
    {"country": ["XHH", "XAA"]},
    {"country": ["XHH"], "item": "XHH"},
    {"item": "XHH"},
    {"symbol": ["A/RES/90/1", "A/RES/90/2"], "view": "overlap"},
    {"offset": "999999", "limit": "50"},
)
"""An observer among States and alone, and a page beyond the last."""


@pytest.fixture(scope="module")
def lacking(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The small record without what its model lets a record be without."""
    data = write_data(tmp_path_factory.mktemp("nulls") / "data")
    change(data / CONSENSUS, titles={"zh": "虚构"})
    undated = vote(stage="committee", sources=[])
    del undated["date"]
    change(data / OVERLAY, votes=[undated], summary=None, short_title=None, topics=[])
    change(data / RESOLUTION, issued=None, committee_report="unknown", drafts=[])
    change(data / EVENTS.format("grove-summit"), end_date=None, actors=[])
    assert [str(problem) for problem in take_snapshot(data).errors] == []
    return Store(data)


@pytest.fixture
def with_nulls(lacking: Store, later: None, monkeypatch: pytest.MonkeyPatch) -> Store:
    """That record is served."""
    return serve(lacking, monkeypatch)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_stands_every_search(small: Store, page: str) -> None:
    at = visit(page)
    addresses = [*({"q": text} for text in SEARCHES.values()), *OTHERS]
    for place, address in enumerate(addresses):
        go(at, page, {**address, "lang": "zh" if place % 2 else "en"})
        assert not at.exception, address


@pytest.mark.parametrize("page", PAGES)
def test_every_page_stands_what_a_record_lacks(with_nulls: Store, page: str) -> None:
    at = visit(page)
    for address in (
        {},
        {"item": "A/RES/90/1"},
        {"item": "A/RES/90/2"},
        {"item": "A/RES/90/1@plenary"},
        {"item": "A/RES/90/1@committee"},
        {"item": "grove-summit"},
        {"symbol": "A/RES/90/2", "lang": "zh"},
        *({"view": view} for view in ("moved", "grid", "agreement", "overlap", "years", "shares")),
        {"stage": "committee", "view": "agreement", "country": ["XAA", "XHH"]},
    ):
        go(at, page, address)
        assert not at.exception, address


@pytest.mark.parametrize(
    ("page", "form", "count"),
    [
        *((page, form, 1) for page in ("documents", "votes") for form in (
            "symbol", "symbol without its series", "symbol run together", "symbol in words",
            "symbol in full width", "address of a symbol", "symbol in Chinese",
        )),
        ("paragraphs", "paragraph", 1),
        ("paragraphs", "preambular paragraph", 1),
        ("paragraphs", "paragraph that is not there", 0),
        ("countries", "State", 1),
        ("countries", "markup", 0),
        *(("documents", form, 2) for form in ("simplified", "traditional")),
    ],
)  # fmt: skip
def test_a_search_finds_what_it_means(small: Store, page: str, form: str, count: int) -> None:
    found = re.match(r"(\w+) (?:of \d+|\w+)", count_line(visit(page, {"q": SEARCHES[form]})))
    assert found is not None
    assert found[1].replace("One", "1").replace("Nothing", "0") == str(count)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("page", FILTERED)
@pytest.mark.parametrize("q", ["quokka numbat", "78/265 para 6 (e)", "79/325 para 7"])
def test_every_page_takes_every_search(real: Store, page: str, q: str, language: str):
    at = visit(page, {"q": q, "lang": language})
    assert not at.exception
    if q == "quokka numbat":
        read = [c.value for c in at.caption if c.value.startswith(("Searched were", "检索范围"))]
        assert len(read) == 1


def test_a_search_for_too_much_offers_most_of_its_words_and_the_pages_that_have_all(real: Store):
    at = visit("paragraphs", {"q": "meaningful human control"})
    labels = {str(key.key): key.label for key in (*at.button, *at.link_button)}
    assert labels["paragraphs.relaxed.0"].endswith("results have “human control”")
    assert labels["paragraphs.elsewhere.statements"] == "Statements\\: 1"
    number = int(labels["paragraphs.relaxed.0"].split()[0])
    at.button(key="paragraphs.relaxed.0").click().run()
    assert dict(at.query_params)["q"] in ("human control", ["human control"])
    assert count_line(at).startswith(str(number))


@pytest.mark.parametrize(
    ("page", "q", "also"),
    [
        ("paragraphs", "AI", "artificial intelligence"),
        ("votes", "LAWS", "lethal autonomous weapons systems"),
        ("statements", "Brésil", "Brazil"),
        ("countries", "Burma", "Myanmar"),
    ],
)
def test_a_page_says_what_else_it_searched(real: Store, page: str, q: str, also: str):
    at = visit(page, {"q": q})
    said = [c.value for c in at.caption if c.value.startswith("Also searched")]
    assert len(said) == 1
    assert also in said[0]
    quoted = visit(page, {"q": f'"{q}"'})
    assert not any(c.value.startswith("Also searched") for c in quoted.caption)


@pytest.mark.parametrize("item", ["Brazil", "巴西", "bra"])
def test_a_page_opens_what_a_link_names_in_any_spelling(real: Store, item: str):
    at = visit("countries", {"item": item})
    assert not at.exception
    assert dict(at.query_params)["item"] in ("BRA", ["BRA"])
