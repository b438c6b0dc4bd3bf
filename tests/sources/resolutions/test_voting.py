from __future__ import annotations

import pytest
from lxml import etree

from dashboard.sources.errors import Findings
from dashboard.sources.names import StateNames
from dashboard.sources.resolutions.voting import Decision, read_voting
from tests.sources.conftest import KNOWN, NAMESPACES, recorded, vote


def read(xml: str, names: StateNames, findings: Findings | None = None) -> Decision:
    element = etree.fromstring(f"<a {NAMESPACES}>{xml}</a>")[0]
    return read_voting(element, names, lambda: set(KNOWN), findings or Findings())


@pytest.mark.parametrize(
    ("xml", "found"),
    [
        ('<voting outcome="bySheep"/>', "'bySheep'"),
        ('<voting outcome="adoptedRecordedVote"/>', "without counts"),
        (recorded(vote(1, "sideways", "UGANDA")), "position 'sideways'"),
        (recorded(vote(1, "inFavour", "UGANDIA")), "unknown State 'UGANDIA'"),
        (recorded(vote(1, "inFavour", "NIGER"), vote(1, "against", "NIGER")), "under no and yes"),
        (recorded('<count value="many" refersTo="against"/>'), "'many' is no number"),
    ],
)
def test_what_is_not_understood_is_said_and_names_no_list_complete(
    xml: str, found: str, names: StateNames
) -> None:
    findings = Findings()
    decision = read(xml, names, findings)
    assert [found in line for line in findings.lines] == [True]
    assert decision.names != "complete"
    assert "not_voting" not in {p for p, states in decision.roll_call.items() if states}


def test_an_unknown_outcome_is_unknown(names: StateNames) -> None:
    assert read('<voting outcome="bySheep"/>', names).outcome == "unknown"


def test_a_name_that_is_not_read_leaves_its_own_list_open_only(names: StateNames) -> None:
    findings = Findings()
    xml = recorded(vote(2, "inFavour", "UGANDA", "NIGERIEN"), vote(1, "against", "IRELAND"))
    decision = read(xml, names, findings)
    assert (decision.counts["yes"], decision.roll_call["yes"]) == (2, ["UGA"])
    assert (decision.names, decision.complete) == ("partial", ["no", "abstain"])
    assert "did you mean Niger?" in findings.lines[0]


def test_a_state_under_two_positions_leaves_both_lists_open(names: StateNames) -> None:
    xml = recorded(vote(1, "inFavour", "NIGER"), vote(1, "against", "NIGER"))
    decision = read(xml, names)
    assert (decision.roll_call["yes"], decision.complete) == (["NER"], ["abstain"])


def test_a_total_that_is_no_number_is_unknown_and_the_others_stay(names: StateNames) -> None:
    xml = recorded('<count value="many" refersTo="against"/>', vote(1, "inFavour", "NIGER"))
    decision = read(xml, names)
    assert (decision.counts["no"], decision.counts["yes"]) == (None, 1)


def test_a_total_its_own_names_contradict_is_kept_with_a_warning(names: StateNames) -> None:
    decision = read(recorded(vote(3, "inFavour", "UGANDA", "NIGER")), names)
    assert decision.counts == {"yes": 3, "no": 0, "abstain": 0}
    assert decision.roll_call["yes"] == ["NER", "UGA"]
    assert decision.warnings == ["yes: 3 published, 2 named; both are kept"]


def test_members_named_nowhere_did_not_vote(names: StateNames) -> None:
    decision = read(recorded(vote(1, "abstaining", "UGANDA")), names)
    assert set(decision.roll_call["not_voting"]) == set(KNOWN) - {"UGA"}
    assert decision.warnings == []


def test_totals_without_names_have_no_roll_call(names: StateNames) -> None:
    decision = read(recorded(vote(7, "inFavour"), vote(2, "against")), names)
    assert (decision.counts["yes"], decision.roll_call) == (7, {})


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Adopted without a vote", "adopted_without_vote"),
        ("adopted by consensus", "adopted_without_vote"),
        ("adopted by a recorded vote", "adopted_recorded"),
        ("adopted by a non-recorded vote", "adopted_non_recorded"),
        ("the draft was rejected by a recorded vote", "rejected"),
        ("motion for no action adopted", "no_action"),
        ("", "unknown"),
    ],
)
def test_an_outcome_in_words(words: str, outcome: str, names: StateNames) -> None:
    xml = f"<voting>{words}{vote(1, 'inFavour', 'UGANDA') if outcome.endswith('recorded') else ''}"
    assert read(f"{xml}</voting>", names).outcome == outcome
