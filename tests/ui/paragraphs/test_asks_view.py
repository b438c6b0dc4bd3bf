"""A square of the matrix and the list it leads to speak of the same paragraphs."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from dashboard.analysis.paragraphs.asks import asked_for, matrix, provisions
from dashboard.analysis.paragraphs.verb_orders import verb_orders
from dashboard.analysis.selection.codes import allowed_codes
from dashboard.analysis.selection.parse_url import parse_url
from dashboard.analysis.selection.query import Query
from dashboard.analysis.selection.select import select
from dashboard.corpus.snapshot import Snapshot
from dashboard.ui.paragraphs.asks_view import OPENINGS, cell_link


@pytest.mark.parametrize("code", ["tiers", "gruenberg_2009"])
@pytest.mark.parametrize(
    "excluded",
    [
        {},
        {"tier": ["1", "3"]},
        {"verb": ["requests", "encourages"]},
        {"addressee": ["member_states"]},
        {"part": ["annex"]},
        {"tier": ["unknown"], "addressee": ["secretary_general"]},
    ],
)
def test_every_square_leads_to_its_own_paragraphs(
    real_record: Snapshot, code: str, excluded: dict[str, list[str]]
):
    """And to none that the page excludes."""
    record, asked = real_record, Query()
    for parameter, names in excluded.items():
        asked = asked.excluding(parameter, *names)
    page = SimpleNamespace(query=asked)
    order = verb_orders(record.vocabularies)[code]
    codes = allowed_codes(record.vocabularies, record.states)
    cells = matrix(provisions(record, asked), order)
    assert len(cells) > 0
    for row, addressee, ids in zip(cells["row"], cells["addressee"], cells["ids"], strict=True):
        link = cell_link(page, order, row, addressee)
        pairs = [(name, value) for name, values in link.items() for value in values]
        query = parse_url(pairs, codes, "paragraphs")
        assert query.unknown == ()
        found = select(record, "paragraphs", query)["id"]
        assert sorted(found) == sorted(ids), (row, addressee)


@pytest.mark.parametrize("code", ["tiers", "gruenberg_2009"])
@pytest.mark.parametrize(
    "chosen",
    [
        {"addressee": ["member_states"]},
        {"addressee": ["un_system", "secretary_general"]},
        {"tier": ["3"]},
        {"verb": ["requests"]},
        {"verb": ["requests", "calls_upon"], "addressee": ["member_states"], "tier": ["4"]},
    ],
)
def test_a_narrowed_matrix_shows_only_squares_whose_paragraphs_it_can_count(
    real_record: Snapshot, code: str, chosen: dict[str, list[str]]
):
    """A paragraph asks others besides those chosen; what they are asked in all is not counted."""
    record, asked = real_record, Query()
    for parameter, names in chosen.items():
        asked = asked.choosing(parameter, names)
    order = verb_orders(record.vocabularies)[code]
    codes = allowed_codes(record.vocabularies, record.states)
    cells = matrix(provisions(record, asked), order)
    shown = asked_for(cells, asked, order, openings=False)
    assert 0 < len(shown) <= len(cells)
    page = SimpleNamespace(query=asked)
    for row, addressee, ids in zip(shown["row"], shown["addressee"], shown["ids"], strict=True):
        link = cell_link(page, order, row, addressee)
        pairs = [(name, value) for name, values in link.items() for value in values]
        found = select(record, "paragraphs", parse_url(pairs, codes, "paragraphs"))["id"]
        assert sorted(found) == sorted(ids), (row, addressee)


def test_a_square_of_openings_alone_leads_to_paragraphs_by_their_openings(real_record: Snapshot):
    asked = Query().having(show=OPENINGS)
    order = verb_orders(real_record.vocabularies)["tiers"]
    codes = allowed_codes(real_record.vocabularies, real_record.states)
    every = provisions(real_record, Query())
    cells = matrix(every, order, openings=True)
    assert list(cells["ids"]) != list(matrix(every, order)["ids"])
    for row, addressee, ids in zip(cells["row"], cells["addressee"], cells["ids"], strict=True):
        link = cell_link(SimpleNamespace(query=asked), order, row, addressee)
        pairs = [(name, value) for name, values in link.items() for value in values]
        found = select(real_record, "paragraphs", parse_url(pairs, codes, "paragraphs"))["id"]
        assert sorted(found) == sorted(ids), (row, addressee)
