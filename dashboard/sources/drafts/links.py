"""Documents that words name as official files link them: what a draft has no links for.

A bare `78/265` near "resolution" is read by the rule of the import. Numbers of before 1976, those
of other bodies, far down a list, and in Chinese, stand in official files as links; here they are
made into such: each number belongs to the body that the words before it name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.symbols import official_url, resolution_symbol

_ASSEMBLY, _RIGHTS, _ECONOMIC, _SECURITY, _OTHER = "A", "A/HRC", "E", "S", ""
_BODIES = {
    "general assembly": _ASSEMBLY, "assembly": _ASSEMBLY, "its": _ASSEMBLY, "our": _ASSEMBLY,
    "human rights council": _RIGHTS, "economic and social council": _ECONOMIC,
    "security council": _SECURITY, "联合国大会": _ASSEMBLY, "大会": _ASSEMBLY, "其": _ASSEMBLY,
    "人权理事会": _RIGHTS, "经济及社会理事会": _ECONOMIC, "经社理事会": _ECONOMIC,
    "安全理事会": _SECURITY, "安理会": _SECURITY, "大會": _ASSEMBLY, "人權理事會": _RIGHTS,
}  # fmt: skip
"""Whose resolutions a word before "resolution" says they are; a body unknown has no series."""
_OLD = r"\d{1,4}(?:\s?[A-Z](?:\s?[–-]\s?[A-Z])?)?\s?[(（](?:E?S-)?[IVXL]+[)）]"
_TOKEN = re.compile(
    r"(?P<title>“[^”]{1,400}”)"
    r"|(?P<full>(?<![A-Za-z0-9/])(?:[A-Z]{2,6}/(?=[\w./]*\d)[A-Z0-9](?:[\w.]*\w)?(?:/[\w.]*\w)*(?:\([IVX\d]+\))?"
    r"|[AES]/[A-Z0-9][\w.]*(?:/[\w.]+)*/\d[\w.]*\s\((?:Part|Vol\.)\s[IVX]+\)))"
    r"|(?P<body>\b(?:General Assembly|Human Rights Council|Economic and Social Council"
    r"|Security Council|Assembly|[Cc]ouncil|Commission|Conference|Committee)\b"
    r"|联合国大会|大会|大會|人权理事会|人權理事會|经济及社会理事会|经社理事会|安全理事会|安理会"
    r"|理事会|理事會|委员会|委員會|会议|會議)"
    r"|(?P<own>\b(?:its|our)\b(?=\s(?:\w+\s){0,2}(?:resolution|decision))|其)"
    r"|(?P<what>\b(?:[Rr]esolution|[Dd]ecision)s?\b)"
    rf"|(?<![A-Za-z0-9/.])(?:(?P<old>{_OLD})|(?P<security>\d{{3,4}}\s?[(（](?:19|20)\d\d[)）])"
    r"|(?P<economic>(?:19|20)\d\d/\d{1,3})"
    r"|(?P<number>(?:(?:E?S-)\d{1,2}|[1-9]\d)/\d{1,3}(?:\s[A-Z](?:[–-][A-Z])?(?=[\s,;.)]))?))"
    r"(?![A-Za-z0-9/])"
    r"|(?P<stop>[;；]\s|[.。]\s?(?=[A-Z\u4e00-\u9fff]))",
)
_TITLE = re.compile(r"“[^”]{1,400}”")
_NEAR = re.compile(r"[^,;，；]{0,30}")
"""What may stand between a body and its resolution: a date, "in its", "adopted"."""
_LISTED = r"[\d/A-Z()（）–\s、，和及与第号號-]"
_LEADS = re.compile(rf"第{_LISTED}{{0,80}}$")
_FOLLOWS = re.compile(rf"{_LISTED}{{0,80}}(?P<what>决议|決議|决定|決定)")
_REACH = 90


def links(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a text names a document, from and to, and the address of that document."""
    for start, words, symbol in named_documents(text):
        yield start, start + len(words), official_url(symbol)


def named_documents(text: str) -> Iterator[tuple[int, str, str]]:
    """Where a document is named, by which words, and its symbol."""
    body, what, since = _ASSEMBLY, "", 0
    for match in _TOKEN.finditer(text):
        kind, words, start = str(match.lastgroup), match[0], match.start()
        near = _NEAR.fullmatch(_TITLE.sub("", text[since:start])) is not None
        if kind == "stop":
            body, what = _ASSEMBLY, ""
        elif kind == "body":
            body = _BODIES.get(words.casefold(), _OTHER)
        elif kind == "own":
            body = body if near else _ASSEMBLY
        elif kind == "what":
            body, what = body if near else _ASSEMBLY, words.casefold().removesuffix("s")
        elif kind == "full":
            yield start, words, " ".join(words.split())
            continue
        elif kind != "title":
            said = what or _chinese(text, start, match.end())
            whose = body if what or near else _ASSEMBLY
            symbol = _symbol(kind, words, whose, said) if said else None
            if symbol is not None:
                yield start, words, symbol
        if kind != "title":
            since = match.end()


def _chinese(text: str, start: int, end: int) -> str:
    """Whether Chinese words around a number say that it is a resolution's, or a decision's."""
    lead = _LEADS.search(text[max(0, start - _REACH) : start])
    follows = _FOLLOWS.match(text, end)
    if lead is None or follows is None:
        return ""
    return "decision" if follows["what"] in ("决定", "決定") else "resolution"


def _symbol(kind: str, words: str, body: str, what: str) -> str | None:
    plain = words.replace("（", "(").replace("）", ")").replace("–", "-")
    series = "DEC" if what == "decision" else "RES"
    if kind == "old":
        number, _, session = plain.partition("(")
        return f"A/{series}/{''.join(filter(str.isdigit, number))}({session}"
    if kind == "security":
        return f"S/RES/{plain.replace(' ', '')}" if what == "resolution" else None
    if kind == "economic":
        return f"E/{series}/{plain}" if body == _ECONOMIC else None
    if body == _RIGHTS:
        return f"A/HRC/{series}/{plain.partition(' ')[0]}"
    if body != _ASSEMBLY:
        return None
    if "S-" in plain:
        return f"A/{series}/{plain}"
    symbol = resolution_symbol(plain)
    return symbol.replace("A/RES/", f"A/{series}/", 1) if symbol else None
