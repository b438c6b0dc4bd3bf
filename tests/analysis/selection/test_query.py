from __future__ import annotations

import pytest

from dashboard.analysis.selection.query import Choice, Query, Unknown


def test_an_empty_query_has_no_parameters() -> None:
    assert Query().to_params() == []
    assert Query().active() == ()


def test_a_link_has_one_order_whatever_the_order_of_choosing() -> None:
    one = Query(start="2024").choosing("track", ["military"]).choosing("kind", ["law", "summit"])
    two = Query(start="2024").choosing("kind", ["summit", "law"]).choosing("track", ["military"])
    assert one == two
    assert hash(one) == hash(two)
    assert one.to_params() == [
        ("from", "2024"),
        ("kind", "law"),
        ("kind", "summit"),
        ("track", "military"),
    ]


def test_notes_take_no_part_in_equality() -> None:
    assert Query(q="a", ignored=("x",)) == Query(q="a", unknown=(Unknown("to", "9", "date"),))


def test_excluded_codes_carry_an_exclamation_mark() -> None:
    query = Query().choosing("country", ["FRA"], ["CHN"])
    assert query.to_params() == [("country", "FRA"), ("country", "!CHN")]
    assert query.choice("country") == Choice(("FRA",), ("CHN",))
    assert query.choice("group") == Choice()


@pytest.mark.parametrize("name", ["q", "from", "to", "sort", "mentions", "limit", "kind", "view"])
def test_without_drops_one_parameter(name: str) -> None:
    full = Query(
        q="a", start="2024", end="2025", sort=("date",), mentions=False, limit=0, view="list"
    ).choosing("kind", ["law"])
    assert name in dict(full.to_params())
    assert name not in dict(full.without(name).to_params())
    assert len(full.without(name).to_params()) == len(full.to_params()) - 1


def test_only_what_narrows_is_active() -> None:
    query = Query(q="a", sort=("date",), limit=3, view="list", lang="zh", mentions=False)
    assert query.active() == ("q", "mentions")


def test_a_parameter_without_codes_cannot_be_chosen() -> None:
    with pytest.raises(ValueError, match="view"):
        Query().choosing("view", ["list"])


def test_an_unknown_value_is_told_in_one_sentence() -> None:
    told = str(Unknown.of("track", "militry", "code", ["civilian", "military"]))
    assert told == (
        "track: found 'militry'; allowed: a code of the vocabulary; did you mean 'military'?"
    )
