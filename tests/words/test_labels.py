"""Codes and States by name, in a language that has the name and in one that has not."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.corpus.snapshot import Snapshot
from dashboard.words.labels import label_of, state_name


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
