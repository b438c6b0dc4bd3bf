"""Outcome, counts and roll call of a decision, from a file's `voting` element."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import partial

from dashboard.sources.element_text import Element, local, place_of, text_of
from dashboard.sources.errors import Findings, RefusedError
from dashboard.sources.names import StateNames

POSITIONS = {"inFavour": "yes", "against": "no", "abstaining": "abstain"}
_OUTCOMES = {
    "adoptedWithoutVote": "adopted_without_vote",
    "adoptedByConsensus": "adopted_without_vote",
    "adoptedRecordedVote": "adopted_recorded",
    "adoptedNonRecordedVote": "adopted_non_recorded",
    "rejected": "rejected",
    "rejectedRecordedVote": "rejected",
    "withdrawn": "withdrawn",
    "noAction": "no_action",
}
_WORDS = {
    "adopted_without_vote": r"without (?:a |being put to the )?vote|consensus|acclamation",
    "no_action": r"no action",
    "rejected": r"rejected|not adopted",
    "withdrawn": r"withdrawn",
    "adopted_non_recorded": r"non-recorded vote",
    "adopted_recorded": r"recorded vote",
}
"""What free text says where the file has no code for the outcome; the first that fits."""


@dataclass(frozen=True)
class Decision:
    """How a text was decided; `counts` as published, `roll_call` by ISO3, each by position."""

    outcome: str
    counts: dict[str, int | None] = field(default_factory=dict)
    roll_call: dict[str, list[str]] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    names: str = "not_published"
    """How far the States are named: `complete`, `partial` or `not_published`."""
    complete: list[str] = field(default_factory=list)
    """The positions of which every name was read."""


def read_voting(
    voting: Element,
    names: StateNames,
    members: Callable[[], Collection[str]],
    findings: Findings,
) -> Decision:
    """Read one `voting` element.

    `members` gives the States that were members on the day; those named nowhere did not vote.
    Published totals stay as they are; where the names contradict them, a warning says so.
    What is not understood is said among the findings: an outcome or a total is unknown then, a
    State that is unknown, or named twice, leaves the list of its position open.
    """
    place = place_of(voting)
    blocks = [child for child in voting if local(child) == "count"]
    outcome = findings.field("outcome", partial(_outcome, voting, bool(blocks), place), "unknown")
    if not blocks:
        if outcome == "adopted_recorded":
            refusal = RefusedError(place, "a recorded vote without counts")
            findings.add(refusal, "counts kept as unknown")
        return Decision(outcome)
    counts: dict[str, int | None] = {}
    roll_call: dict[str, list[str]] = {}
    seen: dict[str, str] = {}
    open_lists: set[str] = set()
    for block in blocks:
        position = findings.field("position", partial(_position, block), None)
        if position is None:
            open_lists |= set(POSITIONS.values())
            continue
        counts[position] = findings.field("total", partial(_total, block), None)
        roll_call[position], doubtful = _voters(block, position, names, seen, findings)
        open_lists |= doubtful
    for position in POSITIONS.values():
        counts.setdefault(position, None if open_lists else 0)
        roll_call.setdefault(position, [])
    complete = [position for position in POSITIONS.values() if position not in open_lists]
    return _decision(outcome, counts, roll_call, members(), complete)


def _decision(
    outcome: str,
    counts: dict[str, int | None],
    roll_call: dict[str, list[str]],
    members: Collection[str],
    complete: list[str],
) -> Decision:
    named = {iso3 for voters in roll_call.values() for iso3 in voters}
    warnings = [
        f"{position}: {counts[position]} published, {len(voters)} named; both are kept"
        for position, voters in roll_call.items()
        if position in complete and counts[position] not in (None, len(voters))
    ]
    outsiders = sorted(named - set(members))
    if outsiders and members:
        warnings.append(f"{', '.join(outsiders)} voted but joined later by our list of members")
    if not named:
        return Decision(outcome, counts, {}, warnings)
    whole = bool(members) and len(complete) == len(POSITIONS)
    roll_call["not_voting"] = sorted(set(members) - named) if whole else []
    names = "complete" if whole else "partial"
    return Decision(outcome, counts, roll_call, warnings, names, complete)


def _outcome(voting: Element, counted: bool, place: str) -> str:
    attribute = voting.get("outcome", "").strip()
    if attribute in _OUTCOMES:
        return _OUTCOMES[attribute]
    words = attribute or " ".join(
        [text_of(voting), *(child.get("value", "") for child in voting if local(child) == "quorum")]
    )
    spoken = outcome_in_words(words)
    if spoken is not None:
        return spoken
    if counted:
        return "adopted_recorded"
    if words.strip():
        raise RefusedError(place, f"outcome {' '.join(words.split())[:80]!r} not understood")
    return "unknown"


def outcome_in_words(words: str) -> str | None:
    """The outcome that free text names ("Adopted without vote, 81st plenary meeting"), or None."""
    for outcome, pattern in _WORDS.items():
        if re.search(pattern, words, re.IGNORECASE):
            return outcome
    return None


def _position(block: Element) -> str:
    found = block.get("refersTo", "").lstrip("#")
    if found not in POSITIONS:
        allowed = ", ".join(POSITIONS)
        raise RefusedError(place_of(block), f"position {found!r}; allowed: {allowed}")
    return POSITIONS[found]


def _total(block: Element) -> int:
    value = block.get("value", "").strip()
    if not value.isdecimal():
        raise RefusedError(place_of(block), f"total {value!r} is no number")
    return int(value)


def _voters(
    block: Element, position: str, names: StateNames, seen: dict[str, str], findings: Findings
) -> tuple[list[str], set[str]]:
    """The States of a position, and the positions whose lists are open because of its names."""
    voters, doubtful = [], set()
    for organization in block.iter("{*}organization"):
        printed = text_of(organization)
        place = place_of(organization)
        iso3 = names.code(printed)
        if iso3 is None:
            refusal = RefusedError(place, f"unknown State {printed!r}", names.nearest(printed))
            findings.add(refusal, "left out of the roll call")
            doubtful.add(position)
        elif iso3 in seen:
            refusal = RefusedError(place, f"{printed!r} stands under {position} and {seen[iso3]}")
            findings.add(refusal, f"kept under {seen[iso3]}")
            doubtful |= {position, seen[iso3]}
        else:
            seen[iso3] = position
            voters.append(iso3)
    return sorted(voters), doubtful
