"""What the documents say is what the code does."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from streamlit import config

from dashboard.analysis.selection.parameters import PARAMETERS, Parameter
from dashboard.corpus.tables.columns import Column
from dashboard.export.tables.dictionary import (
    dictionary,
    generated,
    parameter_table,
    with_generated,
)
from dashboard.server.access.rules import FORWARDED
from dashboard.server.budgets.allowances import DEFAULTS, Allowance
from dashboard.server.budgets.exports import MOST_BYTES, MOST_FILES, MOST_OF_ONE, MOST_WAITING
from dashboard.server.budgets.middleware import BYTES_OF_A_PASTE, BYTES_OF_A_RERUN

ROOT = Path(__file__).parents[1]
START, END = "<!-- t:start -->", "<!-- t:end -->"
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]["contracts"]
DOCUMENTS = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")),
    *(ROOT / "docs").glob("*.md"),
]
HARDENING = (ROOT / "docs" / "hardening.md").read_text(encoding="utf-8")


def rooms_in_readme() -> list[tuple[int, str, set[str]]]:
    """Row number, room and what it never imports, from the table of rooms."""
    return [(row, room, never) for row, room, _, never in room_table()]


def room_table() -> list[tuple[int, str, set[str], set[str]]]:
    """Row number, room, the nouns in it, and what it never imports."""
    rows = re.findall(
        r"^\| (\d+) \| `(\w+)` \| ([^|]*) \| [^|]+ \| ([^|]*) \| [^|]+ \|$", README, re.MULTILINE
    )
    return [(int(row), room, words_in(nouns), words_in(never)) for row, room, nouns, never in rows]


def words_in(cell: str) -> set[str]:
    return {word.strip(" `") for word in cell.split(",") if word.strip()}


def test_a_table_without_columns_has_only_its_heading():
    assert dictionary({}) == ""
    assert dictionary({"empty": {}}).splitlines()[-1] == "|---|---|---|"


def test_a_column_with_a_bar_in_its_meaning_stays_one_row():
    row = dictionary({"t": {"c": Column("code", {"en": "a|b"}, "kinds")}}).splitlines()[-1]
    assert row == r"| `c` | code | a\|b (`data/vocabulary`: kinds) |"


@pytest.mark.parametrize("text", ["", START, END, f"{END}{START}", f"{START}{START}{END}"])
def test_a_text_without_both_markers_in_order_is_refused(text: str):
    with pytest.raises(ValueError, match="each once"):
        with_generated(text, {"t": "new"})


def test_what_stands_outside_the_markers_is_kept():
    text = with_generated(f"before\n{START}old{END}\nafter", {"t": "new"})
    assert text.startswith("before\n")
    assert text.endswith("\nafter")
    assert "old" not in text
    assert "\n\nnew\n\n" in text


def test_a_parameter_stands_in_the_row_of_the_one_it_names_and_none_is_lost():
    assert parameter_table([]).splitlines()[-1] == "|---|---|"
    late = [Parameter("b", "flag", "c|d", {}, beside="a"), Parameter("a", "flag", "first", {})]
    assert parameter_table(late).splitlines()[-1] == r"| `a` `b` | first; c\|d |"
    named = re.findall(r"`(\w+)`(?=[^|]*\|[^|]*\|$)", parameter_table(PARAMETERS), re.MULTILINE)
    assert sorted(named) == sorted(parameter.name for parameter in PARAMETERS)


def test_the_readme_has_todays_parameters_and_dictionary():
    assert with_generated(README, generated()) == README, "run `make docs`"


def test_the_readme_lists_the_rooms_in_the_order_of_the_contract():
    layers = next(contract["layers"] for contract in CONTRACTS if contract["type"] == "layers")
    contract = [
        (number, room.removeprefix("dashboard."))
        for number, layer in enumerate(reversed(layers), start=1)
        for room in layer.split(" | ")
    ]
    assert [(number, room) for number, room, _ in rooms_in_readme()] == contract


def test_the_readme_says_what_each_room_never_imports():
    forbidden: dict[str, set[str]] = {room: set() for _, room, _ in rooms_in_readme()}
    for contract in CONTRACTS:
        if contract["type"] != "forbidden":
            continue
        excepted = {entry.split(".")[1] for entry in contract.get("ignore_imports", [])}
        for module in contract["source_modules"]:
            room = module.removeprefix("dashboard.")
            if room not in excepted:
                forbidden[room].update(contract["forbidden_modules"])
    assert {room: never for _, room, never in rooms_in_readme()} == forbidden


def test_every_room_of_the_package_is_in_the_table():
    package = ROOT / "dashboard"
    rooms = {path.stem for path in package.iterdir() if path.suffix == ".py"} | {
        path.parent.name for path in package.glob("*/__init__.py")
    }
    assert rooms - {"__init__"} == {room for _, room, _ in rooms_in_readme()}


def test_the_table_names_the_nouns_of_each_room():
    laid = {
        room: {path.parent.name for path in (ROOT / "dashboard" / room).glob("*/__init__.py")}
        for _, room, _, _ in room_table()
    }
    assert {room: nouns for _, room, nouns, _ in room_table()} == laid


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_inside_the_project_lead_somewhere(document: Path):
    text = document.read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
    assert [target for target in targets if not (document.parent / target).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_make_target_named_exists(document: Path):
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"`?\bmake ([a-z]+)\b`?", "\n".join(commands(document))))
    assert named - targets == set()


def test_every_setting_is_in_the_hardening_table_and_every_one_there_is_read():
    code = "\n".join(p.read_text("utf-8") for p in (ROOT / "dashboard").rglob("*.py"))
    read = set(re.findall(r"\bDASHBOARD_[A-Z_]+\b", code))
    listed = re.findall(r"^\| `([A-Z_]+)` \|", HARDENING, re.MULTILINE)
    assert {name for name in listed if name.startswith("DASHBOARD_")} == read
    assert FORWARDED in listed
    theirs = [name.removeprefix("STREAMLIT_") for name in listed if name.startswith("STREAMLIT_")]
    known = {re.sub(r"\.|(?=[A-Z])", "_", key).upper() for key in config.get_config_options()}
    assert set(theirs) <= known


def test_the_budgets_documented_are_those_that_hold():
    rows = re.findall(r"^\| `(\w+)` \| (\d+) \| *(\d*) *\|", HARDENING, re.MULTILINE)
    found = {name: Allowance(float(most), float(more or 0)) for name, most, more in rows}
    assert found == DEFAULTS
    for number in (MOST_FILES, MOST_BYTES // 1_000_000, MOST_OF_ONE, MOST_WAITING):
        assert re.search(rf"\b{number}\b", HARDENING)
    for number in (BYTES_OF_A_RERUN, BYTES_OF_A_PASTE):
        assert f"{number:,} bytes" in HARDENING


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_path_named_exists(document: Path):
    named = re.findall(r"`((?:server|tests|deploy|docs)/[\w./@-]+)`", document.read_text("utf-8"))
    rooms = (ROOT, ROOT / "dashboard")
    assert [name for name in named if not any((room / name).exists() for room in rooms)] == []


def commands(document: Path) -> list[str]:
    """What the document shows as code: between backticks, or in a fenced block."""
    text = document.read_text(encoding="utf-8")
    fenced = re.findall(r"```\w*\n(.*?)```", text, re.DOTALL)
    return fenced + re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))
