"""Search in attached wording, beside Datasette with SQLite's FTS5 over the same rows.

All answer in this process and without a network: the first hundred rows as JSON, and how many
there are. Datasette looks for the bare words; ours reads synonyms and spellings besides and puts
the words around each hit into its row. Datasette is asked as it comes, and bare: without the
facets it suggests.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx
from datasette.app import Datasette
from starlette.applications import Starlette

from benchmarks.settings import WORDING_ROUNDS, WORDING_ROWS, WORDING_SEARCHES
from dashboard.api import routes
from dashboard.corpus import store
from dashboard.corpus.official_text import official_text_store

Ask = Callable[[str], Awaitable[httpx.Response]]


def _database(path: Path) -> int:
    """The rows of the table of paragraphs with their wording, indexed as Datasette expects it."""
    said: dict[str, list[str]] = defaultdict(list)
    attached = official_text_store()
    named = {number: f"{symbol}#{place}" for number, symbol, place in attached.named()}
    for number, words in attached.words(named).items():
        said[named[number]].append(words)
    table = store.current().tables["paragraphs"]
    rows = [
        (json.dumps(row, default=list), *map(str, texts), "\n".join(said[row["id"]]))
        for row in table.to_dict("records")
        for texts in [[row[n] or "" for n in ("id", "verb", "summary_en", "summary_zh")]]
    ]
    with sqlite3.connect(path) as database:
        database.execute(
            "CREATE TABLE paragraphs (record, id PRIMARY KEY, verb, summary_en, summary_zh, words)"
        )
        database.executemany("INSERT INTO paragraphs VALUES (?,?,?,?,?,?)", rows)
        database.execute(
            "CREATE VIRTUAL TABLE paragraphs_fts USING fts5"
            " (verb, summary_en, summary_zh, words, content='paragraphs')"
        )
        database.execute("INSERT INTO paragraphs_fts (paragraphs_fts) VALUES ('rebuild')")
    database.close()
    return sum(map(bool, said.values()))


async def _seconds(ask: Ask, text: str) -> float:
    start = time.perf_counter()
    answer = await ask(text)
    taken = time.perf_counter() - start
    answer.raise_for_status()
    return taken


async def _measure(path: Path) -> dict[str, float]:
    """For each side the sum over all searches of its median seconds, asked in turns."""
    table = f"/{path.stem}/paragraphs.json"
    size = {"_size": WORDING_ROWS, "_shape": "objects"}
    bare = {**size, "_nofacet": 1, "_nosuggest": 1}
    other = Datasette([str(path)])
    await other.invoke_startup()
    inside = httpx.ASGITransport(app=Starlette(routes=routes()))
    async with httpx.AsyncClient(transport=inside, base_url="http://127.0.0.1") as client:
        asks: dict[str, Ask] = {
            "ours": lambda q: client.get(
                "/api/paragraphs.json", params={"q": q, "limit": WORDING_ROWS}
            ),
            "datasette": lambda q: other.client.get(table, params={"_search": q, **size}),
            "bare": lambda q: other.client.get(table, params={"_search": q, **bare}),
        }
        sums = dict.fromkeys(asks, 0.0)
        for text in WORDING_SEARCHES:
            taken: dict[str, list[float]] = {side: [] for side in asks}
            for turn in range(WORDING_ROUNDS + 1):
                for side, ask in asks.items():
                    seconds = await _seconds(ask, text)
                    if turn:
                        taken[side].append(seconds)
            for side, seconds_each in taken.items():
                sums[side] += statistics.median(seconds_each)
        return sums


def wording_search() -> tuple[int, dict[str, float]]:
    """How many rows have wording, and the seconds of all searches by side: `ours`, `datasette`
    and `bare`. No row where no wording is attached.
    """
    if not official_text_store().has_any():
        return 0, {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.db"
        rows = _database(path)
        return rows, asyncio.run(_measure(path))
