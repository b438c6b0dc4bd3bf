from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from dashboard.server.operation.logs import FIELDS, LOG, wants_json, write_json

TYPED = "reader's words"


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What is written once JSON is asked for; everything is as before afterwards."""
    root, kind = logging.getLogger(), logging.getLoggerClass()
    known = [logging.getLogger(name) for name in list(logging.root.manager.loggerDict)]
    before = [(e, list(e.handlers), e.propagate, e.level) for e in [root, *known]]
    stream = io.StringIO()
    monkeypatch.setenv(LOG, "json")
    write_json(stream)
    yield stream
    logging.setLoggerClass(kind)
    for each, handlers, propagate, level in before:
        each.handlers[:], each.propagate = handlers, propagate
        each.setLevel(level)


@pytest.fixture
def silenced() -> logging.Logger:
    """As uvicorn leaves its log of requests where none is wanted."""
    access = logging.getLogger("a.library.that.logs.every.request")
    access.propagate = False
    return access


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


@pytest.mark.parametrize("given", ["JSON", "text", "yes"])
def test_another_form_is_refused(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv(LOG, given)
    with pytest.raises(ValueError, match=LOG):
        wants_json()


def test_unless_asked_for_nothing_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(LOG, raising=False)
    before, kind = list(logging.getLogger().handlers), logging.getLoggerClass()
    write_json(io.StringIO())
    assert logging.getLogger().handlers == before
    assert logging.getLoggerClass() is kind


def test_an_error_is_told_by_its_kind_and_place_and_not_in_its_words(
    written: io.StringIO,
) -> None:
    try:
        try:
            int(TYPED)
        except ValueError as cause:
            raise LookupError(TYPED) from cause
    except LookupError:
        logging.getLogger("dashboard.api").exception("%s failed", "/api/votes.json")
    assert TYPED not in written.getvalue()
    (line,) = lines(written)
    assert line["message"] == "/api/votes.json failed"
    assert line["error"] == ["LookupError", "ValueError"]
    assert line["at"][-1].startswith("tests/server/operation/test_logs.py:")


def test_of_a_library_s_message_the_pattern_is_told(written: io.StringIO) -> None:
    logging.getLogger("uvicorn.error").warning("refused %s", TYPED)
    logging.getLogger("streamlit.web").error("line one\nline two")
    assert TYPED not in written.getvalue()
    assert [line["message"] for line in lines(written)] == ["refused %s", "line one\nline two"]


def test_a_library_that_makes_its_logger_later_writes_in_the_same_form(
    written: io.StringIO,
) -> None:
    late, own = logging.getLogger("some.library.imported.later"), io.StringIO()
    late.addHandler(logging.StreamHandler(own))
    late.propagate = False
    late.warning("told")
    assert own.getvalue() == ""
    assert [line["logger"] for line in lines(written)] == ["some.library.imported.later"]


def test_a_logger_its_library_silenced_stays_silent(
    silenced: logging.Logger, written: io.StringIO
) -> None:
    silenced.error("%s asked", TYPED)
    assert written.getvalue() == ""


def test_what_else_is_to_be_told_stands_beside_the_message(written: io.StringIO) -> None:
    logging.getLogger("dashboard.x").info("request", extra={FIELDS: {"status": 404}})
    (line,) = lines(written)
    assert (line["level"], line["message"], line["status"]) == ("info", "request", 404)
    assert line["time"].endswith("+00:00")
