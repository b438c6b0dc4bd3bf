"""Lines that say where a text begins, ends and has its annexes."""

from __future__ import annotations

import calendar
import re

MONTHS = [*calendar.month_name][1:]
DATE = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")
DATE_ZH = re.compile(r"(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日")
MEETING = re.compile(r"(\d{1,3})(?:st|nd|rd|th) (?:plenary )?meeting(?: \(resumed\))?")
MEETING_ZH = re.compile(r"第 ?(\d{1,3}) ?次(?:全体)?会议 ?(?:[(（]续会[)）])?")
_FORMULA = re.compile(r"The [A-Z][\w’'-]*(?: [\w’'-]+){0,12} ?,")
_FORMULA_ZH = re.compile(
    r"[\u4e00-\u9fff]{0,16}(?:大会|理事会|委员会|会议|缔约国|缔约方|论坛|组织|小组|机构) ?，"
)
_ANNEX = re.compile(
    r"(?i)(?:annex|appendix)(?: (?:[ivx]{1,5}|\d{1,2}|[a-h]))?"
    r"|附件(?: ?[一二三四五六七八九十\d]{1,2})?"
)


def is_formula(text: str) -> bool:
    """Whether a line is the organ that speaks: `The General Assembly,`."""
    return bool(_FORMULA.fullmatch(text) or _FORMULA_ZH.fullmatch(text))


def is_annex(text: str) -> bool:
    """Whether a line says only that an annex begins."""
    return bool(_ANNEX.fullmatch(text))


def is_closing(text: str) -> bool:
    """Whether a line says only when, or at which meeting, a text was adopted."""
    return any(pattern.fullmatch(text) for pattern in (DATE, DATE_ZH, MEETING, MEETING_ZH))
