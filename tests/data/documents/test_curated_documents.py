"""The curated documents: valid, linked, in both languages, and nothing said twice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.reading.yaml_reader import read_yaml
from dashboard.corpus.records.documents import CuratedDocument
from dashboard.symbols import file_stem
from tests.facts.gathered import facts

ROOT = Path(__file__).parents[3]
DATA = ROOT / "data"
FILES = sorted((DATA / "curated" / "documents").glob("*.yaml"))
CODES = {
    "kind": "kinds",
    "body": "bodies",
    "track": "tracks",
    "weight": "weights",
    "verification": "verification",
}
IMPORTED_FACTS = ("titles", "date", "session", "outcome")
"""What an overlay leaves to the official file."""
PLACES = {
    "en": re.compile(r"paragraphs? ((?:\d+(?: \([a-z]+\))*(?:, | and | to )?)+)"),
    "zh": re.compile(r"第((?:\d+(?:\([a-z]+\))*[、和至]?)+)段"),
}
ONE_PLACE = re.compile(r"\d+(?: ?\([a-z]+\))*")


@pytest.fixture(scope="module")
def records() -> dict[str, CuratedDocument]:
    return {path.stem: CuratedDocument.model_validate(read_yaml(path)) for path in FILES}


def overlays(corpus: Corpus) -> list[CuratedDocument]:
    return [corpus.curated[symbol] for symbol in corpus.imported if symbol in corpus.curated]


def test_no_record_without_its_file_name(records: dict[str, CuratedDocument]) -> None:
    assert records
    assert [stem for stem, record in records.items() if file_stem(record.id) != stem] == []


def test_the_loader_finds_no_fault_in_them(corpus: Corpus) -> None:
    problems = [p for p in corpus.problems if p.file.startswith("curated/documents/")]
    assert [str(problem) for problem in problems] == []


def test_codes_stand_in_the_vocabularies(
    corpus: Corpus, records: dict[str, CuratedDocument]
) -> None:
    unknown = [
        f"{record.id} {field}: {getattr(record, field)}"
        for record in records.values()
        for field, vocabulary in CODES.items()
        if getattr(record, field) not in corpus.terms(vocabulary)
    ]
    topics = corpus.terms("topics")
    unknown += [f"{r.id}: {t}" for r in records.values() for t in r.topics if t not in topics]
    stages = corpus.terms("stages")
    unknown += [
        f"{r.id}: {v.stage}" for r in records.values() for v in r.votes if v.stage not in stages
    ]
    assert unknown == []


def test_each_has_one_to_four_topics_and_names_none_twice(
    records: dict[str, CuratedDocument],
) -> None:
    odd = [r.id for r in records.values() if not 1 <= len(set(r.topics)) == len(r.topics) <= 4]
    assert odd == []


def test_every_imported_resolution_is_described(corpus: Corpus) -> None:
    assert len(corpus.imported) >= 110
    assert sorted(set(corpus.imported) - set(corpus.curated)) == []


def test_summaries_are_short_and_in_both_languages(records: dict[str, CuratedDocument]) -> None:
    faults = []
    for record in records.values():
        if record.summary is None or record.summary.zh is None:
            faults.append(f"{record.id}: a language is missing")
        elif len(record.summary.en.split()) > 40 or len(record.summary.zh) > 100:
            faults.append(f"{record.id}: too long")
    assert faults == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_summary_names_only_paragraphs_that_exist(corpus: Corpus, language: str) -> None:
    named, missing = 0, []
    for record in overlays(corpus):
        text = getattr(record.summary, language)
        printed = {
            p.number.replace(" ", "") for p in corpus.imported[record.id].paragraphs if p.number
        }
        for places in PLACES[language].findall(text):
            for place in ONE_PLACE.findall(places):
                named += 1
                if place.replace(" ", "") not in printed:
                    missing.append(f"{record.id}: {place}")
    assert named > 90
    assert missing == []


def test_core_and_related_texts_have_a_short_title(records: dict[str, CuratedDocument]) -> None:
    bare = [
        record.id
        for record in records.values()
        if record.weight != "mention"
        and (record.short_title is None or record.short_title.zh is None)
    ]
    assert bare == []


def test_what_is_ours_is_bilingual(records: dict[str, CuratedDocument]) -> None:
    missing = [r.id for r in records.values() for note in r.notes if note.zh is None]
    missing += [r.id for r in records.values() for c in r.conflicts if c.note.zh is None]
    assert missing == []


def test_an_overlay_repeats_nothing_of_the_official_file(corpus: Corpus) -> None:
    repeated = [
        f"{record.id}: {field}"
        for record in overlays(corpus)
        for field in IMPORTED_FACTS
        if getattr(record, field)
    ]
    assert repeated == []


def test_a_document_without_official_file_has_title_date_and_source(corpus: Corpus) -> None:
    bare = [
        record.id
        for record in corpus.curated.values()
        if record.id not in corpus.imported
        and not ("en" in record.titles and record.date and record.sources)
    ]
    assert bare == []


def test_answers_lead_to_earlier_records(corpus: Corpus) -> None:
    dates = {symbol: record.adopted for symbol, record in corpus.imported.items()}
    dates |= {r.id: r.date for r in corpus.curated.values() if r.date}
    dates |= {event.id: event.date for event in corpus.events.values()}
    wrong = [
        f"{record.id} -> {target}"
        for record in corpus.curated.values()
        for target in record.answers
        if target not in dates or dates[target] > dates[record.id]
    ]
    assert wrong == []


def test_mandates_name_a_paragraph_that_exists(corpus: Corpus) -> None:
    mandates = [r.mandated_by for r in corpus.curated.values() if r.mandated_by]
    assert mandates
    wrong = [
        f"{mandate.symbol}#{mandate.paragraph}"
        for mandate in mandates
        if mandate.paragraph not in {p.id for p in corpus.imported[mandate.symbol].paragraphs}
    ]
    assert wrong == []


def test_the_vote_on_the_panel_names_only_whom_sources_name(corpus: Corpus) -> None:
    (vote,) = corpus.curated["scientific-panel-appointment-2026"].votes
    assert (vote.counts.yes, vote.counts.no, vote.counts.abstain) == (117, 2, 2)
    assert vote.names == "partial"
    assert vote.roll_call is not None
    assert (vote.roll_call.yes, vote.roll_call.no) == ([], ["PRY", "USA"])
    assert vote.roll_call.abstain == ["TUN", "UKR"]


def test_every_document_of_the_facts_has_a_record(corpus: Corpus) -> None:
    unfound = {None, "CCW/CONF.VI/11", "CCW/CONF.VI/WP.2", "SHS/BIO/PI/2021/1", "A/HRC/RES/59/11"}
    symbols = {document.get("symbol") for document in facts("documents")}
    assert symbols - unfound - corpus.ids() == set()


def test_the_import_agrees_with_the_facts_or_a_conflict_says_so(corpus: Corpus) -> None:
    outcomes = {"without_a_vote": "adopted_without_vote", "recorded_vote": "adopted_recorded"}
    different: list[str] = []
    compared = 0
    for stated in facts("documents"):
        found = corpus.imported.get(stated.get("symbol"))
        if found is None:
            continue
        compared += 1
        settled = {conflict.field for conflict in corpus.curated[found.symbol].conflicts}
        drafts, counts = stated["drafts"], stated.get("counts")
        sponsors, structure = stated["sponsors"], stated["structure"]
        sizes = [
            len(s) if isinstance(s, dict) else 0
            for s in (found.sponsors.draft, found.sponsors.added)
        ]
        parts = [p.part for p in found.paragraphs if p.parent is None]
        pairs: dict[str, tuple[object, object]] = {
            "adopted": (stated["adopted"], found.adopted),
            "issued": (stated["issued"], found.issued),
            "meeting": (stated["meeting"]["record"], found.meeting.record),
            "outcome": (outcomes[stated["mode"]], found.outcome),
        }
        if drafts:
            pairs["drafts"] = (drafts, [draft.symbol for draft in found.drafts])
        if counts:
            ours = found.votes[0].counts
            theirs = [counts["yes"], counts["no"], counts["abstain"]]
            pairs["votes"] = (theirs, [ours.yes, ours.no, ours.abstain])
        if sponsors.get("count_total"):
            theirs = [sponsors["count_draft"], sponsors["count_additional"]]
            pairs["sponsors"] = (theirs, sizes)
        for part in ("preambular", "operative"):
            if structure.get(part):
                pairs[part] = (structure[part], parts.count(part))
        different += [
            f"{found.symbol} {field}: facts {theirs}, import {ours}"
            for field, (theirs, ours) in pairs.items()
            if theirs != ours and field not in settled
        ]
    assert compared == 25
    assert different == []
