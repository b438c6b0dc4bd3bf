"""What stands in deploy/ agrees with itself and with the code, as far as no container is needed."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from dashboard.cli import main
from dashboard.server.access.rules import FORWARDED
from dashboard.server.operation.logs import LOG
from dashboard.server.operation.metrics import METRICS
from dashboard.server.operation.readiness import DRAIN, READY
from tests.test_dependencies import HASHED, PINNED, PROJECT, constraint_lines

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
DOCKERFILE = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
UNIT = (DEPLOY / "dashboard@.service").read_text(encoding="utf-8")
REPLICAS = [COMPOSE["services"][name] for name in ("dashboard-1", "dashboard-2")]
SECRET = "STREAMLIT_SERVER_COOKIE_SECRET"


def addresses() -> list[str]:
    return [f"{replica['networks']['inside']['ipv4_address']}:8501" for replica in REPLICAS]


@pytest.mark.parametrize("kind", ["machine", "containers"])
def test_each_site_of_nginx_is_what_the_template_makes(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if kind == "machine":
        file, options = "nginx.conf", ["record.example.org"]
    else:
        replicas = [part for address in addresses() for part in ("--replica", address)]
        file, options = "nginx.compose.conf", ["_", "--plain", "8080", *replicas]
    assert main(["serve", "--site", *options]) == 0
    assert (DEPLOY / file).read_text(encoding="utf-8") == capsys.readouterr().out


def test_the_image_has_what_runs_and_its_packages_are_pinned_by_hash():
    text = (DEPLOY / "requirements.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    assert [line for line in lines if not (PINNED.match(line) or HASHED.match(line))] == []
    pinned = {line.split("==")[0]: line for line in lines if PINNED.match(line)}
    declared = {
        re.match(r"[A-Za-z0-9-]+", entry)[0].lower() for entry in PROJECT["project"]["dependencies"]
    }
    assert declared - pinned.keys() == set()
    tested = {line.split("==")[0]: line for line in constraint_lines() if PINNED.match(line)}
    assert {name: line for name, line in pinned.items() if tested.get(name, line) != line} == {}
    assert not {"pytest", "playwright", "ruff"} & pinned.keys()
    assert "--require-hashes" in DOCKERFILE


def test_all_that_is_copied_is_there_and_nothing_else_is_sent_to_the_builder():
    copied = {
        name
        for sources in re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE)
        for name in sources.split()
    }
    assert {name for name in copied if not (ROOT / name).exists()} == set()
    allowed = {
        line.removeprefix("!").removesuffix("/config.toml")
        for line in (DEPLOY / "Dockerfile.dockerignore").read_text("utf-8").splitlines()
        if line.startswith("!")
    }
    assert allowed == copied


def test_the_image_runs_as_nobody_and_says_when_it_is_ready():
    assert re.search(r"^USER 10001$", DOCKERFILE, re.MULTILINE)
    assert f"http://127.0.0.1:8501{READY}" in DOCKERFILE
    assert '"--server.port=8501"' in DOCKERFILE
    assert "STOPSIGNAL SIGTERM" in DOCKERFILE


def test_every_container_is_read_only_and_without_rights():
    for name, service in COMPOSE["services"].items():
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert service["logging"]["options"]["max-size"], name
    for replica in REPLICAS:
        assert set(replica["networks"]) == {"inside"}
        assert "ports" not in replica
        assert [volume for volume in replica["volumes"] if not volume.endswith(":ro")] == []
        written = {entry.partition(":")[0] for entry in replica["tmpfs"]}
        assert written >= {"/tmp", re.search(r"XDG_CACHE_HOME=(\S+)", DOCKERFILE)[1]}
        assert replica["mem_limit"]
    assert COMPOSE["networks"]["inside"]["internal"] is True


def test_both_replicas_share_what_they_must():
    one, two = (replica["environment"] for replica in REPLICAS)
    assert one == two
    assert one.keys() == {SECRET, DRAIN, LOG, METRICS, FORWARDED}
    assert one[SECRET].startswith("${DASHBOARD_COOKIE_SECRET:?")
    for replica in REPLICAS:
        assert int(one[DRAIN]) < int(replica["stop_grace_period"].removesuffix("s"))


def unit() -> dict[str, list[str]]:
    """Every setting of the unit with its values, as often as it stands there."""
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r"^(\w+)=(.*)$", UNIT, re.MULTILINE):
        found.setdefault(name, []).append(value)
    return found


def test_the_unit_takes_leave_before_it_is_ended_and_waits_until_it_is_ready():
    settings = unit()
    given = " ".join(settings["Environment"])
    drain = re.search(rf"{DRAIN}=(\d+)", given)
    assert drain
    assert int(drain[1]) < int(settings["TimeoutStopSec"][0])
    assert settings["ExecStartPost"][0].endswith(f"http://127.0.0.1:%i{READY}")
    assert f"{LOG}=json" in given
    assert settings["LimitNOFILE"] == ["65536"]
    assert settings["WantedBy"] == settings["PartOf"] == ["dashboard.target"]


def test_the_target_starts_the_ports_that_nginx_knows():
    target = configparser.ConfigParser()
    target.read(DEPLOY / "dashboard.target", encoding="utf-8")
    ports = re.findall(r"dashboard@(\d+)\.service", target["Unit"]["Wants"])
    site = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    assert set(re.findall(r"server 127\.0\.0\.1:(\d+)", site)) == set(ports)


def test_systemd_knows_every_setting(tmp_path: Path):
    """By systemd itself where it is there; what it would start is not on this machine."""
    program = shutil.which("systemd-analyze")
    runs = re.sub(r"^(Exec\w+=-?)\S+", r"\1/bin/true", UNIT, flags=re.MULTILINE)
    runs = runs.replace("User=dashboard", "User=root")
    (tmp_path / "dashboard@.service").write_text(runs, encoding="utf-8")
    shutil.copy(DEPLOY / "dashboard.target", tmp_path)
    assert runs.count("/bin/true") == 2
    if program:
        checked = subprocess.run(
            [program, "verify", str(tmp_path / "dashboard@8501.service")],
            env={"SYSTEMD_UNIT_PATH": f"{tmp_path}:"}, capture_output=True, text=True, timeout=60,
        )  # fmt: skip
        assert [line for line in checked.stderr.splitlines() if "dashboard" in line] == []


def test_each_part_is_explained_in_ten_lines_or_fewer():
    text = (DEPLOY / "README.md").read_text(encoding="utf-8")
    sections = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    prose = [re.sub(r"```.*?```", "", part, flags=re.DOTALL).splitlines() for part in sections]
    long = {title: sum(map(bool, map(str.strip, lines))) for title, *lines in prose}
    assert {title: lines for title, lines in long.items() if lines > 10} == {}
    named = set(re.findall(r"`([\w@.-]+\.\w+|Dockerfile)`", text))
    files = {path.name for path in DEPLOY.iterdir() if path.is_file()} - {"README.md"}
    assert files - {"Dockerfile.dockerignore"} - named == set()
