"""`dashboard import-votes` run on files of votes, and what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.cli import main


class Run:
    """The command on one data folder, and what it says."""

    def __init__(self, data: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data, self.folder, self._capsys = data, folder, capsys
        self.out = self.err = ""

    def __call__(self, *files: str | bytes, options: tuple[str, ...] = ()) -> int:
        paths = []
        for number, content in enumerate(files):
            raw = content.encode() if isinstance(content, str) else content
            suffix = "csv" if raw.startswith(b"undl_id") else "xml"
            paths.append(self.folder / f"{number}.{suffix}")
            paths[-1].write_bytes(raw)
        code = main(["import-votes", *map(str, paths), *options, "--data", str(self.data)])
        said = self._capsys.readouterr()
        self.out = said.out.replace(f"{self.data}/", "").replace(f"{self.folder}/", "")
        self.err = said.err.replace(f"{self.data}/", "").replace(f"{self.folder}/", "")
        return code

    def contents(self) -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in self.data.rglob("*.*") if path.is_file()}
