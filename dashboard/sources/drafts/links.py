"""Documents that words name as official files link them: what a draft has no links for.

A bare `78/265` is read by the rule of the import. A number of before 1976, `217 A (III)`, and one
in Chinese, 第78/265号决议, stand in official files as links; here they are made into such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.symbols import official_url, resolution_symbol

_OLD = r"\d{1,4}(?:\s?[A-Z](?:\s?[–-]\s?[A-Z])?)?\s?[(（](?:E?S-)?[IVXL]+[)）]"
_OLD_ENGLISH = re.compile(rf"(?<![\w/.]){_OLD}")
_RESOLUTION = re.compile(r"\bresolutions?\b[^;]*$", re.IGNORECASE)
_CHINESE = re.compile(
    rf"(?<![A-Za-z0-9/.])(?:[3-9]\d/\d{{1,3}}(?:\s?[A-Z](?:[–-][A-Z])?)?|{_OLD})(?![A-Za-z0-9/])"
)
_LISTED = r"[\d/A-Z()（）–\s、，和及与第号號-]"
_LEADS = re.compile(rf"第{_LISTED}{{0,80}}$")
_FOLLOWS = re.compile(rf"{_LISTED}{{0,80}}(?P<what>决议|決議|决定|決定)")
_REACH = 160
_OTHER_BODY = re.compile(
    r"(?:理事会|理事會|委员会|委員會|会议|會議)的?(?:[^，；。]{0,12}年[^，；。]{0,16}日)?"
    r"(?:题为“[^”]*”的)?(?:通过的)?$"
)


def linked(text: str) -> Iterator[tuple[str, str | None]]:
    """The text in pieces, each with the address of the document it names, or None."""
    at = 0
    for start, words, symbol in (*_old(text), *_chinese(text)):
        yield text[at:start], None
        yield words, official_url(symbol)
        at = start + len(words)
    yield text[at:], None


def _old(text: str) -> Iterator[tuple[int, str, str]]:
    """Numbers of before 1976 in English words: where, the words, the symbol."""
    for match in _OLD_ENGLISH.finditer(text):
        if _RESOLUTION.search(text[max(0, match.start() - _REACH) : match.start()]):
            yield match.start(), match[0], _of_old(match[0])


def _chinese(text: str) -> Iterator[tuple[int, str, str]]:
    """Numbers of the Assembly's resolutions and decisions in Chinese words."""
    for match in _CHINESE.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()]
        lead, follows = _LEADS.search(before), _FOLLOWS.match(text, match.end())
        if lead is None or follows is None or _OTHER_BODY.search(before[: lead.start()]):
            continue
        if "(" in match[0] or "（" in match[0]:
            yield match.start(), match[0], _of_old(match[0])
        elif symbol := resolution_symbol(match[0].replace("–", "-")):
            if follows["what"] in ("决定", "決定"):
                symbol = symbol.replace("A/RES/", "A/DEC/", 1)
            yield match.start(), match[0], symbol


def _of_old(words: str) -> str:
    """The symbol as links give it: without the letter, `A/RES/217(III)`."""
    number, _, session = words.replace("（", "(").replace("）", ")").partition("(")
    return f"A/RES/{''.join(filter(str.isdigit, number))}({session}"
