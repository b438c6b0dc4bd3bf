"""The statements on record: complete, sourced, in both languages, and as the facts have them."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.reading.problems import Problem
from dashboard.corpus.records.fields import precision
from dashboard.corpus.records.statements import Statement
from tests.facts.gathered import facts

SAME = {
    "speaker_iso3": "speakers",
    "aligned_iso3": "aligned",
    "person": "person",
    "type": "type",
    "stance": "stance",
    "form": "form",
    "scope": "scope",
    "vote_stated": "vote_stated",
}
OUR_ID = {"CCW/CONF.VI/WP.2": "china-position-paper-military-ai"}
ADDED = {
    "scientific-panel-appointment-2026": "2026-02-12-panel",
    "unsc-arria-ai-2025": "2025-04-04-arria",
}
"""Records linked besides the facts' own targets, and the end of the ids of what links them."""
OTHER_NUMBERING = {"A/RES/72/242", "A/RES/78/213"}
"""Texts whose paragraphs a speaker numbered and that are not on record or were renumbered."""
HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def records(corpus: Corpus) -> dict[str, Statement]:
    return corpus.statements


@pytest.fixture(scope="module")
def gathered() -> dict[str, dict[str, Any]]:
    return {fact["id"]: fact for fact in facts("statements")}


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def test_91_are_on_record(records: dict[str, Statement]) -> None:
    assert len(records) == 91


def test_the_checker_finds_no_fault_in_them(examined: tuple[Corpus, list[Problem]]) -> None:
    found = [str(p) for p in examined[1] if p.file.startswith("curated/statements/")]
    assert found == []


def test_no_id_is_another_records(corpus: Corpus) -> None:
    assert corpus.ids() & corpus.statements.keys() == set()


def test_counts_by_type(records: dict[str, Statement]) -> None:
    assert Counter(r.type for r in records.values()) == {
        "general_statement": 48,
        "explanation_of_position": 22,
        "introduction": 8,
        "dissociation": 5,
        "eov_after": 4,
        "eov_before": 2,
        "joint_statement": 2,
    }


def test_counts_by_stance(records: dict[str, Statement]) -> None:
    assert Counter(r.stance for r in records.values()) == {
        "support": 38,
        "reservation": 17,
        "opposition": 12,
        "welcome": 11,
        "concern": 6,
        "dissociation": 5,
        "neutral": 2,
    }


def test_counts_by_verification_and_scope(records: dict[str, Statement]) -> None:
    found = Counter(r.verification for r in records.values())
    assert found == {"verified": 50, "single_source": 37, "unverified": 4}
    assert Counter(r.scope for r in records.values()) == {"core": 71, "related": 20}


def test_each_has_a_source_and_what_is_more_than_unverified_one_that_was_read(
    records: dict[str, Statement],
) -> None:
    assert [r.id for r in records.values() if not r.sources] == []
    assert [r.id for r in records.values() if not any(s.read for s in r.sources)] == []


def test_every_text_of_ours_stands_in_both_languages(records: dict[str, Statement]) -> None:
    wrong = []
    for record in records.values():
        texts = [record.point, record.forum, record.note, record.on_behalf_of]
        texts += [t.note for t in record.targets] + [c.note for c in record.conflicts]
        for text in filter(None, texts):
            if HAN.search(text.en) or not HAN.search(text.zh or ""):
                wrong.append(f"{record.id}: {text.en}")
    assert wrong == []


def test_quotations_are_short_and_marked(records: dict[str, Statement]) -> None:
    notes = [record.note.en for record in records.values() if record.note]
    quoted = [q for note in notes for q in re.findall(r"“([^”]*)”", note)]
    assert len(quoted) == 10
    assert [q for q in quoted if len(q.split()) > 10] == []


def test_groups_spoken_for(records: dict[str, Statement]) -> None:
    found = Counter(r.group for r in records.values() if r.on_behalf_of)
    assert found == {"eu": 4, "g77": 4, None: 4}
    motion = records["cog-2024-09-22-motion"]
    assert motion.group is None
    assert motion.note is not None
    assert "no group is coded" in motion.note.en


def test_disagreements_are_kept(records: dict[str, Statement]) -> None:
    found = {(r.id, c.field) for r in records.values() for c in r.conflicts}
    assert found == {
        ("eu-2025-08-26", "targets"),
        ("group-2024-03-21-stakeout", "speakers"),
        ("usa-group-2024-03-14-joint", "speakers"),
        ("usa-2024-03-21-introduction", "note"),
        ("aus-2025-09-sc", "date"),
        ("usa-2025-11-04-eov", "date"),
        ("cog-2024-09-22-motion", "speakers"),
    }


