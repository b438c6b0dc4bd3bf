"""A draft held against the record, as a paper: each line, where it is from, what is known there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from dashboard.analysis.agreed_language.matches import MOVES, balance
from dashboard.analysis.frames import Row, paragraphs_of, rows_by_id
from dashboard.corpus.snapshot import Snapshot
from dashboard.export.citations.cite import Retrieval, footnote
from dashboard.export.citations.cited_records import cited, speakers
from dashboard.export.papers.paper import Block, Paper, Span, line
from dashboard.words import Words
from dashboard.words.labels import label_of, sponsors_in_words
from dashboard.words.places import paragraph_reference

COUNTED = ("agreed", "changed", "new", *MOVES)
"""What the balance of a draft counts, in its order."""
_VOTES = ("yes", "no", "abstain")


def draft_brief(
    snapshot: Snapshot, say: Words, found: Sequence[Row], base: str, day: dt.date
) -> Paper:
    """Rows of `analysis.agreed_language.matches`: the balance, then the lines in their order.

    `base` is what comes before a path of our own. The reader's words stand in it, for it is
    the reader's.
    """
    counted = balance(found)
    numbers = (f"{say(f'agreed_language.count_{name}')} {counted[name]}" for name in COUNTED)
    blocks = [
        line(say("agreed_language.lines", n=counted["lines"])),
        line(" · ".join(numbers)),
        line(say("agreed_language.how")),
        line(say("take.version", version=snapshot.version, date=say.date(day.isoformat()))),
    ]
    for number in dict.fromkeys(row["line"] for row in found):
        near = [row for row in found if row["line"] == number]
        blocks += _line(snapshot, say, near, base, day)
    return Paper(say("agreed_language.title"), [*blocks, line(say("footer.sources"))], say.language)


def _line(
    snapshot: Snapshot, say: Words, near: Sequence[Row], base: str, day: dt.date
) -> Iterator[Block]:
    first = near[0]
    yield Block("heading", (Span(f"{line_name(say, first)} – {verdict(say, first)}"),))
    yield line(first["text"])
    yield from (Block("line", (Span(note, "small"),)) for note in first["footnotes"])
    if first["cites"]:
        documents = rows_by_id(snapshot, "documents")
        yield Block("line", (
            Span(say("record.citations"), "small"),
            *(Span(symbol, "small", _address(documents.get(symbol), base))
              for symbol in first["cites"]),
        ))  # fmt: skip
    for row in near:
        if row["id"] is None or (row["relation"] == "new" and row["rank"] > 1):
            continue
        paragraph = paragraph_of(snapshot, row)
        name = paragraph_reference(say, row["id"], paragraph.get("number"))
        said = [likeness(say, row), *(known(snapshot, say, row) if row["rank"] == 1 else ())]
        yield Block(
            "item",
            (
                Span(name, "bold"),
                Span(summary(say, paragraph)),
                *(Span(fact, "small") for fact in said),
                Span(say("take.record"), address=base + paragraph.get("url", "")),
                *_citation(snapshot, say, row, base, day),
            ),
        )


def _address(document: Row | None, base: str) -> str | None:
    """Where a document stands in the record, if it does."""
    return None if document is None else base + document["url"]


def _citation(snapshot: Snapshot, say: Words, row: Row, base: str, day: dt.date) -> Iterator[Span]:
    """The paragraph's citation in our form, for the nearest of a line that comes from there."""
    if row["rank"] == 1 and row["relation"] != "new":
        url = base + paragraph_of(snapshot, row).get("url", "")
        record = cited(snapshot, row["id"])
        yield Span(footnote(record, say.language, Retrieval(snapshot.version, day, url)), "small")


def paragraph_of(snapshot: Snapshot, row: Row) -> Row:
    """The adopted paragraph of a row, as the record has it."""
    return next((p for p in paragraphs_of(snapshot, row["symbol"]) if p["id"] == row["id"]), {})


def summary(say: Words, paragraph: Row) -> str:
    """What a paragraph says in our own words, or that nobody wrote that yet."""
    return say.field(paragraph, "summary") or say("compare.no_summary")


def line_name(say: Words, row: Row) -> str:
    """`Line 3 (2 (a))`: which of the lines, and the number it prints."""
    name = say("agreed_language.line", n=row["line"])
    return say("take.detailed", what=name, detail=row["number"]) if row["number"] else name


def verdict(say: Words, row: Row) -> str:
    """What a line is to the paragraph nearest to it, and how it moved."""
    moved = [say(f"change.{row['move']}")] if row["move"] else []
    return " · ".join([say(f"agreed_language.{row['relation']}"), *moved])


def likeness(say: Words, row: Row) -> str:
    """How alike a line and a paragraph are."""
    return say("agreed_language.alike", percent=round(100 * row["likeness"]))


def known(snapshot: Snapshot, say: Words, row: Row) -> Iterator[str]:
    """What is on record of the paragraph a line comes from, a fact at a time."""

    def labels(vocabulary: str, codes: Sequence[str]) -> str:
        return say.listed(label_of(snapshot, say.language, vocabulary, code) for code in codes)

    if row["verb"] and row["adopted_verb"] and row["verb"] != row["adopted_verb"]:
        yield say("agreed_language.verb", before=row["adopted_verb"], after=row["verb"])
    if row["why"] and row["move"] in ("stronger", "softer"):
        told_by = f"by_{row['why'][0]}_{row['move']}"
        yield say(f"change.{told_by}")
    for name in ("gained", "lost"):
        if codes := row[f"softeners_{name}"]:
            yield say(f"agreed_language.softener_{name}", what=labels("softeners", codes))
    yield from decided(snapshot, say, row)
    for name in ("explained", "dissociated"):
        if ids := row[name]:
            yield say(f"agreed_language.{name}", who=_who(snapshot, say, ids))
    requests = rows_by_id(snapshot, "requests")
    for name in row["requests"]:
        asked = requests[name]
        yield say(
            "agreed_language.asked",
            what=labels("deliverables", (asked["deliverable"],)),
            status=labels("request_statuses", (asked["status"],)),
        )
    if row["first"] and row["texts"] > 1:
        date = say.date(row["first_date"])
        yield say("agreed_language.origin", symbol=row["first"], date=date, n=row["texts"])


def decided(snapshot: Snapshot, say: Words, row: Row) -> Iterator[str]:
    """When the text was adopted, by what vote, and with how many sponsors."""
    if row["date"]:
        yield say("agreed_language.adopted", date=say.date(row["date"]))
    if row["outcome"]:
        outcome = label_of(snapshot, say.language, "outcomes", row["outcome"])
        counts = [row[name] for name in _VOTES]
        said = "–".join("?" if n is None else str(n) for n in counts)
        voted = any(n is not None for n in counts)
        yield say("take.detailed", what=outcome, detail=said) if voted else outcome
    text = rows_by_id(snapshot, "documents").get(row["symbol"] or "", {})
    if sponsors := sponsors_in_words(snapshot, say, text):
        yield say("filters.stated", name=say("column.sponsors"), value=sponsors)


def _who(snapshot: Snapshot, say: Words, ids: Sequence[str]) -> str:
    statements = rows_by_id(snapshot, "statements")
    return say.listed(dict.fromkeys(speakers(snapshot, say, statements[name]) for name in ids))
