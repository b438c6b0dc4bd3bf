"""Every route is described, and does what is described, whatever it is asked."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from typing import Any, get_args
from urllib.parse import parse_qsl, urlsplit

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from openapi_spec_validator import OpenAPIV31SpecValidator
from schemathesis import Case, GenerationMode
from schemathesis.checks import negative_data_rejection
from schemathesis.core.failures import FailureGroup
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from dashboard.analysis.selection.codes import allowed_codes
from dashboard.analysis.selection.parameters import acting
from dashboard.api import routes
from dashboard.corpus import store
from dashboard.corpus.snapshot import NoDataError, Snapshot
from dashboard.corpus.tables.columns import TABLES
from dashboard.export.contract.openapi import openapi
from dashboard.export.tables.apart import Format
from dashboard.server.static_files import AT_THE_ROOT
from dashboard.sources.plain_text import HIDDEN
from dashboard.symbols import resolution_symbol
from tests.invented.synthetic import snapshot

CASES = int(os.environ.get("DASHBOARD_CASES", "12"))
"""Cases a route: half as its description allows, half against it."""
RECORD = snapshot(version="0a1b2c3d4e")
CODES = allowed_codes(RECORD.vocabularies, RECORD.states, RECORD.versions)
DESCRIBED = openapi(CODES)
APP = Starlette(routes=routes())
SCHEMA = schemathesis.openapi.from_dict(DESCRIBED)
SCHEMA.app = APP
TABLE_PATHS = [f"/api/{table}.{form}" for table in TABLES for form in get_args(Format)]
GENERATED = [path for path in DESCRIBED["paths"] if not path.endswith((".csv", ".xlsx"))]


@pytest.fixture(autouse=True)
def _served(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "current", lambda: RECORD)


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(APP) as found:
        yield found


def test_without_vocabularies_the_description_is_still_valid() -> None:
    OpenAPIV31SpecValidator(openapi({})).validate()


def test_a_code_with_signs_of_a_pattern_is_taken_as_it_is() -> None:
    found = openapi({"kind": ["a.b|c", "d+"]})["components"]["parameters"]["kind"]
    (codes, excluded) = found["schema"]["items"]["anyOf"]
    assert codes == {"enum": ["a.b|c", "d+", "unknown"]}
    assert re.search(excluded["pattern"], "!a.b|c")
    assert not re.search(excluded["pattern"], "!aXb")


def test_what_is_served_is_valid_openapi(client: TestClient) -> None:
    served = client.get("/api/openapi.json").json()
    OpenAPIV31SpecValidator(served).validate()
    assert served == DESCRIBED


def test_every_route_is_described_and_every_path_is_a_route() -> None:
    catch_all = {"/api", "/api/{path:path}", *(f"/{name}" for name in AT_THE_ROOT)}
    folders = {route.path for route in APP.routes if isinstance(route, Mount)}
    assert folders == {"/fonts", "/map", "/page"}
    described = set(DESCRIBED["paths"]) - {"/map/{name}"}
    assert {route.path for route in APP.routes} - catch_all - folders == described


def test_operations_have_names_of_their_own() -> None:
    names = [
        operation["operationId"]
        for item in DESCRIBED["paths"].values()
        for operation in item.values()
    ]
    assert len(set(names)) == len(names)


def resolved(path: str) -> dict[str, Any]:
    """The query parameters of a path by name."""
    all_of = DESCRIBED["components"]["parameters"]
    found = [
        all_of[p["$ref"].rsplit("/", 1)[1]] for p in DESCRIBED["paths"][path]["get"]["parameters"]
    ]
    return {p["name"]: p for p in found if p["in"] == "query"}


@pytest.mark.parametrize("table", TABLES)
def test_a_table_takes_the_parameters_that_act_on_it_and_repeats_those_that_choose(
    table: str,
) -> None:
    taken = resolved(f"/api/{table}.csv")
    assert list(taken) == [parameter.name for parameter in acting(table)]
    repeated = {name for name, p in taken.items() if p.get("explode")}
    assert repeated == {parameter.name for parameter in acting(table) if parameter.repeats}


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_described_column_by_column(table: str) -> None:
    row = DESCRIBED["components"]["schemas"][f"{table}_row"]
    assert row["required"] == list(row["properties"]) == list(TABLES[table])
    for name, column in TABLES[table].items():
        assert row["properties"][name]["description"].startswith(column.about)


@pytest.mark.parametrize(
    ("text", "good"),
    [
        *(("2024", True), ("2024-02", True), ("2024-02-29", True), ("2000-02-29", True)),
        *(("2023-02-29", False), ("1900-02-29", False), ("2024-04-31", False), ("0000", False)),
        *(("2024-13", False), ("2024-1", False), ("24", False), ("٢٠٢٤", False)),
    ],
)
def test_the_pattern_of_a_date_is_the_calendar(client: TestClient, text: str, good: bool) -> None:
    assert bool(re.search(resolved("/api/votes.json")["from"]["schema"]["pattern"], text)) is good
    assert client.get("/api/votes.json", params={"from": text}).status_code == (
        200 if good else 400
    )


@pytest.mark.parametrize("path", TABLE_PATHS)
def test_without_data_the_answer_is_one_that_is_declared(
    monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    def nothing() -> Snapshot:
        raise NoDataError([])

    monkeypatch.setattr(store, "current", nothing)
    case = SCHEMA[path]["GET"].Case()
    response = case.call()
    assert response.status_code == 503
    case.validate_response(response, excluded_checks=[schemathesis.checks.not_a_server_error])


def test_an_undeclared_answer_would_be_found() -> None:
    case = SCHEMA["/api/votes.csv"]["GET"].Case(query={"limit": "-1"})
    response = case.call()
    assert response.status_code == 400
    case.validate_response(response)
    narrow = openapi(CODES)
    del narrow["paths"]["/api/votes.csv"]["get"]["responses"]["400"]
    with pytest.raises(FailureGroup, match=r"(?i)undocumented"):
        schemathesis.openapi.from_dict(narrow)["/api/votes.csv"]["GET"].Case().validate_response(
            response
        )


def test_a_parameter_dropped_without_a_word_would_be_found() -> None:
    told = {"query": {"kind": ["law"], "limit": ["7"]}, "ignored": ["colour"]}
    url = "/api/timeline.json?kind=%20LAW&kind=&colour=red&limit=007&from=2024"
    assert not_accounted_for(told, url) == [("from", "2024")]


def takes_parameters(path: str) -> bool:
    """Whether a route can be asked wrongly."""
    operation = SCHEMA[path][method_of(path)]
    return bool(operation.query or operation.path_parameters or operation.body)


def method_of(path: str) -> str:
    """The one method of a route."""
    (method,) = DESCRIBED["paths"][path]
    return str(method).upper()


@pytest.mark.parametrize(
    ("path", "mode"),
    [
        (path, mode)
        for path in GENERATED
        for mode in GenerationMode
        if mode.is_positive or takes_parameters(path)
    ],
)
def test_routes_answer_as_declared(path: str, mode: GenerationMode) -> None:
    """The forms of a table take the same parameters: each case is sent to each of them."""
    operation = SCHEMA[path][method_of(path)]

    @settings(
        max_examples=max(1, CASES // 2),
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def asked(case: Case) -> None:
        response = case.call_and_validate(excluded_checks=[negative_data_rejection])
        assert response.headers.get("content-type") or response.status_code == 304
        if path not in TABLE_PATHS:
            return
        if response.status_code == 200:
            assert not_accounted_for(response.json(), str(response.request.url)) == []
        for form in ("csv", "xlsx"):
            other = SCHEMA[path.replace(".json", f".{form}")]["GET"].Case(query=case.query)
            found = other.call_and_validate()
            assert found.status_code == (
                200 if response.status_code == 304 else response.status_code
            )

    asked()


def not_accounted_for(told: dict[str, Any], url: str) -> list[tuple[str, str]]:
    """Parameters of an answered request that were neither used, ignored by name, nor empty."""
    used = {name: {plain(value) for value in told["query"][name]} for name in told["query"]}
    return [
        (name, value)
        for name, value in parse_qsl(urlsplit(url).query, keep_blank_values=True)
        if printable(name)[:60] not in told["ignored"]
        and printable(value).strip()
        and plain(value) not in used.get(name, set())
    ]


def printable(text: str) -> str:
    """As a route reads it: a sign that only hides parts nothing, a control sign does."""
    apart = ("Cc", "Zl", "Zp")
    shown = HIDDEN.sub(lambda sign: " " if unicodedata.category(sign[0]) in apart else "", text)
    return "".join(sign if sign.isprintable() else " " for sign in shown)


def plain(value: str) -> str:
    """A value as the answer tells it: one spelling of a code, a symbol, a number, a column."""
    text = " ".join(printable(value).split())
    mark, bare = ("!", text[1:].strip()) if text.startswith("!") else ("", text.removeprefix("-"))
    symbol = resolution_symbol(bare) if bare.isascii() else None
    folded = (symbol or bare).casefold()
    return mark + (str(int(folded)) if folded.isdecimal() else folded)
