"""What the columns of the tables mean, in every language."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from dashboard.corpus.tables.columns import TABLES, Kind
from dashboard.words import LANGUAGES

COLUMNS = [column for columns in TABLES.values() for column in columns.values()]
CODES = re.compile(r"`[a-z_]+`|YYYY(-MM)?(-DD)?|A/RES/\S+|ISO3|sponsors_absence|\(e\)")


@pytest.mark.parametrize("table", TABLES)
def test_every_column_is_of_a_kind_and_codes_alone_have_a_vocabulary(table: str):
    for name, column in TABLES[table].items():
        assert column.kind in get_args(Kind), name
        assert column.vocabulary is None or column.kind in ("code", "codes"), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_meaning_is_said_in_each_language(language: str):
    missing = [column.about for column in COLUMNS if not column.meanings.get(language)]
    assert missing == [] or LANGUAGES[language].partial


def test_chinese_keeps_every_code_and_no_other_english():
    for column in COLUMNS:
        chinese = column.meanings["zh"]
        kept = set(re.findall(r"`[a-z_]+`", column.about))
        assert kept == set(re.findall(r"`[a-z_]+`", chinese))
        assert not re.search(r"[A-Za-z]{2,}", CODES.sub("", chinese)), column.about
