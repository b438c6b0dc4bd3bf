"""The lines of a draft beside the adopted paragraphs nearest to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, Final

from dashboard.analysis.agreed_language.line_history import best_of_texts
from dashboard.analysis.agreed_language.nearest import (
    RELATIONS,
    Near,
    agreed_index,
    in_agreement,
)
from dashboard.analysis.agreed_language.pasted import PastedLine, adopted_row, pasted_lines
from dashboard.analysis.frames import Row, rows_by_id, rows_of
from dashboard.analysis.paragraphs.strength import LEAST_TO_JUDGE, strength
from dashboard.analysis.snapshot_cache import once
from dashboard.corpus.snapshot import Snapshot
from dashboard.sources.drafts.draft import Draft

COLUMNS: Final = {
    "line": "Int64", "place": "str", "number": "str", "part": "str", "text": "str", "verb": "str",
    "cites": "object", "footnotes": "object",
    "rank": "Int64", "id": "str", "symbol": "str", "likeness": "Float64", "relation": "str",
    "move": "str", "why": "object", "softeners_gained": "object", "softeners_lost": "object",
    "adopted_verb": "str", "date": "str", "outcome": "str", "yes": "Int64", "no": "Int64",
    "abstain": "Int64", "sponsors": "Int64", "explained": "object", "dissociated": "object",
    "requests": "object", "statuses": "object", "first": "str", "first_date": "str",
    "texts": "Int64",
}  # fmt: skip
"""What a row holds, and its dtype in a frame."""
MOVES: Final = ("stronger", "softer", "softened", "unsoftened")
MOST = 50
"""Adopted paragraphs beside one line at most."""
_AHEAD = 8
"""How many more are looked at, so that the text most lines come from can go before."""


def matches(
    snapshot: Snapshot,
    draft: Draft,
    limit: int = 3,
    without: Collection[str] = (),
    between: Callable[[], object] = tuple,
) -> list[Row]:
    """For each line of a draft the adopted paragraphs nearest to it, those of `without` left out.

    Rows by `COLUMNS`, and no frame, which takes longer to make than all that stands in it: the
    line and its own place, number, part, words and verb, the symbols that it and its footnotes
    cite, and the footnotes with their marks; `rank` from 1 and the paragraph, how
    alike it is (0 to 1) and the `relation`, one of `RELATIONS`; `move`, one of `MOVES` or None,
    `why` (codes of `strength.WHY`) and the softeners that came or went; the text's date, outcome,
    vote and sponsors; `explained`: statements that name the paragraph, `dissociated`: those that
    leave the consensus on it or on the whole text; what it asked for and the statuses of that; the
    `first` text on record with a line like it, and how many `texts` have one. A line near to
    nothing has one row without a paragraph, and is `new`. `between` two lines others may be let
    go before.
    """
    index = agreed_index(snapshot, draft.language)
    lines = pasted_lines(snapshot, draft)
    found: list[list[Near]] = []
    origins: list[tuple[Any, ...]] = []
    for line in lines:
        between()
        alike = index.alike_to(line.print)
        having = best_of_texts(index, alike.likeness)
        found.append(index.nearest(line.print, limit + _AHEAD, without, alike))
        origins.append(_origin(snapshot, [symbol for symbol in having if symbol not in without]))
    return [
        dict(zip(COLUMNS, (*row, *origin), strict=True))
        for line, near, origin in zip(lines, in_agreement(found), origins, strict=True)
        for row in _rows(snapshot, draft.language, line, near[:limit])
    ]


def balance(found: Sequence[Row]) -> dict[str, int]:
    """How many lines there are, how many have each relation to what is nearest, and each move.

    `agreed` are those identical or editorial; `changed` those reworded.
    """
    first = [row for row in found if row["rank"] == 1]
    relations = Counter(row["relation"] for row in first)
    moves = Counter(row["move"] for row in first)
    return {
        "lines": len(first),
        "agreed": relations["identical"] + relations["editorial"],
        "changed": relations["reworded"],
        **{name: relations[name] for name in RELATIONS},
        **{name: moves[name] for name in MOVES},
    }


def _origin(snapshot: Snapshot, having: Sequence[str]) -> tuple[Any, ...]:
    """The first text on record that has a line or one like it, its date, and how many have."""
    first = having[0] if having else None
    text: Row = rows_by_id(snapshot, "documents").get(first or "", {})
    return first, text.get("date"), len(having)


def _rows(
    snapshot: Snapshot, language: str, line: PastedLine, near: Sequence[Near]
) -> Iterator[tuple[Any, ...]]:
    paragraph = line.paragraph
    own = (
        line.line, paragraph.place, paragraph.number, paragraph.part, paragraph.text,
        paragraph.verb, paragraph.cites, tuple(f"{n.mark} {n.text}" for n in paragraph.footnotes),
    )  # fmt: skip
    if not near:
        yield (*own, 1, None, None, 0.0, "new", *_NOTHING)
    for rank, one in enumerate(near, start=1):
        symbol = one.id.partition("#")[0]
        moved = _moved(snapshot, language, line, one)
        alike = round(one.likeness, 3)
        yield (*own, rank, one.id, symbol, alike, one.relation, *moved, *_known(snapshot, one.id))


_NOTHING = (None, (), (), (), None, *(None,) * 6, (), (), (), ())
"""What is known of a line that is near to nothing, from `move` on."""


def _moved(snapshot: Snapshot, language: str, line: PastedLine, near: Near) -> tuple[Any, ...]:
    """From `move` to `adopted_verb`; nothing is judged of what is hardly alike."""
    before = adopted_row(snapshot, near.id, language, under=line.under)
    verb = before.get("verb" if language == "en" else "verb_zh")
    if not before or near.likeness < LEAST_TO_JUDGE:
        return None, (), (), (), verb
    after = {**line.asked, "part": line.asked["part"] or before["part"]}
    move, why = strength(before, after)
    gained = sorted(set(after["softening"]) - set(before["softening"]))
    lost = sorted(set(before["softening"]) - set(after["softening"]))
    return move, tuple(why), tuple(gained), tuple(lost), verb


def _known(snapshot: Snapshot, name: str) -> tuple[Any, ...]:
    """From `date` on: what is on record of the paragraph and its text."""
    symbol = name.partition("#")[0]
    text: Row = rows_by_id(snapshot, "documents").get(symbol, {})
    explained, left = _said(snapshot)
    asked = _asked_for(snapshot).get(name, ())
    return (
        *(text.get(c) for c in ("date", "outcome", "yes", "no", "abstain", "sponsors")),
        explained.get(name, ()),
        (*left.get(name, ()), *left.get(symbol, ())),
        tuple(row["id"] for row in asked),
        tuple(row["status"] for row in asked),
    )


@once
def _said(snapshot: Snapshot) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Statements by the paragraph they name; and dissociations by what they leave: paragraphs, or
    a whole text where they name none.
    """
    explained: dict[str, tuple[str, ...]] = {}
    left: dict[str, tuple[str, ...]] = {}
    for row in rows_of(snapshot.tables["statements"]):
        leaves = "dissociation" in (row["type"], row["stance"])
        whole = row["symbol"] if leaves and not row["named"] else ()
        for target in row["paragraphs"] or whole:
            room = left if leaves else explained
            room[target] = (*room.get(target, ()), row["id"])
    return explained, left


@once
def _asked_for(snapshot: Snapshot) -> dict[str, list[Row]]:
    """The requests by the paragraph that makes them."""
    found: dict[str, list[Row]] = {}
    for row in rows_of(snapshot.tables["requests"]):
        found.setdefault(row["paragraph"], []).append(row)
    return found
