from __future__ import annotations

import json

from dashboard.analysis.selection.codes import allowed_codes
from dashboard.corpus.tables.columns import TABLES
from dashboard.export.contract.schema import schema
from tests.invented.synthetic import snapshot


def test_without_vocabularies_every_column_is_still_described() -> None:
    found = schema({})
    for table, columns in TABLES.items():
        assert [c["name"] for c in found["tables"][table]] == list(columns)
        assert all(c["about"] and c["type"] for c in found["tables"][table])
    assert all(p["codes"] is None for p in found["parameters"])


def test_parameters_say_where_they_act_and_which_codes_they_take() -> None:
    record = snapshot()
    found = schema(allowed_codes(record.vocabularies, record.states))
    by_name = {p["name"]: p for p in found["parameters"]}
    assert by_name["verb"]["acts_on"] == {"paragraphs": "acts", "acts": "head"}
    assert by_name["verb"]["codes"] == ["requests", "urges", "recalls", "none"]
    assert set(by_name["from"]["acts_on"]) == set(TABLES) - {"countries"}  # which has no date
    assert set(by_name["as_of"]["acts_on"]) == {"requests"}
    assert set(by_name["since"]["acts_on"]) == set(TABLES) - {"countries"}  # no record of the log
    assert "lang" not in by_name
    assert json.loads(json.dumps(found)) == found
