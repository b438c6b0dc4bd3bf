"""What is asked of one class of addressees, as a paper: Markdown text, or a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.export.papers.paper import clean, plain, saved, word_file
from dashboard.words import words as words_of


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
    parts = [f"# {plain(words.title)}", *(plain(line) for line in words.lines)]
    for tier, entries in _sections(asked, words):
        parts.append(f"## {plain(tier)}")
        parts += [
            f"- **{plain(e.place)}** · *{plain(e.opening)}* · {plain(e.summary)}"
            + (f" ({plain(e.softeners)})" if e.softeners else "")
            for e in entries
        ]
    if asked.empty:
        parts.append(plain(words.nothing))
    return "\n\n".join(parts) + "\n"


def word(asked: pd.DataFrame, words: BriefWords) -> bytes:
    """The same as a Word file (.docx) with headings, for a reader who edits it."""
    document = word_file(words.title, words.language)
    for line in words.lines:
        document.add_paragraph(clean(line))
    for tier, entries in _sections(asked, words):
        document.add_heading(clean(tier), level=1)
        for entry in entries:
            paragraph = document.add_paragraph(style="List Bullet")
            paragraph.add_run(clean(entry.place)).bold = True
            paragraph.add_run(" · ")
            paragraph.add_run(clean(entry.opening)).italic = True
            ending = f" ({entry.softeners})" if entry.softeners else ""
            paragraph.add_run(f" · {clean(entry.summary)}{clean(ending)}")
    if asked.empty:
        document.add_paragraph(clean(words.nothing))
    return saved(document)


def _sections(asked: pd.DataFrame, words: BriefWords) -> Iterator[tuple[str, list[_Entry]]]:
    """Each tier's label with its paragraphs, in the order of the rows."""
    codes = ["unknown" if pd.isna(tier) else f"tier_{tier}" for tier in asked["tier"]]
    for code in dict.fromkeys(codes):
        chosen = asked[[other == code for other in codes]]
        rows = chosen.to_dict("records")
        yield words.tiers.get(code, code), [_entry(row, words) for row in rows]


def _entry(row: Mapping[object, object], words: BriefWords) -> _Entry:
    say = words_of(words.language)
    verb = say.field(row, "verb") or words.no_verb
    summary = say.field(row, "summary") or words.no_summary
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
