"""Rows as numbers of texts answer as the rows themselves do."""

from __future__ import annotations

from collections import Counter
from itertools import chain, compress
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.coded_rows import CodedRows, distinct

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


@pytest.mark.parametrize(
    ("values", "dtype", "each"),
    [
        ([], "str", []),
        ([None, "b", "a", "b", None, ""], "str", ["b", "a", "", None]),
        ([None, None], "str", [None]),
        ([3, None, 0, 3], "Int64", [3, 0, None]),
        ([True, False, None], "boolean", [True, False, None]),
        ([("a", "b"), (), ("b", "a"), ("a", "b")], "object", [("a", "b"), (), ("b", "a")]),
        ([("a",), None, float("nan"), ("a",)], "object", [("a",), None]),
    ],
)
def test_each_value_of_a_column_is_told_once(values: list[Any], dtype: str, each: list[Any]):
    found, places = distinct(pd.Series(values, dtype=dtype, index=range(7, 7 + len(values))))
    assert found == each
    assert [found[place] for place in places] == [
        None if pd.isna(value) is True else value for value in values
    ]


@given(
    rows=st.lists(st.lists(st.sampled_from("abc"), unique=True), min_size=1),
    places=st.lists(st.integers(0, 99)),
)
def test_rows_are_taken_as_often_as_they_are_named(rows: list[list[str]], places: list[int]):
    wanted = [place % len(rows) for place in places]
    taken = CodedRows(rows).take(np.array(wanted, np.intp))
    again = CodedRows([rows[place] for place in wanted])
    assert list(taken) == list(again)
    assert taken.counts(np.ones(len(wanted), bool)) == again.counts(np.ones(len(wanted), bool))
    for text in "abcd":
        assert (taken.having(text.__eq__) == again.having(text.__eq__)).all()
