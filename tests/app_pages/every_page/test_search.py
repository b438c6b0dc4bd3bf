"""Every page takes any search, says what it stands for, and offers what fills an empty view."""

from __future__ import annotations

import pytest

from dashboard.corpus.store import Store
from tests.app_pages.visits.visiting import count_line, visit

PAGES = (
    *("timeline", "documents", "paragraphs", "votes"),
    *("sponsors", "statements", "countries", "requests"),
)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("q", ["quokka numbat", "78/265 para 6 (e)", "79/325 para 7"])
def test_every_page_takes_every_search(real: Store, page: str, q: str, language: str):
    at = visit(page, {"q": q, "lang": language})
    assert not at.exception
    if q == "quokka numbat":
        read = [c.value for c in at.caption if c.value.startswith(("Searched were", "检索范围"))]
        assert len(read) == 1


def test_a_search_for_too_much_offers_most_of_its_words_and_the_pages_that_have_all(real: Store):
    at = visit("paragraphs", {"q": "meaningful human control"})
    labels = {button.key: button.label for button in at.button}
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
