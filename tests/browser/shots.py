"""The pictures of the README: `python -m tests.browser.shots`, or `make shots`.

Starts the server over the record, opens the pages as a reader would and writes what Chromium
draws. A picture is kept small by leaving its colours to a palette, which a page of few has.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import MISSING, NAMES, QUIET
from tests.browser.reader.reader import Reader, Scheme, reading
from tests.browser.reader.screens import stands
from tests.browser.reader.server import ROOT, serving

MOST_BYTES = 300_000
WIDTH, HEIGHT = 1280, 900
COLOURS = 192


@dataclass(frozen=True)
class Shot:
    """A picture: its file in `docs/`, the address it shows, and by day or by night."""

    file: str
    path: str
    scheme: Scheme = "light"


SHOTS = (
    Shot("timeline-en.png", "/?lang=en"),
    Shot("votes-en.png", "/votes?item=A/RES/79/239@plenary&lang=en"),
    Shot("sponsors-en.png", "/sponsors?lang=en"),
    Shot("requests-zh.png", "/requests?lang=zh"),
    Shot("compare-zh-dark.png", "/compare?symbol=A/RES/79/239&symbol=A/RES/80/58&lang=zh", "dark"),
    Shot("asks-en-dark.png", "/asks?lang=en", "dark"),
)


def write(browser: Browser, url: str, folder: Path) -> None:
    """Write every picture. Raises `ValueError` for one that is too large for a README."""
    for shot in SHOTS:
        with reading(browser, url, width=WIDTH, scheme=shot.scheme) as reader:
            taken = take(reader, shot.path)
            reader.assert_well()
        if len(taken) > MOST_BYTES:
            raise ValueError(f"{shot.file}: {len(taken):,} bytes, more than {MOST_BYTES:,}")
        (folder / shot.file).write_bytes(taken)
        print(f"{shot.file}: {len(taken):,} bytes")


def take(reader: Reader, path: str) -> bytes:
    """The top of a page as a PNG with a palette."""
    reader.open(path)
    stands(reader.page)
    reader.page.evaluate("document.fonts.ready")
    reader.page.wait_for_function("document.getAnimations().every(a => a.playState !== 'running')")
    drawn = Image.open(io.BytesIO(reader.page.screenshot()))
    written = io.BytesIO()
    drawn.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(
        written, "PNG", optimize=True
    )
    return written.getvalue()


def main() -> int:
    """Take all pictures; 1 with a reason where there is no Chromium."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        print(MISSING, file=sys.stderr)
        return 1
    with (
        tempfile.TemporaryDirectory() as scratch,
        serving(ROOT / "data", Path(scratch)) as running,
        sync_playwright() as playwright,
    ):
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=path, args=[*QUIET, *sandbox])
        write(browser, running.url, ROOT / "docs")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
