from __future__ import annotations

import pytest

from dashboard.sources.drafts.draft import DraftRefused
from dashboard.sources.drafts.reading import read_draft

ENGLISH = """79/500. Sheep and machines
The General Assembly,
Recalling its resolution 78/265 on wool,
1. Requests the shepherd to submit a report on sheep to the Assembly at its eightieth session;
2. Also requests all flocks:
(a) To count;
(b) To sleep.
5th plenary meeting
3 May 2025
"""
CHINESE = """79/500. 羊与机器
大会，
回顾其关于羊毛的工作，
1. 请牧人报告；
2. 又请羊群数数。
2025年5月3日
第5次全体会议
"""


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"x" * 20_000_001, "too_large"),
        (b"x" * 1_000_001, "too_many_words"),
        (b"Notes wool\n" * 30_001, "too_many_paragraphs"),
        (b"Notes wool.\n\n" * 2_001, "too_many_paragraphs"),
        (b"%PDF-1.7 and nothing more", "damaged"),
        (bytes(range(256)) * 9, "not_a_document"),
        (b"\x81\xff" * 99, "encoding"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(content: bytes, code: str) -> None:
    with pytest.raises(DraftRefused) as refusal:
        read_draft(content)
    assert refusal.value.code == code
    assert "{" not in str(refusal.value)


def test_an_english_text() -> None:
    draft = read_draft(ENGLISH.encode())
    assert (draft.title, draft.symbol) == ("Sheep and machines", "A/RES/79/500")
    assert (draft.date, draft.meeting, draft.language) == ("2025-05-03", 5, "en")
    assert [(p.place, p.part, p.number, p.verb) for p in draft.paragraphs] == [
        ("pp1", "preambular", None, "Recalling"),
        ("op1", "operative", "1", "Requests"),
        ("op2", "operative", "2", "Also requests"),
        ("op2.a", "operative", "2 (a)", None),
        ("op2.b", "operative", "2 (b)", None),
    ]
    assert [p.request is None for p in draft.paragraphs[:3]] == [True, False, True]
    assert draft.cites == ("A/RES/78/265",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
def test_a_chinese_text_in_every_encoding(encoding: str) -> None:
    draft = read_draft(CHINESE.encode(encoding))
    assert (draft.title, draft.date, draft.meeting) == ("羊与机器", "2025-05-03", 5)
    assert [(p.place, p.verb) for p in draft.paragraphs] == [
        ("pp1", "回顾"),
        ("op1", "请"),
        ("op2", "又请"),
    ]


def test_lines_without_structure_stand_in_no_part() -> None:
    draft = read_draft(b"Requests the shepherd to report.\nSheep are woolly.\n")
    assert [(p.place, p.part, p.verb) for p in draft.paragraphs] == [
        ("line1", None, "Requests"),
        ("line2", None, None),
    ]


def test_places_that_are_not_clear_lose_no_words() -> None:
    draft = read_draft(b"1. Asks:\n(b) To count;\n(a) To rest.")
    assert [p.text for p in draft.paragraphs] == ["Asks:", "To count;", "To rest."]
    assert [note.code for note in draft.notes] == ["places_unclear"]
