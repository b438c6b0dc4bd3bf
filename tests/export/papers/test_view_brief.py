"""The brief of a view: its question, n of N, every row with its links, what is left out."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import pandas as pd
import pytest
from docx import Document

from dashboard.corpus.tables.columns import TABLES
from dashboard.export.papers.paper import markdown, word
from dashboard.export.papers.view_brief import MOST, View, view_brief
from dashboard.words import words
from tests.invented.synthetic import snapshot
from tests.invented.word_files import paragraphs

BASE = "http://127.0.0.1:8501"
ADDRESS = f"{BASE}/requests?v=v1"
DAY = dt.date(2037, 1, 16)


def brief(found: pd.DataFrame, table: str, language: Any = "en") -> Any:
    view = View(table, words(language)(f"{table}.nav"), "all", ADDRESS, DAY)
    return view_brief(snapshot(), words(language), found, view, BASE)


def test_an_empty_view_is_said_and_not_left_blank():
    paper = brief(snapshot().tables["requests"].head(0), "requests")
    *said, sources = markdown(paper).split("\n\n")
    assert "does not endorse this record" in sources
    assert said == [
        "# AI governance record\\: Reports and deadlines",
        "Question\\: all",
        "0 of 3 requests",
        "Data version v1, taken on 16 January 2037",
        "Status as of 15 January 2037.",
        f"[Open this view]({ADDRESS})",
        "Nothing fits these filters",
    ]
    assert [style for style, _ in paragraphs(word(paper))] == ["Title", *["Normal"] * 7]


@pytest.mark.parametrize("table", sorted({"timeline", "documents", "statements"} & set(TABLES)))
def test_every_row_is_an_item(table: str):
    frame = snapshot().tables[table]
    paper = brief(frame, table)
    assert markdown(paper).count("\n\n- **") == len(frame)
    assert [style for style, _ in paragraphs(word(paper))].count("List Bullet") == len(frame)


def test_a_chinese_brief_is_chinese():
    paper = brief(snapshot().tables["timeline"], "timeline", "zh")
    assert "- **2035年12月2日** · 关于人工智能的虚构决议 · " in markdown(paper)
    assert Document(io.BytesIO(word(paper))).core_properties.language == "zh"


def test_no_more_rows_than_a_paper_holds():
    frame = snapshot().tables["requests"]
    many = pd.concat([frame] * (MOST // len(frame) + 1))
    paper = brief(many, "requests")
    assert markdown(paper).count("\n\n- **") == MOST
    left = "One more row is left out here; the view holds it."
    assert paragraphs(word(paper))[-2] == ("Normal", left)
