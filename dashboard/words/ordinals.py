"""Numbers as United Nations documents write them: `third`, `三`, `III`.

A phrase of the words says in which form it takes a number: `{number:ordinal} preambular para.`
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

# fmt: off
_FIRST = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
)
# fmt: on
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_DIGITS = "一二三四五六七八九"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
LARGEST = 99


def ordinal_en(number: int) -> str:
    """`third`, `twenty-first`; from 100 on in digits, `101st`."""
    if not 1 <= number <= LARGEST:
        return f"{number}{_ending(number)}"
    if number < 20:
        return _FIRST[number - 1]
    tens, ones = divmod(number, 10)
    name = _TENS[tens - 2]
    return f"{name}-{_FIRST[ones - 1]}" if ones else f"{name.removesuffix('y')}ieth"


def numeral_zh(number: int) -> str:
    """`三`, `十二`, `二十一`; from 100 on in digits."""
    if not 1 <= number <= LARGEST:
        return str(number)
    tens, ones = divmod(number, 10)
    ten = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens - 1]}十"
    return ten + (_DIGITS[ones - 1] if ones else "")


def number_of(text: str) -> int | None:
    """The number a numeral or ordinal stands for: `3`, `3rd`, `third`, `三`; None for others."""
    digits = text.rstrip("stndrh") if text[:1].isdigit() else text
    return int(digits) if digits.isdecimal() and digits.isascii() else _names().get(text)


@cache
def _names() -> dict[str, int]:
    numbers = range(1, LARGEST + 1)
    return {name(n): n for n in numbers for name in (ordinal_en, numeral_zh)}


def arabic(roman: str) -> str:
    """The digits of a Roman numeral up to ten; empty for any other text."""
    return str(_ROMAN.index(roman) + 1) if roman in _ROMAN else ""


def _ending(number: int) -> str:
    if 10 < number % 100 < 20:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


class Printed(str):
    """A number, mark or symbol as printed, which takes the form that a phrase asks for."""

    def __format__(self, form: str) -> str:
        """The text in a form of `FORMS`; what is no number stays as printed in each of them."""
        return FORMS[form](str(self))


def _of_number(write: Callable[[int], str]) -> Callable[[str], str]:
    return lambda text: write(int(text)) if text.isdigit() else text


def _roman(number: int) -> str:
    return _ROMAN[number - 1] if 1 <= number <= len(_ROMAN) else str(number)


FORMS: Mapping[str, Callable[[str], str]] = {
    "": str,
    "ordinal": _of_number(ordinal_en),
    "nth": _of_number(lambda number: f"{number}{_ending(number)}"),
    "numeral": _of_number(numeral_zh),
    "roman": _of_number(_roman),
    "close": lambda text: text.replace(" ", ""),
    "resolution": lambda symbol: symbol.rpartition("RES/")[2],
}
"""`close` sets no space; `resolution` is the number a resolution is called by."""
