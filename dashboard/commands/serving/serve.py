"""`dashboard serve`: one process for each core of the machine, and nginx before them."""

from __future__ import annotations

import os
import secrets
import socket
import sys
import tempfile
from collections.abc import Mapping, Sequence
from ipaddress import ip_network
from pathlib import Path
from typing import Final

import click

from dashboard.commands.arguments import Stop
from dashboard.commands.serving.balancer import MISSING, nginx, site, write
from dashboard.commands.serving.workers import Supervisor, Worker
from dashboard.corpus.store import data_folder
from dashboard.server.access.rules import FORWARDED, RulesError, rules_file
from dashboard.server.operation.metrics import METRICS
from dashboard.server.operation.readiness import DRAIN, READY

ROOT: Final = Path(__file__).parents[3]
HERE: Final = "127.0.0.1"
SECRET: Final = "STREAMLIT_SERVER_COOKIE_SECRET"
PASSED_ON: Final = (
    "this nginx passes on whatever header a visitor sends, so no gateway's name could be believed:"
    " write the site of your own nginx as deploy/README.md shows, or use the framework's sign-in"
)
LEAVE: Final = 3
"""Seconds in which a process takes leave of its readers, unless the environment says otherwise."""


@click.command
@click.option(
    "--workers", type=click.IntRange(1, 64), help="processes (default: one for each core)"
)
@click.option(
    "--port",
    type=click.IntRange(1, 65_000),
    default=8501,
    show_default=True,
    help="where nginx listens; the processes take the ports after it",
)
@click.option("--host", default=HERE, show_default=True, help="the address it listens at")
@click.option(
    "--site",
    "name",
    metavar="NAME",
    help="print the site of nginx for a host name, with https, and end",
)
@click.option(
    "--replica",
    "replicas",
    multiple=True,
    metavar="HOST:PORT",
    help="of --site: where a process is (may be repeated)",
)
@click.option(
    "--plain",
    metavar="PORT",
    help="of --site: listen there without https, behind something that has the certificate",
)
@click.option(
    "--behind",
    multiple=True,
    metavar="ADDRESS",
    help="of --site: a proxy before this nginx, or its network, that says where readers come from",
)
def serve(
    workers: int | None,
    port: int,
    host: str,
    name: str | None,
    replicas: tuple[str, ...],
    plain: str | None,
    behind: tuple[str, ...],
) -> int:
    """Serve the record by one process for each core, with nginx before them.

    A process that ends is started again; SIGUSR1 replaces them one by one.
    """
    if name:
        chosen = replicas or tuple(f"{HERE}:{port + n}" for n in range(workers or 2))
        print(_site_for(name, chosen, plain, [_network(each) for each in behind]), end="")
        return 0
    if nginx() is None:
        raise Stop(MISSING)
    try:
        rules = rules_file()
    except RulesError as error:
        raise Stop(error) from None
    if rules and rules.current().proxy:
        raise Stop(PASSED_ON)
    count = workers or cores()
    ports = range(port + 1, port + 1 + count)
    _free(host, port)
    for each in ports:
        _free(HERE, each)
    with tempfile.TemporaryDirectory(prefix="dashboard-serve-") as folder:
        own = os.environ | {SECRET: os.environ.get(SECRET) or secrets.token_hex(32)}
        own |= {"DASHBOARD_DATA": str(data_folder().resolve())}
        own.setdefault(DRAIN, str(LEAVE))
        own.setdefault(FORWARDED, HERE)
        listening = f"{host}:{port}"
        written = site([f"{HERE}:{each}" for each in ports], listening, connections=4096)
        command = write(Path(folder), written)
        first, *others = [_worker(each, n, own) for n, each in enumerate(ports)]
        balancer = Worker(f"nginx at http://{listening}", command, os.environ)
        Supervisor([first, balancer, *others], float(own[DRAIN]), _tell).run()
    return 0


def cores() -> int:
    """The cores this process may use."""
    known = getattr(os, "sched_getaffinity", None)
    return len(known(0)) if known else os.cpu_count() or 1


def _site_for(
    name: str, replicas: tuple[str, ...], plain: str | None, behind: Sequence[str]
) -> str:
    if plain:
        return site(replicas, plain, name, log="/dev/stdout", behind=behind)
    log = "/var/log/nginx/record.log"
    return site(replicas, "443 ssl http2", name, certificate=True, log=log, behind=behind)


def _network(given: str) -> str:
    """An address or a network as nginx reads it. Raises `Stop` for anything else."""
    try:
        return str(ip_network(given))
    except ValueError:
        raise Stop(
            f"--behind: found {given!r}; allowed: an address, or a network as 10.0.0.0/8"
        ) from None


def _worker(port: int, number: int, environment: Mapping[str, str]) -> Worker:
    own = {**environment, "STREAMLIT_LOGGER_HIDE_WELCOME_MESSAGE": "true"}
    if metrics := own.get(METRICS):
        before, colon, first = metrics.rpartition(":")
        if not first.isdecimal():
            raise Stop(f"{METRICS}: found {metrics!r}; allowed: a port, or an address and a port")
        own[METRICS] = f"{before}{colon}{int(first) + number}"
    command = [
        *(sys.executable, "-m", "streamlit", "run", str(ROOT / "streamlit_app.py")),
        *(f"--server.port={port}", f"--server.address={HERE}"),
    ]
    name, ready_at = f"process {number + 1} (port {port})", f"http://{HERE}:{port}{READY}"
    return Worker(name, command, own, ROOT, ready_at)


def _free(host: str, port: int) -> None:
    """Raises `Stop` where something else listens there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as fault:
            raise Stop(f"{host}:{port}: {fault.strerror}; choose another with --port", 1) from fault


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