def test_the_eighth_disagreement_stands_in_the_document(corpus: Corpus) -> None:
    appointed = corpus.curated["scientific-panel-appointment-2026"]
    assert ("date", ["2026-02-13"]) in [(c.field, c.others) for c in appointed.conflicts]


def test_paragraphs_are_as_the_adopted_text_numbers_them(records: dict[str, Statement]) -> None:
    places = {
        (record.id, target.document): target.paragraphs
        for record in records.values()
        for target in record.targets
        if target.paragraphs
    }
    assert len(places) == 11
    assert places["rus-2024-11-06-eov", "A/RES/79/62"] == [
        *("pp1", "pp9", "pp10", "pp13"),
        *("op7", "op8", "op9", "op10", "op11", "op12"),
    ]
    assert places["usa-2025-11-04-eov", "A/RES/80/57"] == ["pp7", "op3"]
    assert places["sau-2025-12-17-wsis", "A/RES/80/173"] == ["op11"]


def test_a_committee_drafts_numbering_is_kept_apart(records: dict[str, Statement]) -> None:
    target = records["usa-2023-11-14-third-committee"].targets[0]
    assert target.named == ["PP20", "OP13", "OP16", "OP20(a)", "OP20(d)"]
    assert target.paragraphs == []
    assert target.note is not None
    assert target.note.en == "Paragraph numbers of the committee draft."


def test_all_facts_are_on_record_and_no_others(
    records: dict[str, Statement], gathered: dict[str, dict[str, Any]]
) -> None:
    assert sorted(records) == sorted(gathered)


@pytest.mark.parametrize("theirs", SAME)
def test_fields_are_as_in_the_facts(
    records: dict[str, Statement], gathered: dict[str, dict[str, Any]], theirs: str
) -> None:
    ours = SAME[theirs]
    wrong = {
        name: (fact.get(theirs), getattr(records[name], ours))
        for name, fact in gathered.items()
        if (fact.get(theirs) or None) != (getattr(records[name], ours) or None)
    }
    assert wrong == {}


def test_dates_are_no_more_precise_than_known(
    records: dict[str, Statement], gathered: dict[str, dict[str, Any]]
) -> None:
    wrong = [
        name
        for name, fact in gathered.items()
        if precision(records[name].date) != fact["date_precision"]
        or not fact["date"].startswith(records[name].date)
    ]
    assert wrong == []


def test_forum_and_verification_are_as_in_the_facts(
    records: dict[str, Statement], gathered: dict[str, dict[str, Any]]
) -> None:
    for name, fact in gathered.items():
        record = records[name]
        assert record.verification == fact["confidence"].replace("-", "_")
        assert (record.on_behalf_of is None) == ("on_behalf_of" not in fact), name
        assert not fact.get("note") or record.note is not None, name
        assert words(fact["forum"]) <= words(record.forum.en), name


def test_targets_are_as_in_the_facts(
    records: dict[str, Statement], gathered: dict[str, dict[str, Any]]
) -> None:
    for name, fact in gathered.items():
        mine = [t for t in records[name].targets if t.document not in ADDED]
        theirs = [OUR_ID.get(t["document"], t["document"]) for t in fact["targets"]]
        assert [t.document for t in mine] == theirs, name
        assert [t.draft for t in mine] == [t.get("draft") for t in fact["targets"]], name
        for target, stated in zip(mine, fact["targets"], strict=True):
            paragraphs = stated.get("paragraphs", [])
            inferred = stated.get("note") == "inferred"
            assert target.named == ([] if inferred else paragraphs), name
            known = target.document not in OTHER_NUMBERING
            assert len(target.paragraphs) == (len(paragraphs) if known else 0), name
            assert not stated.get("note") or target.note is not None, name


def test_what_is_linked_besides_is_linked_by_those_made_there(
    records: dict[str, Statement],
) -> None:
    for document, end in ADDED.items():
        linked = {r.id for r in records.values() if document in [t.document for t in r.targets]}
        assert linked == {name for name in records if name.endswith(end)}
        assert linked


def test_sources_are_as_in_the_facts(
    records: dict[str, Statement], gathered: dict[str, dict[str, Any]]
) -> None:
    wrong = []
    for name, fact in gathered.items():
        theirs = list(fact["sources"].items())
        mine = [(s.url, s.read) for s in records[name].sources]
        reprint = [s for s in mine if s not in theirs]
        if [s for s in mine if s in theirs] != theirs or len(reprint) > 1:
            wrong.append(name)
        if reprint and fact.get("seed") != "003_3468dc6b00a1f03f.txt":
            wrong.append(name)
    assert wrong == []
