"""The files of a data folder: which there are, and their bytes."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dashboard.corpus.reading.problems import Problem
from dashboard.corpus.reading.yaml_reader import MAX_BYTES, UnreadableYamlError
from dashboard.sources.fingerprints import SUFFIX as FINGERPRINTS

SUFFIX = ".yaml"
SUFFIXES = (SUFFIX, FINGERPRINTS)
_PASSING = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EIO, errno.EAGAIN})
"""What the machine lacks for a while; it says nothing of the file that was to be read."""


@dataclass(frozen=True)
class DataFile:
    """A file of the record: its path relative to the data folder, its bytes and their hash."""

    name: str
    raw: bytes
    sha256: str


def data_paths(data: Path) -> list[Path]:
    """Everything in the folder that is or looks like a data file, in name order.

    Raises `OSError` where a folder inside cannot be listed: what it holds would be
    missing without a word.
    """

    def refuse(error: OSError) -> None:
        raise error

    return sorted(
        Path(folder, name)
        for folder, _, names in os.walk(data, onerror=refuse)
        for name in names
        if name.endswith((*SUFFIXES, ".yml"))
    )


def read_files(data: Path) -> Iterator[DataFile | Problem]:
    """Every data file of the folder in name order, or what keeps it from being opened.

    Raises `OSError` where the machine is at fault and not a file: it may read all in a moment.
    """
    try:
        paths = data_paths(data)
    except OSError as error:
        if error.errno in _PASSING:
            raise
        place = os.path.relpath(error.filename or data, data)
        yield Problem(place, 1, "", f"cannot be listed: {error.strerror or error}")
        return
    for path in paths:
        name = path.relative_to(data).as_posix()
        try:
            raw = _bytes(path)
        except (OSError, UnreadableYamlError) as error:
            if getattr(error, "errno", None) in _PASSING:
                raise
            yield Problem(name, 1, "", f"cannot be opened: {getattr(error, 'strerror', error)}")
            continue
        yield DataFile(name, raw, hashlib.sha256(raw).hexdigest())


def _bytes(path: Path) -> bytes:
    """A file's bytes, without waiting for a pipe or filling memory from an endless one."""
    if path.suffix not in SUFFIXES:
        raise UnreadableYamlError(1, f"a data file ends in {SUFFIX}; rename it")
    if path.exists() and not path.is_file():
        raise UnreadableYamlError(1, "it is no regular file")
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)
