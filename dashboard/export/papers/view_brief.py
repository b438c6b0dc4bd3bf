"""The view a reader has open, as a paper to pass on: Markdown text, or a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx.shared import Pt

from dashboard.export.papers.entries import Entry
from dashboard.export.papers.paper import clean, linked, plain, saved, word_file, word_link

_SMALL = Pt(9)
_BETWEEN = " · "


@dataclass(frozen=True)
class ViewBrief:
    """A view in the reader's language.

    `lines` stand under the title: the question, n of N, the data version and day. `link` is
    the view's label and whole address; `remainder` says how many rows are left out, empty
    where none is; `nothing` stands where there is no row; `sources` closes the paper.
    """

    title: str
    lines: Sequence[str]
    link: tuple[str, str]
    entries: Sequence[Entry]
    remainder: str
    nothing: str
    sources: str
    language: str = "en"


def markdown(brief: ViewBrief) -> str:
    """The paper as Markdown, an item for each row.

    No text of the record becomes markup, a link or an image; control and invisible
    characters are left out. Raises `ValueError` for a link that is neither http nor https.
    """
    parts = [f"# {plain(brief.title)}", *(plain(line) for line in brief.lines)]
    parts.append(linked(*brief.link))
    parts += [f"- {_BETWEEN.join(_item(entry))}" for entry in brief.entries]
    parts += [plain(line) for line in _closing(brief)]
    return "\n\n".join(parts) + "\n"


def word(brief: ViewBrief) -> bytes:
    """The same as a Word file (.docx), for a reader who edits it. Raises as `markdown`."""
    document = word_file(brief.title, brief.language)
    for line in brief.lines:
        document.add_paragraph(clean(line))
    word_link(document.add_paragraph(), *brief.link)
    bullet = document.styles["List Bullet"].style_id
    for entry in brief.entries:
        paragraph = document.add_paragraph()
        paragraph._p.style = bullet  # by its id: by its name it is looked up for each row
        paragraph.add_run(clean(entry.head)).bold = True
        if clean(entry.text):
            paragraph.add_run(_BETWEEN + clean(entry.text))
        facts = "".join(_BETWEEN + clean(fact) for fact in entry.facts)
        paragraph.add_run(facts).font.size = _SMALL
        for label, address in entry.links:
            paragraph.add_run(_BETWEEN)
            word_link(paragraph, label, address)
    for line in _closing(brief):
        document.add_paragraph(clean(line))
    return saved(document)


def _item(entry: Entry) -> Iterator[str]:
    if clean(entry.head):
        yield f"**{plain(entry.head)}**"
    if clean(entry.text):
        yield plain(entry.text)
    yield from (plain(fact) for fact in entry.facts)
    yield from (linked(label, address) for label, address in entry.links)


def _closing(brief: ViewBrief) -> Iterator[str]:
    if not brief.entries:
        yield brief.nothing
    if brief.remainder:
        yield brief.remainder
    yield brief.sources
