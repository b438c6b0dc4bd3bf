"""What is on record about one State, or about one group of States."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

import pandas as pd

from dashboard.analysis.frames import frame_of
from dashboard.analysis.selection.codes import allowed_codes, groups_of_states
from dashboard.analysis.sponsors.sponsor_lists import sponsor_lists
from dashboard.analysis.votes.roll_calls import roll_calls
from dashboard.corpus.membership import groups_on, members_on
from dashboard.corpus.records.votes import POSITIONS
from dashboard.corpus.snapshot import Snapshot

_VOTE = {"vote": "str", "symbol": "str", "stage": "str", "date": "str"}
VOTES_OF_STATE = {**_VOTE, "position": "str"}
VOTES_OF_GROUP = {**_VOTE, **dict.fromkeys((*POSITIONS, "eligible"), "Int64")}
SPONSORED_BY_STATE = {"symbol": "str", "date": "str", "role": "str"}
SPONSORED_BY_GROUP = {"symbol": "str", "date": "str", "sponsors": "Int64", "eligible": "Int64"}


class Total(NamedTuple):
    """A count and what it is a part of; `of` is null where there is nothing it is a part of."""

    n: int
    of: int | None


@dataclass(frozen=True)
class Profile:
    """What the record holds about a State (`code` is its ISO3) or a group (`is_group`).

    Every frame is newest first.

    `members`: ISO3 of the States of a group today, observers included; the State itself.

    `votes`: for a State `VOTES_OF_STATE`, every recorded vote that names it, in committee and on
    paragraphs as well, `position` as in the votes table. For a group `VOTES_OF_GROUP`, every
    recorded vote with names on a day it had a Member State: those of the day by position, null
    where the list of that position is not complete. Where the day of a vote is not known the
    group is that of the day the text was adopted.

    `sponsored`: for a State `SPONSORED_BY_STATE`, the texts it sponsored; for a group
    `SPONSORED_BY_GROUP`, every text with a sponsor list, how many Member States of the group
    (those of that day, `eligible`) sponsored it, also where none did; both are null where it
    was tabled for the group itself. `date` is the adoption.

    `statements`: rows of the statements table and `part`: `spoke` or `aligned` of a State; for a
    group `spoke`, the statements made on its behalf. A State's group speaking is no statement
    of the State. Submissions for a report are statements like any other.

    `events`: rows of the timeline that are events, not documents, in which the State is named;
    `part`: led or joined. For a group the events that name a State of the group (of that day),
    `led` where one of them led; `names` (tuple of ISO3) says which led, or else took part.
    Sources name only some of those that took part.

    `requests`: rows of the requests table from texts the State introduced or sponsored, and
    `why`: introduced or sponsored. Nothing here says that the State was asked. None for a
    group.

    `totals`: by name, `sponsored` of the texts with a list while it was a member; `yes`, `no`,
    `abstain`, `not_voting` of the plenary votes on whole texts in which every State is named,
    as in the countries table; for a group the votes of all its members together, and the texts
    at least one of them sponsored. `statements` (spoke) and `events` of those on record.
    """

    code: str
    is_group: bool
    members: tuple[str, ...]
    votes: pd.DataFrame
    sponsored: pd.DataFrame
    statements: pd.DataFrame
    events: pd.DataFrame
    requests: pd.DataFrame
    totals: Mapping[str, Total]


class _Acts(NamedTuple):
    """What is counted of a State in one way and of a group in another."""

    members: tuple[str, ...]
    votes: pd.DataFrame
    sponsored: pd.DataFrame
    totals: dict[str, Total]


def profile(snapshot: Snapshot, code: str) -> Profile:
    """The profile of an ISO3 or a code of the vocabulary of groups; see `Profile`.

    Raises `KeyError` where the code is neither.
    """
    if code in snapshot.states:
        acts = _of_state(snapshot, code)
    elif code in allowed_codes(snapshot.vocabularies, snapshot.states)["group"]:
        acts = _of_group(snapshot, code)
    else:
        raise KeyError(code)
    statements, events = _statements(snapshot, code), _events(snapshot, code)
    spoke = int((statements["part"] == "spoke").sum())
    acts.totals["statements"] = Total(spoke, len(snapshot.tables["statements"]))
    read = sum(not event.unread for event in snapshot.events.values())
    acts.totals["events"] = Total(len(events), read)
    return Profile(
        code=code,
        is_group=code not in snapshot.states,
        members=acts.members,
        votes=_newest(acts.votes),
        sponsored=_newest(acts.sponsored),
        statements=_newest(statements),
        events=_newest(events),
        requests=_newest(_requests(snapshot, code)),
        totals=MappingProxyType(acts.totals),
    )


def _of_state(snapshot: Snapshot, iso3: str) -> _Acts:
    table = snapshot.tables["votes"]
    votes = table.loc[table["iso3"] == iso3, list(VOTES_OF_STATE)]
    counted = votes[votes["vote"].isin(whole_votes(snapshot)) & votes["position"].isin(POSITIONS)]
    lists = sponsor_lists(snapshot)
    sponsored = [(s, f.day, f.roles[iso3]) for s, f in lists.items() if iso3 in f.roles]
    eligible = sum(iso3 in found.members for found in lists.values())
    is_member = snapshot.states[iso3].status == "member"
    totals = {"sponsored": Total(len(sponsored), eligible if is_member else None)}
    totals |= {p: Total(int((counted["position"] == p).sum()), len(counted)) for p in POSITIONS}
    return _Acts(
        members=(iso3,),
        votes=votes,
        sponsored=frame_of(sponsored, SPONSORED_BY_STATE),
        totals=totals,
    )


def _of_group(snapshot: Snapshot, code: str) -> _Acts:
    ever = [
        state
        for state in snapshot.states.values()
        if code in (state.regional_group, *(held.group for held in state.groups))
    ]

    @cache  # many votes are taken, and many texts adopted, on one day
    def in_group(day: str) -> frozenset[str]:
        """The States in the group on a day, observers of the United Nations included."""
        return frozenset(state.iso3 for state in ever if code in groups_on(state, day))

    votes = votes_together(snapshot, in_group)
    counted = votes[votes["vote"].isin(whole_votes(snapshot))]
    cast = int(counted["eligible"].sum())
    sponsored: list[tuple[str, str, int | None, int | None]] = []
    for symbol, found in sponsor_lists(snapshot).items():
        eligible = in_group(found.day) & found.members
        own = eligible & found.roles.keys()
        if found.group == code:
            sponsored.append((symbol, found.day, None, None))
        elif eligible:
            sponsored.append((symbol, found.day, len(own), len(eligible)))
    texts = (sum(own is None or own > 0 for *_, own, _ in sponsored), len(sponsored))
    groups = groups_of_states(snapshot.states)
    return _Acts(
        members=tuple(sorted(iso3 for iso3, own in groups.items() if code in own)),
        votes=votes,
        sponsored=frame_of(sponsored, SPONSORED_BY_GROUP),
        totals={
            "sponsored": Total(*texts),
            **{p: Total(int(counted[p].sum()), cast) for p in POSITIONS},
        },
    )


def _newest(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.sort_values("date", ascending=False, kind="stable", ignore_index=True)


def whole_votes(snapshot: Snapshot) -> frozenset[str]:
    """Ids of the plenary votes on whole texts in which every State is named."""
    recorded = snapshot.tables["recorded_votes"]
    chosen = (recorded["stage"] == "plenary") & (recorded["names"] == "complete")
    return frozenset(recorded.loc[chosen, "id"])


def votes_together(snapshot: Snapshot, states_on: Callable[[str], frozenset[str]]) -> pd.DataFrame:
    """How the States of a day voted on that day, those that were members: `VOTES_OF_GROUP`."""
    documents = snapshot.tables["documents"]
    adopted = documents.dropna(subset="date").set_index("id")["date"].to_dict()
    lines = []
    for found in roll_calls(snapshot).values():
        day = found.date or adopted.get(found.symbol)
        if not found.positions or day is None:
            continue
        states = states_on(day) & members_on(snapshot.states, day)
        if not states:
            continue
        named = Counter(found.positions[iso3] for iso3 in states)
        counts = [None if p in found.unlisted else named[p] for p in POSITIONS]
        lines.append((found.vote, found.symbol, found.stage, found.date, *counts, len(states)))
    return frame_of(lines, VOTES_OF_GROUP)


def _statements(snapshot: Snapshot, code: str) -> pd.DataFrame:
    table = snapshot.tables["statements"]
    parts = [
        "spoke" if code in speakers or group == code else "aligned" if code in aligned else None
        for speakers, group, aligned in zip(
            table["speaker_iso3"], table["group"], table["aligned"], strict=True
        )
    ]
    return _chosen(table, parts, "part")


def _chosen(table: pd.DataFrame, values: Iterable[str | None], name: str) -> pd.DataFrame:
    """The rows that have a value, and the value as a column beside the table's own."""
    found = table.assign(**{name: pd.Series(list(values), table.index, dtype="str")})
    return found[found[name].notna()]


