"""The records every test may use, and a store and cache of its own for each test."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from dashboard.corpus import official_text, store
from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.reading.parse_cache import ParseCache
from dashboard.corpus.reading.problems import Problem
from dashboard.corpus.snapshot import Snapshot, examine, snapshot_of, take_snapshot
from dashboard.server.garbage_collection import freeze
from tests.invented.builders import write_data
from tests.invented.french import speak_french

DATA = Path(__file__).parents[1] / "data"
BROWSER = Path(__file__).parent / "browser"
MAIN = sys.modules["__main__"]
Examined = tuple[Corpus, list[Problem]]
_tests = count()
settings.register_profile(
    "quick", max_examples=50, deadline=None, derandomize="CI" in os.environ, database=None
)
settings.register_profile("deep", max_examples=1000, deadline=None)
settings.load_profile("quick")
"""A busy machine makes single examples slow; that is no fault of the code. CI tries the same
examples each time; `--hypothesis-profile=deep` looks for new ones."""

gc.set_threshold(20_000, 20, 20)
"""Not after every 700 objects: one run of a page makes tens of thousands, and keeps few."""

COMPONENTS = "streamlit.components.v2.component_manager.BidiComponentManager"


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """With `-m browser` or its opposite a process reads only the half it was asked for."""
    inside = BROWSER in (collection_path, *collection_path.parents)
    outside = collection_path.is_file() and not inside and collection_path.suffix == ".py"
    return {"browser": outside, "not browser": inside}.get(config.option.markexpr) or None


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: no collection of garbage walks it again."""
    freeze()


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """A data folder of invented records without a fault."""
    return write_data(tmp_path / "data")


@pytest.fixture(scope="session")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """The small record as pages and routes get it: read once, because nobody may change it."""
    return take_snapshot(write_data(tmp_path_factory.mktemp("small") / "data"))


@pytest.fixture(scope="session")
def parsed_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the parsed files of the repository's record are written once it was read."""
    return tmp_path_factory.mktemp("parsed") / "cache.json"


@pytest.fixture(scope="session")
def parsed(parsed_file: Path) -> ParseCache:
    """The files of the repository's record, parsed once for whoever reads them."""
    return ParseCache(parsed_file)


@pytest.fixture(scope="session")
def examined(parsed: ParseCache) -> Examined:
    """The records of the repository and all that the checker finds in them: read once."""
    return examine(DATA, parsed)


@pytest.fixture(scope="session")
def real_record(examined: Examined) -> Snapshot:
    """The record of the repository, which stays to the end as it is: nobody may change it."""
    record = snapshot_of(*examined)
    freeze()
    return record


@pytest.fixture(scope="module", autouse=True)
def own_main() -> None:
    """`AppTest` leaves a script of its own as the main module, which new processes would run."""
    sys.modules["__main__"] = MAIN


@pytest.fixture(scope="session", autouse=True)
def no_components() -> Iterator[None]:
    """`AppTest` would read the metadata of every installed package, for each visitor anew.

    So it does not find the script that measures the window, which nobody there would run.
    """
    name = "discover_and_register_components"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(f"{COMPONENTS}.{name}", lambda self, **_: None)
        patch.setattr("dashboard.ui.frame.width.measure", lambda: None)
        yield


@pytest.fixture(autouse=True)
def own_store(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[None]:
    """No test reads another's data, texts or parse cache, nor the user's.

    A folder is made only for a test that wants one: to make one for each of thousands takes
    longer the more there are.
    """
    own = tmp_path_factory.getbasetemp() / f"unmade-{next(_tests)}"
    if "tmp_path" in request.fixturenames:
        own = request.getfixturevalue("tmp_path")
    monkeypatch.setenv("DASHBOARD_DATA", str(own / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(own / "cache"))
    monkeypatch.setenv("DASHBOARD_TEXTS", str(own / "texts"))
    store.reset()
    official_text.reset()
    yield
    store.reset()
    official_text.reset()


@pytest.fixture
def french(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """French is a language of the interface, with five strings; gives the folder of words."""
    yield from speak_french(tmp_path / "words", monkeypatch)
