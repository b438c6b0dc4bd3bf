"""Which texts a spreadsheet would take for something else: one rule for CSV files and workbooks.

A spreadsheet runs what begins as a formula, and turns `79-10-7`, `3/4`, `1E5`, `007` and `(5)` into
dates and numbers, differently in each language. Such a text is marked as text: in a CSV file by `'`
in front, which one takes away to have the text back; in a workbook by the mark Excel has for it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LONGEST_WHOLE = 11
"""Digits of a whole number that a spreadsheet shows as they are."""
_BEFORE = r"""["'\s]*"""
_FORMULA = re.compile(rf"""{_BEFORE}[=+\-@＝＋－＠]|["']*[\t\r\n]""")
_NAMES = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
_MONTH = f"(?:{'|'.join(part for name in _NAMES for part in (name, name[:3]))}|sept)"
_DAY, _GAP = r"[0-9]{1,2}(?:st|nd|rd|th)?", r"[-/., ]*"
_FIGURES = (
    r"[$€£¥%]? ?[0-9.,]*[0-9][.,]? ?%?|\([0-9.,]+\)|[0-9.]+e[-+]?[0-9]+",  # numbers, also negative
    r"[0-9]+(?: ?[-/.:] ?[0-9]+)+(?: [ap]m?)?|[0-9]+ [ap]m?|[0-9]+ [0-9]+/[0-9]+",
    rf"(?:{_DAY}{_GAP})?{_MONTH}{_GAP}[0-9]{{1,4}}(?:{_GAP}[0-9]{{4}})?|{_DAY}{_GAP}{_MONTH}",
    r"(?:[0-9]{2,4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日)?|[0-9]{2,4}年|[0-9]{1,2}[时時](?:[0-9]{1,2}分)?",
    r"true|false|#(?:n/a|name\?|ref!|value!|div/0!|null!|num!)",
)
_LONGEST = 40
"""Signs; nothing that is taken for a figure is longer."""
_FIGURE = re.compile(rf"{_BEFORE}(?:{'|'.join(_FIGURES)})\s*")
_WHOLE = re.compile(rf"0|[1-9][0-9]{{0,{LONGEST_WHOLE - 1}}}")
"""A whole number is one in a spreadsheet too, and reads the same."""


def is_guarded(text: str) -> bool:
    """Whether a spreadsheet may run a text, or read it as a date, a number or a truth value."""
    return bool(_FORMULA.match(text)) or (len(text) <= _LONGEST and _is_figure(text))


@lru_cache(maxsize=20_000)  # a table says the same few things in its many cells
def _is_figure(text: str) -> bool:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return bool(_FIGURE.fullmatch(plain)) and not _WHOLE.fullmatch(text)


def guarded(text: str) -> str:
    """A text as a CSV file holds it."""
    return f"'{text}" if is_guarded(text) else text
