"""The imported record written back as official files, with invented sentences, and read again.

The official files stay outside the repository. Files of the same shape hold what the record
keeps of them (openings, numbers, sponsors, votes) and no word more of theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from html import escape
from pathlib import Path

import pytest

from dashboard.corpus.membership import members_on
from dashboard.corpus.official_text import OfficialTextStore
from dashboard.corpus.reading.yaml_reader import read_yaml
from dashboard.corpus.records.documents import ImportedDocument, Paragraph
from dashboard.corpus.records.vocabularies import State
from dashboard.corpus.records.votes import RollCall
from dashboard.corpus.snapshot import Snapshot
from dashboard.sources.importing import Report, import_documents
from dashboard.sources.inputs import inputs
from dashboard.sources.names import StateNames
from dashboard.sources.official_text.extraction import add_official_texts
from dashboard.sources.official_text.text_store import held_texts
from dashboard.symbols import file_stem
from tests.sources.conftest import NEAR, akn, paragraph, recorded, vote

PLAIN = re.compile(r"pp\d+|op\d+(?:\.[a-z]+){0,2}")
"""Places the builder can write: no annexes, no parts, no sections that number anew."""
CODES = {"en": "eng", "zh": "zho"}
MARKS = {"en": "italic", "zh": "bold"}
WORDS = {
    ("en", True, False): "that artificial intelligence counts sheep",
    ("en", False, True): "that thinking machines count sheep",
    ("en", False, False): "that sheep are counted",
    ("zh", True, False): "羊群由机器来数",
    ("zh", False, True): "羊群由会思考的机器来数",
    ("zh", False, False): "羊群有人数",
}
POSITIONS = {"yes": "inFavour", "no": "against", "abstain": "abstaining"}
Documents = Mapping[str, ImportedDocument]
States = Mapping[str, State]


def plain(document: ImportedDocument) -> bool:
    """Whether the builder can write every place of a document."""
    return all(PLAIN.fullmatch(p.id) for p in document.paragraphs)


def words(p: Paragraph, language: str, end: str) -> str:
    verb = p.verb if language == "en" else p.verbs.get(language)
    before = "Pending their return, " if verb and verb[0].islower() else ""
    opening = f'{before}<span class="{MARKS[language]}">{escape(verb)}</span> ' if verb else ""
    return f"{opening}{WORDS[language, p.mentions_ai, p.near_ai]}{end}"


def body(document: ImportedDocument, language: str) -> Iterator[str]:
    for p in document.paragraphs:
        if p.part == "operative":
            last = re.search(r"\([a-z]+\)$", p.number or "")
            number = last[0] if last else f"{p.number}." if p.number else ""
            yield paragraph(number, words(p, language, ";"))


def printed(listed: dict[str, str] | str) -> dict[str, str]:
    """The States of a list as printed; a file tore one name in two, "Solomon … Islands"."""
    named = listed.items() if isinstance(listed, dict) else ()
    return {iso3: name.replace(" … ", " ") for iso3, name in named}


def votes(document: ImportedDocument, states: States) -> str:
    (counted,) = document.votes
    cast = counted.roll_call
    assert isinstance(cast, RollCall)
    counts = counted.counts.model_dump()
    return recorded(
        *(
            vote(counts[ours], theirs, *(states[iso3].names["en"] for iso3 in getattr(cast, ours)))
            for ours, theirs in POSITIONS.items()
        )
    )


def official_file(document: ImportedDocument, language: str, states: States) -> bytes:
    """A file that says of a document what the record keeps of it."""
    preamble = "".join(
        f"<container><p>	{words(p, language, ',')}</p></container>"
        for p in document.paragraphs
        if p.part == "preambular"
    )
    front = {}
    if document.votes:
        front["voting"] = votes(document, states)
    for name, listed in (("by", document.sponsors.draft), ("added", document.sponsors.added)):
        front[name] = escape(", ".join(printed(listed).values()))
    return akn(
        symbol=document.symbol,
        language=CODES[language],
        title=escape(document.titles[language]),
        adopted=document.adopted,
        preamble=preamble,
        body="".join(body(document, language)),
        **front,
    )


@pytest.fixture(scope="module")
def states(real_record: Snapshot) -> States:
    return dict(real_record.states)  # other processes get a copy


@pytest.fixture(scope="module")
def documents(real_record: Snapshot) -> Documents:
    imported = real_record.imported
    return {symbol: document for symbol, document in imported.items() if plain(document)}


@pytest.fixture(scope="module")
def written(documents: Documents, states: States, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("official")
    for symbol, document in documents.items():
        for language in CODES.keys() & document.titles.keys():
            path = folder / f"{file_stem(symbol)}-{language}.xml"
            path.write_bytes(official_file(document, language, states))
    return folder


@pytest.fixture(scope="module")
def again(
    written: Path, states: States, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Report, Documents]:
    target = tmp_path_factory.mktemp("again")
    report = import_documents(
        inputs([written]),
        StateNames({iso3: [*s.names.values(), *s.other_names] for iso3, s in states.items()}),
        partial(members_on, states),
        NEAR,
        target,
        mentioning_only=True,
    )
    found = [ImportedDocument.model_validate(read_yaml(path)) for path in target.rglob("*.yaml")]
    return report, {document.symbol: document for document in found}


def test_nearly_every_document_can_be_written_back(documents: Documents) -> None:
    assert len(documents) == 95


def test_every_file_is_read(again: tuple[Report, Documents], documents: Documents) -> None:
    report, found = again
    assert report.refusals == []
    assert set(found) == set(documents)


@pytest.mark.parametrize("field", ["symbol", "session", "adopted", "outcome", "votes"])
def test_the_front_is_as_it_was(
    again: tuple[Report, Documents], documents: Documents, field: str
) -> None:
    different = {
        symbol
        for symbol, document in documents.items()
        if getattr(again[1][symbol], field) != getattr(document, field)
    }
    assert different == set()


def test_sponsors_are_as_they_were(again: tuple[Report, Documents], documents: Documents) -> None:
    for symbol, document in documents.items():
        for name in ("draft", "added"):
            found, kept = (getattr(d.sponsors, name) for d in (again[1][symbol], document))
            assert printed(found) == printed(kept), (symbol, name)


def test_paragraphs_are_as_they_were(again: tuple[Report, Documents], documents: Documents) -> None:
    # later verbs and times stand among words that are not kept
    unwritten = {"acts": [], "softeners": {}, "negated": False, "time_limits": []}
    for symbol, document in documents.items():
        kept = [
            p.model_copy(
                update={"verbs": {k: v for k, v in p.verbs.items() if k == "zh"}, **unwritten}
            )
            for p in document.paragraphs
        ]
        found = [p.model_copy(update=unwritten) for p in again[1][symbol].paragraphs]
        assert found == kept, symbol


def test_wording_is_stored_under_the_ids_of_the_record(
    written: Path, documents: Documents, tmp_path: Path
) -> None:
    skeletons = {symbol: document.paragraphs for symbol, document in documents.items()}
    report = add_official_texts(inputs([written]), skeletons, tmp_path)
    assert (report.refusals, report.left_out) == ([], 0)
    assert report.changed == report.read == len(list(written.iterdir()))
    texts, problems = held_texts(tmp_path)
    assert problems == []
    store = OfficialTextStore(tmp_path)
    for text in texts:
        skeleton = skeletons[text.symbol]
        said = store.paragraphs(text.symbol, text.language)
        assert list(said) == [p.id for p in skeleton], (text.symbol, text.language)
        assert text.unplaced == 0
        for p in skeleton:
            phrase = p.verb if text.language == "en" else p.verbs.get(text.language)
            assert (phrase or WORDS[text.language, p.mentions_ai, p.near_ai]) in said[p.id]
