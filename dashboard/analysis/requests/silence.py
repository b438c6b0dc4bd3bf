"""Of requests of a kind: how many came, after how long, which never did, which were taken note of.

Three absences stay apart: looked for and not found, not known because nobody could tell, and does
not apply because a later request took the place.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from dashboard.analysis.frames import frame_of
from dashboard.analysis.requests.outcomes import OUTCOMES, WAITED_FOR
from dashboard.analysis.requests.waiting import CURVE, half, kaplan_meier
from dashboard.analysis.snapshot_cache import once
from dashboard.corpus.snapshot import Snapshot

EVERY, FEW = "every", "small"
"""The group of all requests, and that of the groups too small to say anything of."""
SMALLEST = 10
_COUNTED = ("asked", *OUTCOMES, "timed", "half", "half_known", "documents", "noted")
FIGURES = {"group": "str", **dict.fromkeys(_COUNTED, "Int64")}
CURVES = {"group": "str", **CURVE}
NOTED = dict.fromkeys(("request", "answer", "citing", "date"), "str")
_DECISIONS = ("A/RES/", "A/DEC/")


def grouped(codes: pd.Series[str]) -> pd.Series[str]:
    """Codes of groups, those of fewer than `SMALLEST` requests as `FEW`."""
    sizes = codes.map(codes.value_counts())
    return codes.where(sizes >= SMALLEST, FEW)


def figures(
    requests: pd.DataFrame, groups: pd.Series[str], noted: pd.DataFrame, drawn: pd.DataFrame
) -> pd.DataFrame:
    """Columns of `FIGURES`: all requests first, then each group, the largest first, `FEW` last.

    `requests` have an outcome, `groups` the code of each; `noted` is `taken_note_of` them, `drawn`
    their `curves`. `timed` is how many can be timed, `half` the days within which half had come, at
    the latest: null where fewer than half did, and for groups without a curve; `half_known` is the
    median of those whose day is known, of at least `SMALLEST`. `documents` are answers with a
    symbol that are no resolution or decision, `noted` how many of these a later text cites.
    """
    halves = {str(code): half(curve) for code, curve in drawn.groupby("group")}
    cited = {*zip(noted["request"], noted["answer"], strict=True)}
    parts = [(code, requests[groups == code]) for code in _in_order(groups)]
    every = [(EVERY, requests)] if len(requests) else []
    return frame_of(
        ((code, *_counted(code, of, cited, halves)) for code, of in (*every, *parts)), FIGURES
    )


def _counted(
    code: str,
    requests: pd.DataFrame,
    cited: set[tuple[str, str]],
    halves: Mapping[str, int | None],
) -> Iterator[int | None]:
    """The figures of a group, in the order of `FIGURES`."""
    counts = Counter(requests["outcome"])
    known = requests.loc[requests["outcome"] == "came", "days"].dropna()
    documents = {*_documents(requests)}
    yield len(requests)
    yield from (counts[outcome] for outcome in OUTCOMES)
    yield int(requests["days"].notna().sum())
    yield halves.get(code)
    yield None if code == FEW or len(known) < SMALLEST else round(known.median())
    yield len(documents)
    yield len(documents & cited)


def curves(requests: pd.DataFrame, groups: pd.Series[str]) -> pd.DataFrame:
    """Columns of `CURVES`: the share that had come by each day, of all and of each group.

    A group has a curve where at least `SMALLEST` of its requests can be timed.
    """
    timed = requests.loc[requests["days"].notna(), ["days", "outcome"]]
    groups = groups[timed.index]
    parts = [(code, timed[groups == code]) for code in _in_order(groups) if code != FEW]
    found = [
        kaplan_meier(list(of["days"]), list(~of["outcome"].isin(WAITED_FOR))).assign(group=code)
        for code, of in [(EVERY, timed), *parts]
        if len(of) >= SMALLEST
    ]
    return pd.concat([frame_of((), CURVES), *found], ignore_index=True)[[*CURVES]]


def _in_order(groups: pd.Series[str]) -> list[str]:
    """The groups, the largest first, those that are too small last."""
    return sorted(groups.value_counts().index, key=lambda code: code == FEW)


def taken_note_of(snapshot: Snapshot, requests: pd.DataFrame) -> pd.DataFrame:
    """Which later texts on record cite which answers: columns of `NOTED`, the earliest text first.

    Answers that are themselves resolutions or decisions are left out. A text counts from the day
    after the request was made to the day for which statuses are computed.
    """
    citing, today = _citing(snapshot), snapshot.as_of.isoformat()
    asked = dict(zip(requests["id"], requests["date"].fillna(""), strict=True))
    lines = {
        (request, answer, symbol, date)
        for request, answer in _documents(requests)
        for symbol, date in citing.get(answer, ())
        if symbol != answer and asked[request] < date <= today
    }
    return frame_of(sorted(lines, key=lambda line: (line[3], line)), NOTED)


@once
def _citing(snapshot: Snapshot) -> Mapping[str, Sequence[tuple[str, str]]]:
    """The texts that cite each symbol, with their dates."""
    documents = snapshot.tables["documents"].dropna(subset="date")
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    columns = (documents[name] for name in ("id", "date", "cites"))
    for symbol, date, cites in zip(*columns, strict=True):
        for cited in cites:
            found[cited].append((symbol, date))
    return found


def _documents(requests: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """Each request with each of its answers that has a symbol and is no resolution or decision."""
    for request, answers in zip(requests["id"], requests["answered_by"], strict=True):
        for answer in answers:
            if "/" in answer and not answer.startswith(_DECISIONS):
                yield request, answer
