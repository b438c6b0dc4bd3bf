"""Twelve drafts and more with invented words, in every layout: each paragraph is to be exact."""

from __future__ import annotations

import pytest

from dashboard.sources.drafts.draft import Draft
from dashboard.sources.drafts.reading import read_draft
from tests.sources.drafts.built import Plan, as_pdf, as_text, plan
from tests.sources.drafts.built_word import as_docx


def exact(draft: Draft, wanted: Plan) -> float:
    """The share of the paragraphs whose place, verb, words and footnotes are as they were built."""
    found = {p.place: p for p in draft.paragraphs}
    right = 0
    for built in wanted.paragraphs:
        read = found.get(built.place)
        right += (
            read is not None
            and read.text == built.text
            and (read.verb or "") == built.verb
            and [f.text for f in read.footnotes] == ([built.note] if built.note else [])
            and list(read.cites) == ([built.note.rstrip("。.")] if built.note else [])
        )
    assert len(draft.paragraphs) == len(wanted.paragraphs)
    return right / len(wanted.paragraphs)


LAYOUTS = {
    "word": lambda p: as_docx(p, "word"),
    "libreoffice": lambda p: as_docx(p, "libreoffice"),
    "typed": lambda p: as_docx(p, "typed"),
    "pdf": as_pdf,
    "text": lambda p: as_text(p).encode(),
    "flush": lambda p: "\n".join(map(str.strip, as_text(p).splitlines())).encode(),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", [3, 8])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_paragraph_is_as_it_was_built(layout: str, seed: int, language: str) -> None:
    wanted = plan(language, seed)
    draft = read_draft(LAYOUTS[layout](wanted))
    assert exact(draft, wanted) == 1
    assert (draft.title, draft.symbol) == (wanted.title, f"A/RES/{wanted.number}")
    assert (draft.date, draft.meeting, draft.language) == ("2025-05-03", 5, language)
    assert draft.notes == ()


def test_the_measure_sees_a_paragraph_that_is_not_as_it_was_built() -> None:
    wanted = plan("en", 3)
    other = read_draft(as_text(wanted).replace("shepherds", "shepards").encode())
    assert 0 < exact(other, wanted) < 1
