"""A curator's agenda: what to look up by now, and what the record still lacks."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from dashboard.corpus.open_candidates import open_candidates
from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.records.codings import ParagraphCoding
from dashboard.corpus.records.documents import ImportedDocument
from dashboard.corpus.verbs import UNKNOWN, VerbRule

Group = Literal[
    "to look up",
    "not summarised",
    "not coded",
    "checked over a year ago",
    "not reviewed",
    "verb unknown",
    "request open, sure",
    "request open, to look at",
    "predecessor's, neither repeated nor ended",
    "to look up later",
]
GROUPS: tuple[Group, ...] = get_args(Group)
LEFT_BEHIND: Group = "predecessor's, neither repeated nor ended"
"""What `dashboard.analysis.quality.series_requests` finds."""
YEAR = dt.timedelta(days=365)


@dataclass(frozen=True)
class Task:
    """Something to do on one record; `places` are its paragraphs, none: the record itself."""

    group: Group
    record: str
    places: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many paragraphs, or the one record."""
        return len(self.places) or 1


def todo(corpus: Corpus, today: dt.date) -> list[Task]:
    """Every task, group by group in the order of `GROUPS`, each in the order of records.

    What is due to be looked up comes first, by its day. Of a core text every paragraph is
    wanted, of others those that speak of AI or stand under what does; a summary is wanted in both
    languages.
    """
    found = [*_watched(corpus, today), *_texts(corpus), *_records(corpus, today)]
    return in_order([*found, *_candidates(corpus)])


def in_order(tasks: Iterable[Task]) -> list[Task]:
    """Tasks group by group."""
    return sorted(tasks, key=lambda task: GROUPS.index(task.group))


def _candidates(corpus: Corpus) -> Iterator[Task]:
    """What the rule found that is neither on record nor refused, text by text."""
    for found in corpus.request_candidates.values():
        grouped: defaultdict[tuple[str, bool], list[str]] = defaultdict(list)
        for each in open_candidates(found, corpus.requests):
            grouped[each.symbol, each.sure].append(each.paragraph)
        for (symbol, sure), places in grouped.items():
            group: Group = "request open, sure" if sure else "request open, to look at"
            yield Task(group, symbol, tuple(places))


def _watched(corpus: Corpus, today: dt.date) -> Iterator[Task]:
    """What a record waits for, the earliest day first: when, what, and where it will appear."""
    waiting = [
        (record.watch, name)
        for room in (corpus.events, corpus.curated)
        for name, record in room.items()
        if record.watch is not None
    ]
    for watch, name in sorted(waiting, key=lambda each: (each[0].due, each[1])):
        due = dt.date.fromisoformat(watch.due) <= today
        place = f"{watch.due}, {watch.what.en}, {watch.where}"
        yield Task("to look up" if due else "to look up later", name, (place,))


def _texts(corpus: Corpus) -> Iterator[Task]:
    rule = VerbRule(corpus.terms("verbs"))
    for symbol, text in corpus.imported.items():
        coding = corpus.codings.get(symbol)
        coded = coding.paragraphs if coding else {}
        wanted = _wanted(text, corpus)
        groups: dict[Group, list[str]] = {
            "not summarised": [name for name in wanted if name not in coded],
            "not coded": [name for name, verb in wanted.items() if _open(coded, name, verb, rule)],
            "verb unknown": [
                p.id for p in text.paragraphs if p.verb and rule.read(p.verb).head == UNKNOWN
            ],
        }
        for group, places in groups.items():
            if places:
                yield Task(group, symbol, tuple(places))


def _wanted(text: ImportedDocument, corpus: Corpus) -> dict[str, str | None]:
    """The opening verb of each paragraph that is to be summarised, by its place."""
    curated = corpus.curated.get(text.symbol)
    is_core = curated is not None and curated.weight == "core"
    wanted: dict[str, str | None] = {}
    for p in text.paragraphs:
        if is_core or p.mentions_ai or p.near_ai or p.parent in wanted:
            wanted[p.id] = p.verb
    return wanted


def _open(coded: dict[str, ParagraphCoding], name: str, verb: str | None, rule: VerbRule) -> bool:
    """Whether whom it asks is not known, or a verb that asks is said to ask nobody."""
    if name not in coded:
        return False
    addressees = coded[name].addressees
    asks = verb is not None and rule.read(verb).family == "directive"
    return addressees == "unknown" or (asks and addressees in ("none", []))


def _records(corpus: Corpus, today: dt.date) -> Iterator[Task]:
    summaries = (
        *((name, document.summary) for name, document in corpus.curated.items()),
        *((name, event.summary) for name, event in corpus.events.items()),
        *((name, statement.point) for name, statement in corpus.statements.items()),
    )
    for name, summary in summaries:
        if summary is None or summary.zh is None:
            yield Task("not summarised", name)
    for part, room in (
        ("", corpus.curated),
        ("", corpus.events),
        (" (paragraphs)", corpus.codings),
        ("", corpus.statements),
        (" (requests)", corpus.requests),
    ):
        for name, judged in room.items():
            if dt.date.fromisoformat(judged.checked) < today - YEAR:
                yield Task("checked over a year ago", name + part)
            if not judged.reviewed:
                yield Task("not reviewed", name + part)
