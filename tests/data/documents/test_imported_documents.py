"""The imported record against facts collected apart from it: votes, sponsors, structure, files."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.records.documents import ImportedDocument, Paragraph
from dashboard.corpus.records.votes import RollCall
from dashboard.corpus.verbs import UNKNOWN, VerbRule
from tests.facts.gathered import facts, of_symbol, rows

LETTERS = {"Y": "yes", "N": "no", "A": "abstain", "NV": "not_voting"}
ROLL_CALLS = of_symbol("roll_calls", "vote")
SPONSORS = of_symbol("sponsors", "role")
READ = [document for document in facts("documents") if "structure" in document]
"""The documents whose official files were read apart from the import."""
PLAIN_SYMBOL = re.compile(r"A/[^ ]+")


@pytest.fixture
def documents(corpus: Corpus) -> dict[str, ImportedDocument]:
    return corpus.imported


def operative(documents: dict[str, ImportedDocument]) -> list[Paragraph]:
    """The operative paragraphs of all texts that stand under no other."""
    return [
        paragraph
        for document in documents.values()
        for paragraph in document.paragraphs
        if paragraph.part == "operative" and paragraph.parent is None
    ]


def _alike(verb: str | None, lead: str) -> bool:
    """The facts give an opening without its "also", and always with a capital."""
    return f"{verb} ".casefold().startswith(f"{lead} ".casefold())


def test_every_official_file_is_on_record_and_no_other(
    documents: dict[str, ImportedDocument],
) -> None:
    """335 files of 110 texts in six languages, each by the digest of its bytes."""
    imported = {
        (symbol, file.language, file.sha256)
        for symbol, document in documents.items()
        for file in document.files
    }
    assert len(documents) == 110
    assert imported == {
        (row["symbol"], row["language"], row["sha256"]) for row in rows("official_files")
    }


def test_every_text_that_mentions_ai_is_on_record(documents: dict[str, ImportedDocument]) -> None:
    english = [row for row in rows("official_files") if row["language"] == "en"]
    assert {row["symbol"] for row in english if int(row["mentions_ai"])} == set(documents)
    unsaid = [s for s, d in documents.items() if not any(p.mentions_ai for p in d.paragraphs)]
    assert unsaid == []


@pytest.mark.parametrize("symbol", ROLL_CALLS)
def test_roll_call_state_by_state(symbol: str, documents: dict[str, ImportedDocument]) -> None:
    roll_call = documents[symbol].votes[0].roll_call
    assert isinstance(roll_call, RollCall)
    found = {
        iso3: position for position, voters in roll_call.model_dump().items() for iso3 in voters
    }
    assert found == {iso3: LETTERS[vote] for iso3, vote in ROLL_CALLS[symbol].items()}


@pytest.mark.parametrize("symbol", SPONSORS)
def test_sponsors_state_by_state(symbol: str, documents: dict[str, ImportedDocument]) -> None:
    sponsors = documents[symbol].sponsors
    for roles, found in (
        ({"main", "original"}, sponsors.draft),
        ({"additional"}, sponsors.added),
    ):
        expected = {iso3 for iso3, role in SPONSORS[symbol].items() if role in roles}
        assert set(found if isinstance(found, dict) else ()) == expected, roles


@pytest.mark.parametrize("stated", READ, ids=lambda stated: stated["symbol"])
def test_structure_and_front(
    stated: dict[str, Any], documents: dict[str, ImportedDocument]
) -> None:
    document = documents[stated["symbol"]]
    structure = stated["structure"]
    for part in ("preambular", "operative"):
        top = [p for p in document.paragraphs if p.part == part and p.parent is None]
        if part in structure:
            assert len(top) == structure[part], part
        leads = structure.get("opens", {}).get(part, [])
        for paragraph, lead in zip(top if leads else [], leads, strict=True):
            assert _alike(paragraph.verb, lead), paragraph.id
    assert {"en": document.titles["en"], "zh": document.titles.get("zh")} == stated["title"]
    assert (document.adopted, document.issued) == (stated["adopted"], stated["issued"])
    assert document.meeting.record == stated["meeting"].get("record")
    assert document.meeting.number == stated["meeting"].get("number")


@pytest.mark.parametrize("stated", READ, ids=lambda stated: stated["symbol"])
def test_citations_named_by_the_facts(
    stated: dict[str, Any], documents: dict[str, ImportedDocument]
) -> None:
    found = {citation.symbol for citation in documents[stated["symbol"]].cites}
    named = set(filter(PLAIN_SYMBOL.fullmatch, stated["cites"]))
    # The facts name A/CONF.157/24, the file its Part I.
    assert {s for s in named if not any(f.startswith(s) for f in found)} == set()


def test_nearly_every_operative_paragraph_opens_with_a_verb(
    documents: dict[str, ImportedDocument],
) -> None:
    opened = Counter(p.verb is not None for p in operative(documents) if "action" not in p.id)
    assert opened[True] / opened.total() >= 0.98


def test_chinese_operative_paragraphs_open_with_a_head_the_record_knows(corpus: Corpus) -> None:
    rule = VerbRule(corpus.vocabularies["verbs"].terms)
    printed = [p.verbs["zh"] for p in operative(corpus.imported) if "zh" in p.verbs]
    known = Counter(rule.read_zh(phrase) != UNKNOWN for phrase in printed)
    assert known.total() > 2000
    assert known[True] / known.total() >= 0.95
