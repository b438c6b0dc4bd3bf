"""Votes below the plenary, field by field against the facts they were taken from."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.records.votes import Vote
from tests.facts.gathered import facts

VERIFICATION = {
    "verified": "verified",
    "single-source": "single_source",
    "unverified": "unverified",
}
PANEL = "scientific-panel-appointment-2026"

Facts = dict[str, Any]


@pytest.fixture
def gathered() -> Facts:
    found: Facts = facts("committee_votes")
    return found


def the(corpus: Corpus, record_id: str, stage: str) -> Vote:
    [vote] = [vote for vote in corpus.curated[record_id].votes if vote.stage == stage]
    return vote


def known(vote: Vote) -> Facts:
    """A vote as the facts file would say it."""
    lists = {p: sorted(getattr(vote.roll_call, p, [])) for p in ("no", "abstain")}
    return {
        "date": vote.date,
        "meeting": vote.meeting,
        "totals": (vote.counts.yes, vote.counts.no, vote.counts.abstain),
        **lists,
        "complete": list(vote.complete),
        "names": vote.names,
        "verification": vote.verification,
        "sources": {str(source.url): source.read for source in vote.sources},
    }


def stated(found: Facts, verification: str | None = None, **more: Any) -> Facts:
    """What the facts file says of a vote on a whole text."""
    full = [p for p in ("no", "abstain") if found.get(f"{p}_list") is not None]
    lists = {
        p: sorted(found.get(f"{p}_list") or found.get(f"{p}_named") or ())
        for p in ("no", "abstain")
    }
    return {
        "date": found.get("date"),
        "meeting": found.get("meeting"),
        "totals": tuple(found.get(position) for position in ("yes", "no", "abstain")),
        **lists,
        "complete": full,
        "names": "partial" if any(lists.values()) else "not_published",
        "verification": VERIFICATION[verification or found["confidence"]],
        "sources": found["sources"],
        **more,
    }


def test_every_committee_vote_is_as_the_facts_have_it(corpus: Corpus, gathered: Facts) -> None:
    on_record = {
        record.id: known(vote)
        for record in corpus.curated.values()
        for vote in record.votes
        if vote.stage == "committee"
    }
    expected = {}
    for draft in gathered["drafts"]:
        found = draft["committee_vote"]
        # Where no count is known the day alone is held, and the day's confidence is the vote's.
        confidence = found.get("confidence", found.get("date_confidence"))
        expected[draft["document"]] = stated(found, confidence)
    assert on_record == expected


def test_every_paragraph_vote_is_as_the_facts_have_it(corpus: Corpus, gathered: Facts) -> None:
    on_record = {
        (record.id, *vote.paragraphs): {
            **known(vote),
            "level": vote.level,
            "result": vote.result,
            "subject": (vote.subject.en, vote.subject.zh) if vote.subject else None,
        }
        for record in corpus.curated.values()
        for vote in record.votes
        if vote.stage == "paragraph"
    }
    expected = {
        (draft["document"], item["paragraph"].lower()): stated(
            item,
            date=draft["committee_vote"]["date"],
            level=draft["separate_votes"]["level"],
            result=item["result"],
            subject=(item["subject_en"], item["subject_zh"]),
        )
        for draft in gathered["drafts"]
        for item in draft["separate_votes"]["items"]
    }
    assert on_record == expected


def test_the_related_votes_are_as_the_facts_have_them(corpus: Corpus, gathered: Facts) -> None:
    related = {vote["document"]: vote for vote in gathered["related_votes"]}
    motion = related.pop("A/RES/79/1")
    assert known(the(corpus, "A/RES/79/1", "motion")) == stated(
        {
            **motion,
            "yes": motion["in_favour_of_motion"],
            "no": motion["against_motion"],
            "no_list": motion["against_list"],
        }
    )
    panel = stated(related.pop("A/80/619"))
    on_record = known(the(corpus, PANEL, "plenary"))
    assert panel.pop("sources").items() <= on_record.pop("sources").items()
    assert on_record == panel
    # No paragraph and no count of this one is known: it is a note, not a vote.
    [(symbol, unknown)] = related.items()
    assert "yes" not in unknown
    assert corpus.curated[symbol].votes == []
    sources = {str(source.url) for source in corpus.curated[symbol].sources}
    assert set(unknown["sources"]) <= sources
