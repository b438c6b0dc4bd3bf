"""Asks: it draws in each view, and its period acts on the table it shows."""

from __future__ import annotations

import re

import pytest

from dashboard.corpus.store import Store
from tests.app_pages.visits.visiting import open_box, tables, texts, visit


def test_without_an_order_of_verbs_it_says_so(small: Store):
    at = visit("asks")
    assert not at.exception
    assert [info.value for info in at.info] == [
        "The vocabularies that rank opening verbs are missing."
    ]


@pytest.mark.parametrize("view", ["matrix", "published", "side_by_side"])
def test_each_view_has_its_numbers(real: Store, view: str):
    at = visit("asks", {"view": view, "symbol": "A/RES/78/265"})
    assert not at.exception
    assert len(tables(at)[0]) > 0


@pytest.mark.parametrize("page", ["asks", "paragraphs", "timeline"])
def test_a_typed_period_narrows_and_leaves_its_box_when_dropped(real: Store, page: str):
    at = open_box(visit(page), f"{page}.period")
    key = next(str(box.key) for box in at.text_input if box.label == "From")
    at.text_input(key=key).set_value("2025-06").run()
    assert not at.exception
    assert any("From\\: June 2025" in b.label for b in at.button)
    at.button(key=f"{page}.drop.from").click().run()
    assert not at.exception
    assert open_box(at, f"{page}.period").text_input(key=key).value == ""
    at.text_input(key=key).set_value("soon")
    open_box(at, f"{page}.period")
    assert at.text_input(key=key).value == "soon"
    assert "A date is written 2024, 2024-03, 2024-03-21 or 21 March 2024." in texts(at)


@pytest.mark.parametrize(
    ("offset", "said"), [({}, "1–50 of {n}"), ({"offset": "50"}, "51–{last} of {n}")]
)
def test_a_list_of_part_says_which_part_of_how_many(real: Store, offset: dict[str, str], said: str):
    at = visit("asks", {"view": "asked", "addressee": "member_states", **offset})
    (count,) = (t for t in texts(at) if re.fullmatch(r"\*\*[0-9,]+ asks\*\*", t))
    number = int(re.sub("[^0-9]", "", count))
    assert number > 100
    assert said.format(n=number, last=100) in texts(at)


@pytest.mark.parametrize("page", ["paragraphs", "requests", "countries"])
def test_so_does_every_table_of_more_than_one_page(real: Store, page: str):
    at = visit(page, {"lang": "zh"})
    assert any(re.fullmatch(r"第1至50项，共[0-9,]+项", text) for text in texts(at))


def test_a_whole_list_says_nothing_of_parts(real: Store):
    at = visit("asks", {"view": "asked", "addressee": "private_sector", "symbol": "A/RES/78/265"})
    assert not any(re.fullmatch("[0-9]+–[0-9]+ of [0-9]+", text) for text in texts(at))
