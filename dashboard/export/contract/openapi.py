"""The routes as an OpenAPI 3.1 document, from the same contract the routes are made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard import __version__
from dashboard.corpus.tables.columns import TABLES
from dashboard.export.contract import openapi_parameters as parameters
from dashboard.export.contract.openapi_schemas import ref, schemas

JSON = "application/json"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MAPS = ("world_110m.json",)


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
        "paths": {
            **{path: item for table in TABLES for path, item in _table(table)},
            **_feeds(),
            **_descriptions(),
            "/map/{name}": {"get": _map()},
        },
        "components": {
            "schemas": schemas(),
            "parameters": {**parameters.components(codes), **_conditions()},
            "responses": _responses(),
            "headers": _headers(),
        },
    }


def _table(table: str) -> list[tuple[str, dict[str, Any]]]:
    bodies = {"json": (JSON, ref(table)), "csv": ("text/csv", _text()), "xlsx": (XLSX, {})}
    return [
        (
            f"/api/{table}.{form}",
            {
                "get": _operation(
                    f"{table}_{form}",
                    f"Rows of the table {table} as {form.upper()}",
                    (kind, schema),
                    parameters.references(table),
                    named=form != "json",
                )
            },
        )
        for form, (kind, schema) in bodies.items()
    ]


def _feeds() -> dict[str, Any]:
    calendar, atom = ("text/calendar", _text()), ("application/atom+xml", _text())
    requests, timeline = (
        parameters.references(table, calendar=True) for table in ("requests", "timeline")
    )
    changes = [parameters.reference(n) for n in ("since", "limit", "offset", "lang_of_feed")]
    return {
        f"/api/{name}": {
            "get": _operation(
                name.replace(".", "_"), summary, body, taken, named=name.endswith(".ics")
            )
        }
        for name, summary, body, taken in (
            ("requests.ics", "Due dates of requests as a calendar", calendar, requests),
            ("timeline.ics", "Events of the timeline as a calendar", calendar, timeline),
            ("changes.atom", "Changes of the record as a feed, the newest first", atom, changes),
        )
    }


def _descriptions() -> dict[str, Any]:
    described = {
        "schema": ("Tables, columns and parameters", ref("schema")),
        "openapi": ("This document", {"type": "object"}),
        "datapackage": ("The CSV files as a Frictionless Data Package", {"type": "object"}),
    }
    found = {
        f"/api/{name}.json": {"get": _operation(name, summary, (JSON, schema), [], reads=False)}
        for name, (summary, schema) in described.items()
    }
    health = {
        "operationId": "health",
        "summary": "Whether data is served, and which",
        "responses": {"200": _content("as it stands", JSON, ref("health")), **_refused("503")},
    }
    return {**found, "/healthz": {"get": health}}


def _operation(
    name: str,
    summary: str,
    body: tuple[str, Any],
    taken: Sequence[Mapping[str, Any]],
    *,
    reads: bool = True,
    named: bool = False,
) -> dict[str, Any]:
    """A GET with its conditions. `reads`: parameters, which it may refuse; `named`: as a file."""
    headers = [
        "ETag",
        "Last-Modified",
        "Cache-Control",
        *(["Content-Disposition"] if named else []),
    ]
    good = _content(summary, *body)
    good["headers"] = {header: {"$ref": f"#/components/headers/{header}"} for header in headers}
    return {
        "operationId": name,
        "summary": summary,
        "parameters": [*taken, *(parameters.reference(condition) for condition in _conditions())],
        "responses": {"200": good, **_refused("304", *(["400"] if reads else []), "503")},
    }


def _map() -> dict[str, Any]:
    name = {"type": "string", "enum": list(_MAPS)}
    return {
        "operationId": "map",
        "summary": "Outlines of the world map, as plotly.js asks for them",
        "parameters": [{"name": "name", "in": "path", "required": True, "schema": name}],
        "responses": {
            "200": _content("outlines as TopoJSON", JSON, {"type": "object"}),
            "404": _content("no such map", "text/plain", _text()),
        },
    }


def _refused(*statuses: str) -> dict[str, Any]:
    return {status: {"$ref": f"#/components/responses/{status}"} for status in statuses}


def _responses() -> dict[str, Any]:
    return {
        "304": {"description": "what the client holds is still good"},
        "400": _content("a value that cannot be read", JSON, ref("error")),
        "404": _content("there is no such route", JSON, ref("error")),
        "503": _content("no data is loaded", JSON, ref("unavailable")),
    }


def _headers() -> dict[str, Any]:
    meanings = {
        "ETag": "names the content: data, day, code and query",
        "Last-Modified": "when the data or the day changed; not sent where `q` searches wording",
        "Cache-Control": "private, no-cache: ask again, with the tag",
        "Content-Disposition": "the file's name",
    }
    return {name: {"description": said, "schema": _text()} for name, said in meanings.items()}


def _conditions() -> dict[str, Any]:
    said = {
        "If-None-Match": "tags held; the answer is 304 where one is still good",
        "If-Modified-Since": "an HTTP date; heard only without If-None-Match",
    }
    return {
        name: {"name": name, "in": "header", "description": meaning, "schema": _text()}
        for name, meaning in said.items()
    }


def _content(description: str, kind: str, schema: Any) -> dict[str, Any]:
    return {"description": description, "content": {kind: {"schema": schema}}}


def _text() -> dict[str, Any]:
    return {"type": "string"}
