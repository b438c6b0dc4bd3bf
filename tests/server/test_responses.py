from __future__ import annotations

import datetime as dt
import io
import json

import pytest
from openpyxl import load_workbook

from dashboard.corpus import official_text
from dashboard.server.http_cache import CachedCopy
from dashboard.server.responses import Answer, Asked, no_data_answer, table_answer, told
from tests.invented.synthetic import AS_OF, problem, snapshot
from tests.invented.wordings import attach


def test_no_parameters_answer_the_whole_table() -> None:
    answer = table_answer(snapshot(), Asked(), "documents", "json")
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
    assert table_answer(snapshot(), Asked(held=CachedCopy(tags=held)), "votes", "csv").status == 200


def test_attached_wording_changes_the_tag_of_a_search_and_of_nothing_else() -> None:
    def tags() -> list[str]:
        official_text.reset()
        asked = ([("q", "sheep")], [])
        answers = [table_answer(snapshot(), Asked(query), "paragraphs", "json") for query in asked]
        return [answer.headers["ETag"] for answer in answers]

    before = tags()
    attach("A/RES/90/1", "en", {"op1": "Asks for goats;"})
    after = tags()
    assert before[0] != after[0]
    assert before[1] == after[1]


@pytest.mark.parametrize(
    ("parameters", "hit"),
    [
        ([], None),
        ([("q", "requests")], None),
        ([("q", "sheepfold"), ("lang", "en")], "Asks to mend the ⟦sheepfold⟧, <b>now</b>;"),
        ([("q", "sheepfold"), ("lang", "zh")], "en：Asks to mend the ⟦sheepfold⟧, <b>now</b>;"),
        ([("q", "羊圈"), ("lang", "en")], "zh: 请牧人修补⟦羊圈⟧；"),
        ([("q", "羊圈 -goats"), ("lang", "zh")], "请牧人修补⟦羊圈⟧；"),
        ([("q", "90/10 para 2")], None),
    ],
)  # fmt: skip
def test_the_words_around_a_hit_in_the_wording_stand_in_its_row(
    parameters: list[tuple[str, str]], hit: str | None
) -> None:
    attach("A/RES/90/10", "en", {"op2": "Asks to mend the sheepfold, <b>now</b>;"})
    attach("A/RES/90/10", "zh", {"op2": "请牧人修补羊圈；"})
    body = json.loads(table_answer(snapshot(), Asked(parameters), "paragraphs", "json").text)
    assert {row["id"]: row["hit"] for row in body["rows"]}["A/RES/90/10#op2"] == hit
    csv = table_answer(snapshot(), Asked(parameters), "paragraphs", "csv").text
    assert hit in csv if hit else "⟦" not in csv


def test_total_counts_the_selection_and_rows_the_window() -> None:
    pairs = [("stage", "plenary"), ("limit", "1"), ("offset", "2")]
    body = json.loads(table_answer(snapshot(), Asked(pairs), "votes", "json").text)
    assert (body["total"], [row["iso3"] for row in body["rows"]]) == (3, ["USA"])


def test_statuses_are_those_of_the_last_day_that_as_of_can_mean() -> None:
    def statuses(as_of: str) -> dict[str, str]:
        body = json.loads(
            table_answer(snapshot(), Asked([("as_of", as_of)]), "requests", "json").text
        )
        assert body["query"] == {"as_of": [as_of]}
        return {row["id"]: row["status"] for row in body["rows"]}

    early, late = statuses("2035"), statuses("2040-12-31")
    assert statuses("2035-12-31") == early
    assert statuses("2035-12") == early
    assert "not_yet_due" in early.values()
    assert "not_yet_due" not in late.values()
    assert statuses("9999").keys() == early.keys()
    assert statuses("0001") == {}, "nothing was asked for by then"


def test_a_status_is_chosen_among_those_of_the_day() -> None:
    asked = [("as_of", "2035"), ("status", "not_yet_due")]
    early = json.loads(table_answer(snapshot(), Asked(asked), "requests", "json").text)
    today = json.loads(table_answer(snapshot(), Asked(asked[1:]), "requests", "json").text)
    assert early["total"] > today["total"]


def test_as_of_is_in_the_tag_of_requests_and_ignored_elsewhere() -> None:
    def answer(table: str, *asked: tuple[str, str]) -> Answer:
        return table_answer(snapshot(), Asked(asked), table, "json")

    tags = {answer("requests", *p).headers["ETag"] for p in ([], [("as_of", "2035")])}
    assert len(tags) == 2
    assert json.loads(answer("votes", ("as_of", "2035")).text)["ignored"] == ["as_of"]


def test_a_tag_lasts_a_day_because_statuses_do() -> None:
    tomorrow = snapshot().on(AS_OF + dt.timedelta(days=1))
    first, second = (table_answer(s, Asked(), "requests", "json") for s in (snapshot(), tomorrow))
    assert first.headers["ETag"] != second.headers["ETag"]


def test_a_workbook_holds_the_rows_the_window_and_where_they_are_from() -> None:
    asked = [("stage", "plenary"), ("limit", "1"), ("offset", "2"), ("lang", "zh"), ("x", "y")]
    answer = table_answer(
        snapshot(), Asked(asked, link="https://here/api/votes.xlsx"), "votes", "xlsx"
    )
    rows, _, facts = load_workbook(io.BytesIO(answer.body)).worksheets
    header, *found = rows.values
    assert [dict(zip(header, row, strict=True))["iso3"] for row in found] == ["USA"]
    said = dict(facts.values)
    link = "https://here/api/votes.xlsx?stage=plenary&limit=1&offset=2&lang=zh"
    assert said["同一组数据"] == link
    assert (said["数据版本"], said["生成日期"]) == ("v1", "2037-01-15")
    assert (said["本文件行数"], said["选中行数"]) == (1, 3)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="votes-v1.xlsx"'
