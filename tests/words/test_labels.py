"""Codes and States by name, in a language that has the name and in one that has not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dashboard.analysis.frames import rows_of
from dashboard.corpus.snapshot import Snapshot
from dashboard.words import words
from dashboard.words.labels import (
    label_of,
    record_names,
    sponsors_in_words,
    state_name,
    tabled_in_words,
    verb_of,
)

NOTHING = dict.fromkeys(("sponsors", "submitted_by", "submitted_for", "sponsors_draft"))
GROUP = {**NOTHING, "submitted_by": "group", "submitted_for": "g77", "sponsors_draft": 0}


@pytest.mark.parametrize(("code", "said"), [(None, ""), ("", ""), ("no_such", "no_such")])
def test_what_has_no_label_says_itself(snapshot: Snapshot, code: str | None, said: str):
    assert label_of(snapshot, "en", "kinds", code) == said
    assert label_of(snapshot, "zh", "no_such", code) == said
    assert state_name(snapshot, "zh", code or "") == said


def test_a_name_is_in_the_readers_language_or_in_a_fallback(snapshot: Snapshot, french: Path):
    labels = snapshot.vocabularies["kinds"].terms["law"].labels
    names = snapshot.states["XAA"].names
    for language in ("en", "zh"):
        assert label_of(snapshot, language, "kinds", "law") == labels[language]
        assert state_name(snapshot, language, "XAA") == names[language]
    assert label_of(snapshot, "fr", "kinds", "law") == labels["en"]
    assert state_name(snapshot, "fr", "XAA") == names["en"]


@pytest.mark.parametrize(
    ("row", "english", "chinese"),
    [
        ({"verb": None, "verb_zh": None, "head": "decides"}, "", ""),  # stands under a chapeau
        (
            {"verb": "Decides also", "verb_zh": "又决定", "head": "decides"},
            "Decides also",
            "又决定",
        ),
        ({"verb": "Decides also", "verb_zh": None, "head": "decides"}, "Decides also", "决定"),
        ({"verb": "Recalls", "verb_zh": float("nan"), "head": "recalls"}, "Recalls", "回顾"),
        ({"verb": "Mulls", "verb_zh": None, "head": "unknown"}, "Mulls", "Mulls（英文）"),
    ],
)
def test_a_verb_is_official_or_else_the_vocabulary_s(
    real_record: Snapshot, row: dict[str, str | None], english: str, chinese: str
):
    assert verb_of(real_record, words("en"), row) == english
    assert verb_of(real_record, words("zh"), row) == chinese


def test_every_verb_that_the_vocabulary_knows_is_chinese_in_chinese(real_record: Snapshot):
    rows = real_record.tables["paragraphs"]
    known = rows[rows["verb"].notna() & ~rows["head"].isin(["unknown", "none"])]
    say = words("zh")
    said = [verb_of(real_record, say, row) for row in known.to_dict("records")]
    assert [verb for verb in said if verb.isascii()] == []
    assert len(said) > 6000


@pytest.mark.parametrize(
    ("record_id", "english", "chinese"),
    [
        ("A/80/78", "A/80/78", "A/80/78"),
        ("un-global-dialogue-2026", "Dialogue", "对话"),
        ("scientific-panel-on-ai", "Panel", "小组"),
    ],
)
def test_no_record_is_called_by_its_slug(
    real_record: Snapshot, record_id: str, english: str, chinese: str
):
    assert english in record_names(real_record, words("en"), [record_id])[0]
    assert chinese in record_names(real_record, words("zh"), [record_id])[0]


@pytest.mark.parametrize(
    ("row", "english", "chinese"),
    [
        (NOTHING, "", ""),
        ({**NOTHING, "sponsors": 1234}, "1,234", "1,234"),
        ({**NOTHING, "sponsors": 0}, "0", "0"),
        (GROUP, "Group of 77", "77国集团"),
        ({**GROUP, "sponsors_added": 17}, "Group of 77 and 17 more", "77国集团及另外17国"),
        ({**GROUP, "sponsors_draft": 1}, "Group of 77 and one more", "77国集团及另外1国"),
        ({**GROUP, "submitted_for": None}, "A State on behalf of a group", "一国代表集团"),
        (
            {**NOTHING, "submitted_by": "president"},
            *("President of the General Assembly", "大会主席"),
        ),
    ],
)
def test_what_stands_where_a_number_would(
    real_record: Snapshot, row: dict[str, Any], english: str, chinese: str
):
    assert sponsors_in_words(real_record, words("en"), row) == english
    assert sponsors_in_words(real_record, words("zh"), row) == chinese


@pytest.mark.parametrize(
    ("symbol", "english", "chinese"),
    [
        (
            "A/RES/79/194",
            "Tabled by Uganda on behalf of a group",
            "由乌干达代表77国集团",
        ),
        (
            "A/RES/80/178",
            "Tabled by Iraq on behalf of a group",
            "由伊拉克代表77国集团",
        ),
        ("A/RES/79/325", "Tabled by: President of the General Assembly.", "提出者：大会主席。"),
        ("A/RES/79/119", "Tabled by: Bureau of the Committee.", "提出者：委员会主席团。"),
        ("A/RES/78/265", "", ""),
        ("A/79/88", "", ""),
    ],
)
def test_who_tabled_it_in_a_sentence(
    real_record: Snapshot, symbol: str, english: str, chinese: str
):
    documents = real_record.tables["documents"]
    (row,) = rows_of(documents[documents["id"] == symbol])
    for language, said in (("en", english), ("zh", chinese)):
        found = tabled_in_words(real_record, words(language), row)
        assert found.startswith(said)
        assert bool(found) == bool(said)
