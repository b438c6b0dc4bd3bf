"""Whom and what an item names: States, bodies, people, documents. Only what stands there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import chain

from dashboard.sources.drafts.formats.blocks import is_han
from dashboard.sources.drafts.links import named_documents
from dashboard.sources.names import StateNames

_SYMBOL = re.compile(
    r"(?<![\w/])(?:A|S|E|ST|CCW|TD|CD|FCCC|UNEP)/(?=[\w./]*\d)[A-Z0-9](?:[\w.]*\w)?"
    r"(?:/[\w.]*\w)+(?:\([IVX\d]+\))?"
)
_ROLE = (
    r"(?:ambassador|spokes(?:person|man|woman)|minister|president|chair(?:man|woman|person)?"
    r"|secretary(?:-general)?|representative|director(?:-general)?|envoy|commissioner|head|chief)"
)
_NAME = r"[A-Z][\w’'-]+(?: (?:[A-Z]\.|[A-Z][\w’'-]+|bin|de|van|von|al-)){1,3}"
_PERSON = re.compile(rf"({_NAME}), (?:the |[A-Z][\w.’'-]* |[\w.’'-]+ ){{0,6}}{_ROLE}\b")
_TITLED = re.compile(
    r"\b(?:President|Ambassador|Minister|Secretary-General|Chancellor|Mr\.|Ms\.|Mrs\.)"
    rf" ({_NAME})"
)
_ROLE_ZH = r"(?:发言人|大使|部长|总理|主席|总统|秘书长|代表|特使|司长|主任|外长|總統|發言人)"
_SAYS_ZH = r"(?:表示|指出|强调|說|说|称|主持|介绍|认为|呼吁|宣布|致辞|会见)"
_AFTER_ZH = re.compile(rf"{_ROLE_ZH}([\u4e00-\u9fff]{{2,3}})(?={_SAYS_ZH})")
_BEFORE_ZH = re.compile(
    r"(?:^|[，。；：“（\s])([\u4e00-\u9fff]{2,3})(?=(?:国家)?(?:主席|总理|总统|秘书长))"
)
_NO_NAME = frozenset(
    ["国家", "大会", "人大", "副总", "政协", "现任", "前任", "时任", "新任", "联合国", "共同",
     "主席", "中国", "美国"]
)  # fmt: skip
"""Words that stand before an office and are no name."""
_LEAST_ZH = 4
"""Signs of a Chinese label that is a name and not a common word, as 大会 is."""


def states_named(text: str, states: Mapping[str, Iterable[str]]) -> list[str]:
    """The ISO3 codes of the States named, in the order of their codes.

    `states` gives each State's names in English and Chinese.
    """
    latin = {iso3: [n for n in names if not is_han(n[-1:])] for iso3, names in states.items()}
    found = {named.iso3 for named in StateNames(latin).find_all(text)} if states else set()
    chinese: dict[str, set[str]] = {}
    for iso3, names in states.items():
        for name in filter(lambda name: is_han(name[-1:]), names):
            chinese.setdefault(name, set()).add(iso3)
    each = (chinese[name] for name in _longest(text, chinese))
    return sorted(found.union(*(codes for codes in each if len(codes) == 1)))


def terms_named(text: str, labels: Mapping[str, Iterable[str]]) -> list[str]:
    """The codes of what is named by one of its labels, in the order of the vocabulary."""
    known = {
        label: code
        for code, each in labels.items()
        for label in each
        if not is_han(label[-1:]) or len(label) >= _LEAST_ZH
    }
    found = {known[label] for label in _longest(text, known)}
    return [code for code in labels if code in found]


def _longest(text: str, known: Iterable[str]) -> set[str]:
    """The known names that stand in a text, the longest at each place."""
    ordered = sorted(known, key=len, reverse=True)
    chinese = [re.escape(name) for name in ordered if is_han(name[-1:])]
    others = [re.escape(name) for name in ordered if not is_han(name[-1:])]
    pattern = (
        rf"(?<!\w)(?:{'|'.join(others) or '(?!)'})(?!\w)"
        rf"|(?<!内)(?:{'|'.join(chinese) or '(?!)'})"  # 内蒙古 is not 蒙古
    )
    return {match[0] for match in re.finditer(pattern, text)}


def people_named(text: str) -> list[str]:
    """People named with their office, each once, as printed."""
    english = chain(_PERSON.finditer(text), _TITLED.finditer(text))
    chinese = chain(_AFTER_ZH.finditer(text), _BEFORE_ZH.finditer(text))
    names = [m[1] for m in english] + [m[1] for m in chinese if m[1] not in _NO_NAME]
    return list(dict.fromkeys(names))


def symbols_named(text: str) -> list[str]:
    """The symbols of documents that stand in a text or that its words name, each once."""
    found = [(m.start(), m[0]) for m in _SYMBOL.finditer(text)]
    found += [(start, symbol) for start, _, symbol in named_documents(text)]
    return list(dict.fromkeys(symbol for _, symbol in sorted(found)))
