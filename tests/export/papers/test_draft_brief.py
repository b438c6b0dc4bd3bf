"""A draft as a paper, on invented words and the places of the record."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from docx import Document

from dashboard.analysis.agreed_language.matches import matches
from dashboard.corpus.snapshot import Snapshot
from dashboard.export.papers.draft_brief import draft_brief
from dashboard.export.papers.paper import markdown, word
from dashboard.sources.drafts.pasted import read_pasted
from dashboard.words import words
from tests.invented.wordings import with_wording

SAID = "Requests the shepherd to count the flock on the hill by the brook every morning"
DAY = dt.date(2050, 1, 2)


def brief(record: Snapshot, text: str, language: str = "en") -> str:
    found = matches(record, read_pasted(text))
    return markdown(draft_brief(record, words(language), found, "https://record.example.org", DAY))


def test_hostile_words_are_no_markup(real_record: Snapshot) -> None:
    said = brief(real_record, "# Wool [a](javascript:x) <b>![i](//h)</b> | `z`")
    assert "[a](javascript" not in said
    assert "\n# Wool" not in said


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_line_says_where_it_is_from_and_what_is_known_there(
    real_record: Snapshot, language: str
) -> None:
    held = with_wording(real_record, {"A/RES/79/239#op7": SAID})
    said = brief(held, SAID.replace("Requests", "Invites"), language)
    assert "https://record.example.org/paragraphs?item=A/RES/79/239%23op7" in said
    assert "159–2–5" in said
    assert "Requests → Invites" in said
    assert words(language)("change.softer") in said


def test_word_holds_the_same_lines(real_record: Snapshot) -> None:
    found = matches(real_record, read_pasted("Wool is warm.\n\nSheep are woolly."))
    made = word(draft_brief(real_record, words("en"), found, "https://record.example.org", DAY))
    texts = [paragraph.text for paragraph in Document(io.BytesIO(made)).paragraphs]
    assert {"Wool is warm.", "Sheep are woolly."} <= set(texts)


NOTED = (
    "The General Assembly,\nRecalling the wool of the brook,1\n1. Requests shepherds to rest;2\n"
    "__________________\n1 Resolution 79/239.\n2 See A/79/9999, annex.\n"
)


@pytest.mark.parametrize(("language", "cites"), [("en", "Citations"), ("zh", "引用")])
def test_the_footnotes_of_a_line_stand_with_it_and_what_they_cite_is_linked(
    real_record: Snapshot, language: str, cites: str
) -> None:
    found = matches(real_record, read_pasted(NOTED), limit=1)
    assert [(row["footnotes"], row["cites"]) for row in found] == [
        (("1 Resolution 79/239.",), ("A/RES/79/239",)),
        (("2 See A/79/9999, annex.",), ("A/79/9999",)),
    ]
    said = brief(real_record, NOTED, language)
    assert f"{cites} · [A/RES/79/239](https://record.example.org/documents" in said
    assert "[A/79/9999]" not in said
    assert "A/79/9999, annex." in said
