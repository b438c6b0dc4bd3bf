"""The tables of the README that are made from the contract: parameters, and every column.

`python -m dashboard.export.tables.dictionary README.md` writes each between its two markers.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from dashboard.analysis.selection.parameters import PARAMETERS, Parameter
from dashboard.corpus.tables.columns import TABLES, Column


def dictionary(tables: Mapping[str, Mapping[str, Column]]) -> str:
    """One Markdown section a table, one row a column, in the contract's own order."""
    return "\n\n".join(_section(name, columns) for name, columns in tables.items())


def parameter_table(parameters: Iterable[Parameter]) -> str:
    """One row for each parameter and those that stand beside it, in the order of a link."""
    rows: dict[str, list[Parameter]] = {}
    for parameter in sorted(parameters, key=lambda p: bool(p.beside)):
        rows.setdefault(parameter.beside or parameter.name, []).append(parameter)
    lines = (
        f"| {' '.join(f'`{p.name}`' for p in row)} | {'; '.join(_cell(p.meaning) for p in row)} |"
        for row in rows.values()
    )
    return "\n".join(["| parameter | meaning |", "|---|---|", *lines])


def with_generated(text: str, generated: Mapping[str, str]) -> str:
    """The text with what stands between the markers of each name replaced.

    Raises ValueError unless the text has each marker once, the start before the end.
    """
    for name, content in generated.items():
        start, end = f"<!-- {name}:start -->", f"<!-- {name}:end -->"
        if text.count(start) != 1 or text.count(end) != 1 or text.index(end) < text.index(start):
            raise ValueError(f"the text needs {start} and then {end}, each once")
        before, rest = text.split(start)
        _, after = rest.split(end)
        text = f"{before}{start}\n\n{content}\n\n{end}{after}"
    return text


def generated() -> dict[str, str]:
    """What the README has between markers, by the name of the markers."""
    return {"parameters": parameter_table(PARAMETERS), "dictionary": dictionary(TABLES)}


def _section(name: str, columns: Mapping[str, Column]) -> str:
    head = [f"### `{name}`", "", "| column | kind | what it means |", "|---|---|---|"]
    return "\n".join([*head, *(_row(column, about) for column, about in columns.items())])


def _row(name: str, column: Column) -> str:
    codes = f" (`data/vocabulary`: {column.vocabulary})" if column.vocabulary else ""
    return f"| `{name}` | {column.kind} | {_cell(column.about)}{codes} |"


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


def main(arguments: list[str]) -> int:
    """Rewrite both tables in the file named; 0 when done, 2 when called wrongly."""
    if len(arguments) != 1:
        print("usage: python -m dashboard.export.tables.dictionary README.md", file=sys.stderr)
        return 2
    readme = Path(arguments[0])
    text = readme.read_text(encoding="utf-8")
    readme.write_text(with_generated(text, generated()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
