"""The tools of assistants: every parameter that selects is there, with the tables it acts on."""

from __future__ import annotations

from jsonschema import Draft202012Validator

from dashboard.analysis.agreed_language.matches import COLUMNS as MATCHED
from dashboard.analysis.paragraphs.compare import COLUMNS
from dashboard.analysis.selection.parameters import PARAMETER, PARAMETERS
from dashboard.analysis.votes.vote_changes import CHANGES
from dashboard.corpus.tables.columns import TABLES
from dashboard.export.contract.openapi_schemas import DRAFT_ROW
from dashboard.export.contract.tools import COMPARED, tools


def test_the_arguments_of_select_are_the_parameters_of_an_address():
    own = tools({})["select"]["input_schema"]["properties"]
    selecting = {p.name for p in PARAMETERS if p.kind != "page"}
    assert own.keys() == selecting | {"table", "columns", "lang"}
    assert own["table"]["enum"] == list(TABLES)
    assert own["topic"]["type"] == "array"
    where = [table for table in TABLES if table in PARAMETER["topic"].columns]
    assert own["topic"]["description"].endswith(f"codes: any; of {', '.join(where)}")


def test_few_codes_are_named_and_of_many_it_is_said_where():
    few = tools({"track": ("civilian", "military")})["select"]["input_schema"]["properties"]
    assert "codes: civilian, military" in few["track"]["description"]
    many = tools({"topic": [f"t{n}" for n in range(50)]})["select"]["input_schema"]["properties"]
    assert "codes: explain topics" in many["topic"]["description"]


def test_every_tool_has_a_schema_that_is_one():
    for name, tool in tools({}).items():
        Draft202012Validator.check_schema(tool["input_schema"])
        assert tool["input_schema"]["required"] or name in ("requests_due", "explain")


def test_every_column_of_an_answer_has_its_meaning():
    assert COMPARED["paragraphs"].keys() == COLUMNS.keys() - {"position"}
    assert COMPARED["votes"].keys() == CHANGES.keys()
    assert DRAFT_ROW.keys() == MATCHED.keys()
