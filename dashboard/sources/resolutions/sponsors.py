"""The text in which a file names a draft's sponsors, read into States and other parties.

Names hold commas and "and" (Antigua and Barbuda, Iran (Islamic Republic of)), so the text is
searched for known names instead of being split; whatever is left over refuses the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dashboard.sources.errors import RefusedError
from dashboard.sources.names import StateNames

# "submitted by the President of the General Assembly", "the representative of Viet Nam, on
# behalf of the Bureau": one party that is no State, however many States its text names.
_PARTY = re.compile(
    r"^(?:was\s+)?(?:submitted\s+by\s+|the\s+representative\s+of\s+)", re.IGNORECASE
)
_SUBMITTED = re.compile(r"^(?:was\s+)?submitted\s+by\s+", re.IGNORECASE)
_CUT_OFF = re.compile(r",? and on the basis of (informal consultations) on draft resolution$")
"""Files end this sentence before the symbol of the draft that was consulted on."""
_CAPACITY = re.compile(
    r"\s*\((?:on behalf of|in (?:its|their) capacity)[^()]*(?:\([^()]*\)[^()]*)*\)", re.IGNORECASE
)
_CONNECTIVES = re.compile(r"[\s,;.]+|\b(?:and|the|subsequently)\b|\(\s*\)", re.IGNORECASE)


@dataclass(frozen=True)
class Sponsors:
    """States by ISO3 with the name as printed, and parties that are no State as printed."""

    states: dict[str, str]
    parties: list[str]
    warnings: tuple[str, ...] = ()


def read_sponsors(text: str, names: StateNames, place: str) -> Sponsors:
    """Read a list of sponsors.

    A State acting "(on behalf of …)" a group is a sponsor itself; what it acted for is kept
    as a party. Raises `RefusedError` naming whatever is neither State, party nor connective.
    """
    printed = " ".join(text.split())
    if not printed:
        return Sponsors({}, [])
    if _PARTY.match(printed):
        party = _CUT_OFF.sub(r", on the basis of \1", _SUBMITTED.sub("", printed))
        return Sponsors({}, [party])
    parties, plain = _capacities(printed, names)
    found = names.find_all(plain)
    rest, position = [], 0
    for state in found:
        rest.append(plain[position : state.start])
        position = state.end
    rest.append(plain[position:])
    left_over = [" ".join(_CONNECTIVES.sub(" ", piece).split()) for piece in rest]
    states: dict[str, str] = {}
    for state in found:
        states.setdefault(state.iso3, state.printed)
    torn = _torn([words for words in left_over if words], names)
    if torn is not None:
        iso3, printed = torn
        states.setdefault(iso3, printed)
        return Sponsors(states, parties, (f"{place}: {printed!r} read as one name",))
    for words in left_over:
        if words:
            _refuse(words, plain, names, place)
    return Sponsors(states, parties)


def _torn(pieces: list[str], names: StateNames) -> tuple[str, str] | None:
    """One name torn in two by sorting a list word by word (A/RES/78/133: Solomon, Islands)."""
    if len(pieces) == 2:
        for first, second in (pieces, reversed(pieces)):
            iso3 = names.code(f"{first} {second}")
            if iso3:
                return iso3, f"{first} … {second}"
    return None


def _capacities(printed: str, names: StateNames) -> tuple[list[str], str]:
    parties = []
    for match in _CAPACITY.finditer(printed):
        before = names.find_all(printed[: match.start()])
        acting = f"{before[-1].printed} " if before and before[-1].end == match.start() else ""
        parties.append(f"{acting}{match[0].strip()}")
    return parties, _CAPACITY.sub("", printed)


def _refuse(words: str, plain: str, names: StateNames, place: str) -> None:
    item = next((part for part in re.split(r",| and ", plain) if words in part), words)
    found = " ".join(item.split())
    raise RefusedError(place, f"unknown sponsor {found!r}", names.nearest(found))
