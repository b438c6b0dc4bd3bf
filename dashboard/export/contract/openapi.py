"""The routes as an OpenAPI 3.1 document, from the same contract the routes are made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dashboard import __version__
from dashboard.corpus.tables.columns import TABLES
from dashboard.export.contract import openapi_parameters as parameters
from dashboard.export.contract.openapi_schemas import TEXT, ref, schemas

JSON = "application/json"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MAPS = ("world_110m.json",)


def _answer(description: str, kind: str, schema: Any) -> dict[str, Any]:
    return {"description": description, "content": {kind: {"schema": schema}}}


_REFUSALS = {
    "304": {"description": "what the client holds is still good"},
    "400": _answer("a value that cannot be read", JSON, ref("schemas", "error")),
    "404": _answer("there is no such route", JSON, ref("schemas", "error")),
    "503": _answer(
        "no data is loaded, or not yet",
        JSON,
        {"anyOf": [ref("schemas", "unavailable"), ref("schemas", "waiting")]},
    ),
}
_HEADERS = {
    "ETag": "names the content: data, day, code and query",
    "Last-Modified": "when the data or the day changed; not sent where `q` searches wording",
    "Cache-Control": "private, no-cache: ask again, with the tag",
    "Content-Disposition": "the file's name",
}
_CONDITIONS = {
    "If-None-Match": "tags held; the answer is 304 where one is still good",
    "If-Modified-Since": "an HTTP date; heard only without If-None-Match",
}


def openapi(codes: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Every route with its parameters and each answer it can give.

    `codes` holds the codes of each parameter (`analysis.codes.allowed_codes`); a parameter
    without any is described by a pattern.
    """
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "AI governance record",
            "version": __version__,
            "summary": "The tables of the dashboard, selected by the parameters of its pages.",
            "description": (
                "Read-only. The query of a page is the query of a route. Names a route does not "
                "know stand under `ignored`; a value that cannot be read gets 400 and a sentence."
            ),
            "license": {"name": "Apache License 2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": _paths(),
        "components": {
            "schemas": schemas(),
            "parameters": parameters.components(codes)
            | {
                name: {"name": name, "in": "header", "description": meaning, "schema": TEXT}
                for name, meaning in _CONDITIONS.items()
            },
            "responses": _REFUSALS,
            "headers": {
                name: {"description": meaning, "schema": TEXT} for name, meaning in _HEADERS.items()
            },
        },
    }


def _paths() -> dict[str, Any]:
    alive = {"anyOf": [ref("schemas", "health"), ref("schemas", "waiting")]}
    health = _answer("as it stands", JSON, alive)
    return {
        **{f"/api/{name}": {"get": _get(name, *described)} for name, *described in _routes()},
        "/healthz": {
            "get": {
                "operationId": "health",
                "summary": "Whether data is served, and which",
                "responses": {"200": health, "503": ref("responses", "503")},
            }
        },
        "/readyz": {
            "get": {
                "operationId": "ready",
                "summary": "Whether readers may be sent here: not while it loads or ends",
                "responses": {
                    "200": _answer("ready", JSON, ref("schemas", "ready")),
                    "503": ref("responses", "503"),
                },
            }
        },
        "/map/{name}": {"get": _map()},
        "/api/agreed_language.json": {"post": _agreed_language()},
    }


def _agreed_language() -> dict[str, Any]:
    """The one route that takes a body: words that stand in no address."""
    good = _answer(
        "each line beside the paragraphs nearest", JSON, ref("schemas", "agreed_language")
    )
    too_long = _answer("a body that is too long", JSON, ref("schemas", "error"))
    return {
        "operationId": "agreed_language",
        "summary": "The lines of a draft beside the adopted paragraphs nearest to them",
        "description": "Nothing of the words is kept, logged or cached.",
        "requestBody": {
            "required": True,
            "content": {JSON: {"schema": ref("schemas", "draft")}},
        },
        "responses": {
            "200": good,
            "400": ref("responses", "400"),
            "413": too_long,
            "503": ref("responses", "503"),
        },
    }


def _routes() -> Iterator[tuple[str, str, str, Any, Sequence[str]]]:
    """Name, summary, media type, schema of the body and parameters of each route under `/api`."""
    for table in TABLES:
        taken = parameters.taken(table)
        rows = f"Rows of the table {table} as"
        yield f"{table}.json", f"{rows} JSON", JSON, ref("schemas", table), taken
        yield f"{table}.csv", f"{rows} CSV", "text/csv", TEXT, taken
        yield f"{table}.xlsx", f"{rows} XLSX", XLSX, {}, taken
    for table, rows in (
        ("requests", "Due dates of requests"),
        ("timeline", "Events of the timeline"),
    ):
        taken = parameters.taken(table, calendar=True)
        yield f"{table}.ics", f"{rows} as a calendar", "text/calendar", TEXT, taken
    feed = "Changes of the record as a feed, the newest first"
    taken = ["since", "limit", "offset", "lang_of_feed"]
    yield "changes.atom", feed, "application/atom+xml", TEXT, taken
    package = "The CSV files as a Frictionless Data Package"
    yield "schema.json", "Tables, columns and parameters", JSON, ref("schemas", "schema"), ()
    yield "openapi.json", "This document", JSON, {"type": "object"}, ()
    yield "datapackage.json", package, JSON, {"type": "object"}, ()


def _get(name: str, summary: str, kind: str, schema: Any, taken: Sequence[str]) -> dict[str, Any]:
    """A GET with its conditions. With parameters it may refuse; but for JSON and Atom, a file."""
    stem, _, form = name.partition(".")
    headers = [h for h in _HEADERS if h != "Content-Disposition" or form in ("csv", "xlsx", "ics")]
    refused = ("304", "400", "503") if taken else ("304", "503")
    good = _answer(summary, kind, schema) | {"headers": {h: ref("headers", h) for h in headers}}
    return {
        "operationId": f"{stem}_{form}" if taken else stem,
        "summary": summary,
        "parameters": [ref("parameters", parameter) for parameter in (*taken, *_CONDITIONS)],
        "responses": {"200": good, **{status: ref("responses", status) for status in refused}},
    }


def _map() -> dict[str, Any]:
    name = {"type": "string", "enum": list(_MAPS)}
    return {
        "operationId": "map",
        "summary": "Outlines of the world map, as plotly.js asks for them",
        "parameters": [{"name": "name", "in": "path", "required": True, "schema": name}],
        "responses": {
            "200": _answer("outlines as TopoJSON", JSON, {"type": "object"}),
            "404": _answer("no such map", "text/plain", TEXT),
        },
    }
