from __future__ import annotations

import socket
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.commands.serving import serve as command
from dashboard.commands.serving.serve import METRICS, SECRET
from dashboard.commands.serving.workers import Supervisor, Worker
from dashboard.server.access.rules import ACCESS, FORWARDED


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Worker]:
    """The workers a supervisor was given; none is started."""
    found: list[Worker] = []
    monkeypatch.setattr(Supervisor, "run", lambda self: found.extend(self.workers))
    monkeypatch.setattr(command, "nginx", lambda: "/usr/sbin/nginx")
    return found


def test_without_nginx_one_sentence_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "nginx", lambda: None)
    assert main(["serve"]) == 2
    told = capsys.readouterr().err
    assert "nginx is not on this machine" in told
    assert "make run" in told
    assert told.count("\n") == 1


def test_a_port_that_is_taken_is_told_before_anything_is_started(
    started: list[Worker], capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port - 1), "--workers", "1"]) == 1
    assert f"127.0.0.1:{port}" in capsys.readouterr().err
    assert started == []


def test_no_gateway_is_believed_behind_an_nginx_that_passes_on_its_header(
    started: list[Worker],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    rules = tmp_path / "access.toml"
    monkeypatch.setenv(ACCESS, str(rules))
    monkeypatch.setenv(FORWARDED, "")
    assert main(["serve"]) == 2
    assert "access.toml" in capsys.readouterr().err
    proxy = 'proxy = { addresses = ["127.0.0.1"], header = "X-Email" }'
    rules.write_text(f'sign_in = "proxy"\nadmitted = ["*"]\n{proxy}')
    assert main(["serve"]) == 2
    assert "passes on" in capsys.readouterr().err
    assert started == []


def test_processes_share_the_secret_and_nothing_else(
    started: list[Worker], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(SECRET, raising=False)
    monkeypatch.setenv(METRICS, "0.0.0.0:9464")
    monkeypatch.setenv("DASHBOARD_DRAIN_SECONDS", "7")
    assert main(["serve", "--port", "48501", "--workers", "3"]) == 0
    first, balancer, *others = started
    processes = [first, *others]
    secrets = {worker.environment[SECRET] for worker in processes}
    assert len(secrets) == 1
    assert len(secrets.pop()) == 64
    assert [worker.environment[METRICS] for worker in processes] == [
        f"0.0.0.0:{port}" for port in (9464, 9465, 9466)
    ]
    assert [worker.ready_at for worker in processes] == [
        f"http://127.0.0.1:{port}/readyz" for port in (48502, 48503, 48504)
    ]
    assert {worker.environment["DASHBOARD_DRAIN_SECONDS"] for worker in processes} == {"7"}
    assert all(Path(worker.environment["DASHBOARD_DATA"]).is_absolute() for worker in processes)
    assert {worker.environment["FORWARDED_ALLOW_IPS"] for worker in processes} == {"127.0.0.1"}
    assert SECRET not in balancer.environment


def test_the_site_of_a_host_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--site", "a.example", "--workers", "1", "--port", "9000"]) == 0
    text = capsys.readouterr().out
    assert "server_name a.example;" in text
    assert "server 127.0.0.1:9000 " in text
    assert "listen 443 ssl" in text


def test_a_proxy_before_nginx_is_an_address_or_a_network(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ["serve", "--site", "a.example", "--plain", "8080", "--behind"]
    assert main([*words, "10.0.0.7"]) == 0
    assert "set_real_ip_from 10.0.0.7/32;" in capsys.readouterr().out
    assert main([*words, "10.0.0.7; }"]) == 2
    assert "--behind: found '10.0.0.7; }'; allowed: an address" in capsys.readouterr().err
