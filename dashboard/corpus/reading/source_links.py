"""Every address a data folder names as a source, with the files and lines that name it."""

from __future__ import annotations

from pathlib import Path

from dashboard.corpus.reading.data_files import SUFFIX, DataFile, read_files
from dashboard.corpus.reading.yaml_reader import UnreadableYamlError, parse_yaml

_KEYS = ("url", "archived", "where")
"""Of a source, its archived copy, and of what is watched for the next fact."""


def source_links(data: Path) -> dict[str, list[str]]:
    """Where each distinct address stands, `curated/events/x.yaml:12`, in the order of files.

    A file that cannot be read names none: checking the data says what is wrong with it.
    """
    found: dict[str, list[str]] = {}
    for file in read_files(data):
        if not isinstance(file, DataFile) or not file.name.endswith(SUFFIX):
            continue
        if b"http" not in file.raw:
            continue
        try:
            root, lines = parse_yaml(file.raw, with_lines=True)
        except UnreadableYamlError:
            continue
        for path, line in lines.items():
            if not path or path[-1] not in _KEYS:
                continue
            value = root
            for step in path:
                value = value[step]
            if isinstance(value, str) and value.startswith(("https://", "http://")):
                found.setdefault(value, []).append(f"{file.name}:{line}")
    return found
