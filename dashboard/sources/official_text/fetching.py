"""Official files over the network, from the layout of the United Nations' own repository.

A file there is `79session/English/A_RES_79_239-2424041E.xml`. Session, folder and last letter
follow from symbol and language; what stands between holds a job number that nothing else tells,
so `official_paths.csv` lists it for each document of the record.
"""

from __future__ import annotations

import csv
import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlsplit

from dashboard.sources.errors import RefusedError
from dashboard.sources.inputs import Input
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
TIME_OUT = 30.0
"""Seconds without an answer; a whole file may take four times as long."""
_SILENT = 3
_CHUNK = 65_536
_LOOPBACK = "127.0.0.1"


class NotThereError(Exception):
    """The server has no such file."""


class UnreachableError(RefusedError):
    """No answer from the server."""


@dataclass
class Fetching:
    """What is asked of a server, and what it did not have; filled while `inputs` is read."""

    read: Callable[[str], bytes]
    stems: dict[str, str]
    expected: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Symbol and language by path asked for."""
    absent: list[tuple[str, str]] = field(default_factory=list)

    def inputs(self, wanted: Iterable[tuple[str, str]]) -> Iterator[Input]:
        """The files of symbols and languages, each fetched when its turn comes.

        What the server does not have goes to `absent`. After three in a row without any
        answer no more are asked for.
        """
        silent = 0
        for symbol, language in wanted:
            name = symbol
            try:
                name = path_of(symbol, language, self.stems)
                self.expected[name] = (symbol, language)
                raw = self.read(name)
            except NotThereError:
                self.absent.append((symbol, language))
            except RefusedError as refusal:
                yield Input(name, _raising(refusal))
                silent = silent + 1 if isinstance(refusal, UnreachableError) else 0
                if silent == _SILENT:
                    stop = RefusedError("address", "no answer three times in a row; stopped here")
                    yield Input("the server", _raising(stop))
                    return
                continue
            else:
                yield Input(name, _giving(raw))
            silent = 0


def _raising(refusal: RefusedError) -> Callable[[], bytes]:
    def read() -> bytes:
        raise refusal

    return read


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
        parts.scheme == "http" and parts.hostname == _LOOPBACK
    ):
        raise ValueError(f"address {base!r}; allowed: https, or http on {_LOOPBACK}")
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise ValueError(f"address {base!r}; no user name, query or fragment is allowed in it")
    return base if base.endswith("/") else f"{base}/"


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows a redirect to the same scheme, host and port only."""

    max_redirections = 3

    def redirect_request(
        self, req: urllib.request.Request, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        if urlsplit(newurl)[:2] != urlsplit(req.full_url)[:2]:
            raise RefusedError("address", "the server sends on to another host, which is refused")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def reader(base: str, *, time_out: float = TIME_OUT) -> Callable[[str], bytes]:
    """What gets the bytes of a path below `base`, an address `checked_base` allows.

    It raises `NotThereError` where there is no such file, `RefusedError` for anything else.
    """
    base = checked_base(base)
    handlers: list[urllib.request.BaseHandler] = [_SameHost()]
    if urlsplit(base).hostname == _LOOPBACK:
        handlers.append(urllib.request.ProxyHandler({}))
    opener = urllib.request.build_opener(*handlers)

    def read(path: str) -> bytes:
        asked = urllib.request.Request(
            base + quote(path), headers={"Accept-Encoding": "identity", "User-Agent": "dashboard"}
        )
        try:
            with opener.open(asked, timeout=time_out) as answer:
                return _body(answer, time.monotonic() + 4 * time_out)
        except urllib.error.HTTPError as error:
            error.close()
            if error.code in (404, 410):
                raise NotThereError(path) from None
            raise RefusedError("address", f"the server answers {error.code}") from None
        except (OSError, http.client.HTTPException, ValueError) as error:
            reason = getattr(error, "reason", None) or error
            said = str(reason)[:200] or type(reason).__name__
            raise UnreachableError("address", f"cannot be fetched: {said}") from None

    return read


def _body(answer: http.client.HTTPResponse, until: float) -> bytes:
    """The whole body within the limits of size and time."""
    declared = answer.headers.get("Content-Length", "")
    raw = bytearray()
    while chunk := answer.read1(_CHUNK):
        raw += chunk
        if len(raw) > MAX_FILE:
            raise RefusedError("address", f"over {MAX_FILE} bytes; no resolution is that long")
        if time.monotonic() > until:
            raise RefusedError("address", "takes too long")
    if declared.isdigit() and int(declared) != len(raw):
        raise RefusedError("address", f"cut off after {len(raw)} of {declared} bytes")
    return bytes(raw)
