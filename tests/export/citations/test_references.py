"""A whole list taken into a reference manager: each row once, under a key of its own."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import jsonschema
import pytest

from dashboard.export.citations.cite import Retrieval
from dashboard.export.citations.references import bibtex, csl_json, references, ris
from tests.invented.reference_readers import bibtex_entries, ris_records
from tests.invented.synthetic import snapshot
from tests.invented.synthetic_rows import DOCUMENTS, TIMELINE

RETRIEVAL = Retrieval("abc123", dt.date(2036, 5, 4), "http://127.0.0.1:8501")
SOURCE = "https://example.org/A/RES/90/9"
HOSTILE = "Un{clos}ed } % & \nTY  - BOOK\r\nER  - \x00\u202e@misc{k,"
DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
        }
    },
    "additionalProperties": False,
}
STRINGS = ("title", "number", "publisher", "section", "language", "version", "URL", "note")
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": ["string", "number"]},
            "type": {"enum": ["report", "document", "legislation", "treaty", "speech", "webpage"]},
            "author": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {"literal": {"type": "string"}},
                    "additionalProperties": False,
                },
            },
            "issued": DATE,
            "accessed": DATE,
            **{name: {"type": "string"} for name in STRINGS},
        },
    },
}
"""What csl-data.json of CSL 1.0.2 says of the names we use."""


def taken(make: Any, table: str = "documents", language: str = "en", **rows: Any) -> Any:
    known = snapshot(**rows)
    found = make(references(known, known.tables[table], language, RETRIEVAL))
    return json.loads(found) if make is csl_json else found


@pytest.mark.parametrize("table", ["documents", "timeline"])
def test_an_empty_selection_gives_empty_files(table: str):
    assert taken(csl_json, table, **{table: []}) == []
    assert bibtex_entries(taken(bibtex, table, **{table: []})) == {}
    assert ris_records(taken(ris, table, **{table: []})) == []


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("table", "rows"), [("documents", DOCUMENTS), ("timeline", TIMELINE)])
def test_every_row_is_in_each_file_once(table: str, rows: list[dict[str, Any]], language: str):
    items = taken(csl_json, table, language)
    jsonschema.validate(items, CSL)
    keys = [item["id"] for item in items]
    assert len(set(keys)) == len(keys) == len(rows)
    assert list(bibtex_entries(taken(bibtex, table, language))) == keys
    titles = [record["TI"] for record in ris_records(taken(ris, table, language))]
    assert titles == [item["title"] for item in items]


def test_a_hostile_title_ends_no_record():
    rows = [{**row, "title_en": HOSTILE, "title_zh": None} for row in DOCUMENTS]
    assert len(bibtex_entries(taken(bibtex, documents=rows))) == len(rows)
    assert len(ris_records(taken(ris, documents=rows))) == len(rows)
    jsonschema.validate(taken(csl_json, documents=rows), CSL)


def test_two_ids_that_look_alike_keep_two_keys():
    rows = [{**DOCUMENTS[0], "id": name} for name in ("A/1 B", "A/1-B", "A/1/B")]
    keys = [item["id"] for item in taken(csl_json, documents=rows)]
    assert keys == ["A-1-B", "A-1-B-2", "A-1-B-3"]


def test_a_reference_leads_to_the_source_and_names_the_record():
    row = {**DOCUMENTS[0], "source": SOURCE, "url": "/documents?item=A/RES/90/9"}
    note = "data version abc123, http://127.0.0.1:8501/documents?item=A/RES/90/9"
    (item,) = taken(csl_json, documents=[row])
    assert item == {
        "id": "A-RES-90-9",
        "type": "report",
        "title": "Invented text on machines in armed conflict",
        "author": [{"literal": "United Nations, ga"}],
        "number": "A/RES/90/9",
        "publisher": "United Nations",
        "issued": {"date-parts": [[2035, 12, 2]]},
        "language": "en",
        "URL": SOURCE,
        "note": note,
    }
    (entry,) = bibtex_entries(taken(bibtex, documents=[row])).values()
    assert (entry["url"], entry["note"]) == (SOURCE, note)
    assert "urldate" not in entry
    (record,) = ris_records(taken(ris, documents=[row]))
    assert (record["UR"], record["N1"]) == (SOURCE, note)
    assert "Y2" not in record


def test_without_a_source_it_leads_to_the_record_on_the_day():
    row = {**DOCUMENTS[4], "url": "/documents?item=paper-one"}
    (item,) = taken(csl_json, documents=[row])
    assert item["URL"] == "http://127.0.0.1:8501/documents?item=paper-one"
    assert item["accessed"] == {"date-parts": [[2036, 5, 4]]}
    assert "issued" not in item
    assert item["version"] == "abc123"


def test_the_language_of_a_title_is_that_of_the_title():
    first, second, *_ = taken(csl_json, language="zh")
    assert (first["title"], first["language"]) == ("关于人工智能的虚构决议", "zh")
    assert (second["title"], second["language"]) == ("Invented text on training and safety", "en")
