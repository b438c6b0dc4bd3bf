"""What the index finds is what a look through the folded text finds."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dashboard.sources.official_text.folding import fold, folded_words, is_han
from dashboard.sources.official_text.word_index import TOKENIZER, asked, finds_too_much, indexed

SIGNS = st.text(alphabet="ab1_ é人工智能，, -\"*'", max_size=14)


def index(*texts: str) -> sqlite3.Connection:
    made = sqlite3.connect(":memory:")
    made.execute(f'CREATE VIRTUAL TABLE w USING fts5(words, tokenize="{TOKENIZER}")')
    made.executemany("INSERT INTO w VALUES (?)", [(indexed(text),) for text in texts])
    return made


def found(made: sqlite3.Connection, *needles: str) -> list[int]:
    rows = made.execute("SELECT rowid FROM w WHERE w MATCH ? ORDER BY 1", (asked(needles),))
    return [row for (row,) in rows]


@pytest.mark.parametrize("needles", [(), ("",), (" ",), ("", " ")])
def test_nothing_to_look_for_asks_nothing(needles: tuple[str, ...]) -> None:
    assert asked(needles) == ""


def test_operators_are_words() -> None:
    made = index("or and near", "not", "羊 or 圈")
    for text, rows in {"OR": [1, 3], "NEAR(or)": [], "and near": [1], "not": [2]}.items():
        assert found(made, fold(text)) == rows, text


@pytest.mark.parametrize(
    ("needle", "rows"),
    [
        *(("羊", [1, 2, 3]), ("羊圈", [1, 3]), ("修补羊", [1]), ("修羊", []), ("羊 修", [2])),
        *(("圈 ", [1]), ("羊 ", [2]), (" mend ", [3]), (" men", [3]), (" men ", [])),
        *((" the 羊", [3]), (" end", [])),
    ],
)
def test_signs_are_found_anywhere_and_words_from_their_beginning(
    needle: str, rows: list[int]
) -> None:
    assert found(index("请修补羊圈", "羊，修补", "mend the 羊圈子"), needle) == rows
    assert not finds_too_much(needle)


def test_where_a_run_of_signs_begins_only_a_look_can_tell() -> None:
    assert finds_too_much(" 羊圈")
    assert found(index("请修补羊圈"), " 羊圈") == [1]


@given(st.lists(SIGNS, min_size=1, max_size=4), SIGNS, st.booleans())
@example(["人工，智能"], "工智", False)
@example(["智"], "智能", False)
def test_any_needle_finds_what_a_look_finds(texts: list[str], typed: str, whole: bool) -> None:
    words = folded_words(typed)
    if not words:
        return
    start = "" if is_han(words[0]) else " "
    end = " " if whole and not is_han(words[-1]) else ""
    needle = f"{start}{' '.join(words)}{end}"
    looked = [row for row, text in enumerate(texts, 1) if needle in fold(text)]
    assert found(index(*texts), needle) == looked
