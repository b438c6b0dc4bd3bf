"""The boxes of the filter bar: what is typed is in the link, what a link says is in the box."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.analysis.selection.parameters import PARAMETERS
from dashboard.ui.frame.width import PHONE

pytestmark = pytest.mark.usefixtures("data_dir")
NUMBERS = [
    (table, parameter.name)
    for parameter in PARAMETERS
    if parameter.kind in ("at_most", "at_least")
    for table in parameter.columns
]


def script(table: str, facets: list[str]) -> None:
    """A page with nothing but its filters and the numbers of its query."""
    from dashboard.ui.filters.filter_bar import filters
    from dashboard.ui.frame.language import language
    from dashboard.ui.frame.page import open_page

    language()
    filters(open_page(table), facets)


def opened(table: str, *facets: str, locale: str = "en-GB", **address: str) -> AppTest:
    at = AppTest.from_function(script, args=(table, list(facets)), default_timeout=30)
    at.context = {"locale": locale}
    for box in ("-folded-filters", ".against", ".min_sponsors", ".period"):
        at.session_state[f"{table}{box}"] = True  # what is folded is not drawn
    for name, value in address.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return at


def test_what_is_folded_is_not_drawn_until_it_is_opened_and_stays_so_when_its_label_changes():
    facets = ["against", "mentions"]
    at = AppTest.from_function(script, args=("requests", facets), default_timeout=30).run()
    assert not at.exception
    assert (len(at.toggle), len(at.get("popover")), len(at.text_input)) == (0, 0, 1)
    at.session_state["requests-folded-filters"] = True
    at.run()
    assert (len(at.toggle), len(at.number_input), len(at.text_input)) == (1, 0, 1)
    at.toggle[0].set_value(True).run()
    assert [box.label for box in at.expander] == ["Filters (1)"]
    assert at.toggle[0].value is True


@pytest.mark.parametrize("typed", ["-1", "1.5", "many", "1000001", "١", "<b>"])
def test_a_number_that_cannot_be_read_is_told_and_asks_for_nothing(typed: str):
    at = opened("recorded_votes", "against", against=typed)
    assert any("could not be used" in note.value for note in at.info)
    assert at.number_input[0].value is None
    assert [button for button in at.button if "drop" in str(button.key)] == []


@pytest.mark.parametrize(("table", "parameter"), NUMBERS)
def test_a_number_is_typed_changed_and_taken_back(table: str, parameter: str):
    at = opened(table, parameter)
    assert at.number_input[0].value is None
    at.number_input[0].set_value(0).run()
    assert dict(at.query_params) == {parameter: "0"}
    at.number_input[0].set_value(1).run()
    assert dict(at.query_params) == {parameter: "1"}
    at.button(key=f"{table}.drop.{parameter}").click().run()
    assert (dict(at.query_params), at.number_input[0].value) == ({}, None)
    assert not at.exception


@pytest.mark.parametrize(
    ("locale", "number", "said"),
    [
        ("en-GB", "1", "At most one vote against"),
        ("en-GB", "4000", "At most 4,000 votes against"),
        ("zh-CN", "1", "反对票不超过1票"),
    ],
)
def test_a_number_in_force_is_said_in_the_readers_language(locale: str, number: str, said: str):
    at = opened("recorded_votes", "against", locale=locale, against=number)
    assert at.number_input[0].value == int(number)
    assert at.button(key="recorded_votes.drop.against").label == said


def test_a_switch_is_on_or_leaves_no_trace_and_a_link_may_ask_for_the_rest():
    at = opened("requests", "mentions")
    assert at.toggle[0].label == "The request concerns AI"
    at.toggle[0].set_value(True).run()
    assert dict(at.query_params) == {"mentions": "true"}
    at.toggle[0].set_value(False).run()
    assert dict(at.query_params) == {}
    other = opened("paragraphs", "mentions", mentions="false")
    assert (other.toggle[0].label, other.toggle[0].value) == ("Mentions AI", False)
    assert other.button(key="paragraphs.drop.mentions").label == "Does not mention AI"


def test_a_date_that_cannot_be_read_stays_in_its_box_and_out_of_the_link():
    at = opened("documents")
    at.text_input[1].set_value("2024-13").run()
    assert dict(at.query_params) == {}
    assert at.text_input[1].value == "2024-13"
    at.text_input[1].set_value("2024-12").run()
    assert dict(at.query_params) == {"from": "2024-12"}


def test_a_table_without_dates_has_no_period():
    assert len(opened("countries").text_input) == 1


@pytest.mark.parametrize(
    ("address", "folded"),
    [
        ({}, "Filters"),
        ({"q": "data"}, "Filters"),
        ({"kind": "resolution"}, "Filters (1)"),
        ({"kind": "resolution", "from": "2024", "against": "3", "q": "data"}, "Filters (3)"),
    ],
)
def test_at_every_width_one_drawer_says_how_many_filters_are_set(
    address: dict[str, str], folded: str
):
    facets = ("kind", "against")
    wide = opened("documents", *facets, **address)
    assert [box.label for box in wide.expander] == [folded]
    narrow = AppTest.from_function(script, args=("documents", list(facets)), default_timeout=30)
    narrow.context = {"locale": "en-GB"}
    narrow.session_state["width"] = PHONE
    narrow.session_state["documents-folded-filters"] = True
    narrow.session_state["documents.against"] = True
    for name, value in address.items():
        narrow.query_params[name] = value
    narrow.run()
    assert not narrow.exception
    assert [box.label for box in narrow.expander] == [folded]
    assert [box.value for box in narrow.number_input] == [box.value for box in wide.number_input]
    assert narrow.text_input[0].value == address.get("q", "")
