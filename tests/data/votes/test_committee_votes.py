"""Votes below the plenary, and the motion on the Pact: what is on record, and where it comes from.

Literals are from the same gathering as tests/facts/committee_votes.yaml (22 November 2026), which
names for each the coverage it was read in; the sources stand beside them here.
"""

from __future__ import annotations

import pytest

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.records.votes import Vote

PANEL = "scientific-panel-appointment-2026"
PARAGRAPHS = ["pp1", "pp9", "pp10", "pp13", "op7", "op8", "op9", "op10", "op11", "op12"]


def at(corpus: Corpus, record_id: str, stage: str) -> list[Vote]:
    return [vote for vote in corpus.curated[record_id].votes if vote.stage == stage]


def one(corpus: Corpus, record_id: str, stage: str = "committee") -> Vote:
    [vote] = at(corpus, record_id, stage)
    return vote


def named(vote: Vote, position: str) -> list[str] | None:
    """The States a list names, in alphabetical order; None where the list is known to lack some."""
    return sorted(getattr(vote.roll_call, position)) if position in vote.complete else None


def totals(vote: Vote) -> tuple[int | None, int | None, int | None]:
    return vote.counts.yes, vote.counts.no, vote.counts.abstain


@pytest.mark.parametrize(
    ("symbol", "date", "expected"),
    [
        ("A/RES/78/241", "2023-11-01", (164, 5, 8)),  # press.un.org/en/2023/gadis3731.doc.htm
        ("A/RES/79/62", "2024-11-05", (161, 3, 13)),  # press summaries; 161 in one source
        ("A/RES/79/239", "2024-11-06", (165, 2, 6)),  # press.un.org/en/2024/gadis3757.doc.htm
        ("A/RES/80/23", "2025-10-31", (115, 8, 44)),  # two reposted reports; the day is inferred
        ("A/RES/80/57", "2025-11-06", (156, 5, 8)),  # stopkillerrobots.org
        ("A/RES/80/58", "2025-11-06", (None, None, None)),  # news1.kr: the day alone
    ],
)
def test_totals_of_the_first_committee(
    corpus: Corpus, symbol: str, date: str, expected: tuple[int | None, ...]
) -> None:
    vote = one(corpus, symbol)
    assert totals(vote) == expected
    assert vote.date == date


def test_who_was_against_and_who_abstained_on_79_239(corpus: Corpus) -> None:
    """UN meetings coverage GA/DIS/3757, 31st meeting of the First Committee."""
    vote = one(corpus, "A/RES/79/239")
    assert named(vote, "no") == ["PRK", "RUS"]
    assert named(vote, "abstain") == ["BLR", "ETH", "IRN", "NIC", "SAU", "SYR"]


def test_who_was_against_and_who_abstained_on_78_241(corpus: Corpus) -> None:
    """UN meetings coverage GA/DIS/3731, 28th meeting of the First Committee."""
    vote = one(corpus, "A/RES/78/241")
    assert named(vote, "no") == ["BLR", "IND", "MLI", "NER", "RUS"]
    assert named(vote, "abstain") == ["ARE", "CHN", "IRN", "ISR", "PRK", "SAU", "SYR", "TUR"]


def test_lists_known_in_part_do_not_pass_for_whole(corpus: Corpus) -> None:
    """79/62: the No of three and three of 13 abstentions; 80/23: one name of each list."""
    vote = one(corpus, "A/RES/79/62")
    assert (named(vote, "no"), named(vote, "abstain")) == (["BLR", "PRK", "RUS"], None)
    vote = one(corpus, "A/RES/80/23")
    assert (named(vote, "no"), named(vote, "abstain")) == (None, None)
    assert vote.roll_call is not None
    assert (vote.roll_call.no, vote.roll_call.abstain) == (["USA"], ["JPN"])


