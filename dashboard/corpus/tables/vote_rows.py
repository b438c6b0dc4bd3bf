"""Rows of the recorded votes, votes and sponsors tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.corpus.membership import members_on
from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.records.documents import votes_of
from dashboard.corpus.records.votes import POSITIONS, Vote, vote_ids
from dashboard.corpus.sponsorship import ADDED, AGENT, DRAFT, who_tabled
from dashboard.corpus.tables.row_fields import both, same
from dashboard.symbols import paragraph_id

_OF_DOCUMENT = ("track", "topics", "weight", "title_en", "title_zh")


@dataclass(frozen=True)
class DatedVote:
    """A recorded vote with its id, its document's id and its day."""

    id: str
    record_id: str
    date: str | None
    vote: Vote


def all_votes(corpus: Corpus) -> list[DatedVote]:
    """Every recorded vote in the order of days.

    On one day the committee comes before the plenary, and a document's own order is kept.
    """
    found = []
    for record_id in dict.fromkeys([*corpus.imported, *corpus.curated]):
        imported, curated = corpus.imported.get(record_id), corpus.curated.get(record_id)
        adopted = imported.adopted if imported else curated.date if curated else None
        official = len(imported.votes) if imported else 0
        votes = votes_of(imported, curated)
        for place, (key, vote) in enumerate(zip(vote_ids(record_id, votes), votes, strict=True)):
            is_of_that_day = place < official or vote.stage == "plenary"
            day = vote.date or (adopted if is_of_that_day else None)
            found.append(DatedVote(key, record_id, day, vote))
    return sorted(found, key=lambda v: (v.date or "", v.record_id, v.vote.stage == "plenary"))


def recorded_vote_rows(
    corpus: Corpus, documents: Mapping[str, Mapping[str, Any]]
) -> Iterator[dict[str, Any]]:
    """One row for each recorded vote, whatever is published of it; `documents` are rows by id."""
    for dated in all_votes(corpus):
        if dated.record_id in documents:
            yield _recorded(dated, corpus, documents[dated.record_id])


def _recorded(dated: DatedVote, corpus: Corpus, document: Mapping[str, Any]) -> dict[str, Any]:
    key, record_id, date, vote = dated.id, dated.record_id, dated.date, dated.vote
    return {
        **{name: document[name] for name in _OF_DOCUMENT},
        "id": key,
        "symbol": record_id,
        **same(vote, "stage", "level", "result"),
        **both("subject", vote.subject),
        **both("note", vote.note),
        **vote.totals(),
        "paragraphs": tuple(paragraph_id(record_id, place) for place in vote.paragraphs),
        "date": date,
        "meeting": vote.meeting or (document["meeting"] if vote.stage == "plenary" else None),
        "eligible": vote.members or (len(members_on(corpus.states, date)) if date else None),
        "names": vote.names if vote.roll_call else "not_published",
        "complete": POSITIONS if vote.is_whole else tuple(vote.complete),
        "verification": vote.verification or document["verification"],
        "source": vote.sources[0].url if vote.sources else document["source"],
        "url": f"/votes?item={key.replace(' ', '%20')}",
    }


def vote_rows(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """One row for each State a vote names; States that joined later are `not_member`."""
    for dated in all_votes(corpus):
        date, vote = dated.date, dated.vote
        found = vote.positions()
        if vote.is_whole and date:
            members = members_on(corpus.states, date)
            later = (s.iso3 for s in corpus.states.values() if s.status == "member")
            found |= {iso3: "not_member" for iso3 in later if iso3 not in members}
        intended = {intention.iso3: intention.position for intention in vote.intended}
        for iso3 in sorted(found):
            yield {
                "vote": dated.id,
                "symbol": dated.record_id,
                "stage": vote.stage,
                "date": date,
                "iso3": iso3,
                "position": found[iso3],
                "intended": intended.get(iso3),
            }


def sponsor_rows(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """One row for each State that sponsored a text: on the draft, or added later.

    A State that a file names on the draft and again among the additions stands on the draft;
    one that tabled the text for a group stands there in that role.
    """
    for record in sorted(corpus.imported.values(), key=lambda r: (r.adopted or "", r.symbol)):
        sponsors = record.sponsors
        agents = who_tabled(sponsors, corpus.terms("groups")).agents
        tabled = next((d.date for d in record.drafts if d.date), None)
        for names, role, date in (
            (sponsors.draft, DRAFT, tabled),
            (sponsors.added, ADDED, sponsors.added_on),
        ):
            if isinstance(names, str):
                continue
            for iso3, as_named in names.items():
                if role == ADDED and iso3 in sponsors.draft:
                    continue
                yield {
                    "symbol": record.symbol,
                    "iso3": iso3,
                    "role": AGENT if iso3 in agents else role,
                    "date": date,
                    "as_named": as_named,
                }
