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
_SUBMITTED = re.compile(
    r"^(?:[^,()]*\([^()]*\),\s*|was\s+)?"  # a person may be named first: "A. Sheep (Malta), "
    r"(?:submitted|introduced)\s+(?:in\s+(?:the\s+)?committee\s+)?by\s+",
    re.IGNORECASE,
)
_PARTY = re.compile(
    rf"{_SUBMITTED.pattern}|^(?:the\s+representative\s+of|on\s+the\s+basis\s+of)\s+",
    re.IGNORECASE,
)
_CUT_OFF = re.compile(r",? and on the basis of (informal consultations) on draft resolution$")
"""Files end this sentence before the symbol of the draft that was consulted on."""
_CAPACITY = re.compile(
    r"\s*\((?:o[nf] behalf of|in (?:its|their) capacity)[^()]*(?:\([^()]*\)[^()]*)*\)",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\band\b", re.IGNORECASE)
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
    states, left_over = _named(plain, names)
    if torn := _torn(left_over, names):
        iso3, printed = torn
        states.setdefault(iso3, printed)
        return Sponsors(states, parties, (f"{place}: {printed!r} read as one name",))
    if not left_over:
        return Sponsors(states, parties)
    states, read = {}, []
    for segment in plain.split(","):
        found, otherwise = _segment(segment, names, place)
        states |= {iso3: name for iso3, name in found.items() if iso3 not in states}
        read += [f"{place}: {name!r} read as {names.nearest(name)}" for name in otherwise]
    return Sponsors(states, parties, tuple(read))


def _named(text: str, names: StateNames) -> tuple[dict[str, str], list[str]]:
    """The States a text names, as printed, and the words left over that join no names."""
    states: dict[str, str] = {}
    rest, position = [], 0
    for state in names.find_all(text):
        states.setdefault(state.iso3, state.printed)
        rest.append(text[position : state.start])
        position = state.end
    rest.append(text[position:])
    pieces = (" ".join(_CONNECTIVES.sub(" ", piece).split()) for piece in rest)
    return states, [words for words in pieces if words]


def _segment(text: str, names: StateNames, place: str) -> tuple[dict[str, str], list[str]]:
    """The States between two commas, and the names printed in a way of their own.

    Raises `RefusedError` naming whatever else stands there.
    """
    states, left_over = _named(text, names)
    if not left_over:
        return states, []
    states, otherwise = {}, list[str]()
    whole = names.otherwise(text)
    for piece in [text] if whole else _JOINED.split(text):
        found, rest = _named(piece, names)
        if rest:
            iso3, printed = names.otherwise(piece), " ".join(piece.split())
            if iso3 is None:
                raise RefusedError(place, f"unknown sponsor {printed!r}", names.nearest(printed))
            found, otherwise = {iso3: printed}, [*otherwise, printed]
        states |= found
    return states, otherwise


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
