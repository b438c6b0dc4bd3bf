"""An invented record of votes: five States, one of which joined between two of the votes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from dashboard.corpus.membership import members_on
from dashboard.corpus.records.vocabularies import Membership, State, Term, Vocabulary
from dashboard.corpus.snapshot import Snapshot, Tables
from dashboard.corpus.tables.frames import frame
from tests.invented.synthetic import filled, snapshot

SHORT = {"Y": "yes", "N": "no", "A": "abstain", "-": "not_voting"}


def _state(iso3: str, name: str, region: str, since: str, *groups: Membership) -> State:
    return State(
        iso3=iso3,
        iso2=iso3[:2],
        m49="001",
        names={"en": name},
        status="member",
        regional_group=region,
        member_since=since,
        groups=list(groups),
    )


STATES = {
    state.iso3: state
    for state in (
        _state("XAA", "Zembla", "south", "1950-01-01", Membership(group="club")),
        _state("XBB", "Arcadia", "south", "1950-01-01", Membership(group="club", until="2031")),
        _state("XCC", "Cockaigne", "north", "1950-01-01"),
        _state("XDD", "Borduria", "north", "1950-01-01"),
        _state("XEE", "Erewhon", "north", "2032-06-01", Membership(group="club", since="2033")),
    )
}
GROUPS = Vocabulary(
    name="groups",
    about={"en": "groups"},
    version=1,
    terms={code: Term(labels={"en": code}) for code in ("south", "north", "club", "empty")},
)


class Cast(NamedTuple):
    """A vote of the invented record; `calls` gives XAA, XBB … a letter each, a space for none."""

    symbol: str
    stage: str
    date: str | None
    calls: str
    names: str = "complete"
    complete: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return f"{self.symbol}@{self.stage}"

    @property
    def positions(self) -> dict[str, str]:
        found = zip(STATES, self.calls, strict=False)
        return {iso3: SHORT[letter] for iso3, letter in found if letter != " "}


def recorded(votes: Iterable[Cast], states: Mapping[str, State] = STATES) -> Snapshot:
    """A snapshot of nothing but these votes, with rows as the corpus writes them."""
    rows: list[dict[str, Any]] = []
    lists: list[dict[str, Any]] = []
    for vote in votes:
        found = vote.positions
        whole = vote.names == "complete"
        counted = list(found.values())
        rows.append(
            {
                "id": vote.id,
                "symbol": vote.symbol,
                "stage": vote.stage,
                "date": vote.date,
                "yes": counted.count("yes") if whole else None,
                "no": counted.count("no") or None,
                "abstain": counted.count("abstain"),
                "not_voting": counted.count("not_voting") if whole else None,
                "names": vote.names,
                "complete": tuple(SHORT.values()) if whole else vote.complete,
            }
        )
        if whole and vote.date:
            later = states.keys() - members_on(states, vote.date)
            found |= dict.fromkeys(sorted(later), "not_member")
        lists += [
            {"vote": vote.id, "symbol": vote.symbol, "iso3": iso3, "position": position}
            for iso3, position in found.items()
        ]
    tables = {
        name: frame(name, filled(name, found))
        for name, found in (("recorded_votes", rows), ("votes", lists))
    }
    return snapshot(tables=Tables(tables), states=states, vocabularies={"groups": GROUPS})
