"""How alike paragraphs are, in parts; the whole is held to judged pairs elsewhere."""

from __future__ import annotations

import numpy as np

from dashboard.analysis.paragraphs.likeness import Reading, by_summary, likeness


def test_no_paragraph_is_like_none():
    assert likeness([], [Reading("paint", frozenset())], np.zeros((0, 1))).shape == (0, 1)


def test_words_weigh_more_than_verb_addressee_and_place():
    boats, roofs = Reading("paint", frozenset({"all"})), Reading("mend", frozenset())
    found = likeness([boats, roofs], [roofs, boats], np.eye(2))
    assert found[0, 0] > found[0, 1]
    assert by_summary(["Mends roofs"], ["Mends roofs", "Paints boats"])[0].argmax() == 0
