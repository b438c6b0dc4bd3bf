"""Recorded votes against their text, the States, the vocabularies and their own totals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.corpus.checks.findings import (
    Finding,
    no_such_paragraph,
    unknown_codes,
    unknown_states,
)
from dashboard.corpus.membership import members_on
from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.reading.problems import not_allowed
from dashboard.corpus.reading.yaml_reader import Path
from dashboard.corpus.records.votes import POSITIONS, RollCall, Vote, vote_id
from dashboard.symbols import file_stem

_PARAGRAPH = "paragraph"
_ON_A_PART = (_PARAGRAPH, "amendment", "motion")
"""Stages of a vote on something other than the text as a whole."""


def vote_findings(
    record_id: str,
    votes: Sequence[Vote],
    corpus: Corpus,
    day: str | None,
    official: Sequence[Vote] = (),
) -> Iterator[Finding]:
    """What is wrong with the votes of one record.

    `day` is when a vote without a date was taken; `official` are the votes of the official
    file beside a curated record, which stand in it and nowhere else.
    """
    theirs = {vote.matter for vote in official}
    seen = set()
    for number, vote in enumerate(votes):
        path: Path = ("votes", number)
        if vote.matter in theirs:
            message = f"the official file has the {vote.stage} vote; it stands in the record once"
            yield Finding((*path, "stage"), message)
        elif vote.matter in seen:
            key = vote_id(record_id, vote.stage, vote.paragraphs)
            told = "stage, level, paragraphs and subject tell one vote from another"
            message = f"{key} stands twice; {told}"
            yield Finding((*path, "stage"), message)
        seen.add(vote.matter)
        yield from _codes(vote, path, corpus)
        yield from _place(record_id, vote, path, corpus)
        yield from _twice(vote, path)
        yield from _totals(vote, path)
        yield from _members(vote, path, corpus, vote.date or day)


def _codes(vote: Vote, path: Path, corpus: Corpus) -> Iterator[Finding]:
    yield from unknown_codes(corpus, vote, "stage", "result", "verification", path=path)
    if vote.members is not None and vote.roll_call is not None:
        message = "names are kept of votes in the Assembly alone; say in a note who voted how"
        yield Finding((*path, "members"), message)
    if vote.roll_call is not None:
        yield from unknown_states(corpus, vote.roll_call, *POSITIONS, path=(*path, "roll_call"))
    for number, intention in enumerate(vote.intended):
        if corpus.states and intention.iso3 not in corpus.states:
            message = f"no such State: {not_allowed(intention.iso3, corpus.states)}"
            yield Finding((*path, "intended", number, "iso3"), message)


def _place(record_id: str, vote: Vote, path: Path, corpus: Corpus) -> Iterator[Finding]:
    """Where a vote was taken, and on which paragraphs."""
    if vote.stage in _ON_A_PART and vote.level is None:
        message = f"is needed at stage {vote.stage}; allowed: committee, plenary"
        yield Finding((*path, "level"), message)
    if vote.stage not in _ON_A_PART and vote.level is not None:
        message = f"stands only at the stages {', '.join(_ON_A_PART)}; found it at {vote.stage}"
        yield Finding((*path, "level"), message)
    if vote.stage != _PARAGRAPH:
        if vote.paragraphs:
            message = f"stands only at the stage {_PARAGRAPH}; found it at {vote.stage}"
            yield Finding((*path, "paragraphs"), message)
        return
    if not vote.paragraphs:
        yield Finding((*path, "paragraphs"), f"is needed at stage {_PARAGRAPH}")
    imported = corpus.imported.get(record_id)
    if imported is None:
        if vote.paragraphs and file_stem(record_id) not in corpus.unread():
            message = "no official file of this symbol was imported to name paragraphs of"
            yield Finding((*path, "paragraphs"), message)
        return
    for number, local in enumerate(vote.paragraphs):
        place = (*path, "paragraphs", number)
        yield from no_such_paragraph(imported, local, place)
        if local in imported.places and local in vote.paragraphs[:number]:
            yield Finding(place, f"{local} stands twice")


def _twice(vote: Vote, path: Path) -> Iterator[Finding]:
    """States that stand in two places of a roll call, or intended two things."""
    named: dict[str, str] = {}
    for position, states in vote.roll_call.lists() if vote.roll_call else ():
        for number, iso3 in enumerate(states):
            if iso3 in named:
                message = f"{iso3} stands under {named[iso3]} and again under {position}"
                yield Finding((*path, "roll_call", position, number), message)
            named[iso3] = position
    intended: set[str] = set()
    for number, intention in enumerate(vote.intended):
        if intention.iso3 in intended:
            message = f"{intention.iso3} stands under intended twice"
            yield Finding((*path, "intended", number, "iso3"), message)
        intended.add(intention.iso3)


def _totals(vote: Vote, path: Path) -> Iterator[Finding]:
    """Totals as published against the lists: a part may be missing, but never too much named."""
    if vote.roll_call is None and not vote.complete:
        return
    whole = vote.names == "complete"
    for position, states in (vote.roll_call or RollCall()).lists():
        published = getattr(vote.counts, position, None)
        if published is None or published == len(states):
            continue
        message = f"{published} published, list names {len(states)}"
        if not whole and len(states) > published:
            yield Finding((*path, "roll_call", position), message)
        elif whole or position in vote.complete:
            yield Finding((*path, "counts", position), message, "warning")


def _members(vote: Vote, path: Path, corpus: Corpus, day: str | None) -> Iterator[Finding]:
    """Who may stand in a list on that day, and who must where every State is named."""
    if vote.roll_call is None or not day or not corpus.states:
        return
    named = vote.positions().keys()
    members = members_on(corpus.states, day)
    place = (*path, "roll_call")
    if vote.names == "complete" and (absent := members - named):
        yield Finding(place, f"members of {day} in no list: {', '.join(sorted(absent))}")
    if outside := (corpus.states.keys() & named) - members:
        yield Finding(place, f"named, but no members on {day}: {', '.join(sorted(outside))}")
