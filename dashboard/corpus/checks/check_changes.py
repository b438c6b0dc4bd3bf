"""Whether the log of the data names the data as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.reading.problems import Problem
from dashboard.corpus.records.changes import CHANGES, differing


def log_problems(corpus: Corpus) -> Iterator[Problem]:
    """One warning where files differ from those of the newest version in the log.

    None where there is no log: a folder need not keep one.
    """
    if corpus.changes is None:
        return
    number = len(differing(corpus.changes.files, corpus.fingerprints))
    if number:
        files = "1 file" if number == 1 else f"{number} files"
        message = f"{files} changed since the last recorded version; run dashboard changes record"
        yield Problem(CHANGES, 1, "files", message, "warning")
