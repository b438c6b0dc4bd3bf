"""When what a paragraph asks is due or takes place, as far as it prints a year or a session.

"By 2030", "at its eighty-first session" and "in the next progress report" are facts: what is kept
is the year, the ordinal or "next report", and no wording. A year in a title or a name is none.
"""

from __future__ import annotations

import re

NEXT_REPORT = "next report"
_FEW = r"(?: (?!its\b)[\w’']+,?){0,4}?"
_WHEN = r"(?:by|before|until|(?:no|not) later than|prior to|from|in|during)"
_AT = r"(?:at|during|in|of|to|by|until|before|(?:no|not) later than)"
_ORDINAL = r"[a-z]+(?:ieth|ty-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))"
_LIMIT = re.compile(
    rf"\b{_WHEN}\b,?{_FEW} (?P<year>20[2-4]\d)\b(?! (?:of|entitled|Agenda|edition))"
    rf"|\b{_AT}\b(?: [\w’']+){{0,6}}? (?P<session>{_ORDINAL}) session\b"
    r"|\bnext (?:[a-z]+ )?report\b",
    re.IGNORECASE,
)
_CLUES = ("202", "203", "204", " session", "next ")
"""Whatever is found holds one of these: looked for first, many times as fast."""


def time_limits(text: str) -> list[str]:
    """The years, ordinals of sessions and `next report` of a tidied text, each once, in order."""
    plain = text.lower()
    if not any(clue in plain for clue in _CLUES):
        return []
    found = (
        match["year"] or (match["session"] or NEXT_REPORT).lower()
        for match in _LIMIT.finditer(text)
    )
    return list(dict.fromkeys(found))
