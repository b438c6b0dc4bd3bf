"""How wording is written into the full-text index, and how a search asks the index for it.

Both sides in one place, because they only meet if they part words alike. The index has a token
for each folded word; a run of Chinese has one for each of its signs, that sign with the one after
it, and the last one alone. So a needle of any length is a row of tokens that stand side by side,
and where a run ends is seen: what the index finds is what a look through every folded text finds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from dashboard.sources.official_text.folding import folded_words, is_han

TOKENIZER = "ascii tokenchars '_'"
"""Parts at spaces alone what is folded: every sign that is not ASCII is part of a word."""


def indexed(words: str) -> str:
    """A wording as the index takes it."""
    return " ".join(token for word in folded_words(words) for token in _whole(word))


def asked(needles: Iterable[str]) -> str:
    """What finds any of some needles of folded text; a blank at an end of one ends a word there.

    Empty where none has a word. Every token stands in quotation marks, so that nothing a reader
    types is an operator.
    """
    return " OR ".join(filter(None, map(_phrase, needles)))


def finds_too_much(needle: str) -> bool:
    """Whether the index cannot tell all of a needle: that a run of Chinese begins with it."""
    return needle.startswith(" ") and is_han(needle[1:])


def _whole(word: str) -> Iterator[str]:
    if not is_han(word):
        yield word
        return
    yield from map("".join, pairwise(word))
    yield word[-1]


def _phrase(needle: str) -> str:
    *before, last = needle.split() or ("",)
    tokens = [token for word in before for token in _whole(word)]
    ends = needle.endswith(" ")
    if not is_han(last) or ends:
        tokens += _whole(last)
        open_ended = not ends
    else:
        pairs = ["".join(pair) for pair in pairwise(last)]
        tokens += pairs or [last]
        open_ended = not pairs
    if not last:
        return ""
    return f'"{" ".join(tokens)}"' + (" *" if open_ended else "")
