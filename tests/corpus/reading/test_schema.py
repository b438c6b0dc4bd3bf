"""JSON Schema agrees with the models on what is a good record."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest

from dashboard.corpus.reading.loading import Corpus, load
from dashboard.corpus.reading.schema import KINDS, schemas
from tests.invented.builders import consensus, event, overlay, report, resolution, write_data
from tests.invented.builders_codes import states, vocabulary
from tests.invented.builders_curated import joint_statement, request, requests, statement

GOOD = {
    "imported-document": [resolution(), consensus()],
    "document": [overlay(), report()],
    "event": [event("grove-summit", "2035-03"), event("x", "2035", actors=["XAA"])],
    "statement": [statement(), joint_statement()],
    "requests": [requests()],
    "states": [states()],
    "vocabulary": [vocabulary("kinds", {"law": {}})],
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    return schemas(load(write_data(tmp_path_factory.mktemp("schemas"))))


def held(values: Any, schema: dict[str, Any]) -> None:
    """Hold a record to a schema that is one: a test of its own says so."""
    jsonschema.Draft202012Validator(schema).validate(values)


def test_without_a_record_codes_stay_open():
    assert schemas(Corpus()).keys() == KINDS.keys()
    assert "enum" not in schemas(Corpus())["event"]["properties"]["kind"]


@pytest.mark.parametrize("kind", KINDS)
def test_each_is_a_schema_of_its_draft_with_explanations(made: dict[str, Any], kind: str):
    jsonschema.Draft202012Validator.check_schema(made[kind])
    assert made[kind]["description"]
    assert made[kind]["additionalProperties"] is False


@pytest.mark.parametrize("kind", GOOD)
def test_good_records_fit(made: dict[str, Any], kind: str):
    for values in GOOD[kind]:
        held(values, made[kind])


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("event", {}),
        ("event", event("x", "2035", kind="lawn")),
        ("event", event("x", "2035", topics=["safty"])),
        ("event", event("x", "2035", actors=["XZZ"])),
        ("event", event("x", "2035", titel="x")),
        ("document", overlay(weight="heavy")),
        ("document", overlay(body="nobody")),
        ("imported-document", resolution(committee="tenth")),
        ("imported-document", resolution(outcome="adopted")),
        ("statement", statement(stance="suport")),
        ("statement", statement(speakers=["XZZ"])),
        ("statement", statement(vote_stated="aye")),
        ("requests", requests(refused={"op1": "no code"})),
        ("requests", requests(requests=[request(deliverable="reprot")])),
        ("requests", requests(requests=[request("90/1/3")])),
    ],
)
def test_what_the_check_refuses_does_not_fit(made: dict[str, Any], kind: str, values: Any):
    with pytest.raises(jsonschema.ValidationError):
        held(values, made[kind])


def test_fields_say_what_they_mean_and_which_codes_they_take(made: dict[str, Any]):
    fields = made["document"]["properties"]
    assert fields["answers"]["description"] == "Records this one responds to, by id."
    assert fields["topics"]["items"]["enum"] == ["safety", "capacity_building", "data"]
    coded = made["paragraphs"]["$defs"]["ParagraphCoding"]["properties"]["addressees"]
    assert {"enum": ["invented"], "pattern": "^[a-z][a-z0-9_]*$", "type": "string"} in [
        branch.get("items") for branch in coded["anyOf"]
    ]
