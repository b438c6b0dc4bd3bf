"""Wording and what changed in it as Markdown: whatever it holds, it stays words."""

from __future__ import annotations

import pytest

from dashboard.ui.records.official_text import quote, word_changes, word_run

HOSTILE = "[a](javascript:x) <b>$x$ :red[y] `z` ![i](//h/i.png) ~~s~~ **t**"


@pytest.mark.parametrize("operation", ["removed", "added"])
@pytest.mark.parametrize("text", ["", " ", "\u3000"])
def test_a_space_is_not_marked(operation: str, text: str):
    assert word_run(operation, text) == text


@pytest.mark.parametrize(
    ("operation", "text", "markdown"),
    [
        ("removed", " ; ", " :red[~~;~~] "),
        ("added", "the boats ", ":green[**the boats**] "),
        ("same", " the boats", " the boats"),
        ("removed", "]~", r":red[~~\]\~~~]"),
        ("added", "羊", ":green[**羊**]"),
    ],
)
def test_marks_stand_close_to_the_words(operation: str, text: str, markdown: str):
    assert word_run(operation, text) == markdown


@pytest.mark.parametrize(
    ("earlier", "later"), [("", HOSTILE), (HOSTILE, ""), (HOSTILE, "x" + HOSTILE)]
)
def test_hostile_words_stay_words(earlier: str, later: str):
    shown = word_changes(earlier, later)
    for live in ("](javascript", "![i]", "<b>", "`z`", "$x$", "**t"):
        assert live not in shown


def test_what_went_and_what_came_stand_in_one_quotation():
    assert word_changes("Paint the boats;", "Paint both boats.") == (
        "> Paint :red[~~the~~]:green[**both**] boats:red[~~;~~]:green[**\\.**]"
    )
    assert word_changes("请各国", "敦促各国") == "> :red[~~请~~]:green[**敦促**]各国"


def test_each_line_of_a_quotation_is_quoted():
    assert quote("a\nb\n\nc").split("\n") == ["> a  ", "> b  ", ">   ", "> c"]
