"""Rows of the recorded votes, votes and sponsors tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dashboard.corpus.membership import members_on
from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.records.votes import POSITIONS, Vote, vote_id
from dashboard.corpus.tables.row_fields import both, same
from dashboard.symbols import paragraph_id

_OF_DOCUMENT = ("track", "topics", "weight", "title_en", "title_zh")


def all_votes(corpus: Corpus) -> list[tuple[str, str | None, Vote]]:
    """Every recorded vote: its document's id, its day, and the vote, in the order of days.

    On one day the committee comes before the plenary, and a document's own order is kept.
    """
    found: list[tuple[str, str | None, Vote]] = [
        (record.symbol, vote.date or record.adopted, vote)
        for record in corpus.imported.values()
        for vote in record.votes
    ]
    for curated in corpus.curated.values():
        imported = corpus.imported.get(curated.id)
        adopted = imported.adopted if imported else curated.date
        found += [
            (curated.id, vote.date or (adopted if vote.stage == "plenary" else None), vote)
            for vote in curated.votes
        ]
    return sorted(found, key=lambda v: (v[1] or "", v[0], v[2].stage == "plenary"))


def recorded_vote_rows(
    corpus: Corpus, documents: Mapping[str, Mapping[str, Any]]
) -> Iterator[dict[str, Any]]:
    """One row for each recorded vote, whatever is published of it; `documents` are rows by id."""
    for record_id, date, vote in all_votes(corpus):
        if record_id in documents:
            yield _recorded(record_id, date, vote, corpus, documents[record_id])


def _recorded(
    record_id: str, date: str | None, vote: Vote, corpus: Corpus, document: Mapping[str, Any]
) -> dict[str, Any]:
    key = vote_id(record_id, vote.stage, vote.paragraphs)
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
        "eligible": len(members_on(corpus.states, date)) if date else None,
        "names": vote.names if vote.roll_call else "not_published",
        "complete": POSITIONS if vote.is_whole else tuple(vote.complete),
        "verification": vote.verification or document["verification"],
        "source": vote.sources[0].url if vote.sources else document["source"],
        "url": f"/votes?item={key.replace(' ', '%20')}",
    }


def vote_rows(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """One row for each State a vote names; States that joined later are `not_member`."""
    for symbol, date, vote in all_votes(corpus):
        found = vote.positions()
        if vote.is_whole and date:
            members = members_on(corpus.states, date)
            later = (s.iso3 for s in corpus.states.values() if s.status == "member")
            found |= {iso3: "not_member" for iso3 in later if iso3 not in members}
        intended = {intention.iso3: intention.position for intention in vote.intended}
        for iso3 in sorted(found):
            yield {
                "vote": vote_id(symbol, vote.stage, vote.paragraphs),
                "symbol": symbol,
                "stage": vote.stage,
                "date": date,
                "iso3": iso3,
                "position": found[iso3],
                "intended": intended.get(iso3),
            }


def sponsor_rows(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """One row for each State that sponsored a text: on the draft, or added later.

    A State that a file names on the draft and again among the additions stands on the draft.
    """
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
                if role == "additional_sponsor" and iso3 in sponsors.draft:
                    continue
                yield {
                    "symbol": record.symbol,
                    "iso3": iso3,
                    "role": role,
                    "date": date,
                    "as_named": as_named,
                }