def _events(snapshot: Snapshot, code: str) -> pd.DataFrame:
    """Events that name the State, or a State that was in the group on the day of the event."""
    table = snapshot.tables["timeline"]
    of_group = code not in snapshot.states
    parts: list[str | None] = []
    names: list[tuple[str, ...]] = []
    for record, day in zip(table["id"], table["date"], strict=True):
        twin = snapshot.twin_of(record) or ""
        event = snapshot.events.get(record) or snapshot.events.get(twin)
        named = tuple(
            iso3
            for iso3 in (event.states if event else ())
            if iso3 == code or (of_group and code in groups_on(snapshot.states[iso3], day))
        )
        led = tuple(iso3 for iso3 in named if event and iso3 in event.actors)
        names.append(led or named)
        parts.append(("led" if led else "joined") if named else None)
    return _chosen(table.assign(names=pd.Series(names, table.index, dtype=object)), parts, "part")


def _requests(snapshot: Snapshot, iso3: str) -> pd.DataFrame:
    """Requests of the texts a State introduced or sponsored; none for a group."""
    sponsored = (s for s, found in sponsor_lists(snapshot).items() if iso3 in found.roles)
    introduced = (s for s, added in snapshot.curated.items() if iso3 in added.introduced_by)
    why = dict.fromkeys(sponsored, "sponsored") | dict.fromkeys(introduced, "introduced")
    table = snapshot.tables["requests"]
    return _chosen(table, [why.get(symbol) for symbol in table["symbol"]], "why")
