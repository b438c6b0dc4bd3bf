"""From the library's rows to a recorded vote: names as of the day, and totals that add up."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from dashboard.sources.errors import RefusedError
from dashboard.sources.library.library_vote import PUBLISHER, VOTES, LibraryRow, LibraryVote
from dashboard.sources.names import StateNames

POSITIONS = ("yes", "no", "abstain", "not_voting")
_COUNTED = ("yes", "no", "abstain")
RollCall = dict[str, list[str]]


def roll_call(
    vote: LibraryVote,
    names: StateNames,
    labels: Mapping[str, str],
    members: Callable[[str], Collection[str]],
) -> tuple[RollCall, list[RefusedError]]:
    """ISO3 codes by position, and everything that keeps the vote from being taken.

    `labels` has the English name of every State we know by its code; `members` gives the
    members of a day. A row without a vote is a State that did not vote; a member without a row
    is missing, which is an error. Where names are not understood, nothing is counted: what is
    missing would only follow from them.
    """
    call: RollCall = {position: [] for position in POSITIONS}
    refusals: list[RefusedError] = []
    seen: dict[str, LibraryRow] = {}
    allowed = members(vote.date)
    for row in vote.rows:
        try:
            iso3 = _state(row, names, labels)
            _once(row, iso3, seen, labels)
            if iso3 not in allowed:
                message = f"{row.name!r}: {iso3} was not a member on {vote.date}"
                raise RefusedError(f"line {row.line}", message)
        except RefusedError as refusal:
            refusals.append(refusal)
            continue
        seen[iso3] = row
        call[VOTES[row.vote]].append(iso3)
    if not refusals:
        refusals = [*_missing(vote, seen, allowed, labels), *_wrong_totals(vote, call)]
    return {position: sorted(states) for position, states in call.items()}, refusals


def as_vote(vote: LibraryVote, call: RollCall, verification: str) -> dict[str, Any]:
    """The values of `corpus.records.votes.Vote`, in the order in which they are written."""
    return {
        "stage": vote.stage,
        "date": vote.date,
        **({"meeting": vote.meeting} if vote.meeting else {}),
        "counts": {position: len(call[position]) for position in _COUNTED},
        "roll_call": {position: call[position] for position in POSITIONS},
        "names": "complete",
        "verification": verification,
        "sources": [{"url": vote.url, "publisher": PUBLISHER}],
    }


def _state(row: LibraryRow, names: StateNames, labels: Mapping[str, str]) -> str:
    """The State a row names; its code may not say another. Raises `RefusedError`.

    Only the name is relied on: that the library's codes are ISO 3166-1 is not said in its
    manual, and a code unknown to us may belong to a former name.
    """
    iso3 = names.code(row.name)
    place = f"line {row.line}"
    if iso3 is None:
        near = names.nearest(row.name) or labels.get(row.code)
        raise RefusedError(place, f"unknown State {row.name!r}", near)
    if row.code != iso3 and row.code in labels:
        message = f"{row.name!r} is {iso3}, but the code beside it is {row.code}"
        raise RefusedError(place, f"{message}, {labels[row.code]}")
    return iso3


def _once(
    row: LibraryRow, iso3: str, seen: Mapping[str, LibraryRow], labels: Mapping[str, str]
) -> None:
    if iso3 in seen:
        first = seen[iso3]
        message = f"{labels[iso3]} ({iso3}) stands twice: {first.name!r} in line {first.line}"
        raise RefusedError(f"line {row.line}", f"{message}, {row.name!r} here")


def _missing(
    vote: LibraryVote,
    seen: Collection[str],
    allowed: Collection[str],
    labels: Mapping[str, str],
) -> list[RefusedError]:
    absent = [f"{labels[iso3]} ({iso3})" for iso3 in sorted(set(allowed) - set(seen))]
    if not absent:
        return []
    message = f"members on {vote.date} missing from {vote.symbol}: {', '.join(absent)}"
    return [RefusedError(f"line {vote.line}", message)]


def _wrong_totals(vote: LibraryVote, call: RollCall) -> list[RefusedError]:
    """Totals against rows; those of the three positions are needed, the others if given."""
    named = {position: len(states) for position, states in call.items()}
    named["members"] = len(vote.rows)
    place = f"line {vote.line}"
    refusals = [
        RefusedError(place, f"no total of {position} for {vote.symbol} to hold the rows against")
        for position in _COUNTED
        if position not in vote.totals
    ]
    return refusals + [
        RefusedError(place, f"{vote.symbol} {name}: total {total}, rows {named[name]}")
        for name, total in vote.totals.items()
        if total != named[name]
    ]
