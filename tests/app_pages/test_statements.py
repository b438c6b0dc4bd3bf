"""The statements page: what was said, always as our reading and never as a vote."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.corpus.store import Store
from tests.app_pages.visits.drawn import linked
from tests.app_pages.visits.visiting import count_line, rows, texts, visit

READING = {
    "en": "Points and stances are our reading of the words, never a vote.",
    "zh": "要点和立场",
}


@pytest.mark.parametrize("view", ["reading", "table"])
def test_a_record_without_statements_says_so(editable: Path, view: str):
    for file in (editable / "curated/statements").glob("*.yaml"):
        file.unlink()
    at = visit("statements", {"view": view})
    assert not at.exception
    assert not at.table
    assert "**Nothing fits these filters**" in texts(at)


def test_an_unknown_statement_and_unknown_codes_are_told(small: Store):
    at = visit("statements", {"item": "nobody-said", "stance": "cross", "view": "table"})
    assert not at.exception
    said = " ".join(note.value for note in at.info)
    assert "nobody-said” is not on record" in said
    assert "stance\\: “cross” could not be used" in said
    assert len(rows(at)) == 2


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_small_record_in_every_view(small: Store, language: str):
    page = texts(visit("statements", {"lang": language}))
    assert sum(text.startswith("**") and "](https://example.org/" in text for text in page) == 2
    table = visit("statements", {"lang": language, "view": "table"})
    assert not table.exception
    assert len(rows(table)) == 2


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("view", ["reading", "table"])
def test_the_real_record_says_that_stance_is_our_reading(real: Store, language: str, view: str):
    at = visit("statements", {"lang": language, "view": view})
    assert not at.exception
    assert any(READING[language] in caption.value for caption in at.caption)
    assert len(linked(at, "statements")) == 91


def test_the_table_is_what_the_route_answers(real: Store):
    at = visit("statements", {"view": "table", "country": "USA"})
    found = linked(at, "statements")
    assert len(found) > 5
    assert all("USA" in speakers.split(";") for speakers in found["speaker_iso3"])
    assert count_line(at).startswith(f"{len(found)} of 91 ")
    assert len(rows(at)) == len(found)


def test_a_statement_names_who_what_and_where(small: Store):
    at = visit("statements", {"item": "alder-explains"})
    assert not at.exception
    page = texts(at)
    assert at.title[0].value == "Alder"
    assert "Our own words about what was said." in page
    assert page[page.index("Vote stated by the speaker") + 1] == "yes"
    assert any(text.startswith(READING["en"]) for text in page)
    assert "A/RES/90/1 · Machines" in page


def test_a_statement_for_a_group_says_for_whom(small: Store):
    at = visit("statements", {"item": "grove-speaks"})
    assert at.title[0].value == (
        "Birch and Beech and Dogwood \\(Republic of\\) \\(for Grove group\\)"
    )
    page = texts(at)
    assert "Cedar" in page


def test_a_document_lists_what_was_said_on_it(small: Store):
    page = texts(visit("documents", {"item": "A/RES/90/1"}))
    assert "2 statements on this text" in page
    listed = "\n".join(page)
    assert "**Alder** · invented" in listed
    assert any(text.startswith(READING["en"]) for text in page)


def test_who_dissociated_stands_first_on_the_document(real: Store):
    found = real.current().tables["statements"]
    documents = set(real.current().tables["documents"]["id"])
    apart = found[found["stance"] == "dissociation"]["symbol"].explode()
    symbol = next(one for one in apart if one in documents)
    page = texts(visit("documents", {"item": symbol}))
    heading = next(i for i, t in enumerate(page) if t.endswith("on this text"))
    assert page[heading + 1].startswith(":orange-badge[Dissociation]")
