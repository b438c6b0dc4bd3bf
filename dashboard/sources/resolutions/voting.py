"""Outcome, counts and roll call of a decision, from a file's `voting` element."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from dashboard.sources.element_text import Element, local, place_of, text_of
from dashboard.sources.errors import RefusedError
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
    counts: dict[str, int] = field(default_factory=dict)
    roll_call: dict[str, list[str]] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)


def read_voting(
    voting: Element, names: StateNames, members: Callable[[], Collection[str]]
) -> Decision:
    """Read one `voting` element.

    `members` gives the States that were members on the day; those named nowhere did not vote.
    Published totals stay as they are; where the names contradict them, a warning says so.
    Raises `RefusedError` for an unknown outcome, position, State, or a State named twice.
    """
    place = place_of(voting)
    blocks = [child for child in voting if local(child) == "count"]
    outcome = _outcome(voting, bool(blocks), place)
    if not blocks:
        if outcome == "adopted_recorded":
            raise RefusedError(place, "a recorded vote without counts")
        return Decision(outcome)
    counts: dict[str, int] = {}
    roll_call: dict[str, list[str]] = {}
    seen: dict[str, str] = {}
    for block in blocks:
        position = _position(block)
        counts[position] = _total(block)
        roll_call[position] = _voters(block, position, names, seen)
    for position in POSITIONS.values():
        counts.setdefault(position, 0)
        roll_call.setdefault(position, [])
    return _decision(outcome, counts, roll_call, members())


def _decision(
    outcome: str,
    counts: dict[str, int],
    roll_call: dict[str, list[str]],
    members: Collection[str],
) -> Decision:
    named = {iso3 for voters in roll_call.values() for iso3 in voters}
    warnings = [
        f"{position}: {counts[position]} published, {len(voters)} named; both are kept"
        for position, voters in roll_call.items()
        if counts[position] != len(voters)
    ]
    outsiders = sorted(named - set(members))
    if outsiders:
        warnings.append(f"{', '.join(outsiders)} voted but joined later by our list of members")
    if not named:
        return Decision(outcome, counts, {}, warnings)
    roll_call["not_voting"] = sorted(set(members) - named)
    return Decision(outcome, counts, roll_call, warnings)


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


def _voters(block: Element, position: str, names: StateNames, seen: dict[str, str]) -> list[str]:
    voters = []
    for organization in block.iter("{*}organization"):
        printed = text_of(organization)
        place = place_of(organization)
        iso3 = names.code(printed)
        if iso3 is None:
            raise RefusedError(place, f"unknown State {printed!r}", names.nearest(printed))
        if iso3 in seen:
            raise RefusedError(place, f"{printed!r} stands under {position} and {seen[iso3]}")
        seen[iso3] = position
        voters.append(iso3)
    return sorted(voters)
