"""Official files over the network, from the layout of the United Nations' own repository.

A file there is `79session/English/A_RES_79_239-2424041E.xml`. Session, folder and last letter
follow from symbol and language; what stands between holds a job number that nothing else tells,
so `official_paths.csv` lists it for each document of the record.
"""

from __future__ import annotations

import asyncio
import csv
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import islice
from urllib.parse import quote, urlsplit

import httpx

from dashboard.sources.errors import RefusedError
from dashboard.sources.inputs import Input
from dashboard.sources.network.exchange import (
    LOOPBACK,
    NotThereError,
    UnreachableError,
    client,
    whole_file,
)
from dashboard.symbols import session_of

OFFICIAL = (
    "https://raw.githubusercontent.com/UNxml/GAresolutions/"
    "42a69b67bb92d23969fc45bba151320b82eb8e52/"
)
"""The repository at the commit the record was imported from, so that the files are the same."""
FOLDERS = {
    "ar": ("Arabic", "A"),
    "en": ("English", "E"),
    "es": ("Spanish", "S"),
    "fr": ("French", "F"),
    "ru": ("Russian", "R"),
    "zh": ("Chinese", "C"),
}
"""The folder of each language and the letter its files end with."""
MAX_FILE = 5_000_000
AT_ONCE = 2
"""Files asked of a server at the same time."""
SILENT = 3
"""Files in a row without a whole answer, after which no more are asked for."""


@dataclass
class Fetching:
    """What is asked of a server, and what it did not give; filled while `inputs` is read."""

    base: str
    stems: dict[str, str]
    expected: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Symbol and language by path asked for."""
    absent: list[tuple[str, str]] = field(default_factory=list)
    """What the server does not have."""
    failed: list[tuple[str, str, str]] = field(default_factory=list)
    """What could not be had, and why."""
    unasked: list[tuple[str, str]] = field(default_factory=list)
    """What was not asked for any more, because three in a row gave no whole answer."""

    def inputs(self, wanted: Iterable[tuple[str, str]]) -> Iterator[Input]:
        """The files of symbols and languages in their order, two asked for at the same time."""
        todo, silent = iter(wanted), 0
        with asyncio.Runner() as runner:
            asking = client(AT_ONCE, loopback=urlsplit(self.base).hostname == LOOPBACK)
            under_way: deque[tuple[tuple[str, str], asyncio.Task[bytes]]] = deque()
            try:
                while True:
                    for pair in islice(todo, AT_ONCE - len(under_way)):
                        task = runner.get_loop().create_task(self._file(asking, *pair))
                        under_way.append((pair, task))
                    if not under_way:
                        return
                    pair, task = under_way.popleft()
                    try:
                        raw = runner.run(_result(task))
                    except NotThereError:
                        self.absent.append(pair)
                    except RefusedError as refusal:
                        self.failed.append((*pair, refusal.found))
                        silent = silent + 1 if isinstance(refusal, UnreachableError) else 0
                        if silent == SILENT:
                            self.unasked += [*(waiting for waiting, _ in under_way), *todo]
                            return
                        continue
                    else:
                        yield Input(path_of(*pair, self.stems), _giving(raw))
                    silent = 0
            finally:
                runner.run(_ended(asking, [task for _, task in under_way]))

    async def _file(self, asking: httpx.AsyncClient, symbol: str, language: str) -> bytes:
        path = path_of(symbol, language, self.stems)
        self.expected[path] = (symbol, language)
        return await whole_file(asking, self.base + quote(path), MAX_FILE)


async def _result(task: asyncio.Task[bytes]) -> bytes:
    return await task


async def _ended(asking: httpx.AsyncClient, tasks: list[asyncio.Task[bytes]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    await asking.aclose()


def _giving(raw: bytes) -> Callable[[], bytes]:
    return lambda: raw


def official_stems() -> dict[str, str]:
    """The middle of the file name of each document, by symbol."""
    table = files("dashboard.sources").joinpath("official_paths.csv").read_text(encoding="utf-8")
    return {row["symbol"]: row["stem"] for row in csv.DictReader(table.splitlines())}


def path_of(symbol: str, language: str, stems: dict[str, str]) -> str:
    """Where the repository keeps a text. Raises `RefusedError` where that is not known."""
    if symbol not in stems:
        raise RefusedError(
            symbol, "its place at the source is not known; download its file and add that"
        )
    folder, letter = FOLDERS[language]
    return f"{session_of(symbol)}session/{folder}/{stems[symbol]}{letter}.xml"


def checked_base(base: str) -> str:
    """The address to fetch from, ending in a slash; https, or http on 127.0.0.1 only.

    Raises `ValueError` for any other address, in one sentence.
    """
    try:
        parts = urlsplit(base)
        port_is_good = parts.port is None or parts.port > 0
    except ValueError:
        port_is_good = False
    if not base.isascii() or not base.isprintable() or " " in base or not port_is_good:
        raise ValueError(f"address {base!r} is not one")
    if not (parts.scheme == "https" and parts.hostname) and not (
        parts.scheme == "http" and parts.hostname == LOOPBACK
    ):
        raise ValueError(f"address {base!r}; allowed: https, or http on {LOOPBACK}")
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise ValueError(f"address {base!r}; no user name, query or fragment is allowed in it")
    return base if base.endswith("/") else f"{base}/"
