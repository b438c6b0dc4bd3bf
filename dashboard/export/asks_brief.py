"""What is asked of one class of addressees, as a paper: Markdown text, or a Word file."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
from docx import Document

_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~:@&$^]|(?<=www)\.")
_AT_START = re.compile(r"^(\d*)([-+=.)])")
"""What opens a list, or underlines a heading, at the start of a line."""


@dataclass(frozen=True)
class BriefWords:
    """Every word of the paper, in the reader's language.

    `lines` stand under the title: the query, n of N, the data version, the source, in the
    caller's words. `softened` is what introduces softeners; `under` says that a verb stands
    in the paragraph above, with the place `{verb}`.
    """

    title: str
    lines: Sequence[str]
    nothing: str
    no_verb: str
    no_summary: str
    softened: str
    under: str
    tiers: Mapping[str, str]
    softeners: Mapping[str, str]
    language: str = "en"


@dataclass(frozen=True)
class _Entry:
    """One paragraph as it is printed."""

    place: str
    opening: str
    summary: str
    softeners: str


def markdown(asked: pd.DataFrame, words: BriefWords) -> str:
    """Rows of `analysis.asks.asked_of` as Markdown, a heading for each tier.

    No text of the record becomes markup, a link or an image; control and invisible
    characters are left out.
    """
    parts = [f"# {_plain(words.title)}", *(_plain(line) for line in words.lines)]
    for tier, entries in _sections(asked, words):
        parts.append(f"## {_plain(tier)}")
        parts += [
            f"- **{_plain(e.place)}** · *{_plain(e.opening)}* · {_plain(e.summary)}"
            + (f" ({_plain(e.softeners)})" if e.softeners else "")
            for e in entries
        ]
    if asked.empty:
        parts.append(_plain(words.nothing))
    return "\n\n".join(parts) + "\n"


def word(asked: pd.DataFrame, words: BriefWords) -> bytes:
    """The same as a Word file (.docx) with headings, for a reader who edits it."""
    document = Document()
    document.core_properties.title = _clean(words.title)[:255]
    document.core_properties.author = ""
    document.core_properties.language = words.language
    document.add_heading(_clean(words.title), level=0)
    for line in words.lines:
        document.add_paragraph(_clean(line))
    for tier, entries in _sections(asked, words):
        document.add_heading(_clean(tier), level=1)
        for entry in entries:
            paragraph = document.add_paragraph(style="List Bullet")
            paragraph.add_run(_clean(entry.place)).bold = True
            paragraph.add_run(" · ")
            paragraph.add_run(_clean(entry.opening)).italic = True
            ending = f" ({entry.softeners})" if entry.softeners else ""
            paragraph.add_run(f" · {_clean(entry.summary)}{_clean(ending)}")
    if asked.empty:
        document.add_paragraph(_clean(words.nothing))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _sections(asked: pd.DataFrame, words: BriefWords) -> Iterator[tuple[str, list[_Entry]]]:
    """Each tier's label with its paragraphs, in the order of the rows."""
    codes = ["unknown" if pd.isna(tier) else f"tier_{tier}" for tier in asked["tier"]]
    for code in dict.fromkeys(codes):
        chosen = asked[[other == code for other in codes]]
        rows = chosen.to_dict("records")
        yield words.tiers.get(code, code), [_entry(row, words) for row in rows]


def _entry(row: Mapping[object, object], words: BriefWords) -> _Entry:
    chinese = words.language == "zh"
    verb = _text(row["verb_zh"]) if chinese else ""
    verb = verb or _text(row["verb"]) or words.no_verb
    summary = _text(row["summary_zh"]) if chinese else ""
    summary = summary or _text(row["summary_en"]) or words.no_summary
    number = _text(row["number"]) or str(row["id"]).partition("#")[2]
    date = _text(row["date"])
    softeners = row["softeners"]
    named = [words.softeners.get(s, s) for s in softeners] if isinstance(softeners, tuple) else []
    return _Entry(
        place=f"{row['symbol']}, {number}" + (f" ({date})" if date else ""),
        opening=words.under.replace("{verb}", verb) if row["inherited"] is True else verb,
        summary=summary,
        softeners=f"{words.softened} {'; '.join(named)}" if named else "",
    )


def _text(value: object) -> str:
    """A text of a row; empty where it is null."""
    return value if isinstance(value, str) else ""


def _clean(text: str) -> str:
    """Text on one line, without control and invisible characters."""
    return " ".join(_HIDDEN.sub("", text).split())


def _plain(text: str) -> str:
    """Text that Markdown shows letter by letter, bare addresses included."""
    escaped = _MARKUP.sub(lambda sign: "\\" + sign[0], _clean(text))
    return _AT_START.sub(r"\1\\\2", escaped)
