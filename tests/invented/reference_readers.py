"""Readers of files of references and of rows, written apart from what writes them."""

from __future__ import annotations

import csv
import io
import re

from dashboard.export.tables.guard import is_guarded


def bibtex_fields(entry: str) -> dict[str, str]:
    """The fields of one BibTeX entry, read by counting braces as BibTeX does."""
    match = re.fullmatch(r"@misc\{([A-Za-z0-9.-]+),\n(.*)\n\}\n", entry, re.DOTALL)
    assert match, entry
    found = {}
    for line in match[2].split("\n"):
        name, _, value = line.strip().partition(" = ")
        assert value.startswith("{")
        assert value.endswith("},")
        depth = 0
        for sign in value[:-1]:
            depth += {"{": 1, "}": -1}.get(sign, 0)
            assert depth >= 0
        assert depth == 0
        found[name] = value[1:-2]
    return found


def bibtex_entries(text: str) -> dict[str, dict[str, str]]:
    """The fields of every entry by its key, which no two may share."""
    entries = [e if e.endswith("\n") else f"{e}\n" for e in re.split(r"\n(?=@)", text) if e]
    keys = [re.match(r"@misc\{([^,]+),", entry)[1] for entry in entries]
    assert len(set(keys)) == len(keys)
    return {key: bibtex_fields(entry) for key, entry in zip(keys, entries, strict=True)}


def ris_tags(text: str) -> list[tuple[str, str]]:
    """The tags and values of RIS, a tag a line."""
    lines = text.removesuffix("\r\n").split("\r\n")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines), text
    return [(line[:2], line[6:]) for line in lines]


def ris_records(text: str) -> list[dict[str, str]]:
    """Every record of RIS from its `TY` to its `ER`."""
    found: list[dict[str, str]] = []
    for tag, value in ris_tags(text) if text else []:
        if tag == "TY":
            found.append({})
        assert tag not in found[-1]
        assert "ER" not in found[-1]
        found[-1][tag] = value
    assert all(next(iter(record)) == "TY" and list(record)[-1] == "ER" for record in found)
    return found


def unguarded(cell: str) -> str:
    """A text as it was before a CSV file marked it, for one who joins files by an id."""
    return cell[1:] if cell.startswith("'") and is_guarded(cell[1:]) else cell


def csv_cells(text: str) -> list[list[str]]:
    """The lines of a CSV file, its byte order mark and the marks of its texts taken away."""
    lines = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    return [[unguarded(cell) for cell in line] for line in lines]
