"""Lines of a draft as paragraphs of the record are read, on drafts in invented words."""

from __future__ import annotations

import pytest

from dashboard.analysis.agreed_language.pasted import adopted_row, pasted_lines
from dashboard.corpus.snapshot import Snapshot
from dashboard.sources.drafts.pasted import read_pasted


def test_what_is_not_on_record_asks_nothing(real: Snapshot) -> None:
    assert adopted_row(real, "A/RES/99/999#op1", "en", under=True) == {}
    assert adopted_row(real, "A/RES/79/239#op999", "zh", under=True) == {}


def test_what_has_no_word_is_no_line(real: Snapshot) -> None:
    lines = pasted_lines(real, read_pasted("Wool is warm.\n\n---\n\nSheep are woolly."))
    assert [line.line for line in lines] == [1, 2]
    assert pasted_lines(real, read_pasted("---")) == []


@pytest.mark.parametrize(
    ("text", "chain", "softening"),
    [
        ("Urges all keepers to count the flock, as appropriate;", [3], {"as_appropriate"}),
        ("Takes note of the flock, and requests the shepherd to report;", [4], set()),
        ("Notes the flock;", [], set()),
    ],
)
def test_what_a_line_asks_is_read_as_an_import_reads_it(
    real: Snapshot, text: str, chain: list[int], softening: set[str]
) -> None:
    asked = pasted_lines(real, read_pasted(text))[0].asked
    assert (asked["chain"], set(asked["softening"])) == (chain, softening)


def test_an_item_asks_what_its_chapeau_asks(real: Snapshot) -> None:
    draft = read_pasted(
        "The General Assembly,\nRecalling the meadow,\n1. Urges all keepers:\n(a) To count;\n"
        "(b) To rest;\n2. Decides to remain seized of the matter.\n"
    )
    lines = {line.paragraph.place: line for line in pasted_lines(real, draft)}
    assert lines["op1.a"].asked["chain"] == lines["op1"].asked["chain"] == [3]
    assert lines["op1.a"].under
    assert not lines["op1"].under
