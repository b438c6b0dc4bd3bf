"""The import against facts collected apart from it: votes, sponsors, structure, citations."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree

from dashboard.corpus.reading.yaml_reader import read_yaml
from dashboard.corpus.records.documents import ImportedDocument
from dashboard.corpus.records.vocabularies import Vocabulary
from dashboard.corpus.records.votes import RollCall
from dashboard.corpus.verbs import UNKNOWN, VerbRule
from dashboard.sources.errors import RefusedError
from dashboard.sources.importing import Report, import_documents
from dashboard.sources.inputs import inputs
from dashboard.sources.names import StateNames
from dashboard.sources.resolutions.paragraphs import read_paragraphs
from dashboard.symbols import resolution_symbol

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
FACTS = SHARED / "facts"
STATES = ROOT / "data" / "states.yaml"
VERBS = ROOT / "data" / "vocabulary" / "verbs.yaml"
LETTERS = {"Y": "yes", "N": "no", "A": "abstain", "NV": "not_voting"}

pytestmark = pytest.mark.skipif(
    not (SHARED / "akn").is_dir() or not STATES.is_file(),
    reason="the official files (../shared/akn) are not on this machine",
)


@pytest.fixture(scope="module")
def imported(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Report, dict[str, ImportedDocument]]:
    target = tmp_path_factory.mktemp("imported")
    states = read_yaml(STATES)["states"]
    names = StateNames(
        {s["iso3"]: [*s["names"].values(), *s.get("other_names", [])] for s in states}
    )
    joined = {s["iso3"]: s["member_since"] for s in states if s["status"] == "member"}
    report = import_documents(
        inputs([SHARED / "akn"]),
        names,
        lambda day: {iso3 for iso3, since in joined.items() if since <= day},
        target,
        mentioning_only=True,
    )
    documents = [ImportedDocument.model_validate(read_yaml(p)) for p in target.rglob("*.yaml")]
    return report, {document.symbol: document for document in documents}


@pytest.fixture(scope="module")
def documents(imported: tuple[Report, dict[str, ImportedDocument]]) -> dict[str, ImportedDocument]:
    return imported[1]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _symbol(path: Path) -> str:
    symbol = resolution_symbol(path.stem.replace("-", "/"))
    assert symbol is not None
    return symbol


def _alike(verb: str | None, lead: str) -> bool:
    """The facts give an opening without its "also", and always with a capital."""
    return f"{verb} ".casefold().startswith(f"{lead} ".casefold())


def _facts() -> list[dict[str, Any]]:
    if not FACTS.is_dir():
        return []
    text = (FACTS / "un-documents.yaml").read_text(encoding="utf-8")
    return [entry for entry in yaml.safe_load(text)["documents"] if "structure" in entry]


def test_every_official_file_is_read(
    imported: tuple[Report, dict[str, ImportedDocument]],
) -> None:
    report, documents = imported
    assert report.refusals == []
    assert (report.read, len(documents), report.left_out) == (335, 110, 0)


def test_committed_record_is_what_an_import_writes(
    documents: dict[str, ImportedDocument],
) -> None:
    committed = [
        ImportedDocument.model_validate(read_yaml(path))
        for path in (ROOT / "data" / "imported").glob("*/*.yaml")
    ]
    assert {document.symbol: document for document in committed} == documents


@pytest.mark.parametrize("path", sorted(FACTS.glob("roll-calls/*.csv")), ids=lambda p: p.stem)
def test_roll_call_state_by_state(path: Path, documents: dict[str, ImportedDocument]) -> None:
    expected = {row["iso3"]: LETTERS[row["vote"]] for row in _rows(path)}
    roll_call = documents[_symbol(path)].votes[0].roll_call
    assert isinstance(roll_call, RollCall)
    found = {
        iso3: position for position, voters in roll_call.model_dump().items() for iso3 in voters
    }
    assert found == expected


@pytest.mark.parametrize("path", sorted(FACTS.glob("sponsors/*.csv")), ids=lambda p: p.stem)
def test_sponsors_state_by_state(path: Path, documents: dict[str, ImportedDocument]) -> None:
    sponsors = documents[_symbol(path)].sponsors
    rows = list(_rows(path))
    for roles, found in (
        ({"main", "original"}, sponsors.draft),
        ({"additional"}, sponsors.added),
    ):
        expected = {row["iso3"] for row in rows if row["role"] in roles}
        assert set(found if isinstance(found, dict) else ()) == expected, roles


@pytest.mark.parametrize("entry", _facts(), ids=lambda entry: entry["symbol"])
def test_structure_and_front(entry: dict[str, Any], documents: dict[str, ImportedDocument]) -> None:
    document = documents[entry["symbol"]]
    structure = entry["structure"]
    for part in ("preambular", "operative"):
        top = [p for p in document.paragraphs if p.part == part and p.parent is None]
        if structure[part] is not None:
            assert len(top) == structure[part], part
        leads = structure.get("lead_words_en", {}).get(part) or []
        for paragraph, lead in zip(top if leads else [], leads, strict=True):
            assert _alike(paragraph.verb, lead), paragraph.id
    assert {"en": document.titles["en"], "zh": document.titles.get("zh")} == entry["title"]
    assert (document.adopted, document.issued) == (entry["adopted"], entry["issued"])
    assert document.meeting.record == entry["meeting"]["record"]
    assert document.meeting.number == entry["meeting"]["number"]


@pytest.mark.parametrize("entry", _facts(), ids=lambda entry: entry["symbol"])
def test_citations_named_by_the_facts(
    entry: dict[str, Any], documents: dict[str, ImportedDocument]
) -> None:
    found = {citation.symbol for citation in documents[entry["symbol"]].cites}
    named = {s for s in entry["cites"]["symbols"] if s.startswith("A/") and " " not in s}
    # The facts name A/CONF.157/24, the file its Part I.
    assert {s for s in named if not any(f.startswith(s) for f in found)} == set()


def test_mentions_agree_with_the_manifest(documents: dict[str, ImportedDocument]) -> None:
    rows = [row for row in _rows(SHARED / "akn" / "manifest.csv") if row["language"] == "en"]
    assert {row["symbol"] for row in rows if int(row["mentions_in_english"])} == set(documents)


def test_nearly_every_operative_paragraph_opens_with_a_verb(
    documents: dict[str, ImportedDocument],
) -> None:
    top = [
        p
        for document in documents.values()
        for p in document.paragraphs
        if p.part == "operative" and p.parent is None and "action" not in p.id
    ]
    shares = Counter(p.verb is not None for p in top)
    assert shares[True] / len(top) >= 0.98


def test_chinese_operative_paragraphs_open_with_a_head_the_record_knows() -> None:
    """Counted in the Chinese files themselves, those out of step with the English included."""
    rule = VerbRule(Vocabulary.model_validate(read_yaml(VERBS)).terms)
    known: Counter[bool] = Counter()
    for path in sorted((SHARED / "akn" / "zh").glob("*.xml")):
        with suppress(RefusedError):  # its numbers give no clear places: the import warns of it
            for p in read_paragraphs(etree.parse(path).getroot(), path.stem, "zh"):
                if p.part == "operative" and p.parent is None:
                    known[rule.read_zh(p.verb or "") != UNKNOWN] += 1
    assert known.total() > 3000
    assert known[True] / known.total() >= 0.95
