"""Boxes to choose from long lists: what a link chose is kept, what is chosen is in the link."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.sources.names import folded

pytestmark = pytest.mark.usefixtures("data_dir")


def script(options: list[str], most: int | None) -> None:
    """A page with a box of States, and one of the few texts it is given."""
    import streamlit as st

    from dashboard.ui.filters.picker import pick_states, pick_texts
    from dashboard.ui.frame.language import language
    from dashboard.ui.frame.page import open_page

    language()
    page = open_page("statements")
    st.text(str(pick_states(page, most=most)))
    st.text(str(pick_texts(page, options)))


def opened(
    options: tuple[str, ...] = (), most: int | None = None, locale: str = "en-GB", **address: object
) -> AppTest:
    at = AppTest.from_function(script, args=(list(options), most), default_timeout=30)
    at.context = {"locale": locale}
    for name, value in address.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return at


def test_nothing_to_choose_from_and_nothing_chosen():
    at = opened()
    assert [text.value for text in at.text] == ["()", "()"]
    states, documents = at.multiselect
    assert documents.options == []
    assert states.value == documents.value == []


def test_what_a_link_chose_is_kept_though_it_is_not_on_offer():
    at = opened(("A/RES/90/1",), symbol="A/RES/90/2")
    documents = at.multiselect[1]
    assert documents.value == ["A/RES/90/2"]
    assert len(documents.options) == 2
    assert dict(at.query_params) == {"symbol": "A/RES/90/2"}


@pytest.mark.parametrize("locale", ["en-GB", "zh-CN"])
def test_states_stand_by_their_names_in_the_readers_language(locale: str):
    names = list(opened(locale=locale).multiselect[0].options)
    assert len(names) > 6
    assert names == sorted(names, key=folded)
    assert all(name.isascii() == (locale == "en-GB") for name in names)
    assert ("Birch and Beech" in names) == (locale == "en-GB")


def test_what_is_chosen_is_in_the_link_and_what_was_excluded_stays():
    at = opened(country=["XBB", "!XCC"], offset="50", q="machine")
    assert at.multiselect[0].value == ["XBB"]
    at.multiselect[0].set_value(["XEE", "XBB"]).run()
    assert not at.exception
    assert at.text[0].value == "('XBB', 'XEE')"
    # another selection begins at its first page
    assert dict(at.query_params) == {"q": "machine", "country": ["XBB", "XEE", "!XCC"]}
    at.multiselect[0].set_value([]).run()
    assert dict(at.query_params) == {"q": "machine", "country": "!XCC"}


def test_a_box_takes_no_more_than_it_may():
    assert opened(most=2).multiselect[0].proto.max_selections == 2
