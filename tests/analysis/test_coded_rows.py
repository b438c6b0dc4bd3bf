"""Rows as numbers of texts answer as the rows themselves do."""

from __future__ import annotations

from collections import Counter
from itertools import chain, compress

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.coded_rows import CodedRows

TEXTS = st.sampled_from(["", "a", "b", "ab", "人工智能", "\x00"])
ROWS = st.lists(st.lists(TEXTS, max_size=4, unique=True).map(tuple))
SINGLE = st.lists(st.tuples(TEXTS))


def test_no_rows_have_nothing() -> None:
    none = CodedRows([])
    assert (tuple(none), none.texts, none.counts(np.zeros(0, dtype=bool))) == ((), (), {})
    assert none.having(lambda _: True).tolist() == []


def test_rows_without_a_text_are_rows() -> None:
    rows = CodedRows([(), ("a",), ()])
    assert tuple(rows) == ((), ("a",), ())
    assert rows.having(lambda _: True).tolist() == [False, True, False]


def test_more_texts_than_a_byte_counts_stay_apart() -> None:
    rows = CodedRows([(str(n),) for n in range(300)])
    assert [rows[255], rows[256], rows[-1]] == [("255",), ("256",), ("299",)]
    assert rows.having("256".__eq__).nonzero()[0].tolist() == [256]


@given(ROWS | SINGLE, st.sets(TEXTS), st.randoms(use_true_random=False))
def test_the_answers_are_those_of_the_rows(rows, wanted, chance) -> None:
    coded = CodedRows(rows)
    kept = np.array([chance.random() < 0.5 for _ in rows], dtype=bool)
    assert list(coded) == rows
    assert coded.having(wanted.__contains__).tolist() == [not wanted.isdisjoint(r) for r in rows]
    assert coded.counts(kept) == Counter(chain.from_iterable(compress(rows, kept)))
    shouted = coded.saying(lambda text: text + "!")
    assert list(shouted) == [tuple(text + "!" for text in row) for row in rows]
    assert list(coded) == rows, "saying it otherwise changes nothing"
