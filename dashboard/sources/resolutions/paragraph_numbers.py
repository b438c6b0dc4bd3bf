"""Printed numbers of paragraphs, in the six official languages, as places in an order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["number", "letter_or_roman", "bullet", "action", "section"]

_ARABIC_LETTERS = tuple("ابجدهوزحطيكلمنسعفصقرشتثخذضظغ")
_CYRILLIC = str.maketrans("асехорвк", "acexopbk")
_CIRCLED = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_HAN = "一二三四五六七八九十"
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_ROMANS = {
    f"{'x' * tens}{unit}": 10 * tens + n for tens in range(4) for n, unit in enumerate(_ROMAN)
}
_ROMANS.pop("")

_NUMBER = re.compile(r"^(\d{1,3})\s*[.．\-–—]\s*")
_BRACKETED = re.compile(r"^[(（]?\s*([A-Za-zа-яء-ي]{1,5}ـ?|\d{1,2})\s*[)）]\s*")
_QUOTED = re.compile(r"^[’‘'](\d{1,2})[’‘']\s*")
_SECTION = re.compile(rf"^([IVXL]{{1,6}}|[A-Z]|[{_HAN}]{{1,3}})\s*[.．、]\s+")
_BULLET = re.compile(r"^[•·●▪–—-]\s+")
_ACTION = re.compile(
    r"^(?:Action|Mesure|Medida|Acción|Действие|الإجراء|行动)\s*(\d{1,3})\s*[.．。:：]?\s*"
)


@dataclass(frozen=True)
class Label:
    """A printed number: what it may be, and its place as a letter or as a roman numeral."""

    kind: Kind
    printed: str
    number: int = 0
    letter: int = 0
    roman: int = 0


def read_label(text: str) -> tuple[Label | None, str]:
    """The printed number a text opens with, and the text after it."""
    for kind, pattern in (("number", _NUMBER), ("action", _ACTION)):
        if match := pattern.match(text):
            printed = f"{match[1]}." if kind == "number" else f"Action {int(match[1])}"
            label = Label("number" if kind == "number" else "action", printed, number=int(match[1]))
            return label, text[match.end() :]
    if match := _BULLET.match(text):
        return Label("bullet", ""), text[match.end() :]
    if match := _SECTION.match(text + " "):
        return Label("section", match[1]), text[match.end() :]
    if text[:1] in _CIRCLED and text:
        return _sub(roman=_CIRCLED.index(text[0]) + 1), text[1:].strip()
    if match := _QUOTED.match(text):
        return _sub(roman=int(match[1])), text[match.end() :]
    if match := _BRACKETED.match(text):
        return _bracketed(match[1]), text[match.end() :]
    return None, text


def _bracketed(token: str) -> Label | None:
    token = token.rstrip("ـ").replace("أ", "ا")
    if token.isdigit():
        return _sub(roman=int(token))
    if token in _ARABIC_LETTERS:
        return _sub(letter=_ARABIC_LETTERS.index(token) + 1)
    latin = token.casefold().translate(_CYRILLIC)
    letter = 0
    if latin.isascii() and latin.isalpha() and len(set(latin)) == 1 and len(latin) <= 2:
        letter = ord(latin[0]) - ord("a") + 1 + 26 * (len(latin) - 1)
    roman = _ROMANS.get(latin, 0)
    return _sub(letter, roman) if letter or roman else None


def _sub(letter: int = 0, roman: int = 0) -> Label:
    return Label("letter_or_roman", "", letter=letter, roman=roman)


def letter_name(ordinal: int) -> str:
    """The letter at a place: 1 is `a`, 27 is `aa`."""
    return chr(ord("a") + (ordinal - 1) % 26) * (1 + (ordinal - 1) // 26)


def roman_name(ordinal: int) -> str:
    """The small roman numeral of a number up to 39."""
    return next(name for name, value in _ROMANS.items() if value == ordinal)
