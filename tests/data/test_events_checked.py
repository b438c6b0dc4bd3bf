"""Events that were wrong, stale or weakly supported: dates, sources, what they wait for."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any
from urllib.parse import urlsplit

import pytest

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.records.events import Event
from dashboard.corpus.records.fields import first_day, last_day
from tests.facts.gathered import facts

LOOKED = dt.date(2026, 11, 30)
NEWS: list[dict[str, Any]] = facts("news")
FRONT_PAGE = re.compile(r"https://github\.com/[^/]+/[^/]+/?")
OFFICIAL = re.compile(
    r"(?:^|\.)(?:un\.org|undocs\.org|unsceb\.org|ohchr\.org|unidir\.org|itu\.int|treasury\.gov)$"
)
COPIES = {"adattar.minorityforum.info", "world.gmw.cn"}
"""Sites that reprint the text itself: reports of special rapporteurs, a newspaper's commentary."""
NOTHING_OPENED = {
    *("brics-new-delhi-declaration-2026", "sco-bishkek-summit-2026", "turk-hrc63-ai-2026"),
    *("singapore-ai-safeguards-proposal-2026", "un-panel-thematic-brief-agents-2026"),
    *("unsc-ai-briefing-2026", "unesco-global-forum-ethics-ai-2026"),
    *("known-a-res-80-251", "known-a-res-80-300", "known-a-res-80-301", "known-a-res-80-307"),
    *("known-a-res-80-302", "known-a-res-80-309", "known-a-res-81-1"),
    *("rome-declaration-ai-2026", "us-pax-silica-letter-report-2026"),
}
"""Known through texts of others that cite the page: never more than a single source."""


def host(url: str) -> str:
    """Who publishes an address; on a site of many, the owner and the repository."""
    parts = urlsplit(url)
    name = (parts.hostname or "").removeprefix("www.")
    return "/".join(parts.path.split("/")[:3]) if name == "github.com" else name


def read_by_us(event: Event) -> set[str]:
    return {
        host(s.url) for s in event.sources if s.read and FRONT_PAGE.fullmatch(s.url) is None
    }  # a repository's front page says nothing of an event


@pytest.mark.parametrize("news", NEWS, ids=[each["id"] for each in NEWS])
def test_news_is_on_record_with_its_days_and_status(corpus: Corpus, news: dict[str, Any]) -> None:
    event = corpus.events[news["id"]]
    assert (event.date, event.end_date) == (news["date"], news.get("end"))
    assert event.verification == news["status"]
    assert dt.date.fromisoformat(event.checked) >= LOOKED


@pytest.mark.parametrize(
    ("name", "date", "end"),
    [
        ("ccw-first-expert-meeting-laws-2014", "2014-05-13", "2014-05-16"),
        ("sg-high-level-panel-digital-cooperation-2018", "2018-07-12", None),
        ("crc-general-comment-25-2021", "2021-03-02", None),
        ("sg-our-common-agenda-2021", "2021-09-10", None),
        ("china-new-generation-ai-development-plan", "2017-07-20", None),
        ("iso-iec-42001-2023", "2023-12-18", None),
    ],
)
def test_no_precision_is_thrown_away(corpus: Corpus, name: str, date: str, end: str | None) -> None:
    assert (corpus.events[name].date, corpus.events[name].end_date) == (date, end)


def test_what_nobody_opened_says_so_and_is_not_verified(corpus: Corpus) -> None:
    unopened = {name for name, event in corpus.events.items() if not read_by_us(event)}
    assert unopened == NOTHING_OPENED
    for name in unopened:
        assert corpus.events[name].verification in ("single_source", "unverified"), name
        assert corpus.events[name].note is not None, name


def test_verified_rests_on_two_publishers_or_on_the_official_text(corpus: Corpus) -> None:
    verified = {n: read_by_us(e) for n, e in corpus.events.items() if e.verification == "verified"}
    assert len(verified) > 100
    alone = {name: hosts for name, hosts in verified.items() if len(hosts) < 2}
    weak = {
        name: hosts
        for name, hosts in alone.items()
        if not any(OFFICIAL.search(each) or each in COPIES for each in hosts)
    }
    assert weak == {}


def test_records_of_one_matter_have_one_status(corpus: Corpus) -> None:
    pairs = [(e, e.same_as) for e in corpus.events.values() if e.same_as]
    assert len(pairs) > 5
    for event, other in pairs:
        twin = corpus.curated.get(other) or corpus.statements.get(other)
        assert twin is None or twin.verification == event.verification, event.id


def test_no_title_says_scheduled_and_what_is_past_is_watched(corpus: Corpus) -> None:
    planned = [e for e in corpus.events.values() if e.planned]
    assert len(planned) > 3
    assert [e.id for e in corpus.events.values() if "scheduled" in e.titles.en.lower()] == []
    over = [e for e in planned if last_day(e.end_date or e.date) <= LOOKED]
    assert len(over) > 3
    assert [e.id for e in over if e.watch is None] == []


def test_what_lies_ahead_is_planned_and_a_count_of_participants_counts_nothing_else(
    corpus: Corpus,
) -> None:
    ahead = [e for e in corpus.events.values() if first_day(e.date) > LOOKED]
    assert len(ahead) > 3
    assert [e.id for e in ahead if not e.planned] == []
    parties = {e.id: e.participants for e in corpus.events.values() if e.participants}
    notes = {name: p.count_note.en for name, p in parties.items() if p.count and p.count_note}
    assert len(notes) > 30
    assert [name for name, note in notes.items() if "principles" in note] == []


def test_the_vote_of_the_united_states_is_a_conflict_on_both_records(corpus: Corpus) -> None:
    event = corpus.events["us-laws-explanation-of-vote-2025"]
    statement = corpus.statements["usa-2025-11-04-eov"]
    for record in (event, statement):
        conflict = next(c for c in record.conflicts if c.field == "date")
        assert (conflict.chosen, conflict.others) == ("2025-11-04", ["2025-11-06"])


def test_a_draft_as_tabled_is_written_and_has_its_day(corpus: Corpus) -> None:
    tabled = {
        "aut-2023-introduction": "2023-10-12",
        "aut-2024-introduction": "2024-10-18",
        "aut-2025-introduction": "2025-10-14",
        "mex-2025-introduction": "2025-10-16",
        "nld-kor-2025-introduction": "2025-10-15",
    }
    for name, day in tabled.items():
        statement = corpus.statements[name]
        assert (statement.form, statement.date) == ("written", day)
        drafts = corpus.imported[statement.targets[0].document].drafts
        assert day in {draft.date for draft in drafts}, name
