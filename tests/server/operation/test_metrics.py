from __future__ import annotations

import json
import logging
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from prometheus_client.parser import text_string_to_metric_families
from streamlit.runtime.scriptrunner_utils.exceptions import StopException

from dashboard.corpus import store
from dashboard.server.operation.metrics import (
    METRICS,
    Meters,
    export_timed,
    measuring,
    meters,
    metrics_address,
    rerun_timed,
)
from dashboard.server.operation.readiness import READINESS
from tests.invented.synthetic import snapshot

ROOT = Path(__file__).parents[3]


class FakeStore:
    seconds = 2.5


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, port: int) -> Iterator[str]:
    """The address of the metrics of a process that has its data."""
    monkeypatch.setenv(METRICS, str(port))
    monkeypatch.setattr(store, "current", snapshot)
    monkeypatch.setattr(store, "store", FakeStore)
    monkeypatch.setattr(READINESS, "phase", "ready")
    with measuring():
        yield f"http://127.0.0.1:{port}/metrics"


def samples(address: str) -> dict[tuple[str, ...], float]:
    """By name and the values of the labels."""
    with urlopen(address, timeout=60) as answer:
        text = answer.read().decode()
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


@pytest.mark.parametrize(
    "given", ["on", "0", "65536", "-1", "host:", "host", "http://host/:9464", "８０"]
)
def test_what_is_no_port_is_refused(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv(METRICS, given)
    with pytest.raises(ValueError, match=METRICS):
        metrics_address()


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("", None),
        ("9464", ("127.0.0.1", 9464)),
        ("0.0.0.0:9464", ("0.0.0.0", 9464)),
        ("[::1]:80", ("::1", 80)),
    ],
)
def test_a_port_alone_is_one_of_this_machine(
    monkeypatch: pytest.MonkeyPatch, given: str, found: tuple[str, int] | None
) -> None:
    monkeypatch.setenv(METRICS, given)
    assert metrics_address() == found


def test_unless_asked_for_nothing_is_counted_and_nothing_listens(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(METRICS, raising=False)
    with measuring(), rerun_timed("votes"), export_timed("csv"):
        assert meters() is None


def test_a_port_that_is_taken_keeps_nobody_from_the_record(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        monkeypatch.setenv(METRICS, str(taken.getsockname()[1]))
        with caplog.at_level(logging.ERROR), measuring():
            assert meters() is None
    assert "no metrics at 127.0.0.1" in caplog.text


def test_a_run_is_timed_however_it_ends(asked: str) -> None:
    with rerun_timed("votes"):
        pass
    with pytest.raises(StopException), rerun_timed("votes"):  # no error: the page ends here
        raise StopException
    with pytest.raises(LookupError), rerun_timed("asks"):
        raise LookupError("no such bar")
    with export_timed("docx"):
        pass
    found = samples(asked)
    assert found["dashboard_rerun_seconds_count", "votes"] == 2
    assert found["dashboard_rerun_seconds_count", "asks"] == 1
    assert found["dashboard_rerun_failures_total", "asks"] == 1
    assert found["dashboard_rerun_failures_total", "votes"] == 0
    assert found["dashboard_export_seconds_count", "docx"] == 1


def test_the_data_are_told_and_what_is_wrong_with_them(
    asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = samples(asked)
    (info,) = (name for name in found if name[0] == "dashboard_data_info")
    assert "v1" in info
    assert found["dashboard_data_records", "votes"] == 6
    assert found["dashboard_snapshot_load_seconds",] == 2.5
    assert found["dashboard_data_stale",] == found["dashboard_data_problems", "error"] == 0
    assert found["dashboard_ready",] == 1
    monkeypatch.setattr(store, "current", lambda: snapshot(stale=True))
    assert samples(asked)["dashboard_data_stale",] == 1


def test_asking_starts_no_load(asked: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(READINESS, "phase", "loading")
    monkeypatch.setattr(store, "current", lambda: pytest.fail("loaded"))
    found = samples(asked)
    assert found["dashboard_ready",] == 0
    assert not [name for name in found if name[0].startswith("dashboard_data")]


def test_the_board_shows_metrics_that_exist(asked: str) -> None:
    named = set(re.findall(r"\b(?:dashboard|process)_\w+", board()))
    with rerun_timed("votes"), export_timed("csv"):
        pass
    with pytest.raises(LookupError), rerun_timed("votes"):
        raise LookupError
    there = {name for name, *_ in samples(asked)}
    assert len(named) > 8
    assert named - there == set()
    own = {name for name in there if name.startswith("dashboard_") and name not in named}
    assert {name for name in own if not name.endswith(("_sum", "_created"))} == {
        "dashboard_data_records",
        "dashboard_data_loaded_timestamp_seconds",
        "dashboard_export_seconds_count",
    }


def board() -> str:
    text = (ROOT / "deploy" / "grafana" / "dashboard.json").read_text(encoding="utf-8")
    panels = json.loads(text)["panels"]
    assert len({panel["id"] for panel in panels}) == len(panels)
    return json.dumps([panel["targets"] for panel in panels])


def test_each_process_has_a_registry_of_its_own() -> None:
    assert Meters().registry is not Meters().registry
