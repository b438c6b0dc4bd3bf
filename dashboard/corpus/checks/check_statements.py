"""Whether a statement fits the vocabularies, the texts it is about and the votes on them."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.corpus.checks.findings import (
    Finding,
    Links,
    no_such_paragraph,
    unknown_codes,
    unknown_states,
)
from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.reading.problems import not_allowed
from dashboard.corpus.reading.yaml_reader import Path
from dashboard.corpus.records.documents import votes_of
from dashboard.corpus.records.fields import first_day, last_day
from dashboard.corpus.records.statements import Statement, Target
from dashboard.corpus.records.votes import Vote, vote_id
from dashboard.symbols import file_stem


def statement_findings(statement: Statement, corpus: Corpus, links: Links) -> Iterator[Finding]:
    """Unknown codes and States, texts and paragraphs not on record, dates and votes that clash.

    A clash between what a speaker said and what a roll call holds is a warning that names
    both: sources differ, and delegations do misspeak.
    """
    yield from unknown_codes(corpus, statement, "type", "stance", "verification", "group")
    if statement.group is not None and statement.on_behalf_of is None:
        yield Finding(("group",), f"{statement.group}, but on_behalf_of names no group")
    yield from unknown_states(corpus, statement, "speakers", "aligned")
    for number, target in enumerate(statement.targets):
        path = ("targets", number)
        yield from _text(target, path, corpus, links)
        yield from _draft(target, path, statement.date, corpus)
        yield from _votes(target, statement, corpus)


def _text(target: Target, path: Path, corpus: Corpus, links: Links) -> Iterator[Finding]:
    document = target.document
    unlisted = document.startswith("A/RES/") and target.note is not None
    if not unlisted:  # a note says what a resolution is that no text on record cites
        yield from links.check((*path, "document"), document)
    imported = corpus.imported.get(document)
    if imported is None:
        if target.paragraphs and file_stem(document) not in links.unread:
            message = f"{document} was not imported; its paragraphs can only stand in named"
            yield Finding((*path, "paragraphs"), message)
        return
    for number, place in enumerate(target.paragraphs):
        yield from no_such_paragraph(imported, place, (*path, "paragraphs", number))


def _draft(target: Target, path: Path, day: str, corpus: Corpus) -> Iterator[Finding]:
    """A draft the text did not have, or one printed after it was spoken of without a note."""
    imported = corpus.imported.get(target.document)
    if target.draft is None or imported is None or not imported.drafts:
        return
    printed = {draft.symbol: draft.date for draft in imported.drafts}
    if target.draft not in printed:
        message = f"no draft of {target.document}: {not_allowed(target.draft, printed)}"
        yield Finding((*path, "draft"), message, "warning")
        return
    date = printed[target.draft]
    if date and last_day(day) < first_day(date) and target.note is None:
        message = f"{day} is before {date}, printed on {target.draft}; a note must say why"
        yield Finding(("date",), message, "warning")


def _votes(target: Target, statement: Statement, corpus: Corpus) -> Iterator[Finding]:
    """The vote stated against the roll call on the whole text, where the speaker spoke."""
    if statement.vote_stated is None:
        return
    for vote in _on_whole(target.document, statement, corpus):
        name = vote_id(target.document, vote.stage)
        for iso3 in statement.speakers:
            recorded = vote.positions().get(iso3)
            if recorded == statement.vote_stated:
                continue
            if recorded is not None:
                message = f"{iso3} stated {statement.vote_stated}, the roll call of {name} "
                yield Finding(("vote_stated",), f"{message}has {recorded}", "warning")
            elif statement.vote_stated in vote.whole_lists:
                message = f"{iso3} stated {statement.vote_stated}, but the complete list of that "
                yield Finding(("vote_stated",), f"{message}position in {name} lacks it", "warning")


def _on_whole(document: str, statement: Statement, corpus: Corpus) -> Iterator[Vote]:
    """The votes a statement can mean: its committee's, or elsewhere a plenary's of its days."""
    committees = {term.labels["en"] for term in corpus.terms("committees").values()}
    imported, curated = corpus.imported.get(document), corpus.curated.get(document)
    found = votes_of(imported, curated)
    if statement.forum.en in committees:
        yield from (vote for vote in found if vote.stage == "committee")
        return
    first, last = first_day(statement.date), last_day(statement.date)
    adopted = imported.adopted if imported else curated.date if curated else None
    for vote in found:
        day = vote.date or adopted
        if vote.stage != "plenary" or day is None:
            continue
        if first_day(day) <= last and first <= last_day(day):
            yield vote
