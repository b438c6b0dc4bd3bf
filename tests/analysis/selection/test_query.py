from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.analysis.selection.query import Choice, Query, Unknown


def test_an_empty_query_has_no_parameters() -> None:
    assert Query().to_params() == []
    assert Query().active() == ()


def test_a_link_has_one_order_whatever_the_order_of_choosing() -> None:
    since = Query().having(from_="2024")
    one = since.choosing("track", ["military"]).choosing("kind", ["law", "summit"])
    two = since.choosing("kind", ["summit", "law"]).choosing("track", ["military"])
    assert one == two
    assert hash(one) == hash(two)
    assert one.to_params() == [
        ("from", "2024"),
        ("kind", "law"),
        ("kind", "summit"),
        ("track", "military"),
    ]


def test_notes_take_no_part_in_equality() -> None:
    query = Query().having(q="a")
    assert replace(query, ignored=("x",)) == query
    assert replace(query, unknown=(Unknown("to", "9", "date"),)) == query


def test_excluded_codes_carry_an_exclamation_mark() -> None:
    query = Query().choosing("country", ["FRA"], ["CHN"])
    assert query.to_params() == [("country", "FRA"), ("country", "!CHN")]
    assert query.choice("country") == Choice(("FRA",), ("CHN",))
    assert query.choice("group") == Choice()


@pytest.mark.parametrize("name", ["q", "from", "to", "sort", "mentions", "limit", "kind", "view"])
def test_without_drops_one_parameter(name: str) -> None:
    full = (
        Query()
        .having(
            q="a", from_="2024", to="2025", sort=("date",), mentions=False, limit=0, view="list"
        )
        .choosing("kind", ["law"])
    )
    assert name in dict(full.to_params())
    assert name not in dict(full.without(name).to_params())
    assert len(full.without(name).to_params()) == len(full.to_params()) - 1


def test_only_what_narrows_is_active() -> None:
    query = Query().having(q="a", sort=("date",), limit=3, view="list", lang="zh", mentions=False)
    assert query.active() == ("q", "mentions")


def test_a_parameter_without_codes_cannot_be_chosen() -> None:
    with pytest.raises(ValueError, match="view"):
        Query().choosing("view", ["list"])


def test_a_name_that_is_no_parameter_is_refused() -> None:
    with pytest.raises(ValueError, match="colour"):
        Query().having(colour="red")


def test_what_is_empty_is_no_value_but_false_and_zero_are() -> None:
    assert Query().having(q=None, sort=(), kind=Choice()) == Query()
    query = Query().having(mentions=False, limit=0)
    assert query.to_params() == [("mentions", "false"), ("limit", "0")]


def test_an_unknown_value_is_told_in_one_sentence() -> None:
    told = str(Unknown.of("track", "militry", "code", ["civilian", "military"]))
    assert told == (
        "track: found 'militry'; allowed: a code of the vocabulary; did you mean 'military'?"
    )


def test_codes_beyond_what_a_view_takes_are_cut_and_told_until_the_query_changes() -> None:
    chosen = Query().choosing("country", ["DZA", "BEL", "CHL"], ["FRA"])
    assert chosen.at_most({}) == chosen
    assert chosen.at_most({"country": 3, "group": 0}).cut == ()
    fitting = chosen.at_most({"country": 2})
    assert fitting.choice("country") == Choice(("BEL", "CHL"), ("FRA",))
    assert fitting.cut == (("country", "DZA"),)
    assert fitting.at_most({"country": 2}).cut == (("country", "DZA"),)
    assert fitting.having(q="panel").cut == ()
