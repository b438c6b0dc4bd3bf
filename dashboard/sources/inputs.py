"""Files, folders and zip archives as inputs of an import, with bounds on their size."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dashboard.sources.errors import RefusedError
from dashboard.sources.plain_text import tidy

MAX_FILE = 20_000_000
"""Bytes of one XML file; the largest official resolution has under one million."""
MAX_MEMBERS = 10_000
MAX_ARCHIVE = 1_000_000_000
"""Bytes an archive may declare when unpacked."""
MAX_RATIO = 200
"""How much smaller than itself a member may be packed; XML packs to about a tenth."""


_DAMAGED = (
    OSError, EOFError, RuntimeError, ValueError, zipfile.BadZipFile, zlib.error, lzma.LZMAError,
)  # fmt: skip
"""What reading a damaged or strange archive raises; `NotImplementedError` is a `RuntimeError`."""


@dataclass(frozen=True)
class Input:
    """One XML file, wherever it lies; `read` gives its bytes or raises `RefusedError`."""

    name: str
    read: Callable[[], bytes]


def inputs(paths: Iterable[Path]) -> Iterator[Input]:
    """Every XML file named, in folders named, or in archives named, sorted within each.

    A folder gives its `.xml` files at any depth; archives inside a folder are left alone and
    must be named. What cannot be opened is an input whose `read` raises `RefusedError`.
    """
    for path in paths:
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                if file.suffix.lower() == ".xml" and file.is_file():
                    yield Input(str(file), _file_reader(file))
        elif path.exists() and not path.is_file():
            yield _refused(
                path, "no regular file"
            )  # a pipe would be waited for, a device never ends
        elif path.suffix.lower() == ".zip":
            yield from _members(path)
        elif path.suffix.lower() == ".xml":
            yield Input(str(path), _file_reader(path))
        elif path.exists():
            yield _refused(path, "neither an XML file, a zip archive nor a folder")
        else:
            yield _refused(path, "no such file or folder")


def last_name(file: str) -> str:
    """A file's own name, without folders and archives, as text that can be written anywhere."""
    name = file.replace("\\", "/").rpartition("!")[2].rpartition("/")[2]
    return tidy(name.encode("utf-8", "replace").decode("utf-8"))[-200:]


class ReadOnce:
    """Refuses a second file of one symbol and language; the same bytes again are no second."""

    def __init__(self) -> None:
        self._earlier: dict[tuple[str, str], tuple[str, str]] = {}

    def check(self, symbol: str, language: str, file: str, sha256: str) -> None:
        """Remember a file. Raises `RefusedError` where another was read before it."""
        first, known = self._earlier.setdefault((symbol, language), (file, sha256))
        if known != sha256:
            raise RefusedError("file", f"{symbol} in {language} was read from {first} already")


def _refused(path: Path | str, found: str, place: str = "file") -> Input:
    def read() -> bytes:
        raise RefusedError(place, found)

    return Input(str(path), read)


def _file_reader(path: Path) -> Callable[[], bytes]:
    def read() -> bytes:
        try:
            with path.open("rb") as file:
                raw = file.read(MAX_FILE + 1)
        except OSError as error:
            raise RefusedError("file", f"cannot be opened: {error.strerror}") from None
        if len(raw) > MAX_FILE:
            raise RefusedError("file", f"over {MAX_FILE} bytes; no resolution is that long")
        return raw

    return read


def _members(path: Path) -> Iterator[Input]:
    try:
        archive = zipfile.ZipFile(path)  # read once for all its members, closed with the last
        members = [info for info in archive.infolist() if not info.is_dir()]
    except _DAMAGED as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        yield _refused(path, f"not a readable zip archive: {reason}", "archive")
        return
    declared = sum(info.file_size for info in members)
    if len(members) > MAX_MEMBERS:
        yield _refused(path, f"{len(members)} members; at most {MAX_MEMBERS}", "archive")
    elif declared > MAX_ARCHIVE:
        yield _refused(path, f"{declared} bytes unpacked; at most {MAX_ARCHIVE}", "archive")
    else:
        for info in sorted(members, key=lambda info: info.filename):
            yield from _member(archive, info)


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[Input]:
    name = f"{archive.filename}!{info.filename}"
    suffix = Path(info.filename).suffix.lower()
    if suffix == ".zip":
        yield _refused(name, "an archive inside an archive; unpack it first", "archive")
    elif suffix != ".xml":
        return
    elif info.file_size > MAX_FILE:
        yield _refused(name, f"{info.file_size} bytes unpacked; at most {MAX_FILE}", "archive")
    elif info.file_size > MAX_RATIO * max(info.compress_size, 1):
        yield _refused(name, f"packed over {MAX_RATIO} times smaller than itself", "archive")
    elif info.flag_bits & 0x1:
        yield _refused(name, "encrypted; unpack it first", "archive")
    else:
        yield Input(name, _member_reader(archive, info))


def _member_reader(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Callable[[], bytes]:
    def read() -> bytes:
        try:
            with archive.open(info) as file:
                raw = file.read(MAX_FILE + 1)
        except _DAMAGED as error:
            raise RefusedError("archive", f"member cannot be unpacked: {error}") from None
        if len(raw) > info.file_size:
            raise RefusedError("archive", "larger than the archive declares")
        return raw

    return read
