"""Rows of the votes and sponsors tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dashboard.corpus.documents import Vote
from dashboard.corpus.loading import Corpus
from dashboard.corpus.membership import members_on

POSITIONS = ("yes", "no", "abstain", "not_voting")


def vote_rows(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """One row for each State and recorded vote; States that joined later are `not_member`."""
    for record in sorted(corpus.imported.values(), key=lambda r: (r.adopted, r.symbol)):
        for vote in record.votes:
            yield from _vote(record.symbol, vote, vote.date or record.adopted, corpus)
    for curated in corpus.curated.values():
        for vote in curated.votes:
            yield from _vote(curated.id, vote, vote.date or curated.date, corpus)


def _vote(symbol: str, vote: Vote, date: str | None, corpus: Corpus) -> Iterator[dict[str, Any]]:
    if vote.roll_call is None:
        return
    found = {iso3: position for position in POSITIONS for iso3 in getattr(vote.roll_call, position)}
    if vote.names == "complete" and date:
        members = members_on(corpus.states, date)
        later = (s.iso3 for s in corpus.states.values() if s.status == "member")
        found |= {iso3: "not_member" for iso3 in later if iso3 not in members}
    for iso3 in sorted(found):
        yield {
            "symbol": symbol,
            "stage": vote.stage,
            "date": date,
            "iso3": iso3,
            "position": found[iso3],
            "intended": None,
        }


def sponsor_rows(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """One row for each State that sponsored a text: on the draft, or added later."""
    for record in sorted(corpus.imported.values(), key=lambda r: (r.adopted, r.symbol)):
        sponsors = record.sponsors
        tabled = next((d.date for d in record.drafts if d.date), None)
        for names, role, date in (
            (sponsors.draft, "original_sponsor", tabled),
            (sponsors.added, "additional_sponsor", sponsors.added_on),
        ):
            if isinstance(names, str):
                continue
            for iso3, as_named in names.items():
                yield {
                    "symbol": record.symbol,
                    "iso3": iso3,
                    "role": role,
                    "date": date,
                    "as_named": as_named,
                }
