"""What a process counts and times, for Prometheus, on a port of its own; nothing unless asked for.

No name of a reader, no address and no word of a request is among it: labels are pages, kinds of
file, and reasons that stand here.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    start_http_server,
)
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from dashboard import __version__
from dashboard.corpus import store
from dashboard.server.operation.readiness import READINESS

log = logging.getLogger(__name__)
METRICS: Final = "DASHBOARD_METRICS"
"""The environment variable with the port, or the address and port, to be asked for metrics."""
HERE: Final = "127.0.0.1"
REASONS: Final = {
    400: "not_readable",
    401: "not_signed_in",
    403: "not_allowed",
    405: "other_method",
    411: "no_length",
    413: "too_large",
    421: "other_host",
    429: "over_budget",
    503: "not_ready",
}
"""Why a request is refused, by the status it is answered with; others are no refusals."""
_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class Data(Collector):
    """What is served and how it stands, looked up when it is asked for; it never starts a load."""

    def collect(self) -> Iterable[Metric]:
        """Of the data: version, records, problems, age and the seconds they took to be read."""
        ready = READINESS.phase == "ready"
        yield GaugeMetricFamily("dashboard_ready", "1 where readers may be sent here.", ready)
        if not ready:
            return
        shared, served = store.store(), store.current()
        info = GaugeMetricFamily("dashboard_data_info", "The data served.", labels=["data", "code"])
        info.add_metric([served.version, __version__], 1)
        yield info
        yield GaugeMetricFamily(
            "dashboard_data_stale", "1 where newer data are refused.", served.stale
        )
        problems = GaugeMetricFamily(
            "dashboard_data_problems", "Problems known of the data.", labels=["severity"]
        )
        problems.add_metric(["error"], len(served.errors))
        problems.add_metric(["warning"], len(served.warnings))
        yield problems
        rows = GaugeMetricFamily("dashboard_data_records", "Rows of a table.", labels=["table"])
        for name in served.tables:
            rows.add_metric([name], len(served.tables[name]))
        yield rows
        yield GaugeMetricFamily(
            "dashboard_data_loaded_timestamp_seconds",
            "When the data served were read.",
            served.loaded_at.timestamp(),
        )
        yield GaugeMetricFamily(
            "dashboard_snapshot_load_seconds",
            "How long the data served took to be read.",
            shared.seconds,
        )


class Meters:
    """The metrics of this process, in a registry of their own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.registry.register(Data())
        ProcessCollector(registry=self.registry)
        self.reruns = Histogram(
            "dashboard_rerun_seconds", "A page's script, from start to end.", ["page"],
            buckets=_SECONDS, registry=self.registry,
        )  # fmt: skip
        self.failures = Counter(
            "dashboard_rerun_failures", "Runs of a page's script that failed.", ["page"],
            registry=self.registry,
        )  # fmt: skip
        self.exports = Histogram(
            "dashboard_export_seconds", "A file or an answer of a route being made.", ["form"],
            buckets=_SECONDS, registry=self.registry,
        )  # fmt: skip
        self.refused = Counter(
            "dashboard_refused", "Requests refused.", ["reason"], registry=self.registry
        )
        self.sessions = Gauge("dashboard_sessions", "Open pages.", registry=self.registry)
        for reason in REASONS.values():  # a rate needs a nought to start from
            self.refused.labels(reason)


_meters: Meters | None = None


def meters() -> Meters | None:
    """The metrics of this process; none where nobody asked for them."""
    return _meters


def metrics_address() -> tuple[str, int] | None:
    """Address and port by the environment; none where it is unset.

    Raises `ValueError` for anything but a port, or an address and a port.
    """
    given = os.environ.get(METRICS, "").strip()
    if not given:
        return None
    host, _, port = given.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    if not (port.isascii() and port.isdecimal() and 0 < int(port) < 65_536) or "/" in host:
        raise ValueError(
            f"{METRICS}: found {given!r}; allowed: a port such as 9464, or an address and a port "
            "such as 0.0.0.0:9464"
        )
    return host or HERE, int(port)


@contextmanager
def measuring() -> Iterator[None]:
    """Count, time and answer Prometheus until the block ends, where the environment says so.

    A port that is taken is logged, and nothing is counted: readers are served all the same.
    """
    global _meters
    address = metrics_address()
    if address is None:
        yield
        return
    found = Meters()
    try:
        server, thread = start_http_server(address[1], address[0], found.registry)
    except OSError as fault:
        log.error("no metrics at %s port %d: %s", *address, fault.strerror)
        yield
        return
    _meters = found
    try:
        yield
    finally:
        _meters = None
        server.shutdown()
        server.server_close()
        thread.join(timeout=10)


@contextmanager
def rerun_timed(page: str) -> Iterator[None]:
    """Time a run of a page's script, also one that is broken off; count one that fails."""
    found = _meters
    if found is None:
        yield
        return
    with found.reruns.labels(page).time(), found.failures.labels(page).count_exceptions():
        yield


@contextmanager
def export_timed(form: str) -> Iterator[None]:
    """Time a file being made, by the ending of its name."""
    found = _meters
    if found is None:
        yield
        return
    with found.exports.labels(form).time():
        yield
