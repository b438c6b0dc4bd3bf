"""What each page finds, counted plainly from its rows, apart from the code that is tested."""

from __future__ import annotations

from collections import Counter
from typing import Any

from dashboard.analysis.snapshot_cache import once
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.sponsorship import AGENT

Rows = list[dict[str, Any]]
Told = dict[str, Any]
"""The clauses by key: the number of each, and what it names."""


def lines(snapshot: Snapshot, table: str, *columns: str) -> list[tuple[str, ...]]:
    return list(zip(*(snapshot.tables[table][name].tolist() for name in columns), strict=True))


@once
def cast(snapshot: Snapshot) -> list[tuple[str, ...]]:
    return lines(snapshot, "votes", "vote", "iso3", "position")


@once
def sponsorships(snapshot: Snapshot) -> list[tuple[str, ...]]:
    return lines(snapshot, "sponsors", "symbol", "iso3", "role")


NOTHING = (0, {"nothing": (None,)})


def top(counted: Counter[str]) -> list[str]:
    """What is counted most often, by code."""
    return sorted(code for code, n in counted.items() if n == max(counted.values()))


def named(counted: Counter[str], key: str) -> Told:
    """The clause on who comes first, said of up to three, and of nobody who comes once."""
    first = top(counted) if counted else []
    if first and len(first) <= 3 and counted[first[0]] > 1:
        return {key: (counted[first[0]], tuple(first))}
    return {}


def of_timeline(rows: Rows, snapshot: Snapshot) -> tuple[int, Told]:
    rows = [row for row in rows if row["weight"] != "not_read"]
    if not rows:
        return NOTHING
    years = Counter(row["date"][:4] for row in rows if row["date"])
    said: Told = {"timeline.undated": (None,)}
    if years:
        year = max(years, key=lambda year: (years[year], year))
        said = {"timeline.year": (years[year], year)}
    today = snapshot.as_of.isoformat()
    ahead = [row for row in rows if row["date"] and row["date"] > today]
    if not ahead:
        return len(rows), {**said, "timeline.none_ahead": (None,)}

    def ends(row: dict[str, Any]) -> tuple[str, str]:
        day = row["end_date"] or row["date"]
        return day + {4: "-12-31", 7: "-99"}.get(len(day), ""), row["id"]

    first = min(ahead, key=ends)
    return len(rows), {**said, "timeline.next": (None, first["id"], first["date"])}


def of_documents(rows: Rows, _: Snapshot) -> tuple[int, Told]:
    rows = [row for row in rows if row["weight"] != "not_read"]
    if not rows:
        return NOTHING
    agreed = [r for r in rows if r["outcome"] in ("adopted_without_vote", "acclamation")]
    voted = [r for r in rows if r["outcome"] == "adopted_recorded"]
    if not agreed and not voted:
        return len(rows), {"documents.none_adopted": (None,)}
    said: Told = {"documents.agreed": (len(agreed),), "documents.voted": (len(voted),)}
    against = [r for r in rows if r["no"]]
    if against:
        most = max(against, key=lambda r: (r["no"], r["date"] or "", r["id"]))
        said["documents.opposed"] = (most["no"], most["id"])
    return len(rows), said


def of_statements(rows: Rows, _: Snapshot) -> tuple[int, Told]:
    if not rows:
        return NOTHING
    stances = Counter(row["stance"] for row in rows if row["stance"])
    said: Told = {"statements.no_stance": (None,)}
    if stances:
        said = {"statements.stance": (stances[top(stances)[0]], top(stances)[0])}
    said |= named(Counter(s for row in rows for s in row["speaker_iso3"]), "statements.speaker")
    apart = [r for r in rows if "dissociation" in (r["type"], r["stance"])]
    return len(rows), {**said, **({"statements.apart": (len(apart),)} if apart else {})}


