"""Whether the files of a folder are those that its log of versions last recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import PurePosixPath

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.reading.problems import Problem
from dashboard.corpus.records.changes import CHANGES, differing

_IMPORTED = "imported/"


def log_problems(corpus: Corpus) -> Iterator[Problem]:
    """An error for what is gone or was edited by hand, a warning for every other change.

    A file that is gone takes facts with it that no total shows, and what is under `imported/` is
    written by the import alone: both are held to be damage until a version records them. Nothing
    where there is no log, which a folder need not keep, or where no file could be listed.
    """
    if corpus.changes is None or not corpus.hashes:
        return
    recorded, found = corpus.changes.files, corpus.hashes
    version = corpus.changes.versions[-1].version
    unopened = {problem.file for problem in corpus.problems}
    gone = sorted(recorded.keys() - found.keys() - unopened)
    yield from _gone(gone, found, version)
    changed = differing(recorded, found)
    for name in changed:
        if name.startswith(_IMPORTED) and name in recorded and name in found:
            message = (
                f"differs from version {version}, and official facts are not edited by hand: "
                "import it again, or publish it by dashboard changes record"
            )
            yield Problem(name, 1, "", message)
    if changed:
        files = "1 file" if len(changed) == 1 else f"{len(changed)} files"
        message = f"{files} changed since the last recorded version; run dashboard changes record"
        yield Problem(CHANGES, 1, "files", message, "warning")


def _gone(names: Iterable[str], found: Iterable[str], version: str) -> Iterator[Problem]:
    """One error for each file, or for a whole folder where no file of it is left."""
    left = {PurePosixPath(name).parent for name in found}
    for folder, inside in groupby(map(PurePosixPath, names), lambda path: path.parent):
        files = [path.as_posix() for path in inside]
        lost = "is gone since version"
        if folder not in left and len(files) > 1:
            lost = f"is gone with its {len(files)} files since version"
            files = [folder.as_posix()]
        for file in files:
            message = f"{lost} {version}: put it back, or publish that by dashboard changes record"
            yield Problem(file, 1, "", message)
