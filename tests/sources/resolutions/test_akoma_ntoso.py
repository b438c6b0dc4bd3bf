from __future__ import annotations

import pytest

from dashboard.sources.errors import RefusedError
from dashboard.sources.names import StateNames
from dashboard.sources.resolutions.akoma_ntoso import read_expression
from tests.sources.conftest import NEAR, akn, annex, everyone, heading, paragraph, recorded, vote

BOMB = b"""<!DOCTYPE a [<!ENTITY x "sheep"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;&x;&x;">]>
<akomaNtoso>&y;</akomaNtoso>"""
DTD = b'<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd"><akomaNtoso/>'


@pytest.mark.parametrize(
    ("raw", "place", "found"),
    [
        (b"", "file", "empty"),
        (b"   \n", "file", "empty"),
        (BOMB, "file", "document types are refused"),
        (DTD, "file", "document types are refused"),
        (b"not xml at all", "line 1", "not well-formed"),
        (akn()[:900], "line", "not well-formed"),
        (b"<html><body/></html>", "line 1", "<html>, not an <akomaNtoso> document"),
        (akn().replace(b"<docNumber>A/", b"<docNumber>X/"), "<docNumber>", "'X/RES/79/500'"),
        (akn(symbol="E/RES/2024/1"), "<docNumber>", "no General Assembly resolution"),
        (akn(language="tlh"), "<FRBRlanguage>", "'tlh'"),
        (akn(body="", preamble=""), "<statement>", "no paragraph"),
    ],
)
def test_a_file_not_understood_is_refused(
    raw: bytes, place: str, found: str, names: StateNames
) -> None:
    with pytest.raises(RefusedError) as refused:
        read_expression("a.xml", raw, names, everyone, NEAR)
    assert place in refused.value.place
    assert found in refused.value.found
    assert refused.value.line("a.xml").count("\n") == 0


@pytest.mark.parametrize(
    ("raw", "said", "fact", "kept"),
    [
        (akn(by="Uganda and Ruritania"), "'Ruritania'", "sponsors", "unknown"),
        (akn(proponent="#ninthCommittee"), "'#ninthCommittee'", "committee", "unknown"),
        (akn(adopted="2024-02-30"), "'2024-02-30'", "adopted", None),
        (akn(voting=""), "no <voting>", "outcome", "unknown"),
        (akn(voting='<voting outcome="bySheep"/>'), "'bySheep'", "outcome", "unknown"),
        (akn(title=" "), "no title", "title", ""),
    ],
)
def test_a_field_not_understood_is_unknown_and_loses_no_document(
    raw: bytes, said: str, fact: str, kept: str | None, names: StateNames
) -> None:
    expression = read_expression("a.xml", raw, names, everyone, NEAR)
    assert [said in line for line in expression.findings] == [True]
    assert expression.front is not None
    facts = {**expression.front.facts, "title": expression.title}
    value = facts[fact]["draft"] if fact == "sponsors" else facts[fact]
    assert value == kept
    assert [p.id for p in expression.paragraphs] == ["pp1", "op1"]


@pytest.mark.parametrize("symbol", ["A/RES/ES-11/6", "A/RES/S-32/1", "A/RES/ES-10/25"])
def test_texts_of_special_sessions_are_read(symbol: str, names: StateNames) -> None:
    assert read_expression("a.xml", akn(symbol=symbol), names, everyone, NEAR).symbol == symbol


def test_an_ordinary_file(names: StateNames) -> None:
    raw = akn(
        keywords='<keyword dictionary="UNBIS Thesaurus" showAs="SHEEP" '
        'href="http://metadata.un.org/thesaurus/1000001"/>'
        '<keyword dictionary="EuroVoc" showAs="wool" href="http://eurovoc.europa.eu/1"/>'
    )
    expression = read_expression("a.xml", raw, names, everyone, NEAR)
    front = expression.front
    assert front is not None
    assert (expression.symbol, expression.language) == ("A/RES/79/500", "en")
    assert expression.items == [("13 (a)", "Counting")]
    assert (expression.title, expression.mentions) == ("Sheep and machines", 1)
    facts = front.facts
    assert (facts["adopted"], facts["issued"]) == ("2024-12-24", "2024-12-31")
    assert facts["meeting"] == {"record": "A/79/PV.9", "number": 9}
    assert facts["committee"] == "first"
    assert (facts["committee_report"]["symbol"], facts["committee_report"]["paragraph"]) == (
        "A/79/999",
        "7",
    )
    assert facts["drafts"] == [{"symbol": "A/C.1/79/L.99", "date": "2024-10-16"}]
    assert (facts["sponsors"]["draft"], facts["sponsors"]["added_on"]) == ({"UGA": "Uganda"}, None)
    assert facts["subjects"] == [{"id": "1000001", "label": "SHEEP"}]
    assert [(p.id, p.number, p.verb, p.mentions_ai) for p in expression.paragraphs] == [
        ("pp1", None, "Noting", False),
        ("op1", "1", "Asks", True),
    ]


def test_several_agenda_items_and_free_text_outcome(names: StateNames) -> None:
    raw = akn(
        item="13 and 117",
        item_names=("Counting", "Sheep"),
        voting="<voting><quorum value=''/></voting>",
        adopted_as="Adopted without vote, 81st plenary meeting",
    )
    expression = read_expression("a.xml", raw, names, everyone, NEAR)
    assert expression.items == [("13", "Counting"), ("117", "Sheep")]
    assert expression.front is not None
    assert expression.front.facts["outcome"] == "adopted_without_vote"
    assert expression.front.facts["meeting"]["record"] is None


def test_an_outcome_left_out_is_unknown(names: StateNames) -> None:
    expression = read_expression("a.xml", akn(voting="<voting/>"), names, everyone, NEAR)
    assert expression.front is not None
    assert expression.front.facts["outcome"] == "unknown"


def test_a_recorded_vote(names: StateNames) -> None:
    raw = akn(
        voting=recorded(
            vote(2, "inFavour", "COTE D'IVOIRE", "TÜRKİYE"), vote(1, "against", "NIGER")
        )
    )
    front = read_expression("a.xml", raw, names, everyone, NEAR).front
    assert front is not None
    (voted,) = front.facts["votes"]
    assert voted["counts"] == {"yes": 2, "no": 1, "abstain": 0}
    assert voted["roll_call"]["yes"] == ["CIV", "TUR"]
    assert "NER" not in voted["roll_call"]["not_voting"]


def test_a_translation_that_cannot_be_read_costs_its_phrases_only(names: StateNames) -> None:
    twice = paragraph("1.", "un") + paragraph("2.", "deux") + paragraph("2.", "deux")
    expression = read_expression("f.xml", akn(language="fra", body=twice), names, everyone, NEAR)
    assert expression.paragraphs == []
    assert expression.unread is not None
    assert "stands twice" in expression.unread.found
    english = read_expression("e.xml", akn(body=twice), names, everyone, NEAR)
    assert [p.id for p in english.paragraphs] == ["pp1", "op1", "op2", "op2bis"]
    assert ["stands twice" in line for line in english.findings] == [True]


def test_two_annexes_are_told_apart(names: StateNames) -> None:
    after = annex(
        heading("Annex I"), paragraph("1.", "One."), heading("Annex II"), paragraph("1.", "Two.")
    )
    expression = read_expression("a.xml", akn(after=after), names, everyone, NEAR)
    assert [p.id for p in expression.paragraphs][-2:] == ["annex1.1", "annex2.1"]
