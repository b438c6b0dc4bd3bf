"""What became of a wording or a phrase: the first text on record that has it, and each later one.

"First" is the first of the texts on record, not of all there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd

from dashboard.analysis.agreed_language.nearest import AgreedIndex, Grid, agreed_index
from dashboard.analysis.agreed_language.pasted import adopted_row
from dashboard.analysis.frames import frame_of, rows_by_id
from dashboard.analysis.lineage import predecessors
from dashboard.analysis.paragraphs.strength import LEAST_TO_JUDGE, strength
from dashboard.corpus.snapshot import Snapshot
from dashboard.sources.fingerprints import Fingerprint, fingerprint, pieces
from dashboard.sources.official_text.folding import simplified

COLUMNS: Final = {
    "symbol": "str", "date": "str", "step": "str", "id": "str", "ids": "object", "since": "str",
    "likeness": "Float64", "outcome": "str", "yes": "Int64", "no": "Int64", "abstain": "Int64",
    "sponsors": "Int64",
}  # fmt: skip
STEPS: Final = (
    *("first", "taken_up", "kept", "reworded", "stronger", "softer", "softened", "unsoftened"),
    "dropped",
)
"""What a text did with a wording: had it first; took it up, its own predecessor being without;
kept it word for word, or but for joining words; put it otherwise; left it out."""
LEAST_HELD: Final = 0.5
"""How alike a paragraph is at least to be one more form of a line."""
FORMULA: Final = 0.2
"""A phrase that more than so many of the texts have is a formula, and says little of any one."""
SHORTEST: Final = {"en": 3, "zh": 2}
"""Words, or Chinese signs, of a phrase at least: fingerprints tell no shorter one."""


def line_history(
    snapshot: Snapshot, wanted: Fingerprint, language: str, without: Collection[str] = ()
) -> pd.DataFrame:
    """The texts with a paragraph like a wording, by adoption, and those that dropped it.

    Columns `COLUMNS`: `step` is one of `STEPS`, `since` the paragraph it is compared with: that of
    its predecessor where it has one, else the latest before; `likeness` is to the wording.
    """
    index = agreed_index(snapshot, language)
    alike = index.alike_to(wanted).likeness
    held = {symbol: (index.ids[at],) for symbol, at in best_of_texts(index, alike).items()}
    likeness = {ids[0]: float(alike[index.places[ids[0]]]) for ids in held.values()}
    return _history(snapshot, index, held, without, likeness)


def phrase_history(snapshot: Snapshot, phrase: str, language: str) -> pd.DataFrame:
    """The same of a phrase: the texts with paragraphs that have its words one after the other.

    `ids` are all these paragraphs. `kept` where a text's predecessor has it too. No rows for a
    phrase of less than `SHORTEST`.
    """
    index = agreed_index(snapshot, language)
    words = simplified(phrase)
    wanted = fingerprint(words, language)
    if wanted is None or len(pieces(words)) < SHORTEST[language]:
        return frame_of((), COLUMNS)
    held: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for name in index.holding(wanted):
        held[name.partition("#")[0]] += (name,)
    return _history(snapshot, index, held, (), {})


def is_formula(snapshot: Snapshot, history: pd.DataFrame, language: str) -> bool:
    """Whether so many texts have a phrase that it says little of any one."""
    having = int(history["step"].ne("dropped").sum())
    return having > FORMULA * len(agreed_index(snapshot, language).texts)


def best_of_texts(index: AgreedIndex, likeness: Grid) -> dict[str, int]:
    """The place of the paragraph most alike in each text that has one alike at all."""
    places = np.flatnonzero(likeness >= LEAST_HELD)
    order = places[np.argsort(-likeness[places], kind="stable")]
    found: dict[str, int] = {}
    for place in order.tolist():
        found.setdefault(index.ids[place].partition("#")[0], place)
    return dict(sorted(found.items(), key=lambda pair: index.texts[pair[0]]))


def _history(
    snapshot: Snapshot,
    index: AgreedIndex,
    held: Mapping[str, Sequence[str]],
    without: Collection[str],
    likeness: Mapping[str, float],
) -> pd.DataFrame:
    held = {symbol: ids for symbol, ids in held.items() if symbol not in without}
    before = predecessors(snapshot)
    documents = rows_by_id(snapshot, "documents")
    dropped = {
        symbol: before[symbol]
        for symbol in index.texts
        if symbol not in held and symbol not in without and before.get(symbol) in held
    }
    rows: list[tuple[Any, ...]] = []
    latest = ""
    for symbol in sorted({*held, *dropped}, key=index.texts.__getitem__):
        ids = held.get(symbol, ())
        earlier = before.get(symbol, "")
        since = held[earlier][0] if earlier in held else latest
        if not ids:
            step = "dropped"
        elif not rows:
            step = "first"
        elif not likeness:
            step = "kept" if earlier in held else "taken_up"
        else:
            step = _step(snapshot, index, since, ids[0])
        text = documents.get(symbol, {})
        known = (text.get(c) for c in ("outcome", "yes", "no", "abstain", "sponsors"))
        own = ids[0] if ids else None
        alike = likeness.get(own) if own else None
        rows.append((symbol, text.get("date"), step, own, tuple(ids), since or None, alike, *known))
        latest = own or latest
    return frame_of(rows, COLUMNS)


def _step(snapshot: Snapshot, index: AgreedIndex, since: str, name: str) -> str:
    """What became of a paragraph from one text to the next that has it."""
    one, two = (index.prints[index.places[each]] for each in (since, name))
    if one.words == two.words or one.content == two.content:
        return "kept"
    if index.alike(since, name) < LEAST_TO_JUDGE:
        return "reworded"
    earlier, later = (
        adopted_row(snapshot, each, index.language, under=True) for each in (since, name)
    )
    move, _ = strength(earlier, later)
    return move or "reworded"
