"""No address brings a route down, hides rows in silence, or comes back as something that acts."""

from __future__ import annotations

import json
import logging

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from dashboard.analysis.selection.parameters import PARAMETERS, Parameter
from dashboard.analysis.selection.parse_url import query_of
from dashboard.api import routes
from dashboard.corpus import store
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.columns import TABLES
from dashboard.server.headers import SecurityHeaders
from dashboard.server.record_addresses import record_routes
from dashboard.server.responses import Asked, table_answer
from tests.hostile.inputs import PATHS, VALUES


@pytest.mark.parametrize("parameter", PARAMETERS, ids=[p.name for p in PARAMETERS])
def test_a_value_selects_or_is_refused_and_never_shortens_a_table_in_silence(
    snapshot: Snapshot, parameter: Parameter
):
    table = next(table for table in reversed(TABLES) if table in parameter.columns)
    whole = len(snapshot.tables[table])
    for value in VALUES:
        pairs = [(parameter.name, value)]
        query = query_of(snapshot, pairs, table)
        assert len(query.unknown) + len(query.values) <= 1, value[:50]
        if query.values:
            continue  # it was understood; what is blank asks nothing, and the rest is told
        answer = table_answer(snapshot, Asked(pairs), table, "json")
        told = json.loads(answer.text)
        if query.unknown:
            assert (answer.status, set(told)) == (400, {"error"})
            assert len(told["error"]) < 600
        else:
            assert told["total"] == len(told["rows"]) == whole


def test_no_path_is_a_fault_or_comes_back_as_markup(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.WARNING)
    monkeypatch.setattr(store, "current", lambda: snapshot)
    own = [*routes(), *record_routes()]
    app = Starlette(routes=own, middleware=[Middleware(SecurityHeaders)])
    client = TestClient(app, follow_redirects=False)
    for path in PATHS:
        answer = client.get(path)
        assert answer.status_code in (200, 307, 400, 404), path[:100]
        assert "Traceback" not in answer.text
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "html" not in answer.headers.get("content-type", "")
        if answer.status_code == 307:
            to = answer.headers["location"]
            assert to.startswith("/"), path
            assert not to.startswith(("//", "/\\")), path
            assert to.isprintable(), path
    assert caplog.records == []
