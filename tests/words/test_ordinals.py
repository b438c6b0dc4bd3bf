from __future__ import annotations

import pytest

from dashboard.words.ordinals import number_of, numeral_zh, ordinal_en


@pytest.mark.parametrize("text", ["", "zero", "零", "3x", "²", "-1", "first-first", "nd"])
def test_what_is_no_number(text: str):
    assert number_of(text) is None


@pytest.mark.parametrize(
    ("number", "en", "zh"),
    [
        (1, "first", "一"),
        (3, "third", "三"),
        (10, "tenth", "十"),
        (12, "twelfth", "十二"),
        (20, "twentieth", "二十"),
        (21, "twenty-first", "二十一"),
        (40, "fortieth", "四十"),
        (99, "ninety-ninth", "九十九"),
        (100, "100th", "100"),
        (101, "101st", "101"),
        (111, "111th", "111"),
        (0, "0th", "0"),
    ],
)
def test_numbers_in_words(number: int, en: str, zh: str):
    assert (ordinal_en(number), numeral_zh(number)) == (en, zh)


@pytest.mark.parametrize("number", range(1, 130))
def test_a_number_comes_back_from_its_words(number: int):
    assert number_of(ordinal_en(number)) == number
    assert number_of(numeral_zh(number)) == number
