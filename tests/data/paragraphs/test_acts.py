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
    " 78/152#op38 79/205#op45 79/1#annex1.32.a 79/1#annex1.32.b 79/1#annex1.32.c 79/1#annex1.32.d"
    " 79/1#annex1.36.a 79/1#annex1.36.b 79/1#annex1.36.c 78/265#op4.c 78/265#op4.d 79/194#op65.a"
    " 79/194#op65.b 79/226#op22 79/226#op62 80/118#op10 80/127#op26",
    2: "78/265#op8 79/62#op3 80/57#op1 79/325#op9 80/253#op13 79/201#op11 79/224#op11 76/195#op8"
    " 78/139#op8 80/125#op9 75/264#op13 77/284#op13 79/284#op15 79/284#op37 78/265#op6.k"
    " 78/265#op6.m 76/195#op7 78/139#op7 79/194#op50 80/118#op53 80/125#op8",
    1: "80/148#op15.n 80/139#op19 80/139#op27 80/135#op14 79/202#op14",
    0: "79/1#op32 79/56#op4.a 79/56#op4.f 80/34#op5.c",
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
        ("77/211#op7.h", ("to_consider",)),
        ("79/175#op8.h", ("to_consider",)),
        ("80/148#op15.n", ("to_consider",)),
        ("78/133#op3.d", ("to_consider", "existing_resources", "within_mandates")),
        ("79/1#op48.b", ("without_prejudice",)),
        ("78/265#op4.a", ("mutually_agreed_terms",)),
        ("77/191#op26", ()),
        ("79/62#op7", ()),
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
    printed = {p.id: p.softeners for p in record.imported["A/RES/78/265"].paragraphs}
    assert printed["op6.a"]["where_applicable"] == "object"


@pytest.mark.parametrize("place", ["78/213#op20", "79/172#op5", "80/215#op24"])
def test_a_chapeau_s_softener_shows_on_all_below_it(record: Snapshot, place: str) -> None:
    paragraphs = record.tables["paragraphs"]
    below = paragraphs[paragraphs["parent"] == f"A/RES/{place}"]
    assert len(below) >= 3
    assert all("where_applicable" in found for found in below["softeners"])


def test_what_is_handed_down_is_the_last_act_with_its_softeners(record: Snapshot) -> None:
    acts = record.tables["acts"]
    handed = acts[acts["place"] == "chapeau"]
    assert len(handed) >= 900
    printed = {
        (f"{symbol}#{paragraph.id}", act.at): (act, paragraph.acts)
        for symbol, text in record.imported.items()
        for paragraph in text.paragraphs
        for act in paragraph.acts
    }
    for row in handed.itertuples():
        act, beside = printed.get((row.printed_in, row.position), (None, []))
        if act is not None:  # otherwise the paragraph prints its opening alone
            later = [each for each in beside if each.at > act.at and not each.closing]
            assert act.shared or not later, row.paragraph
            asks = row.family not in ("assertive", "expressive") or row.tier
            shown = {*row.softeners, *row.softeners_object, *row.softeners_means}
            assert not asks or set(act.softeners) <= shown, row.paragraph


def test_terms_mutually_agreed_are_a_condition_of_the_means(record: Snapshot) -> None:
    acts = record.tables["acts"]
    for name in ("softeners", "softeners_object"):
        assert not any("mutually_agreed_terms" in found for found in acts[name])
    assert sum("mutually_agreed_terms" in found for found in acts["softeners_means"]) >= 24


@pytest.mark.parametrize(
    ("code", "least"),
    [("international_law", 20), ("voluntary_basis", 15), ("to_consider", 12),
     ("within_mandates", 10), ("in_a_position", 6), ("national_priorities", 5),
     ("where_appropriate", 5), ("upon_request", 3), ("without_prejudice", 2)],
)  # fmt: skip
def test_every_family_of_softeners_is_found(record: Snapshot, code: str, least: int) -> None:
    assert sum(code in found for found in record.tables["paragraphs"]["softeners"]) >= least


@pytest.mark.parametrize(
    "place",
    ["75/176#op7.m", "77/211#op7.n", "79/175#op8.n", "79/1#annex1.23.d", "79/1#annex1.29.d"],
)
def test_a_task_not_to_do_is_negated(record: Snapshot, place: str) -> None:
    acts = record.tables["acts"].set_index("paragraph")
    assert acts.loc[[f"A/RES/{place}"], "negated"].iloc[0]


def test_a_preamble_asks_nobody_by_what_it_hopes(record: Snapshot) -> None:
    acts = record.tables["acts"]
    hoped = acts[(acts["part"] == "preambular") & acts["head"].isin(["looks_forward", "hopes"])]
    assert len(hoped) >= 9
    assert set(hoped["tier"]) == {0}


@pytest.mark.parametrize(
    ("place", "head"),
    [
        ("78/152#op38", "strongly_encourages"),
        ("79/205#op45", "strongly_encourages"),
        ("75/176#op7.g", "calls_upon"),
        ("79/1#op48.a", "decides"),
        ("80/117#annex.23", "recognizes"),
        ("80/117#annex.13", "notes_with_concern"),
        ("79/56#op4.b", "condemns"),
        ("79/323#annex.65.b.iii", "will"),
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
