"""The data dictionary: the column contract as Markdown, for the README.

`python -m dashboard.export.tables.dictionary README.md` writes it between the two markers.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from dashboard.corpus.tables.columns import TABLES, Column

START = "<!-- dictionary:start -->"
END = "<!-- dictionary:end -->"


def dictionary(tables: Mapping[str, Mapping[str, Column]]) -> str:
    """One Markdown section a table, one row a column, in the contract's own order."""
    return "\n\n".join(_section(name, columns) for name, columns in tables.items())


def with_dictionary(text: str, tables: Mapping[str, Mapping[str, Column]]) -> str:
    """The text with what stands between its markers replaced by the dictionary.

    Raises ValueError unless the text has each marker once, the start before the end.
    """
    if text.count(START) != 1 or text.count(END) != 1 or text.index(END) < text.index(START):
        raise ValueError(f"the text needs {START} and then {END}, each once")
    before, rest = text.split(START)
    _, after = rest.split(END)
    return f"{before}{START}\n\n{dictionary(tables)}\n\n{END}{after}"


def _section(name: str, columns: Mapping[str, Column]) -> str:
    head = [f"### `{name}`", "", "| column | kind | what it means |", "|---|---|---|"]
    return "\n".join([*head, *(_row(column, about) for column, about in columns.items())])


def _row(name: str, column: Column) -> str:
    meaning = column.about.replace("|", r"\|")
    codes = f" (`data/vocabulary`: {column.vocabulary})" if column.vocabulary else ""
    return f"| `{name}` | {column.kind} | {meaning}{codes} |"


def main(arguments: list[str]) -> int:
    """Rewrite the dictionary in the file named; 0 when done, 2 when called wrongly."""
    if len(arguments) != 1:
        print("usage: python -m dashboard.export.tables.dictionary README.md", file=sys.stderr)
        return 2
    readme = Path(arguments[0])
    text = readme.read_text(encoding="utf-8")
    readme.write_text(with_dictionary(text, TABLES), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
