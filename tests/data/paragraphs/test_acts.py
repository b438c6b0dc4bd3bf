"""What readers of the official texts found in single paragraphs, by symbol."""

from __future__ import annotations

import pytest

from dashboard.corpus.snapshot import Snapshot

TIERS = {
    6: "79/1#op39.g 79/1#op48 79/1#op48.a 79/1#op48.b 79/1#op48.c 79/1#op48.d 79/1#op52 79/1#op53.b"
    " 79/1#op53.f 79/1#op54 79/1#op54.a 79/1#op54.b 79/1#op54.c 79/1#op54.d 79/1#op55.b 79/1#op56"
    " 79/1#op56.a",
    4: "79/1#op48.e 79/1#op57 79/1#op57.a 79/1#op57.b 79/1#annex1.48 79/1#annex1.63 79/1#annex1.66"
    " 79/1#annex1.72 80/238#op9 79/84#op3",
    3: "75/291#op40 77/298#op41 78/265#op5 78/265#op7 76/200#op13 78/144#op24 80/133#op25"
    " 80/190#op47 79/194#op5 80/118#op5 78/187#op35 79/1#annex1.38 79/1#annex1.67"
    " 79/323#annex.59.i 75/176#op7.g 77/211#op7.h 79/175#op8.h 78/265#op6.p 79/1#annex1.21.d"
    " 78/152#op38 79/205#op45 79/1#annex1.32.a 79/1#annex1.32.d 79/1#annex1.36.a 79/1#annex1.36.c"
    " 78/265#op4.c 78/265#op4.d 79/194#op65.a 79/226#op22 79/226#op62 80/118#op10 80/127#op26",
    2: "78/265#op8 79/62#op3 80/57#op1 79/325#op9 80/253#op13 79/201#op11 79/224#op11 76/195#op8"
    " 78/139#op8 80/125#op9 75/264#op13 77/284#op13 79/284#op15 79/284#op37",
    1: "80/139#op19 80/139#op27 80/135#op14 79/202#op14",
}


@pytest.mark.parametrize(
    ("place", "tier"), [(place, tier) for tier, found in TIERS.items() for place in found.split()]
)
def test_how_strongly_a_paragraph_asks(record: Snapshot, place: str, tier: int) -> None:
    assert record.tables["paragraphs"].set_index("id").loc[f"A/RES/{place}", "tier"] == tier


@pytest.mark.parametrize(
    ("place", "softened"),
    [
        ("78/213#op20.a", ("where_applicable",)),
        ("79/172#op5.a", ("where_applicable",)),
        ("80/215#op24.a", ("where_applicable",)),
        ("75/176#op7.g", ("to_consider",)),
        ("78/311#op14", ()),
        ("79/1#op56", ()),
        ("79/152#pp15", ()),
        ("79/152#op5.q", ()),
        ("78/311#op5", ("in_a_position",)),
        ("79/194#op44", ("in_a_position",)),
    ],
)
def test_what_softens_a_paragraph(record: Snapshot, place: str, softened: tuple[str, ...]) -> None:
    found = record.tables["paragraphs"].set_index("id").loc[f"A/RES/{place}", "softeners"]
    assert set(softened) <= set(found)
    assert softened or found == ()


def test_a_phrase_about_one_thing_softens_that_alone(record: Snapshot) -> None:
    acts = record.tables["acts"]
    own = acts[(acts["paragraph"] == "A/RES/78/265#op6.c") & (acts["place"] == "own")].iloc[0]
    assert (own["softeners_object"], own["softeners"]) == (("as_appropriate",), ())


@pytest.mark.parametrize(
    ("place", "head"),
    [
        ("78/152#op38", "strongly_encourages"),
        ("79/205#op45", "strongly_encourages"),
        ("75/176#op7.g", "calls_upon"),
        ("79/1#op48.a", "decides"),
        ("80/117#annex.23", "recognizes"),
        ("80/117#annex.13", "notes_with_concern"),
    ],
)
def test_the_verb_that_governs(record: Snapshot, place: str, head: str) -> None:
    assert record.tables["paragraphs"].set_index("id").loc[f"A/RES/{place}", "head"] == head


def test_what_is_noted_with_concern_is_no_plain_note(record: Snapshot) -> None:
    acts = record.tables["acts"]
    concerned = acts[acts["verb"].str.contains(r"\bwith (?:\w+ )*(?:concern|alarm)\b")]
    assert len(concerned) >= 100
    assert set(concerned["head"]) <= {"notes_with_concern", "expresses_concern"}


def test_no_softener_stands_where_nobody_is_asked(record: Snapshot) -> None:
    acts = record.tables["acts"]
    said = acts[acts["family"].isin(["assertive", "expressive"]) & (acts["tier"] == 0)]
    for name in ("softeners", "softeners_object", "softeners_means"):
        assert not any(said[name])


def test_each_paragraph_s_strongest_act_is_among_its_acts(record: Snapshot) -> None:
    acts = record.tables["acts"].dropna(subset=["tier"])
    asked = set(zip(acts["paragraph"], acts["tier"], acts["head"], strict=True))
    rows = record.tables["paragraphs"].dropna(subset=["tier"])
    assert set(zip(rows["id"], rows["tier"], rows["strongest"], strict=True)) <= asked
