from __future__ import annotations

import json
import logging

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.api import routes
from dashboard.corpus import store
from dashboard.corpus.snapshot import NoDataError, Snapshot
from dashboard.corpus.tables.columns import TABLES
from dashboard.server.agreed_language import MAX_BYTES
from tests.invented.reference_readers import csv_cells
from tests.invented.synthetic import LOADED, problem, snapshot

DRAFTS = "/api/agreed_language.json"
CANARY = "Zweihundert Kanarienvögel requests the shepherd to count xylographic cumulonimbi"


def serving(monkeypatch: pytest.MonkeyPatch, record: Snapshot | Exception) -> TestClient:
    def current() -> Snapshot:
        if isinstance(record, Exception):
            raise record
        return record

    monkeypatch.setattr(store, "current", current)
    return TestClient(Starlette(routes=routes()))


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> TestClient:
    return serving(monkeypatch, snapshot())


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_table_answers_no_rows(monkeypatch: pytest.MonkeyPatch, table: str) -> None:
    client = serving(monkeypatch, snapshot(version="none", **{table: []}))
    assert client.get(f"/api/{table}.json").json() == {
        "data_version": "none", "total": 0, "query": {}, "ignored": [], "rows": [],
    }  # fmt: skip
    assert client.get(f"/api/{table}.csv").text == "\ufeff" + ",".join(TABLES[table]) + "\r\n"


