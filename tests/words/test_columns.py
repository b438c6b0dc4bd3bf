"""What the columns of the tables mean, in every language."""

from __future__ import annotations

import re

import pytest

from dashboard.corpus.tables.columns import TABLES
from dashboard.words import LANGUAGES, translations

MEANINGS = {column.about for columns in TABLES.values() for column in columns.values()}
CODES = re.compile(r"`[a-z_]+`|YYYY(-MM)?(-DD)?|A/RES/\S+|ISO3|sponsors_absence|\(e\)")


def test_each_meaning_is_there_and_nothing_else():
    assert set(translations("columns")) == MEANINGS


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_every_meaning_is_said_in_each_other_language(language: str):
    said = translations("columns").items()
    missing = [english for english, others in said if not others.get(language)]
    assert missing == [] or LANGUAGES[language].partial


def test_chinese_keeps_every_code_and_no_other_english():
    for english, others in translations("columns").items():
        kept = {found.group() for found in re.finditer(r"`[a-z_]+`", english)}
        assert kept == {found.group() for found in re.finditer(r"`[a-z_]+`", others["zh"])}
        assert not re.search(r"[A-Za-z]{2,}", CODES.sub("", others["zh"])), english
