"""Opening phrases the vocabulary does not cover are listed, and the record is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.corpus.checks.check_verbs import verb_findings
from dashboard.corpus.records.documents import ImportedDocument
from dashboard.corpus.records.vocabularies import Term
from dashboard.corpus.snapshot import examine
from dashboard.corpus.verbs import VerbRule
from tests.invented.builders import CONSENSUS, change, paragraph, resolution

URGES = Term(labels={"en": "Urges"}, family="ask", tier=3, phrases=["urges"], phrases_zh=["敦促"])
RULE = VerbRule({"urges": URGES})
OPENINGS = [
    paragraph("pp1", "Remembering"),
    paragraph("op1", "Urgse", verbs={"zh": "督促"}),
    paragraph("op2", "Urges", verbs={"zh": "又敦促"}),
    paragraph("op3", None),
]


def messages(rule: VerbRule, *openings: dict[str, object]) -> list[str]:
    record = ImportedDocument.model_validate(resolution(paragraphs=list(openings), cites=[]))
    return [f"{f.path}: {f.message} {f.severity}" for f in verb_findings(record, rule)]


@pytest.mark.parametrize("rule", [RULE, VerbRule({})], ids=["rule", "no vocabulary"])
def test_no_paragraphs_no_findings(rule: VerbRule):
    assert messages(rule) == []


def test_without_a_vocabulary_nothing_is_judged():
    assert messages(VerbRule({}), *OPENINGS) == []


def test_each_phrase_no_head_opens_is_named_with_the_nearest():
    assert messages(RULE, *OPENINGS) == [
        "('paragraphs', 1, 'verb'): no head of vocabulary/verbs.yaml opens 'Urgse': "
        "shown as unknown; the nearest is 'urges' warning",
        "('paragraphs', 1, 'verbs', 'zh'): no head of vocabulary/verbs.yaml opens '督促': "
        "shown as unknown warning",
    ]


def test_it_stands_at_its_line_and_keeps_the_record(data_dir: Path):
    change(data_dir / CONSENSUS, paragraphs=[paragraph("op1", "Ponders"), paragraph("op2", None)])
    corpus, problems = examine(data_dir)
    assert "A/RES/90/2" in corpus.imported
    (problem,) = problems
    lines = (data_dir / CONSENSUS).read_text(encoding="utf-8").splitlines()
    assert lines[problem.line - 1].strip() == "verb: Ponders"
    assert (problem.field, problem.severity) == ("paragraphs[0].verb", "warning")
