from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.selection.paragraph_lookup import item_named, paragraph_named
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.columns import TABLES
from tests.invented.synthetic import snapshot
from tests.invented.synthetic_rows import PARAGRAPHS

PLACES = ["A/RES/90/9#annex.5", "A/RES/90/9#annex2.5.b", "A/RES/90/9#op6.d.ii"]
PARTED = ["A/RES/90/93 A-B#B.op5", "A/RES/90/93 A-B#B.pp12", "A/RES/90/93 A-B#A.op1.e"]


@pytest.fixture(scope="module")
def placed() -> Snapshot:
    rows = [{**PARAGRAPHS[0], "id": name} for name in (*PLACES, *PARTED)]
    return snapshot(version="placed", paragraphs=[*PARAGRAPHS, *rows])


@pytest.mark.parametrize(
    "text",
    [
        *("", "#", "#op1", "pp1", "para 1", "90/9", "90/9#", "90/9#op9", "90/9 para 7", "90/9 1"),
        *(
            "report 90/9 para 1",
            "90/9 para 1 training",
            "90/8 para 1",
            "90/9 para",
            "90/9 para one",
        ),
        *("90/9 first para", "90/9 hundredth preambular para", "90/9 para 1" + " " * 200 + "x"),
        *("190/9 para 1", "90/9/1 para 1", "90/90/9 pp1", "90/9 annex IX para 5", "90/9 para ²"),
        *("90/9 para 1" + "a" * 100, "90/9 para 1" + " (a" * 30, "90/9 para 1" + " a" * 50 + "!"),
    ],
)
def test_what_names_no_paragraph_on_record(placed: Snapshot, text: str) -> None:
    assert paragraph_named(placed, text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("90/9 para 1", "A/RES/90/9#op1"),
        ("90/9 para. 1", "A/RES/90/9#op1"),
        ("90/9 OP1", "A/RES/90/9#op1"),
        ("90/9 op 1", "A/RES/90/9#op1"),
        ("OP1 of 90/9", "A/RES/90/9#op1"),
        ("ARES909 op1", None),
        ("ARES9010 op2a", "A/RES/90/10#op2.a"),
        ("paragraph 1 of General Assembly resolution 90/9", "A/RES/90/9#op1"),
        ("A/RES/90/10, para. 2 (a)", "A/RES/90/10#op2.a"),
        ("a / res / 90 / 10 para 2(a)", "A/RES/90/10#op2.a"),
        ("９０/１０ ｐａｒａ ２（ａ）", "A/RES/90/10#op2.a"),
        ("A/RES/90/10#op2.a", "A/RES/90/10#op2.a"),
        ("90/10#OP2.A", "A/RES/90/10#op2.a"),
        ("90/9 para 6 (d) (ii)", "A/RES/90/9#op6.d.ii"),
        ("90/9 pp1", "A/RES/90/9#pp1"),
        ("90/9 preambular paragraph 1", "A/RES/90/9#pp1"),
        ("A/RES/90/9, first preambular para.", "A/RES/90/9#pp1"),
        ("the 1st preambular paragraph of 90/9", "A/RES/90/9#pp1"),
        ("90/9 para 5", "A/RES/90/9#annex.5"),
        ("90/9 annex para 5", "A/RES/90/9#annex.5"),
        ("A/RES/90/9, annex II, para. 5 (b)", "A/RES/90/9#annex2.5.b"),
        ("90/9 annex 2 para 5b", "A/RES/90/9#annex2.5.b"),
        ("90/93 A-B B.op5", "A/RES/90/93 A-B#B.op5"),
        ("A/RES/90/93 A-B, B, twelfth preambular para.", "A/RES/90/93 A-B#B.pp12"),
        ("90/93 A-B B pp12", "A/RES/90/93 A-B#B.pp12"),
        ("第90/9号决议第1段", "A/RES/90/9#op1"),
        ("大会第90/10号决议第2(a)段", "A/RES/90/10#op2.a"),
        ("第90/9號決議執行部分第1段", "A/RES/90/9#op1"),
        ("第90/9号决议序言部分第一段", "A/RES/90/9#pp1"),
        ("第90/9号决议附件二第5(b)段", "A/RES/90/9#annex2.5.b"),
    ],
)
def test_a_paragraph_is_named_as_people_name_it(
    placed: Snapshot, text: str, expected: str | None
) -> None:
    assert paragraph_named(placed, text) == expected


@given(st.text(alphabet="90/19 #opparsecnx()第段.aiv号", max_size=40))
def test_any_text_names_a_paragraph_on_record_or_none(placed: Snapshot, text: str) -> None:
    named = paragraph_named(placed, text)
    assert named is None or named in set(placed.tables["paragraphs"]["id"])


@pytest.mark.parametrize(
    ("table", "text", "expected"),
    [
        *(("documents", text, text) for text in ("", "#", "nothing-there", "90/1", "§" * 300)),
        ("documents", "90/9", "A/RES/90/9"),
        ("documents", "General Assembly resolution 90/9", "A/RES/90/9"),
        ("documents", "90/9 para 1", "A/RES/90/9"),
        ("documents", "a/res/90/9", "A/RES/90/9"),
        ("documents", "Paper-One", "paper-one"),
        ("timeline", "https://docs.un.org/zh/A/RES/90/9", "A/RES/90/9"),
        ("timeline", "SUMMIT-ONE", "summit-one"),
        ("paragraphs", "第90/9号决议第1段", "A/RES/90/9#op1"),
        ("paragraphs", "paragraph 2 (a) of resolution 90/10", "A/RES/90/10#op2.a"),
        ("countries", "France", "FRA"),
        ("countries", "中国", "CHN"),
        ("countries", "usa", "USA"),
        ("countries", "France and China", "France and China"),
        ("statements", "90/9", "90/9"),
    ],
)
def test_a_record_is_named_as_people_name_it(
    record: Snapshot, table: str, text: str, expected: str
) -> None:
    assert item_named(record, table, text) == expected


def test_a_vote_is_named_by_its_text_where_it_is_the_only_one(real_record: Snapshot) -> None:
    votes = real_record.tables["recorded_votes"]["symbol"]
    single = votes[~votes.duplicated(keep=False)].iloc[0]
    several = votes[votes.duplicated()].iloc[0]
    found = item_named(real_record, "recorded_votes", f"resolution {single}")
    assert found in set(real_record.tables["recorded_votes"]["id"])
    assert found.startswith(single)
    assert item_named(real_record, "recorded_votes", several) == several


@given(st.text(max_size=60))
def test_any_text_names_a_record_or_itself(record: Snapshot, text: str) -> None:
    for table in ("documents", "countries", "requests", "recorded_votes"):
        found = item_named(record, table, text)
        ids = record.tables[table]["iso3" if table == "countries" else "id"]
        assert found == text or found in set(ids)


@pytest.mark.parametrize("table", [*TABLES])
@pytest.mark.parametrize("text", ["79/239", "78/265 para 6 (e)", "Brazil", "nothing of the kind"])
def test_every_table_stands_every_item(real: Snapshot, table: str, text: str) -> None:
    """Rows that are no records, as those of sponsors, are named by nothing."""
    frame = real.tables[table]
    column = next((name for name in ("id", "iso3") if name in frame), None)
    assert item_named(real, table, text) in {text, *(frame[column] if column else ())}
    if table in ("votes", "sponsors"):
        assert item_named(real, table, text) == text
