"""Reads the facts gathered apart from the record, against which tests hold it."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent


@cache
def facts(name: str) -> Any:
    """What a YAML file of facts holds, by its name without an ending; not to be changed."""
    return yaml.load((HERE / f"{name}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a CSV file of facts, by its name without an ending; not to be changed."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def of_symbol(name: str, column: str) -> dict[str, dict[str, str]]:
    """A table with a row for a State and a text, as `{symbol: {iso3: value of the column}}`."""
    found: dict[str, dict[str, str]] = {}
    for row in rows(name):
        found.setdefault(row["symbol"], {})[row["iso3"]] = row[column]
    return found
