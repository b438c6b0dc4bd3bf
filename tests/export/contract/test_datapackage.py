from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from frictionless import Package, Report, system

from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.columns import TABLES
from dashboard.corpus.tables.frames import frame
from dashboard.export.contract.datapackage import JOINS, KEYS, datapackage
from dashboard.export.tables.rows import csv_text

DESCRIBED = datapackage("v1", {})


def write(folder: Path, record: Snapshot) -> Path:
    """The package of a record as its routes serve it, in a folder."""
    folder.mkdir(exist_ok=True)
    for table in TABLES:
        text = csv_text(record.tables[table], table)
        (folder / f"{table}.csv").write_text(text, encoding="utf-8", newline="")
    # the invented vocabularies that hold a placeholder say nothing about the codes in use
    known = {n: v for n, v in record.vocabularies.items() if "invented" not in v.terms}
    described = datapackage(record.version, known)
    path = folder / "datapackage.json"
    path.write_text(json.dumps(described), encoding="utf-8")
    return path


def judged(path: Path) -> Report:
    with system.use_context(trusted=True):
        report: Report = Package(str(path)).validate()
    return report


def faults(report: Report) -> list[list[Any]]:
    return report.flatten(["resource", "rowNumber", "fieldName", "type", "note"])


def field(table: str, name: str, described: dict[str, Any] = DESCRIBED) -> dict[str, Any]:
    resource = next(r for r in described["resources"] if r["name"] == table)
    return next(f for f in resource["schema"]["fields"] if f["name"] == name)


def test_empty_tables_are_valid(tmp_path: Path, snapshot: Snapshot) -> None:
    path = write(tmp_path / "package", snapshot)
    for table in TABLES:
        text = csv_text(frame(table, []), table)
        (path.parent / f"{table}.csv").write_text(text, encoding="utf-8", newline="")
    report = judged(path)
    assert (faults(report), report.stats["tasks"]) == ([], len(TABLES))


def test_the_invented_record_is_valid(tmp_path: Path, snapshot: Snapshot) -> None:
    report = judged(write(tmp_path / "package", snapshot))
    assert faults(report) == []
    assert {task.name: task.stats.get("rows") for task in report.tasks} == {
        table: len(snapshot.tables[table]) for table in TABLES
    }


BREAKING = (
    ("votes", {"vote": "A/RES/90/1@plenary", "iso3": "XZZ"}, "foreign-key"),
    ("paragraphs", {"id": "x", "symbol": "A/RES/1/1"}, "foreign-key"),
    ("countries", {"iso3": "XAA"}, "primary-key"),
    ("timeline", {"id": "x", "date": "2035-1"}, "constraint-error"),
    ("timeline", {"id": "y", "track": "loud"}, "constraint-error"),
    ("documents", {"id": "machine-law", "yes": "many"}, "type-error"),
    ("sponsors", {"symbol": "A/RES/90/1", "iso3": "XHH", "date": "2035"}, "type-error"),
)
"""Rows of which each breaks the description in one way: the table, the row, the fault."""


def test_a_row_that_breaks_the_description_is_found(tmp_path: Path, snapshot: Snapshot) -> None:
    path = write(tmp_path / "package", snapshot)
    rows = {table: len(snapshot.tables[table]) + 1 for table in TABLES}  # with the heading
    expected = set()
    for table, row, fault in BREAKING:
        with (path.parent / f"{table}.csv").open("a", encoding="utf-8", newline="") as file:
            csv.DictWriter(file, list(TABLES[table])).writerow(row)
        rows[table] += 1
        expected.add((table, rows[table], fault))
    report = judged(path)
    found = {(t.name, e.row_number, e.type) for t in report.tasks for e in t.errors}
    assert found == expected


def test_the_record_is_valid(tmp_path: Path, real_record: Snapshot) -> None:
    """Of the long tables, which no other refers to, each fifth row: some of every vote and text."""
    tables = real_record.tables
    for table in TABLES.keys() - {other for joins in JOINS.values() for other, _ in joins.values()}:
        tables = tables.replacing(table, tables[table][::5])
    report = judged(write(tmp_path / "package", replace(real_record, tables=tables)))
    assert faults(report)[:5] == []
    assert len(report.tasks) == len(TABLES)


def test_every_table_and_column_is_described_in_its_order() -> None:
    assert [r["name"] for r in DESCRIBED["resources"]] == list(TABLES)
    for resource in DESCRIBED["resources"]:
        columns = TABLES[resource["name"]]
        described = [(f["name"], f["description"]) for f in resource["schema"]["fields"]]
        assert described == [(name, column.about) for name, column in columns.items()]
        assert resource["path"] == f"{resource['name']}.csv"


def test_keys_and_joins_name_columns_there_are() -> None:
    assert list(KEYS) == list(TABLES)
    for table, names in KEYS.items():
        assert set(names) <= set(TABLES[table])
    for table, joins in JOINS.items():
        assert set(joins) <= set(TABLES[table])
        assert all(KEYS[other] == (name,) for other, name in joins.values())


def test_types_lists_and_codes(snapshot: Snapshot) -> None:
    assert field("documents", "yes")["type"] == "integer"
    assert field("paragraphs", "mentions_ai")["type"] == "boolean"
    assert field("sponsors", "date")["type"] == "date"
    assert field("timeline", "date")["type"] == "string"
    topics = field("timeline", "topics")
    assert (topics["type"], topics["delimiter"]) == ("list", ";")
    assert "constraints" not in field("timeline", "track")
    described = datapackage("v1", snapshot.vocabularies)
    assert field("timeline", "track", described)["constraints"]["enum"] == ["civilian", "military"]
    assert "none" in field("documents", "outcome", described)["constraints"]["enum"]


def test_the_package_says_version_licence_and_sources() -> None:
    assert DESCRIBED["version"] == "v1"
    assert [licence["name"] for licence in DESCRIBED["licenses"]] == ["Apache-2.0"]
    assert all(source["title"] and source["path"] for source in DESCRIBED["sources"])
