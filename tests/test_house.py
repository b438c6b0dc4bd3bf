"""The house itself: what is configured, too large and forbidden, wherever it stands."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from streamlit import config

from dashboard import __version__

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LONGEST = 255
MOST = 12


def tracked(*patterns: str) -> list[Path]:
    """Files git knows, or, in an archive without git, those that lie there."""
    listing = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", *patterns], capture_output=True, text=True, check=False
    )
    if listing.returncode == 0:
        found = [ROOT / line for line in listing.stdout.splitlines()]
    else:
        found = [path for pattern in patterns for path in ROOT.glob(pattern.replace("/", "/**/"))]
    return [path for path in found if path.is_file()]


def code() -> list[Path]:
    return tracked("dashboard/*.py", "streamlit_app.py")


def settings(table: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from settings(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


CONFIG = dict(
    settings(tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")))
)


@pytest.mark.parametrize("key", CONFIG)
def test_streamlit_knows_every_setting(key: str):
    config.get_option(key)  # raises for a key it does not define


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("browser.gatherUsageStats", False),
        ("runner.magicEnabled", False),
        ("client.toolbarMode", "viewer"),
        ("client.showErrorDetails", "none"),
        ("server.enableStaticServing", False),
    ],
)
def test_the_settings_that_keep_visitors_safe_are_set(key: str, value: object):
    assert CONFIG[key] == value


def test_no_font_is_downloaded_and_each_has_one_for_chinese():
    fonts = [value for key, value in CONFIG.items() if key.endswith(("font", "Font"))]
    assert fonts
    assert [font for font in fonts if ":" in font or " SC'" not in font] == []


def test_citation_names_this_version_and_licence():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= citation.keys()
    assert citation["version"] == __version__
    assert citation["license"] == PROJECT["project"]["license"]


@pytest.mark.parametrize("folder", ["dashboard", "tests", "benchmarks"])
def test_no_file_outgrows_its_reader(folder: str):
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in tracked(f"{folder}/*.py")
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def crowded(files: Iterable[Path]) -> dict[Path, int]:
    """Folders with more modules than a reader takes in; what no one looks for by name aside."""
    named = [path for path in files if path.stem not in ("__init__", "conftest")]
    counts = Counter(path.parent for path in named)
    return {folder: number for folder, number in counts.items() if number > MOST}


@pytest.mark.parametrize("folder", ["dashboard", "tests"])
def test_no_folder_outgrows_its_reader(folder: str):
    files = tracked(f"{folder}/*.py")
    assert len(files) > 100
    assert crowded(files) == {}


@pytest.mark.parametrize("beyond", [0, 1, 5])
def test_a_folder_with_one_module_too_many_is_seen(beyond: int):
    names = ["__init__", "conftest", *(f"test_{n}" for n in range(MOST + beyond))]
    folder = ROOT / "tests" / "words"
    found = crowded(folder / f"{name}.py" for name in names)
    assert found == ({folder: MOST + beyond} if beyond else {})


@cache
def calls_and_imports(path: Path) -> tuple[tuple[int, str], ...]:
    """Every dotted name called, keyword passed and module imported, with its line; read once."""
    return tuple(_calls_and_imports(path))


def _calls_and_imports(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield node.lineno, f"{ast.unparse(node.func)}("
            yield from ((node.lineno, f"{word.arg}=") for word in node.keywords if word.arg)
        elif isinstance(node, ast.Import):
            yield from ((node.lineno, f"import {name.name}") for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"import {node.module}.{name.name}") for name in node.names)


FORBIDDEN = {
    "raw HTML in a page": r"^unsafe_allow_html=|^st\.html\(|components\.(v1\.)?html\b",
    "pickle, which runs what it reads": r"^import (c?[Pp]ickle|shelve|marshal|joblib|dill)\b",
    "text run as code": r"(^|\.)(eval|exec|query)\($",
    "YAML with a loader not named here": r"yaml\.(load|unsafe_load|full_load)(_all)?\($",
    "certificates unchecked": r"^verify=$",
}


@pytest.mark.parametrize("fault", FORBIDDEN)
def test_source_has_none_of_the_known_risks(fault: str):
    found = [
        f"{path.relative_to(ROOT)}:{line}: {name}"
        for path in code()
        for line, name in calls_and_imports(path)
        if re.search(FORBIDDEN[fault], name)
    ]
    assert found == [], fault


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("st.markdown(x, unsafe_allow_html=True)", "raw HTML in a page"),
        ("st.components.v1.html(x)", "raw HTML in a page"),
        ("frame.query(text)", "text run as code"),
        ("import pickle", "pickle, which runs what it reads"),
        ("yaml.load(text, Loader=Any)", "YAML with a loader not named here"),
    ],
)
def test_the_scan_sees_what_it_looks_for(tmp_path: Path, source: str, fault: str):
    sample = tmp_path / "sample.py"
    sample.write_text(source, encoding="utf-8")
    assert any(re.search(FORBIDDEN[fault], name) for _, name in calls_and_imports(sample))


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


@cache
def imported(path: Path) -> frozenset[str]:
    """What a file imports: modules, and each name also as `module.name`."""
    found = (name for _, name in calls_and_imports(path) if name.startswith("import "))
    names = {name.removeprefix("import ") for name in found}
    return frozenset(names | {name.rpartition(".")[0] for name in names})


def untested(modules: Iterable[Path], tests: Iterable[Path]) -> list[str]:
    """Modules that are imported neither by a test in the folder that mirrors their own, or one of
    the whole, nor by a tested module of these: a helper is tested through what it helps."""
    own = {test: imported(test) for test in tests}
    waiting = {dotted(path): path for path in modules}
    tested = []
    for name, path in waiting.items():
        folder = ROOT / "tests" / path.parent.relative_to(ROOT / "dashboard")
        if any(
            name in names
            for test, names in own.items()
            if test.is_relative_to(folder) or test.parent == ROOT / "tests"
        ):
            tested.append(name)
    while tested:
        path = waiting.pop(tested.pop(), None)
        tested += sorted(imported(path) & waiting.keys()) if path else []
    return sorted(waiting)


@pytest.mark.parametrize("room", ["sources", "corpus", "analysis", "charts", "export", "server"])
def test_every_module_has_a_test_in_the_folder_that_mirrors_its_own(room: str):
    modules = [path for path in tracked(f"dashboard/{room}/*.py") if path.stem != "__init__"]
    assert modules
    assert untested(modules, tracked("tests/*.py")) == []


def test_a_module_without_a_test_is_seen_and_one_behind_another_is_not_missed():
    charts = ROOT / "dashboard" / "charts"
    modules = [charts / "bar_rows.py", charts / "sponsors" / "shares.py"]
    test = ROOT / "tests" / "charts" / "sponsors" / "test_shares.py"
    assert untested(modules, []) == [
        "dashboard.charts.bar_rows",
        "dashboard.charts.sponsors.shares",
    ]
    assert untested(modules, [test]) == []


def test_ci_runs_what_the_makefile_offers():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert {"setup", "run", "test", "check", "lint", "bench", "constraints"} <= targets
    (parts,) = re.findall(r"^test: ([a-z -]+)  ##", makefile, re.MULTILINE)
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    (started,) = re.findall(r"^make --jobs=2.*\\\n(.*)$", ci, re.MULTILINE)
    assert sorted(started.split()) == sorted(["lint", *parts.split()])
