"""A paragraph or record as people refer to it: `78/265 para 6 (e)`, `OP7 of 79/239`, `China`."""

from __future__ import annotations

import re
import unicodedata

from dashboard.analysis.selection.synonyms import synonyms_of
from dashboard.analysis.snapshot_cache import TableCache
from dashboard.corpus.snapshot import Snapshot
from dashboard.symbols import (
    cited_symbol,
    paragraph_id,
    resolution_symbol,
    with_bare_symbols,
    with_symbols,
)
from dashboard.words.ordinals import number_of

_LONGEST = 120
_SYMBOL = re.compile(
    r"(?<![a-z0-9/])(?:a\s?/?\s?res\s?/?\s?)?[0-9]{2}\s?/\s?[0-9]{1,3}(?:\s[a-z](?:-[a-z])?(?=[\s,#]|$))?"
    r"(?![a-z0-9/])|(?<![a-z0-9])a/?res/?[0-9]{4,5}(?![a-z0-9])"
)
_FILLERS = re.compile(
    r"\b(?:of|in|the|to|un|unga|united nations|general assembly|resolution|res)\b"
    r"|联合国|聯合國|大会|大會|[号號]|[决決][议議]|的|[,.;:]"
)
_PLACE = re.compile(
    r"(?:(?P<scope>[a-z])\s)?"
    r"(?:(?P<annex>annex|附件)\s?(?P<which>[ivx]+(?=\s|$)|[0-9]+(?=\s)|[一二三四五六七八九十]+)?\s?)?"
    r"(?P<kind>pp|preambular para(?:graph)?|序言部分第|序言第|op|operative para(?:graph)?"
    r"|[执執]行部分第|para(?:graph)?s?|[¶§]|第)\s?"
    r"(?P<number>[0-9]+|[一二三四五六七八九十]+)(?P<inner>[a-z]?(?:\s?\([a-z]{1,5}\)|\s[a-z]{1,5}(?![a-z]))*)\s?段?"
)
_ORDINAL = re.compile(
    r"(?:(?P<scope>[a-z])\s)?(?P<ordinal>[a-z-]+|[0-9]+(?:st|nd|rd|th)) preambular para(?:graph)?"
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_ids: TableCache[dict[str, str]] = TableCache(most=1)


def paragraph_named(snapshot: Snapshot, text: str) -> str | None:
    """The id of the paragraph a text refers to and nothing else, or None.

    Reads the symbol in any spelling, before or after the place; a paragraph that is not on
    record is None. A bare number after a symbol is no reference: it may be a word to find.
    """
    known = _known_ids(snapshot, "paragraphs")
    for candidate in _candidates(text):
        if candidate.casefold() in known:
            return known[candidate.casefold()]
    return None


def item_named(snapshot: Snapshot, table: str, text: str) -> str:
    """The id of the row of a table that a text names in whatever spelling, else the text.

    A document is named by its symbol, a vote by its text's where it is the only one, a request
    by its paragraph, a State by any name it has.
    """
    known = _known_ids(snapshot, table)
    paragraph = paragraph_named(snapshot, text) or ""
    bare = with_bare_symbols(text).strip()
    names = [text, bare, paragraph, paragraph.partition("#")[0], cited_symbol(text) or ""]
    if table == "countries":
        names.append(synonyms_of(snapshot).state(text) or "")
        known = known | {group.casefold(): group for group in snapshot.terms("groups")}
    found = (known.get(name.casefold()) for name in names)
    return next((name for name in found if name is not None), text)


_NAMED_BY = {"recorded_votes": "symbol", "requests": "paragraph"}
"""Tables whose rows are known by another column as well, where one row alone has its value."""


def _known_ids(snapshot: Snapshot, table: str) -> dict[str, str]:
    return _ids.get(snapshot, table, lambda: _known(snapshot, table))


def _known(snapshot: Snapshot, table: str) -> dict[str, str]:
    frame = snapshot.tables[table]
    column = "iso3" if table == "countries" else "id"
    if column not in frame:  # its rows are no records: votes of States, sponsors
        return {}
    ids = frame[column].astype(str)
    known = {name.casefold(): name for name in ids}
    if table in _NAMED_BY:
        other = _NAMED_BY[table]
        single = frame.dropna(subset=other).drop_duplicates(other, keep=False)
        known |= dict(zip(single[other].str.casefold(), single["id"], strict=True))
    return known


def _candidates(text: str) -> list[str]:
    if len(text) > _LONGEST:
        return []
    plain = " ".join(unicodedata.normalize("NFKC", with_symbols(text)).casefold().split())
    before, mark, local = plain.partition("#")
    if mark:
        symbol = resolution_symbol(before)
        return [paragraph_id(symbol, local.strip())] if symbol else []
    cited = _SYMBOL.search(plain)
    symbol = resolution_symbol(cited[0]) if cited else None
    if cited is None or symbol is None:
        return []
    before = plain[: cited.start()].rstrip().removesuffix("第")  # 第78/265号决议
    place = " ".join(_FILLERS.sub(" ", f"{before} {plain[cited.end() :]}").split())
    return [paragraph_id(symbol, local) for local in _locals(place)]


def _locals(place: str) -> list[str]:
    """The local ids a place can mean, the likeliest first."""
    match = _ORDINAL.fullmatch(place) or _PLACE.fullmatch(place)
    if match is None:
        return []
    found = match.groupdict()
    number = number_of(found.get("ordinal") or found["number"])
    inner = "".join(f".{mark}" for mark in re.findall(r"[a-z]+", found.get("inner") or ""))
    scope = f"{found['scope']}." if found["scope"] else ""
    if number is None:
        return []
    if found.get("annex"):
        return [f"{scope}annex{_annex_number(found['which'])}.{number}{inner}"]
    if found.get("ordinal") or found["kind"].startswith(("pp", "preambular", "序")):
        return [f"{scope}pp{number}{inner}"]
    return [f"{scope}op{number}{inner}", f"{scope}annex.{number}{inner}"]


def _annex_number(text: str | None) -> str:
    """`I`, `1` and `一` are 1; without a number the annex is the only one."""
    if text is None:
        return ""
    return str(_ROMAN.index(text) + 1 if text in _ROMAN else number_of(text) or text)
