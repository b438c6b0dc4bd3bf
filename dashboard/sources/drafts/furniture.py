"""What belongs to a page and not to its text: running heads, page and job numbers, addresses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dashboard.sources.drafts.formats.lines import Line

_JOB = r"\*?\d{2}-?\d{5}\*?(?: ?\([A-Z]\))?(?: +\d{6})?"
_PAGE = r"\d{1,3} ?/ ?\d{1,3}"
_NUMBERS = re.compile(rf"(?:{_JOB}|{_PAGE})(?:\s+(?:{_JOB}|{_PAGE}))*")
_PAGED = re.compile(
    r"(?i)(?:page|p\.) ?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?|第 ?\d{1,3} ?页(?:[，,]? ?共 ?\d{1,3} ?页)?"
    r"|[-–—] ?\d{1,3} ?[-–—]"
)
_ALONE = re.compile(r"\d{1,3}")
_ADDRESS = re.compile(r"https?://\S+")
_SYMBOL = r"(?:A|S|E|ST|CCW|TD|CD)/[A-Z0-9][\w.()/*-]*\d[\w.()/*-]*"
_ONLY_SYMBOL = re.compile(_SYMBOL)
_HEAD = re.compile(
    rf"(?P<left>{_SYMBOL})\s+(?P<after>\S.*)|(?P<before>\S.*?)\s+(?P<right>{_SYMBOL})"
)
_DIGITS = re.compile(r"(?<![\w/.-])\d+(?![\w/-])")
RULE = re.compile(r"[_\-–—─―]{5,}")
"""The rule that parts footnotes from the text, as plain text draws it."""
_LABEL = re.compile(r"\d{1,3}[.．]|[(（]\w{1,5}[)）]")
_EDGE = 3
"""Lines at the top and at the foot of a page among which its furniture stands."""
_SHORTEST_HEAD = 6
_LONGEST_HEAD = 160


def without_furniture(lines: Sequence[Line]) -> list[Line]:
    """The lines of the text; what was left out before one is said in its `seam`."""
    repeated = _repeated(lines)
    title = _title(lines)
    kept: list[Line] = []
    left_out = gap = False
    for position, line in enumerate(lines):
        first = not kept
        if position in repeated or _is_furniture(line.text, title, first=first):
            left_out, gap = True, gap or line.gap
            continue
        kept.append(replace(line, seam=line.seam or left_out, gap=line.gap or gap))
        left_out = gap = False
    return kept


def edges(lines: Sequence[Line]) -> list[str]:
    """The lines at the top of each page."""
    tops = Counter[int]()
    found = []
    for line in lines:
        tops[line.page] += 1
        if tops[line.page] <= _EDGE:
            found.append(line.text)
    return found


def is_address(text: str) -> bool:
    """Whether a line is an address alone, as programs list the links of a page."""
    return bool(_ADDRESS.fullmatch(text))


def _is_furniture(text: str, title: str, *, first: bool) -> bool:
    if _NUMBERS.fullmatch(text):
        return not re.fullmatch(r"\d{2}/\d{1,3}", text) or not first
    if _PAGED.fullmatch(text) or is_address(text):
        return True
    if first:
        return False
    if _ONLY_SYMBOL.fullmatch(text):
        return bool(title)
    return bool(title) and _is_head(text, title)


def _is_head(text: str, title: str) -> bool:
    """Whether a line is the text's own title beside its symbol."""
    match = _HEAD.fullmatch(text)
    words = _squeezed((match["after"] or match["before"] or "") if match else "")
    part = len(words) >= _SHORTEST_HEAD and (title.startswith(words) or title.endswith(words))
    return part or bool(words and words == title)


def _title(lines: Sequence[Line]) -> str:
    """The title a resolution prints after its number, over one or more lines; else empty."""
    for position, line in enumerate(lines[:60]):
        if match := re.match(r"\d{2}/\d{1,3}\. ?(?=\S)", line.text):
            parts = [line.text[match.end() :]]
            for after in lines[position + 1 : position + 5]:
                if after.text.endswith((",", "，")):
                    break
                parts.append(after.text)
            return _squeezed("".join(parts))
    return ""


def _squeezed(text: str) -> str:
    return "".join(text.casefold().split())


def _repeated(lines: Sequence[Line]) -> set[int]:
    """Positions of lines that stand at the edge of two pages or more, but for their figures."""
    by_page: dict[int, list[int]] = {}
    for position, line in enumerate(lines):
        by_page.setdefault(line.page, []).append(position)
    if len(by_page) < 2:
        return set()
    outer = {p for each in by_page.values() for p in (each[0], each[-1])}
    long = (each for each in by_page.values() if len(each) > 3 * _EDGE)
    near = {p for each in long for p in [*each[:_EDGE], *each[-_EDGE:]] if not lines[p].small}
    edges = outer | near
    seen = {(_form(lines[p].text), lines[p].page) for p in edges}
    pages = Counter(form for form, _ in seen if form)
    return {
        p
        for p in edges
        if pages[_form(lines[p].text)] > 1 or (p in outer and _ALONE.fullmatch(lines[p].text))
    }


def _form(text: str) -> str:
    """A line without its page's number; empty for one that a paragraph or footnote may be."""
    if len(text) > _LONGEST_HEAD or _LABEL.match(text) or text.endswith((";", "；", ",", "，")):
        return ""
    return "" if RULE.fullmatch(text.replace(" ", "")) else _DIGITS.sub("#", text)
