"""DOCX and PDF are read in a process of their own, whose time and memory have bounds.

`python -m dashboard.sources.drafts.apart docx` reads a document from its input and writes what it
holds as JSON. A document that takes too long or too much ends that process and nothing else.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from dashboard.sources.drafts.formats.blocks import Block, Piece
from dashboard.sources.drafts.formats.lines import Line
from dashboard.sources.drafts.formats.refusals import DraftRefused

SECONDS = 2.6
"""Of the processor's time, beyond what it takes to begin."""
_STALLED = 15
"""Seconds after which it is ended however little of the processor it was given."""
MEMORY = 90_000_000
"""Bytes it may take beyond what the process has before it opens the document."""
_ROOT = Path(__file__).resolve().parents[4]
_START = f"import sys; sys.path.insert(0, {str(_ROOT)!r}); from {__name__} import main; main()"


def docx_blocks(content: bytes) -> tuple[list[Block], str]:
    """The blocks of a Word document, and the text of its page headers.

    Raises `DraftRefused`.
    """
    found = _read("docx", content)
    blocks = [
        Block(tuple(map(_piece, pieces)), number, heading)
        for pieces, number, heading in found["blocks"]
    ]
    return blocks, str(found["header"])


def pdf_lines(content: bytes) -> list[Line]:
    """The lines of the pages of a PDF. Raises `DraftRefused`."""
    return [Line(**line) for line in _read("pdf", content)["lines"]]


def _piece(found: list[Any]) -> Piece:
    text, style, note = found
    return Piece(text, style, tuple(note) if note else None)


def _read(kind: str, content: bytes) -> dict[str, Any]:
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-c", _START, kind],
            input=content, capture_output=True, timeout=_STALLED, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise DraftRefused("too_long", _STALLED) from None
    if done.returncode or not done.stdout:
        if done.returncode == -signal.SIGPROF:
            raise DraftRefused("too_long", round(SECONDS))
        memory = b"MemoryError" in done.stderr or done.returncode < 0
        raise DraftRefused("too_much_memory" if memory else "damaged")
    found: dict[str, Any] = json.loads(done.stdout)
    if "refused" in found:
        raise DraftRefused(found["refused"], found["most"])
    return found


def main() -> None:
    """Read the document on standard input within bounds, and write what it holds."""
    kind = sys.argv[1]
    content = sys.stdin.buffer.read()
    try:
        found = _docx(content) if kind == "docx" else _pdf(content)
    except DraftRefused as refusal:
        found = {"refused": refusal.code, "most": refusal.most}
    sys.stdout.write(json.dumps(found))
    sys.stdout.flush()
    os._exit(0)  # a library's own clearing up after a strange document is not waited for


def _docx(content: bytes) -> dict[str, Any]:
    from dashboard.sources.drafts.formats.word import read_docx

    _bound()
    blocks, header = read_docx(content)
    return {"blocks": [[b.pieces, b.number, b.heading] for b in blocks], "header": header}


def _pdf(content: bytes) -> dict[str, Any]:
    from dashboard.sources.drafts.formats.pages import read_pdf

    _bound()
    return {"lines": [asdict(line) for line in read_pdf(content)]}


def _bound() -> None:
    """Bound this process's time and memory, where the system can."""
    with suppress(AttributeError, ValueError):
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        used = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = used * resource.getpagesize() + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
