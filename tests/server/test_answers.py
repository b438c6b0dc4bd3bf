from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from dashboard.corpus import texts
from dashboard.server.answers import no_data_answer, table_answer, told
from tests.synthetic import problem, snapshot


def test_no_parameters_answer_the_whole_table() -> None:
    answer = table_answer(snapshot(), "documents", "json", [])
    body = json.loads(answer.text)
    assert (answer.status, body["total"], body["query"], body["ignored"]) == (200, 5, {}, [])


def test_no_problem_is_told_where_none_is_known() -> None:
    assert json.loads(no_data_answer().text)["last_problem"] is None
    warnings = [problem("warning")]
    assert json.loads(no_data_answer(warnings).text)["last_problem"] is None


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("curated/one.yaml", "curated/one.yaml"),
        ("/srv/data/one.yaml", "one.yaml"),
        ("../../srv/one.yaml", "one.yaml"),
    ],
)
def test_files_are_named_within_the_data_folder_only(file: str, name: str) -> None:
    assert told(problem(file=file)) == f"{name}:3: date: no such day"


@pytest.mark.parametrize("held", ["", ",", '"', "W/", 'W/""', "x" * 9000])
def test_a_broken_if_none_match_gets_the_full_answer(held: str) -> None:
    assert table_answer(snapshot(), "votes", "csv", [], held).status == 200


def test_attached_wording_changes_the_tag_of_a_search_and_of_nothing_else() -> None:
    def tags() -> list[str]:
        texts.reset()
        asked = ([("q", "sheep")], [])
        answers = [table_answer(snapshot(), "paragraphs", "json", query) for query in asked]
        return [answer.headers["ETag"] for answer in answers]

    before = tags()
    folder = Path(os.environ["DASHBOARD_TEXTS"])
    folder.mkdir()
    (folder / "A-RES-90-1.en.json").write_text("{}", encoding="utf-8")
    after = tags()
    assert before[0] != after[0]
    assert before[1] == after[1]


def test_total_counts_the_selection_and_rows_the_window() -> None:
    pairs = [("stage", "plenary"), ("limit", "1"), ("offset", "2")]
    body = json.loads(table_answer(snapshot(), "votes", "json", pairs).text)
    assert (body["total"], [row["iso3"] for row in body["rows"]]) == (3, ["USA"])
