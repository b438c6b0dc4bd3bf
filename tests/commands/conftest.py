"""The invented record as `dashboard import-votes` finds it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.commands.votes_run import Run
from tests.invented import builders


@pytest.fixture
def run(data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return Run(data_dir, tmp_path, capsys)


@pytest.fixture
def unvoted(run: Run) -> Path:
    """The small record without the plenary vote: the curated file it belongs into."""
    builders.change(run.data / builders.RESOLUTION, votes=None)
    terms: dict[str, dict[str, Any]] = {"verified_primary": {}, "reported": {}, "single_source": {}}
    vocabulary = builders.vocabulary("verification", terms)
    builders.write(run.data / "vocabulary" / "verification.yaml", vocabulary)
    return run.data / builders.OVERLAY