def test_nothing_but_the_day_is_known_of_80_58(corpus: Corpus) -> None:
    vote = one(corpus, "A/RES/80/58")
    assert (vote.roll_call, vote.names, vote.complete) == (None, "not_published", [])


def test_paragraphs_of_79_62_voted_on_separately(corpus: Corpus) -> None:
    """What the Russian Federation and India say of their own votes; no counts were found."""
    votes = at(corpus, "A/RES/79/62", "paragraph")
    assert [vote.paragraphs for vote in votes] == [[local] for local in PARAGRAPHS]
    assert {totals(vote) for vote in votes} == {(None, None, None)}
    assert {vote.result for vote in votes} == {"retained"}
    abstaining = [v.paragraphs[0] for v in votes if v.roll_call and v.roll_call.abstain == ["IND"]]
    assert abstaining == ["op7", "op9"]


def test_the_motion_before_the_pact(corpus: Corpus) -> None:
    """TASS and Delfi, 22 September 2024; A/79/PV.3."""
    vote = one(corpus, "A/RES/79/1", "motion")
    assert totals(vote) == (143, 7, 15)
    assert named(vote, "no") == ["BLR", "IRN", "NIC", "PRK", "RUS", "SDN", "SYR"]
    assert (named(vote, "abstain"), vote.result, vote.level) == (None, "carried", "plenary")


def test_the_two_against_the_panel_and_the_two_abstaining(corpus: Corpus) -> None:
    """UN meetings coverage GA/12751, 12 February 2026."""
    vote = one(corpus, PANEL, "plenary")
    assert totals(vote) == (117, 2, 2)
    assert (named(vote, "no"), named(vote, "abstain")) == (["PRY", "USA"], ["TUN", "UKR"])


def test_no_vote_below_the_plenary_names_who_was_in_favour(corpus: Corpus) -> None:
    below = [
        vote
        for record in corpus.curated.values()
        for vote in record.votes
        if vote.stage != "plenary"
    ]
    assert len(below) == 17 + 3  # three amendments in the Human Rights Council
    assert [vote for vote in below if vote.roll_call and vote.roll_call.yes] == []
    assert [vote for vote in below if vote.note is None or vote.note.zh is None] == []
    assert [vote for vote in below if not vote.sources or vote.verification is None] == []


def test_committee_votes_come_before_the_plenary(corpus: Corpus) -> None:
    late = [
        symbol
        for symbol, record in corpus.imported.items()
        if symbol in corpus.curated
        for vote in corpus.curated[symbol].votes
        if vote.stage in ("committee", "paragraph") and (vote.date or "") > record.adopted
    ]
    assert late == []


@pytest.mark.parametrize(
    ("symbol", "chosen", "other"),
    [
        ("A/RES/78/241", "5 against (committee)", "4 against"),
        ("A/RES/79/62", "13 abstaining (committee)", "15 abstaining"),
        ("A/RES/79/239", "GA/DIS/3757", "AG/DSI/3756"),
        ("A/RES/79/239", "morning", "afternoon"),
        ("A/RES/79/239", "GA/AB/4483", "AG/AB/4883"),
        ("A/RES/79/239", "five texts", "four texts"),
        ("A/RES/80/23", "2025-10-31", "2025-11-06"),
        ("A/RES/80/57", "2025-11-06", "2025-11-04"),
        ("A/RES/80/57", "164-6-7", "156-5-8 (committee)"),
        ("A/RES/80/57", "2025-12-01", "2025-12-02"),
        ("A/RES/79/1", "seven States", "five, without Iran and Sudan"),
        ("A/RES/79/1", "Republic of the Congo", "Democratic Republic of the Congo"),
    ],
)
def test_where_sources_disagree_both_values_are_kept(
    corpus: Corpus, symbol: str, chosen: str, other: str
) -> None:
    """The `disagreements` of each text in the facts file."""
    [conflict] = [c for c in corpus.curated[symbol].conflicts if c.chosen == chosen]
    assert other in conflict.others
    assert conflict.note.zh
