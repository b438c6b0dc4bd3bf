"""Codes and States by name, in a language that has the name and in one that has not."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.corpus.snapshot import Snapshot
from dashboard.words import words
from dashboard.words.labels import label_of, record_names, state_name, verb_of


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