@pytest.mark.parametrize("path", ["/api/timeline.json", "/api/documents.csv", "/healthz"])
def test_without_data_nothing_is_served_and_the_reason_is_told(
    monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    client = serving(monkeypatch, NoDataError([problem(file="/home/me/data/states.yaml")]))
    answer = client.get(path)
    assert answer.status_code == 503
    assert answer.json()["last_problem"] == "states.yaml:3: date: no such day"
    assert "home" not in answer.text


def test_a_fault_of_ours_shows_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = serving(monkeypatch, RuntimeError("/secret/path")).get("/api/votes.json")
    assert answer.status_code == 500
    assert set(answer.json()) == {"error"}
    assert "secret" not in answer.text


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("track=militry", "did you mean 'military'?"),
        ("from=2024-02-30", "found '2024-02-30'"),
        ("to=%D9%A2%D9%A0%D9%A2%D9%A4", "YYYY-MM-DD"),
        ("limit=-1", "a whole number"),
        ("sort=tittle_en", "did you mean 'title_en'?"),
        ("q=%00%F0%9F%A4%96", "at least one letter"),
        ("from=2024&from=2025", "allowed: one value"),
        ("kind=" + "x" * 300, "at most 200 characters"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(
    client: TestClient, query: str, sentence: str
) -> None:
    for form in ("json", "csv", "xlsx"):
        answer = client.get(f"/api/timeline.{form}?{query}")
        assert answer.status_code == 400
        assert answer.headers["content-type"].startswith("application/json")
        assert set(answer.json()) == {"error"}
        assert sentence in answer.json()["error"]
        assert "\n" not in answer.json()["error"]


@pytest.mark.parametrize("query", ["q=%ED%A0%80a", "q=%FF", "%ED%A0%80=1", "a" * 999 + "=1", "&="])
def test_broken_encodings_are_answered(client: TestClient, query: str) -> None:
    answer = client.get(f"/api/timeline.json?{query}")
    assert answer.status_code in (200, 400)
    assert json.loads(answer.content.decode("utf-8"))


def test_a_view_is_the_same_query_on_another_path(client: TestClient) -> None:
    answer = client.get(
        "/api/timeline.json?kind=summit&kind=LAW&country=!usa&lang=zh&view=list&colour=red"
        "&position=yes&sort=-date&limit=1"
    ).json()
    assert answer["query"] == {
        "kind": ["law", "summit"], "country": ["!USA"], "sort": ["-date"], "limit": ["1"],
        "lang": ["zh"], "view": ["list"],
    }  # fmt: skip
    assert answer["ignored"] == ["colour", "position"]
    assert answer["total"] == 2
    assert [row["id"] for row in answer["rows"]] == ["law-one"]


@pytest.mark.parametrize("table", TABLES)
def test_both_forms_carry_the_same_rows_and_columns(client: TestClient, table: str) -> None:
    answer = client.get(f"/api/{table}.json").json()
    header, *lines = csv_cells(client.get(f"/api/{table}.csv").text)
    assert header == list(TABLES[table])
    assert len(lines) == len(answer["rows"]) == answer["total"] > 0
    assert all(list(row) == header for row in answer["rows"])


def test_a_formula_in_a_title_is_text_in_csv_and_untouched_in_json(client: TestClient) -> None:
    assert "'=Invented law" in client.get("/api/timeline.csv?kind=law").text
    assert client.get("/api/timeline.json?kind=law").json()["rows"][0]["title_en"] == (
        "=Invented law"
    )


@pytest.mark.parametrize("path", ["/api", "/api/", "/api/nothing.json", "/api/votes", "/api/a/b"])
def test_an_unknown_path_is_not_found_and_not_repeated(client: TestClient, path: str) -> None:
    answer = client.get(path + "?x=<script>")
    assert answer.status_code == 404
    assert "script" not in answer.text
    assert "nothing" not in answer.json()["error"]


def test_head_answers_and_writing_does_not(client: TestClient) -> None:
    for path in (
        *("/api/timeline.json", "/api/votes.csv", "/api/requests.xlsx"),
        *("/api/schema.json", "/api/openapi.json", "/api/datapackage.json", "/healthz"),
    ):
        assert client.head(path).status_code == 200
        assert client.post(path).status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        *("/api/timeline.json", "/api/timeline.csv", "/api/timeline.xlsx"),
        *("/api/schema.json", "/api/openapi.json", "/api/datapackage.json"),
    ],
)
def test_an_unchanged_answer_is_not_sent_again(
    monkeypatch: pytest.MonkeyPatch, client: TestClient, path: str
) -> None:
    first = client.get(path)
    tag = first.headers["etag"]
    assert first.headers["cache-control"] == "private, no-cache"
    for held in (tag, f'W/{tag}, "other"', "*"):
        again = client.get(path, headers={"If-None-Match": held})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200
    newer = serving(monkeypatch, snapshot(version="v2"))
    assert newer.get(path, headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("path", ["/api/votes.json", "/api/votes.xlsx", "/api/schema.json"])
def test_what_was_not_modified_is_not_sent_again(client: TestClient, path: str) -> None:
    loaded = "Sun, 01 Nov 2026 12:00:00 GMT"
    first = client.get(path)
    assert first.headers["last-modified"] == loaded

    def status(since: str, **more: str) -> int:
        return client.get(path, headers={"If-Modified-Since": since, **more}).status_code

    assert status(loaded) == status("Tue, 01 Dec 2026 00:00:00 GMT") == 304
    assert status("Sun, 01 Nov 2026 11:59:59 GMT") == status("yesterday") == 200
    assert status(loaded, **{"If-None-Match": '"other"'}) == 200  # RFC 9110, 13.1.3
    assert status("yesterday", **{"If-None-Match": first.headers["etag"]}) == 304


def test_a_search_has_a_tag_and_no_day_because_wording_has_none(client: TestClient) -> None:
    headers = client.get("/api/timeline.json?q=summit").headers
    assert "etag" in headers
    assert "last-modified" not in headers


def test_tags_differ_by_query_and_form_and_not_by_order(client: TestClient) -> None:
    paths = ("timeline.json", "timeline.csv", "timeline.json?kind=law", "documents.json")
    assert len({client.get(f"/api/{path}").headers["etag"] for path in paths}) == len(paths)
    one, two = (
        client.get(f"/api/timeline.json?{query}").headers["etag"]
        for query in ("kind=law&from=2024", "from=2024&kind=law")
    )
    assert one == two


def test_the_schema_describes_what_is_served(client: TestClient) -> None:
    answer = client.get("/api/schema.json").json()
    assert answer["data_version"] == "v1"
    assert set(answer["tables"]) == set(TABLES)


def test_health_says_version_records_and_last_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    body = serving(monkeypatch, snapshot()).get("/healthz").json()
    assert (body["status"], body["stale"], body["last_problem"]) == ("ok", False, None)
    assert body["data_version"] == "v1"
    assert body["loaded_at"] == LOADED.isoformat()
    assert body["records"] == {
        "timeline": 5, "documents": 5, "paragraphs": 4, "acts": 4, "recorded_votes": 3, "votes": 6,
        "sponsors": 2, "statements": 2, "requests": 3, "countries": 3,
    }  # fmt: skip


def test_records_left_out_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    body = serving(monkeypatch, snapshot(problems=(problem(),))).get("/healthz").json()
    assert (body["status"], body["errors"]) == ("incomplete", 1)


def test_old_data_is_still_healthy_and_says_why_it_is_old(monkeypatch: pytest.MonkeyPatch) -> None:
    problems = (problem("warning", "curated/two.yaml"), problem(file="../outside/one.yaml"))
    answer = serving(monkeypatch, snapshot(stale=True, problems=problems)).get("/healthz")
    body = answer.json()
    assert (answer.status_code, body["status"], body["stale"]) == (200, "stale", True)
    assert body["last_problem"] == "one.yaml:3: date: no such day"
    assert (body["errors"], body["warnings"]) == (1, 1)
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH"])
def test_no_other_method(client: TestClient, method: str) -> None:
    answer = client.request(method, DRAFTS)
    assert answer.status_code == 405
    assert answer.headers["allow"] == "POST"


def test_nothing_of_the_words_is_logged(
    client: TestClient, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.DEBUG)
    assert client.post(DRAFTS, json={"text": CANARY}).status_code == 200

    def fail(*_: object) -> None:
        raise ValueError(CANARY)

    monkeypatch.setattr("dashboard.server.agreed_language.matches", fail)
    answer = client.post(DRAFTS, json={"text": CANARY})
    assert answer.status_code == 500
    assert "Kanarienv" not in caplog.text + answer.text
    assert "ValueError" in caplog.text


def test_a_long_body_is_cut_off(client: TestClient) -> None:
    assert client.post(DRAFTS, content=b" " * (MAX_BYTES * 2)).status_code == 413