def of_votes(rows: Rows, snapshot: Snapshot) -> tuple[int, Told]:
    if not rows:
        return NOTHING
    counted = [row for row in rows if row["no"] is not None]
    if not counted:
        return len(rows), {"votes.no_totals": (None,)}

    def against(row: dict[str, Any]) -> set[str]:
        return {
            iso3 for vote, iso3, position in cast(snapshot) if (vote, position) == (row["id"], "no")
        }

    best: tuple[Any, ...] | None = None
    for later in counted:
        if later["stage"] not in ("plenary", "committee") or not later["date"]:
            continue
        before = [
            row
            for row in counted
            if row["stage"] == later["stage"]
            and row["date"]
            and row["title_en"].casefold() == later["title_en"].casefold()
            and (row["date"], row["id"]) < (later["date"], later["id"])
        ]
        if not before:
            continue
        earlier = max(before, key=lambda row: (row["date"], row["id"]))
        one, two = earlier["no"], later["no"]
        if one != two:
            size = (max(one, two) + 1) / (min(one, two) + 1)
            key = (later["weight"] == "core", abs(one - two), size, later["date"])
            key = (*key, later["stage"] == "plenary", later["id"])
            if best is None or key > best[0]:
                best = (key, earlier, later)
    if best:
        _, earlier, later = best
        grew = later["no"] > earlier["no"]
        days = [earlier["date"], later["date"]]
        if days[0][:4] != days[1][:4]:
            days = [day[:4] for day in days]
        change = (None, later["id"], earlier["no"], later["no"], *days)
        said: Told = {"votes.grew" if grew else "votes.fell": change}
        if "no" in earlier["complete"] and "no" in later["complete"]:
            one, two = against(earlier), against(later)
            moved = two - one if grew else one - two
            who = (len(moved), tuple(sorted(moved)))
            said["votes.newly" if grew else "votes.no_longer"] = who
        return len(counted), said
    most = max(counted, key=lambda row: (row["no"], row["date"] or "", row["id"]))
    if not most["no"]:
        return len(counted), {"votes.unopposed": (len(counted),)}
    said = {"votes.most": (most["no"], most["id"])}
    if "no" in most["complete"]:
        said["votes.who"] = (len(against(most)), tuple(sorted(against(most))))
    return len(counted), said


def of_sponsors(rows: Rows, snapshot: Snapshot) -> tuple[int, Told]:
    if not rows:
        return NOTHING
    counted = [row for row in rows if row["sponsors"] is not None]
    if not counted:
        return len(rows), {"sponsors.uncounted": (None,)}
    most = max(counted, key=lambda row: (row["sponsors"], row["date"], row["id"]))
    said: Told = {"sponsors.most": (most["sponsors"], most["id"])}
    if most["sponsors_added"] is not None:
        said["sponsors.after"] = (most["sponsors_added"],)
    if len(counted) > 1:
        said["sponsors.no_more"] = (None,)
    texts = {row["id"] for row in counted}
    each = {
        (symbol, iso3)
        for symbol, iso3, role in sponsorships(snapshot)
        if symbol in texts and role != AGENT
    }
    return len(counted), said | named(Counter(iso3 for _, iso3 in each), "sponsors.leader")


def of_requests(rows: Rows, snapshot: Snapshot) -> tuple[int, Told]:
    if not rows:
        return NOTHING
    today = snapshot.as_of.isoformat()
    ahead = [r for r in rows if r["status"] in ("not_yet_due", "due_soon") and r["due_to"] >= today]
    said: Told = {"requests.none_ahead": (None,)}
    if ahead:
        first = min(ahead, key=lambda row: (row["due_to"], row["id"]))["id"]
        said = {"requests.next": (len(ahead), first, first)}
    passed = [r for r in rows if r["status"] in ("overdue_not_found", "target_date_passed")]
    last = [max(passed, key=lambda row: (row["due_to"], row["id"]))["id"]] if passed else []
    return len(rows), {**said, "requests.never": (len(passed), *last)}


def of_paragraphs(rows: Rows, _: Snapshot) -> tuple[int, Told]:
    if not rows:
        return NOTHING
    by_name = [row for row in rows if row["mentions_ai"]]
    near = [row for row in rows if row["near_ai"] and not row["mentions_ai"]]
    said: Told = {"paragraphs.named": (len(by_name),)}
    if near:
        said["paragraphs.near"] = (len(near),)
    texts = Counter(row["symbol"] for row in [*by_name, *near])
    if texts and len({row["symbol"] for row in rows}) > 1:
        said["paragraphs.most"] = (texts[top(texts)[-1]], top(texts)[-1])
    return len(rows), said


def of_states(rows: Rows, _: Snapshot) -> tuple[int, Told]:
    if not rows:
        return NOTHING
    texts = max((row["sponsored"] or 0) for row in rows)
    first = tuple(sorted(row["iso3"] for row in rows if row["sponsored"] == texts))
    said: Told = {"states.none": (None,)}
    if texts:
        said = {"states.shared": (len(first),)}
        if len(first) <= 3:
            said = {"states.sponsored": (texts, first)}
    votes = max((row["no"] or 0) for row in rows)
    first = tuple(sorted(row["iso3"] for row in rows if row["no"] == votes))
    if votes and len(first) <= 3:
        said["states.against"] = (votes, first)
    return len(rows), said
