"""The head of a news item or statement: its title, day and publisher, and its paragraphs."""

from __future__ import annotations

import datetime as dt
import email.utils
import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.sources.drafts.formats.landmarks import DATE, DATE_ZH, MONTHS
from dashboard.sources.plain_text import tidy

_MATTER = re.compile(r"\A\s*---[^\S\n]*\n(.*?)\n---[^\S\n]*\n", re.DOTALL)
_FIELD = re.compile(r"^(\w+):[^\S\n]*(['\"]?)(.+?)\2[^\S\n]*$", re.MULTILINE)
_UNSEEN = re.compile(r"<!--.*?-->|<(script|style|iframe)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_BLOCK = re.compile(r"</?(?:p|div|br|li|ul|h[1-6]|tr|section|article)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_SOURCE = re.compile(
    r"(?:来源|來源|稿源|[Ss]ource|SOURCE)\s*[:：]\s*(?P<who>[^\d|｜]{2,40}?)[\s|｜]*"
    r"(?=\d|$|[|｜]|发布|責編|责编)(?P<rest>.*)$"
)
_BYLINE = re.compile(r"^(?P<place>[A-Z][A-Z .,’'-]{2,40}?)(?:, (?P<day>[A-Z][a-z]+\.? \d{1,2}))?"
                     r" \((?P<who>[A-Z][\w .’'-]{1,40})\)\s*[—–-]")  # fmt: skip
_WIRE_ZH = re.compile(r"^\s*(?P<who>[\u4e00-\u9fff]{2,8}(?:社|网|報|报))[\u4e00-\u9fff]{0,12}"
                      r"(?P<day>\d{1,2}月\d{1,2}日)电")  # fmt: skip
_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_AMERICAN = re.compile(rf"({'|'.join(MONTHS)}) (\d{{1,2}}), (\d{{4}})")
_READING = re.compile(r"^(?:正在阅读|当前位置)\s*[:：]|[>»›]\s")
_AFTER = re.compile(
    r"\[?\s*(?:责任编辑|責任編輯|责编|責編|编辑[:：]|阅读剩余|相关阅读|推荐阅读|延伸阅读|更多)"
    r"|(?:Related|Read more|More from|Most read|Recommended|Advertisement)\b"
)
"""What follows an item on its page."""
_A_SENTENCE = 40
_ENDS = (".", "。", "！", "？", "!", "?", ";", "；", ",", "，", ":", "：")
_HEAD = 12
"""Lines among which the head of a text stands, where nothing says where it is."""
_LONGEST_TITLE = 200


@dataclass(frozen=True)
class Article:
    """What an item says of itself; None where it does not. `day` is `YYYY-MM-DD`."""

    title: str | None
    day: str | None
    publisher: str | None
    paragraphs: tuple[str, ...]


def read_article(text: str) -> Article:
    """The title, day and publisher of an item, and its lines with words.

    They are taken from fields at the top (`title: …`), a line that names the source, or the
    place and agency the first sentence opens with; nothing is guessed.
    """
    fields, body = _fields(text)
    lines = [line for line in map(tidy, _without_tags(body).splitlines()) if line]
    at, source = _source(lines)
    agency = _agency(lines)
    publisher = fields.get("publisher") or fields.get("source") or fields.get("author")
    if publisher is None and source is not None:
        publisher = source["who"].strip()
    days = [fields.get("date", ""), source["rest"] if source else "", *lines[:_HEAD]]
    return Article(
        title=fields.get("title") or _title(lines, at),
        day=next((day for each in days if _dates(each) and (day := day_of(each))), None),
        publisher=publisher or agency,
        paragraphs=tuple(_own(lines, at)),
    )


def _own(lines: Sequence[str], source: int) -> Iterator[str]:
    """The lines of the item itself: what a page puts before and after it is left out."""
    begun = False
    for line in lines[source + 1 if source else 0 :]:
        if begun and _AFTER.match(line):
            return
        begun = begun or len(line) >= _A_SENTENCE
        yield line


def _dates(line: str) -> bool:
    """Whether a line is short enough to say when the item is from, not when something was."""
    return len(line) < 60


def _fields(text: str) -> tuple[dict[str, str], str]:
    matter = _MATTER.match(text)
    if matter is None:
        return {}, text
    found = {key.casefold(): tidy(value) for key, _, value in _FIELD.findall(matter[1])}
    return found, text[matter.end() :]


def _without_tags(text: str) -> str:
    """The words of HTML; a text without tags stays as it is."""
    if not _BLOCK.search(text):
        return text
    plain = _TAG.sub("", _BLOCK.sub("\n", _UNSEEN.sub("", text)))
    return html.unescape(plain)


def _source(lines: Sequence[str]) -> tuple[int, re.Match[str] | None]:
    for position, line in enumerate(lines[: 4 * _HEAD]):
        if match := _SOURCE.match(line):
            return position, match
    return 0, None


def _agency(lines: Sequence[str]) -> str | None:
    for line in lines[:_HEAD]:
        if match := _BYLINE.match(line) or _WIRE_ZH.match(line):
            return match["who"]
    return None


def _title(lines: Sequence[str], source: int) -> str | None:
    """The line above the one that names the source; else the first, where it is a heading."""
    candidates: Iterator[str] = reversed(lines[:source]) if source else iter(lines[:1])
    for line in candidates:
        if not _READING.search(line) and len(line) <= _LONGEST_TITLE and not line.endswith(_ENDS):
            return line
    return None


def day_of(text: str) -> str | None:
    """The first full date in a text, as `YYYY-MM-DD`."""
    numbers: tuple[int, int, int] | None = None
    if match := _ISO.search(text) or DATE_ZH.search(text):
        numbers = int(match[1]), int(match[2]), int(match[3])
    elif match := DATE.search(text):
        numbers = int(match[3]), MONTHS.index(match[2]) + 1, int(match[1])
    elif match := _AMERICAN.search(text):
        numbers = int(match[3]), MONTHS.index(match[1]) + 1, int(match[2])
    try:
        if numbers is not None:
            return dt.date(*numbers).isoformat()
        return email.utils.parsedate_to_datetime(text).date().isoformat()
    except ValueError:
        return None
