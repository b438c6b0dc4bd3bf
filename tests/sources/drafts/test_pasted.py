from __future__ import annotations

import pytest

from dashboard.sources.drafts.draft import DraftRefused
from dashboard.sources.drafts.pasted import read_pasted

LONG = "to count the flock on the hill by the brook and in the meadow behind the barn " * 3
WRAPPED = """Requests the shepherd to count the flock on the hill by the brook and in the
meadow behind the barn, and to report on it to all keepers of the valley
before the first snow;"""


@pytest.mark.parametrize("text", ["", " \n\t\n"])
def test_nothing_pasted_is_refused(text: str) -> None:
    with pytest.raises(DraftRefused):
        read_pasted(text)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        (WRAPPED, 1),
        ("\n".join(f"Requests shepherd {n} to count" for n in range(9)), 9),
        (f"Requests the shepherd {LONG}\n{LONG}\nsheep and wool", 3),
        (f"{'请牧人' * 50}\n{'数数羊群' * 30}\n", 2),
        (f"{LONG}\n\n{LONG}", 2),
        ("count the flock on the hill by\nAsks the dog\nin the meadow and the barn", 3),
        ("Wool and butter\nMelt the butter slowly in a pan\nSalt", 3),
    ],
)
def test_lines_stay_apart_but_those_of_a_page(text: str, paragraphs: int) -> None:
    found = read_pasted(text).paragraphs
    assert len(found) == paragraphs
    assert len({each.place for each in found}) == paragraphs


def test_a_text_with_structure_is_read_as_one() -> None:
    draft = read_pasted("The General Assembly,\nRecalling wool,\n1. Asks:\n(a) To count;\n")
    assert [each.place for each in draft.paragraphs] == ["pp1", "op1", "op1.a"]
