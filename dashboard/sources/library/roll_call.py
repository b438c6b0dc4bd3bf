"""From the library's rows to a recorded vote: names as of the day, and totals that add up."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.sources.errors import RefusedError
from dashboard.sources.library.library_vote import (
    PUBLISHER,
    VOTES,
    LibraryRow,
    LibraryVote,
    RowFields,
)
from dashboard.sources.names import StateNames

POSITIONS = ("yes", "no", "abstain", "not_voting")
_COUNTED = ("yes", "no", "abstain")
RollCall = dict[str, list[str]]


@dataclass(frozen=True)
class JudgedVote:
    """What a roll call comes to, and what was left out of it."""

    call: RollCall
    is_whole: bool
    """Whether every member is named and every total reached."""
    left_out: list[RefusedError]
    told: list[str]
    """Totals that are not reached because of what was left out."""
    refused: list[RefusedError]
    """What keeps the rest from being taken."""


def roll_call(
    vote: LibraryVote,
    names: StateNames,
    labels: Mapping[str, str],
    members: Callable[[str], Collection[str]],
) -> JudgedVote:
    """ISO3 codes by position, what had to be left out, and what keeps the vote from being taken.

    `labels` has the English name of every State we know by its code; `members` gives the
    members of a day. A row without a vote is a State that did not vote. A row that is not
    understood is left out alone, and a State that voted two ways wholly; a member without a row,
    or a total that is not reached, is an error unless as many rows were left out as it takes.
    """
    call: RollCall = {position: [] for position in POSITIONS}
    left_out = list(vote.bad_rows)
    seen: dict[str, LibraryRow] = {}
    doubtful: set[str] = set()
    allowed = members(vote.date)
    for row in vote.rows:
        try:
            iso3 = _state(row, vote.fields, names, labels)
            if iso3 in seen:
                doubtful |= {iso3} if VOTES[row.vote] != VOTES[seen[iso3].vote] else set()
                raise _twice(row, iso3, seen[iso3], vote.fields, labels)
            if iso3 not in allowed:
                message = f"{row.name!r}: {iso3} was not a member on {vote.date}"
                raise RefusedError(f"line {row.line} {vote.fields.name}", message)
        except RefusedError as refusal:
            left_out.append(refusal)
            continue
        seen[iso3] = row
    for iso3 in sorted(seen.keys() - doubtful):
        call[VOTES[seen[iso3].vote]].append(iso3)
    lost = len(left_out) + len(doubtful) + vote.stray
    absent = sorted(set(allowed) - (seen.keys() - doubtful))
    told, contradicted = _totals(vote, call, lost)
    if len(absent) > lost:  # the file may be cut short
        names_of = ", ".join(f"{labels[iso3]} ({iso3})" for iso3 in absent)
        message = f"members on {vote.date} missing from {vote.symbol}: {names_of}"
        contradicted = [RefusedError(f"line {vote.line}", message), *contradicted]
    return JudgedVote(call, not (absent or told), left_out, told, contradicted)


def as_vote(vote: LibraryVote, judged: JudgedVote, verification: str) -> dict[str, Any]:
    """The values of `corpus.records.votes.Vote`, in the order in which they are written.

    Where rows were left out, the names are a part; of the positions whose total is reached all.
    """
    counts = {position: vote.totals[position] for position in _COUNTED}
    whole = [p for p in _COUNTED if counts[p] == len(judged.call[p])]
    return {
        "stage": vote.stage,
        "date": vote.date,
        **({"meeting": vote.meeting} if vote.meeting else {}),
        "counts": counts,
        "roll_call": {position: judged.call[position] for position in POSITIONS},
        "names": "complete" if judged.is_whole else "partial",
        **({} if judged.is_whole or not whole else {"complete": whole}),
        "verification": verification,
        "sources": [{"url": vote.url, "publisher": PUBLISHER}],
    }


def _state(row: LibraryRow, fields: RowFields, names: StateNames, labels: Mapping[str, str]) -> str:
    """The State a row names; its code may not say another. Raises `RefusedError`.

    Only the name is relied on: that the library's codes are ISO 3166-1 is not said in its
    manual, and a code unknown to us may belong to a former name.
    """
    iso3 = names.code(row.name)
    if iso3 is None:
        near = names.nearest(row.name) or labels.get(row.code)
        message = f"unknown State {row.name!r}; allowed: the names in states.yaml"
        raise RefusedError(f"line {row.line} {fields.name}", message, near)
    if row.code != iso3 and row.code in labels:
        message = f"{row.name!r} is {iso3}, but the code beside it is {row.code}"
        place = f"line {row.line} {fields.code}"
        raise RefusedError(place, f"{message}, {labels[row.code]}; allowed: {iso3}")
    return iso3


def _twice(
    row: LibraryRow, iso3: str, first: LibraryRow, fields: RowFields, labels: Mapping[str, str]
) -> RefusedError:
    message = f"{labels[iso3]} ({iso3}) stands twice: {first.name!r} in line {first.line}"
    return RefusedError(f"line {row.line} {fields.name}", f"{message}, {row.name!r} here")


def _totals(vote: LibraryVote, call: RollCall, lost: int) -> tuple[list[str], list[RefusedError]]:
    """Totals against rows, those of the three positions needed, the others if given: what is not
    reached for rows that were lost, and what contradicts the rows."""
    named = {position: len(states) for position, states in call.items()}
    named["members"] = sum(named.values())
    place = f"line {vote.line}"
    refusals = [
        RefusedError(place, f"no total of {position} for {vote.symbol} to hold the rows against")
        for position in _COUNTED
        if position not in vote.totals
    ]
    over = {name: total - named[name] for name, total in vote.totals.items()}
    said = {
        name: f"{vote.symbol} {name}: total {vote.totals[name]}, rows {named[name]}"
        for name in over
        if over[name]
    }
    unnamed = max(sum(over.get(p, 0) for p in POSITIONS), over.get("members", 0))
    if min(over.values(), default=0) >= 0 and unnamed <= lost:
        return [*said.values()], refusals
    return [], [*refusals, *(RefusedError(place, sentence) for sentence in said.values())]
