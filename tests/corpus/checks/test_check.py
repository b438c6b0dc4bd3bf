"""Each judgement across records, with the file and line it points to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dashboard.corpus.checks.check import cross_check, verb_findings
from dashboard.corpus.reading.loading import Corpus, load
from dashboard.corpus.reading.yaml_reader import read_yaml
from dashboard.corpus.records.documents import ImportedDocument
from dashboard.corpus.records.vocabularies import Term
from dashboard.corpus.snapshot import examine
from dashboard.corpus.verbs import VerbRule
from tests.invented.builders import (
    CHECKED,
    CONSENSUS,
    EVENTS,
    OVERLAY,
    REPORT,
    RESOLUTION,
    change,
    event,
    overlay,
    paragraph,
    resolution,
    write,
)

GROVE = EVENTS.format("grove-summit")
URGES = Term(labels={"en": "Urges"}, family="ask", tier=3, phrases=["urges"], phrases_zh=["敦促"])
RULE = VerbRule({"urges": URGES})
OPENINGS = [
    paragraph("pp1", "Remembering"),
    paragraph("op1", "Urgse", verbs={"zh": "督促"}),
    paragraph("op2", "Urges", verbs={"zh": "又敦促"}),
    paragraph("op3", None),
]


def joined(**changes: Any) -> dict[str, Any]:
    """Participants of whom one signed, the changes in that row or, of the count, beside it."""
    row = {"how": "signed", "on": "2035-03", "states": ["XAA"]}
    beside = {name: changes.pop(name) for name in ("count",) if name in changes}
    return {"joined": [{**row, **changes}], **beside}


def problems(data: Path) -> list[str]:
    return [f"{p} ({p.severity})" for p in examine(data)[1]]


def test_an_empty_corpus_has_no_problem():
    assert cross_check(Corpus()) == ([], set())


def test_the_small_record_has_no_problem(data_dir: Path):
    assert problems(data_dir) == []


def test_without_states_and_vocabularies_codes_are_not_judged(data_dir: Path):
    (data_dir / "states.yaml").unlink()
    for path in (data_dir / "vocabulary").iterdir():
        path.unlink()
    found = problems(data_dir)
    assert found[0] == "states.yaml:1: is missing; every record needs it (error)"
    assert all("is missing; every record needs it" in line for line in found)


OVERRIDE = {
    "value": "rejected",
    "source": {"url": "https://example.org/record"},
    "why": {"en": "The printed record says so."},
}
CASES: list[tuple[str, dict[str, Any], list[str]]] = [
    (GROVE, {"kind": "sumit"}, [
        "3: kind: found 'sumit'; allowed: resolution, report, summit, law; did you mean 'summit'?"
    ]),
    (GROVE, {"body": "nobody"}, ["4: body: found 'nobody'; allowed: general_assembly, "]),
    (GROVE, {"body": "second"}, ["4: body: found 'second'; allowed: general_assembly, "]),
    (OVERLAY, {"date": "2035-01-02"}, ["date: stands in the official file; to replace it, use"]),
    (OVERLAY, {"outcome": "rejected"}, ["outcome: stands in the official file; to replace it"]),
    (REPORT, {"overrides": {"outcome": OVERRIDE}}, ["overrides.outcome: no official file was"]),
    (GROVE, {"track": "civil"}, ["6: track: found 'civil'; allowed: civilian, military; did you"]),
    (GROVE, {"topics": ["safety", "x"]}, ["9: topics[1]: found 'x'; allowed: safety, "]),
    (GROVE, {"verification": "sure"}, ["verification: found 'sure'; allowed: verified_primary"]),
    (GROVE, {"actors": ["XAA", "XZZ"]}, ["actors[1]: no such State: found 'XZZ'; allowed: XAA"]),
    (GROVE, {"participants": {"states": ["XZZ"]}}, ["participants.states[0]: no such State"]),
    (GROVE, {"participants": {"did_not_endorse": ["XZZ"]}}, ["did_not_endorse[0]: no such State"]),
    (GROVE, {"participants": joined(states=["XZZ"])}, ["joined[0].states[0]: no such State"]),
    (GROVE, {"participants": joined(how="waved")}, ["joined[0].how: found 'waved'; allowed: s"]),
    (GROVE, {"participants": joined(count=0)}, ["participants.count: 0, but 1 are named"]),
    (GROVE, {"participants": {**joined(), "states": ["XAA"]}}, ["stands under joined alone"]),
    (GROVE, {"participants": {**joined(), "did_not_endorse": ["XAA"]}}, ["who joined later"]),
    (GROVE, {"participants": {**joined(), "group": "grove"}}, ["only a roster that names all"]),
    (GROVE, {"participants": {**joined(), "group": "club", "complete": True}}, ["found 'club'"]),
    (GROVE, {"answers": ["gone"]}, ["answers[0]: no such record: found 'gone'"]),
    (GROVE, {"answers": ["A/RES/90/3"]}, ["answers[0]: no such record: found 'A/RES/90/3'"]),
    (GROVE, {"answers": ["A/HRC/1"]}, []),
    (GROVE, {"answers": ["grove-summit"]}, ["answers[0]: a record cannot answer itself"]),
    (GROVE, {"leads_to": ["A/RES/90/3"]}, ["leads_to[0]: no such record: found 'A/RES/90/3'"]),
    (GROVE, {"leads_to": ["A/RES/90/1", "A/CONF/1"]}, []),
    (GROVE, {"end_date": "2035-02"}, [
        "end_date: 2035-02 is before date, 2035-03 (warning)"
    ]),
    (GROVE, {"date": "2035", "end_date": "2035-01-01"}, []),
    (REPORT, {"symbol": "A/91/8"}, ["2: symbol: found A/91/8, but the record's id is A/91/7"]),
    (REPORT, {"titles": None}, ["1: titles: is needed: no official file of this symbol"]),
    (REPORT, {"date": None}, ["1: date: is needed: no official file of this symbol"]),
    (REPORT, {"date": "2035-11-30"}, ["date: 2035-11-30 is before 2035-12-01, when it was asked"]),
    (REPORT, {"date": "2035"}, []),
    (REPORT, {"introduced_by": ["XZZ"]}, ["introduced_by[0]: no such State: found 'XZZ'"]),
    (REPORT, {"mandated_by": {"symbol": "A/RES/90/1", "paragraph": "op9"}}, [
        "12: mandated_by.paragraph: no such paragraph in A/RES/90/1: found 'op9'; allowed: pp1"
    ]),
    (REPORT, {"mandated_by": {"symbol": "A/RES/90/3", "paragraph": "op1"}}, [
        "11: mandated_by.symbol: no such record: found 'A/RES/90/3'"
    ]),
    (REPORT, {"mandated_by": {"symbol": "A/HRC/RES/1", "paragraph": "op1"}}, []),
    (RESOLUTION, {"committee": "sixth"}, ["committee: found 'sixth'; allowed: plenary, first"]),
    (RESOLUTION, {"issued": "2035-11-30"}, [
        "7: issued: 2035-11-30 is before adopted, 2035-12-01 (warning)"
    ]),
    (RESOLUTION, {"drafts": [{"symbol": "A/C.1/90/L.4", "date": "2036-01-01"}]}, [
        "6: adopted: 2035-12-01 is before drafts[0].date, 2036-01-01 (warning)"
    ]),
    (RESOLUTION, {"cites": [{"symbol": "A/1", "paragraph": "pp3"}]}, [
        "cites[0].paragraph: found 'pp3'; allowed: pp1, pp2, op1"
    ]),
    (RESOLUTION, {"sponsors": {"draft": {"XGG": "Ginkgo"}, "added": "none"}}, [
        "sponsors.draft.XGG: XGG sponsored but was no member on 2035-12-01 (warning)"
    ]),
    (RESOLUTION, {"sponsors": {"draft": {"XHH": "Hazel"}, "added": {"XZZ": "Zed"}}}, [
        "sponsors.draft.XHH: XHH sponsored but was no member", "sponsors.added.XZZ: no such State",
    ]),
    (CONSENSUS, {"paragraphs": [paragraph("op1", "Notes"), paragraph("op1", "Notes")]}, [
        "paragraphs[1].id: op1 stands twice"
    ]),
    (CONSENSUS, {"paragraphs": [paragraph("op1.a", None, parent="op1")]}, [
        "paragraphs[0].parent: no paragraph before it: found 'op1'; allowed: op1.a"
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("file", "changes", "expected"), CASES)
def test_judgement(data_dir: Path, file: str, changes: dict[str, Any], expected: list[str]):
    change(data_dir / file, **changes)
    found = problems(data_dir)
    assert len(found) == len(expected), found
    for problem, says in zip(found, expected, strict=True):
        assert problem.startswith(f"{file}:")
        assert says in problem


def test_an_event_must_not_share_its_id_with_a_document(data_dir: Path):
    write(data_dir / "curated/events/paper.yaml", event("paper", "2035"))
    document = overlay(id="paper", symbol=None, titles={"en": "Paper"}, date="2035")
    write(data_dir / "curated/documents/paper.yaml", document)
    assert problems(data_dir) == [
        "curated/events/paper.yaml:1: id: paper stands in the curated documents already (error)"
    ]


def test_a_process_without_a_date_is_allowed(data_dir: Path):
    terms = {"process": {"labels": {"en": "process"}}}
    change(data_dir / "vocabulary/kinds.yaml", terms=terms)
    undated = overlay(id="process", symbol=None, kind="process", titles={"en": "Process"})
    write(data_dir / "curated/documents/process.yaml", undated)
    assert not [p for p in problems(data_dir) if "documents/process" in p]


def test_only_errors_take_a_record_out(data_dir: Path):
    change(data_dir / RESOLUTION, issued="2035-01-01")
    change(data_dir / GROVE, kind="sumit")
    _, bad = cross_check(load(data_dir))
    assert bad == {"events:grove-summit"}


def test_what_points_to_a_bad_record_is_not_at_fault(data_dir: Path):
    (data_dir / RESOLUTION).write_bytes(b"")
    corpus, found = examine(data_dir)
    assert [str(p) for p in found] == [f"{RESOLUTION}:1: the file is empty"]
    assert "A/91/7" in corpus.curated
    assert "second-summit" in corpus.events


@pytest.mark.parametrize("spoil", ["unreadable", "judged"])
def test_an_overlay_is_not_served_without_its_official_file(data_dir: Path, spoil: str):
    if spoil == "unreadable":
        (data_dir / RESOLUTION).write_bytes(b"")
    else:
        change(data_dir / RESOLUTION, committee="sixth")
    corpus, found = examine(data_dir)
    assert len(found) == 1
    assert "A/RES/90/1" not in corpus.imported
    assert "A/RES/90/1" not in corpus.curated


def test_problems_come_in_file_and_line_order(data_dir: Path):
    change(data_dir / GROVE, kind="sumit", track="x", topics=["y"], checked=CHECKED)
    write(data_dir / RESOLUTION, resolution(committee="sixth", issued="2035-01-01"))
    found = examine(data_dir)[1]
    assert found == sorted(found)
    assert [(p.file, p.line) for p in found] == [
        (GROVE, 3), (GROVE, 6), (GROVE, 8), (RESOLUTION, 7), (RESOLUTION, 11),
    ]  # fmt: skip


def test_a_body_without_a_lane_has_no_place_on_the_timeline(data_dir: Path):
    path = data_dir / "vocabulary" / "bodies.yaml"
    values = read_yaml(path)
    values["terms"]["summits"]["lane"] = "nowhere"
    write(path, values)
    assert any("body: summits names no lane" in line for line in problems(data_dir))


def unknown_verbs(rule: VerbRule, *openings: dict[str, object]) -> list[str]:
    record = ImportedDocument.model_validate(resolution(paragraphs=list(openings), cites=[]))
    return [f"{f.path}: {f.message} {f.severity}" for f in verb_findings(record, rule)]


@pytest.mark.parametrize("rule", [RULE, VerbRule({})], ids=["rule", "no vocabulary"])
def test_no_paragraphs_no_findings(rule: VerbRule):
    assert unknown_verbs(rule) == []


def test_without_a_vocabulary_nothing_is_judged():
    assert unknown_verbs(VerbRule({}), *OPENINGS) == []


def test_each_phrase_no_head_opens_is_named_with_the_nearest():
    assert unknown_verbs(RULE, *OPENINGS) == [
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
