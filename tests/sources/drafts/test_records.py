from __future__ import annotations

import pytest

from dashboard.sources.drafts.news.event import Known, read_event
from dashboard.sources.drafts.reading import read_draft_text
from dashboard.sources.drafts.records import document_record, event_record, record_name

TEXT = (
    "79/500. Wool\nThe General Assembly,\nNoting wool,\n1. Calls upon all to count, as appropriate."
)


def test_the_record_of_a_draft_holds_its_skeleton_and_none_of_its_words() -> None:
    record = document_record(read_draft_text(TEXT), "a/b.docx", "f" * 64)
    assert (record["symbol"], record["titles"]) == ("A/RES/79/500", {"en": "Wool"})
    assert (record["date"], record["meeting"]) == ("unknown", "unknown")
    assert record["paragraphs"][1]["acts"][0]["softeners"] == {"as_appropriate": "ask"}
    assert record["files"] == [{"language": "en", "name": "b.docx", "sha256": "f" * 64}]
    assert "to count" not in repr(record)


def test_lines_without_parts_are_of_a_part_not_known() -> None:
    record = document_record(read_draft_text("Requests sheep to rest."), "a.txt", "")
    assert [p["part"] for p in record["paragraphs"]] == ["unknown"]
    assert record["symbol"] == "unknown"


def test_an_item_that_names_nothing_says_none_and_what_it_does_not_say_is_unknown() -> None:
    record = event_record(read_event("sheep sleep.", Known()), "news.txt", "")
    assert {record[key] for key in ("titles", "date", "publisher")} == {"unknown"}
    assert {record[key] for key in ("people", "bodies", "states", "symbols", "told")} == {"none"}


@pytest.mark.parametrize(
    ("symbol", "file", "name"),
    [
        ("A/RES/79/93 A-B", "x.docx", "A-RES-79-93-A-B"),
        ("unknown", "../../etc/passwd", "passwd"),
        ("unknown", "wool news.txt", "wool-news"),
        ("unknown", "草案.pdf", "草案"),
        ("unknown", "-", "draft"),
    ],
)
def test_a_record_is_named_after_its_symbol_or_its_file(symbol: str, file: str, name: str) -> None:
    assert record_name({"symbol": symbol}, file) == name
