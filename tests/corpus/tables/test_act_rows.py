"""What each paragraph does, on small texts worked out by hand."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from dashboard.corpus.records.documents import Paragraph
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.act_rows import (
    Act,
    acts_by_paragraph,
    asking_tiers,
    governing,
    strongest,
)
from dashboard.corpus.verbs import VerbRule


@pytest.fixture(scope="module")
def rule(real_record: Snapshot) -> VerbRule:
    return VerbRule(real_record.vocabularies["verbs"].terms)


def paragraph(place: str, verb: str | None = None, **more: Any) -> Paragraph:
    parent = place.rpartition(".")[0] or None
    return Paragraph.model_validate(
        {"id": place, "part": "operative", "verb": verb, "parent": parent, **more}
    )


def read(rule: VerbRule, *paragraphs: Paragraph) -> dict[str, list[Act]]:
    return acts_by_paragraph(SimpleNamespace(paragraphs=list(paragraphs)), rule)  # type: ignore[arg-type]


def said(acts: list[Act]) -> list[tuple[str, str]]:
    return [(act.place, act.reading.head) for act in acts]


def top(acts: list[Act]) -> int | None:
    found = strongest(acts)
    return found.reading.tier if found else None


def test_nothing_printed_is_no_act(rule: VerbRule) -> None:
    acts = read(rule, paragraph("op1"))["op1"]
    assert acts == []
    assert (governing(acts), strongest(acts), asking_tiers(acts, strongest(acts))) == (
        None,
        None,
        (),
    )


def test_a_verb_no_rule_reads_has_no_tier(rule: VerbRule) -> None:
    acts = read(rule, paragraph("op1", "Shears"))["op1"]
    assert said(acts) == [("opening", "unknown")]
    assert (strongest(acts), asking_tiers(acts, strongest(acts))) == (None, ())


def test_the_strongest_act_is_not_always_the_opening(rule: VerbRule) -> None:
    verbs = ("Notes", "encourages", "requests")
    printed = [{"at": 9 * n, "verb": verb} for n, verb in enumerate(verbs)]
    acts = read(rule, paragraph("op1", "Notes", acts=printed))["op1"]
    assert said(acts) == [("opening", "notes"), ("second", "encourages"), ("second", "requests")]
    assert (top(acts), asking_tiers(acts, strongest(acts))) == (4, ("4", "2"))


@pytest.mark.parametrize(
    ("chapeau", "sub", "found", "tier"),
    [
        (["We recognize", "We decide"], {}, [("chapeau", "decides")], 6),
        (["Notes", "requests"], {}, [("chapeau", "requests")], 4),
        (["Calls upon"], {"verb": "Welcomes"}, [("opening", "welcomes")], 0),
        (["Encourages"], {"verb": "Calling upon", "own": True},
         [("chapeau", "encourages"), ("own", "calls_upon")], 3),
        (["Requests"], {"verb": "Encourage", "own": True},
         [("chapeau", "requests"), ("own", "encourages")], 4),
        (["We decide"], {"verb": "Request", "own": True},
         [("chapeau", "decides"), ("own", "requests")], 4),
        (["We commit"], {"verb": "Call on", "own": True},
         [("chapeau", "commits"), ("own", "calls_upon")], 3),
    ],
)  # fmt: skip
def test_a_chapeau_hands_down_its_last_act(
    rule: VerbRule, chapeau: list[str], sub: dict[str, Any], found: list[Any], tier: int
) -> None:
    above = paragraph(
        "op1", chapeau[0], acts=[{"at": n, "verb": verb} for n, verb in enumerate(chapeau)]
    )
    own = sub.pop("own", False)
    acts = [{"at": 0, "verb": sub["verb"], "own": own}] if sub else []
    below = read(rule, above, paragraph("op1.a", **sub, acts=acts))["op1.a"]
    assert said(below) == found
    assert top(below) == tier


def test_acts_that_share_what_they_ask_are_handed_down_together(rule: VerbRule) -> None:
    printed = [{"at": 0, "verb": "Notes"}, {"at": 9, "verb": "urges", "shared": True},
               {"at": 20, "verb": "invites"}]  # fmt: skip
    acts = read(
        rule, paragraph("op1", "Notes", acts=printed), paragraph("op1.a"), paragraph("op1.a.i")
    )
    assert said(acts["op1.a"]) == [("chapeau", "urges"), ("chapeau", "invites")]
    assert said(acts["op1.a.i"])[-1] == ("chapeau", "invites")
    assert {act.printed_in for act in acts["op1.a.i"]} == {"op1"}


def test_softeners_of_the_chapeau_are_handed_down_and_joined(rule: VerbRule) -> None:
    above = paragraph(
        "op1", "Urges", acts=[{"at": 0, "verb": "Urges", "softeners": {"as_appropriate": "ask"}}]
    )
    below = paragraph("op1.a", softeners={"to_consider": "ask", "voluntary_basis": "object"})
    (act,) = read(rule, above, below)["op1.a"]
    assert act.softened("ask") == ("as_appropriate", "to_consider")
    assert act.softened("object") == ("voluntary_basis",)


def test_what_asks_nobody_is_not_softened(rule: VerbRule) -> None:
    softened = [{"at": 0, "verb": "Recognizes", "softeners": {"as_appropriate": "ask"}}]
    (act,) = read(rule, paragraph("op1", "Recognizes", acts=softened))["op1"]
    assert (act.asks, act.softened("ask")) == (False, ())


@pytest.mark.parametrize(("part", "tier"), [("preambular", 0), ("operative", 1)])
def test_a_preamble_that_hopes_asks_nobody(rule: VerbRule, part: str, tier: int) -> None:
    verb = "Looking forward" if part == "preambular" else "Looks forward"
    acts = read(rule, paragraph("op1", verb, part=part))["op1"]
    assert top(acts) == tier


def test_an_act_after_the_list_is_not_handed_down(rule: VerbRule) -> None:
    printed = [{"at": 0, "verb": "Condemns"}, {"at": 40, "verb": "demands", "closing": True}]
    found = read(rule, paragraph("op1", "Condemns", acts=printed), paragraph("op1.a"))
    assert said(found["op1.a"]) == [("chapeau", "condemns")]
    assert (top(found["op1"]), top(found["op1.a"])) == (5, 0)


def test_a_task_not_to_do_is_negated_with_what_its_chapeau_asks(rule: VerbRule) -> None:
    above = paragraph("op1", "Calls upon")
    found = read(rule, above, paragraph("op1.a", negated=True), paragraph("op1.b"))
    assert [found[place][0].negated for place in ("op1", "op1.a", "op1.b")] == [False, True, False]


def test_what_a_sub_paragraph_adds_softens_its_chapeau_s_act_beside_its_own(rule: VerbRule) -> None:
    later = [{"at": 30, "verb": "We urge", "softeners": {"upon_request": "ask"}}]
    below = paragraph("op1.a", acts=later, softeners={"as_appropriate": "ask"})
    found = read(rule, paragraph("op1", "We decide"), below)["op1.a"]
    assert [act.softened("ask") for act in found] == [("as_appropriate",), ("upon_request",)]
