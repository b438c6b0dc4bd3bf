"""What a curator reads when a record does not fit its model."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from dashboard.corpus.reading.pydantic_messages import explain
from dashboard.corpus.reading.yaml_reader import parse_yaml
from dashboard.corpus.records.documents import CuratedDocument, ImportedDocument
from dashboard.corpus.records.events import Event
from dashboard.corpus.records.fields import Record
from tests.invented.builders import dump, event, report, resolution


def explained(values: Any, model: type[Record]) -> list[str]:
    read, lines = parse_yaml(dump(values).encode(), with_lines=True)
    with pytest.raises(ValidationError) as refused:
        model.model_validate(read)
    return [str(problem) for problem in explain(refused.value, model, "f.yaml", lines)]


def nested(path: list[str | int], value: Any, values: dict[str, Any]) -> dict[str, Any]:
    inner: Any = values
    for step in path[:-1]:
        inner = inner[step]
    if value is None:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return values


MISSING = ["committee", "committee_report", "files", "meeting", "outcome", "paragraphs",
           "sponsors", "symbol", "titles"]  # fmt: skip


def test_an_empty_record_lacks_every_needed_key():
    problems = explained({}, ImportedDocument)
    assert problems == [f"f.yaml:1: {key}: is missing and needed" for key in MISSING]


@pytest.mark.parametrize("values", [[1], "text", 5, True])
def test_a_record_that_is_no_mapping(values: Any):
    (problem,) = explained(values, ImportedDocument)
    assert problem.endswith("needs a mapping of keys")


RESOLUTION_CASES: list[tuple[list[str | int], Any, str]] = [
    (["colour"], "red", "f.yaml:88: colour: unknown key; found 'colour'; allowed: symbol, "),
    (["paragraphs", 1, "mention_ai"], True, "65: paragraphs[1].mention_ai: unknown key; found "),
    (["paragraphs", 1, "mention_ai"], True, "did you mean 'mentions_ai'?"),
    (["adopted"], "2035-02-30", "6: adopted: found '2035-02-30'; no such day in the calendar"),
    (["adopted"], 2035, "6: adopted: found '2035'; needs text; put it in quotes"),
    (["adopted"], "2035-01", "6: adopted: found '2035-01'; a full day is needed, YYYY-MM-DD"),
    (["sponsors", "draft"], {"NORW": "x"}, "25: sponsors.draft.NORW: found 'NORW'; a State is"),
    (["sponsors", "draft"], {"XAA": 12}, "25: sponsors.draft.XAA: found '12'; needs text"),
    (["sponsors", "draft"], "nobody", "draft: found 'nobody'; needs a mapping or allowed: none,"),
    (["votes", 0, "roll_call", "yes"], ["xaa"], "40: votes[0].roll_call.yes[0]: found 'xaa'"),
    (["votes", 0, "counts", "yes"], "3", "35: votes[0].counts.yes: found '3'; needs a whole num"),
    (["votes", 0, "counts", "yes"], -3, "found '-3'; input should be greater than or equal to 0"),
    (["votes", 0, "counts", "yes"], True, "found 'True'; needs a whole number"),
    (["votes", 0, "counts"], None, "32: votes[0].counts: is missing and needed"),
    (["committee_report", "symbol"], None, "12: committee_report.symbol: is missing and needed"),
    (["outcome"], "adopted_recordet", "did you mean 'adopted_recorded'?"),
    (["committee"], "First", "11: committee: found 'First'; a code is lower case with underscores"),
    (["titles", "en"], "a\u202eb", r"4: titles.en: found 'a\u202eb'; an invisible or control"),
    (["titles", "de"], "b", "titles.de: found 'de'; allowed: ar, en, es, fr, ru, zh"),
    (["titles"], "x", "3: titles: found 'x'; needs a mapping"),
    (["paragraphs"], {"id": 1}, "paragraphs: found '{'id': 1}'; needs a list"),
    (["symbol"], "a/res/1", "1: symbol: found 'a/res/1'; a symbol is written as printed"),
    (["files", 0, "sha256"], "00", "files[0].sha256: found '00'; a SHA-256 in 64 lower-case"),
    (["subjects", 0], "AI", "subjects[0]: found 'AI'; needs a mapping of keys"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value", "says"), RESOLUTION_CASES)
def test_one_fault_of_a_resolution_is_one_line(path: list[str | int], value: Any, says: str):
    (problem,) = explained(nested(path, value, resolution()), ImportedDocument)
    assert says in problem


@pytest.mark.parametrize(
    ("values", "model", "says"),
    [
        (report(id="Bad Id!"), CuratedDocument, "1: id: found 'Bad Id!'; a symbol is written as"),
        (report(answers=["Bad Id!"]), CuratedDocument, "answers[0]: found 'Bad Id!'; "),
        (report(outcome="acclaim"), CuratedDocument, "did you mean 'acclamation'?"),
        (report(sources=[{"url": "javascript:x"}]), CuratedDocument, "a link is an http or https"),
        (report(mandated_by="A/RES/90/1#op3"), CuratedDocument, "needs a mapping of keys"),
        (event("a", "2035", sources=[]), Event, "sources: found '[]'; needs at least one entry"),
        (event("a", "2035-13"), Event, "2: date: found '2035-13'; no such day in the calendar"),
        (event("a", "2035\n"), Event, "a date is YYYY, YYYY-MM or YYYY-MM-DD"),
    ],
)
def test_one_fault_of_what_people_write(values: Any, model: type[Record], says: str):
    (problem,) = explained(values, model)
    assert says in problem


def test_unknown_key_inside_a_mapping_by_name():
    why = {"en": "because"}
    source = {"url": "https://example.org"}
    override = {"valu": "x", "value": "x", "source": source, "why": why}
    (problem,) = explained(report(overrides={"date": override}), CuratedDocument)
    assert "overrides.date.valu: unknown key" in problem
    assert "allowed: value, source, why; did you mean 'value'?" in problem


def test_several_faults_stand_in_file_order():
    values = resolution(adopted="x", session="90", colour="red")
    lines = [int(problem.split(":")[1]) for problem in explained(values, ImportedDocument)]
    assert len(lines) == 3
    assert lines == sorted(lines)
