from __future__ import annotations

import pytest

from dashboard.analysis.selection.search import SEARCHED, matching
from dashboard.corpus.snapshot import Snapshot
from tests.invented.synthetic import snapshot
from tests.invented.synthetic_rows import DOCUMENTS


def ids(record: Snapshot, table: str, text: str) -> list[str]:
    frame = record.tables[table][matching(record, table, text)]
    return list(frame["id"] if "id" in frame else frame["iso3"])


def test_an_empty_table_matches_nothing() -> None:
    empty = snapshot(version="empty", documents=[])
    assert matching(empty, "documents", "text").shape == (0,)


@pytest.mark.parametrize(
    ("table", "text", "expected"),
    [
        ("documents", "conflict armed", ["A/RES/90/9"]),
        ("documents", "人工智能", ["A/RES/90/9"]),
        ("documents", "L.1/Rev.1", ["A/RES/90/9"]),
        ("documents", "909", ["A/RES/90/9"]),
        ("documents", "invented -resolution -text", ["A/91/5", "paper-one"]),
        ("timeline", "cote policy", ["summit-one"]),
        ("timeline", "AI", ["summit-one"]),
        ("paragraphs", "requests", ["A/RES/90/10#op2"]),
        ("paragraphs", "秘书长", ["A/RES/90/10#op2"]),
        ("paragraphs", '"2 (a)"', ["A/RES/90/10#op2.a"]),
        ("votes", "france", ["FRA", "FRA"]),
        ("votes", "中国", ["CHN", "CHN"]),
        ("sponsors", "法国 90/9", ["FRA"]),
        ("paragraphs", "請秘書長", ["A/RES/90/10#op2"]),
        ("paragraphs", "90/10 para 2 (a)", ["A/RES/90/10#op2.a"]),
        ("paragraphs", "PP1 of 90/9", ["A/RES/90/9#pp1"]),
        ("paragraphs", "90/10 para 3", []),
        ("documents", "90/10 para 2 (a)", ["A/RES/90/10"]),
        ("timeline", "90/9#op1", ["A/RES/90/9"]),
    ],
)
def test_rows_are_found(record: Snapshot, table: str, text: str, expected: list[str]) -> None:
    assert ids(record, table, text) == expected


def test_a_phrase_does_not_run_from_one_column_into_the_next(record: Snapshot) -> None:
    assert ids(record, "paragraphs", '"1 urges"') == []


def test_new_data_is_searched() -> None:
    assert not matching(snapshot(), "documents", "renamed").any()
    renamed = [{**DOCUMENTS[0], "title_en": "Renamed"}]
    assert matching(snapshot(documents=renamed), "documents", "renamed").all()


SAME = [
    ("AI", "artificial intelligence", "人工智能", "A.I.", "人工智慧", "Artificial Intelligence"),
    ("ICT", "ICTs", "information and communications technologies", "信息和通信技术"),
    ("LAWS", "autonomous weapons", "lethal autonomous weapons systems", "致命自主武器系统"),
    ("SDGs", "sustainable development goals", "可持续发展目标", "可持續發展目標"),
    ("LLM", "large language models", "大型语言模型", "大語言模型"),
    ("UK", "United Kingdom", "英国", "GBR", "Royaume-Uni de Grande-Bretagne et d’Irlande du Nord"),
    ("Turkey", "Türkiye", "土耳其", "TUR"),
    ("DPRK", "North Korea", "朝鲜", "北韓"),
    ("Swaziland", "Eswatini", "斯威士兰"),
    ("Burma", "Myanmar", "緬甸"),
    ("Ivory Coast", "Côte d'Ivoire", "cote d’ivoire", "象牙海岸"),
    ("cyber-security", "cybersecurity", "cyber security"),
    ("capacity-building", "capacity building"),
    ("multi-stakeholder", "multistakeholder"),
    ("organise", "organize"),
    ("programme", "program", "ｐｒｏｇｒａｍｍｅ"),
    ("資訊", "资讯"),
]


@pytest.mark.parametrize("table", SEARCHED)
@pytest.mark.parametrize("same", SAME, ids=lambda same: str(same[0]))
def test_one_thing_is_found_in_any_spelling(
    real_record: Snapshot, table: str, same: tuple[str, ...]
) -> None:
    first, *others = (matching(real_record, table, text) for text in same)
    for text, other in zip(same[1:], others, strict=True):
        assert (first == other).all(), text


@pytest.mark.parametrize("same", SAME, ids=lambda same: str(same[0]))
def test_what_is_found_in_any_spelling_is_found(
    real_record: Snapshot, same: tuple[str, ...]
) -> None:
    """Where no spelling finds anything all of them agree, and nothing is said by that."""
    found = {table: int(matching(real_record, table, same[0]).sum()) for table in SEARCHED}
    assert any(0 < rows < len(real_record.tables[table]) for table, rows in found.items()), found


def test_what_mentions_ai_is_found_by_it_whatever_it_says(real_record: Snapshot) -> None:
    for table, column in (("paragraphs", "mentions_ai"), ("requests", "about_ai")):
        flagged = real_record.tables[table][column].to_numpy(dtype=bool)
        assert flagged.sum() > 50
        assert matching(real_record, table, "artificial intelligence")[flagged].all()
    assert matching(real_record, "votes", "AI").any()


@pytest.mark.parametrize("text", ["Brazil", "巴西", "BRA", "brésil"])
def test_a_state_is_found_wherever_rows_have_states(real_record: Snapshot, text: str) -> None:
    for table, column in (
        ("timeline", "states"), ("votes", "iso3"), ("sponsors", "iso3"),
        ("statements", "speaker_iso3"), ("countries", "iso3"),
    ):  # fmt: skip
        found = matching(real_record, table, text)
        coded = ["BRA" in codes for codes in real_record.tables[table][column]]
        assert any(coded)
        assert found[coded].all()


@pytest.mark.parametrize(("text", "other"), [("印度", "IDN"), ("马里", "SOM"), ("Niger", "NGA")])
def test_no_state_is_found_by_the_name_of_another(
    real_record: Snapshot, text: str, other: str
) -> None:
    for table in ("votes", "sponsors", "countries"):
        frame = real_record.tables[table]
        assert other not in set(frame[matching(real_record, table, text)]["iso3"])


@pytest.mark.parametrize("table", SEARCHED)
@pytest.mark.parametrize(
    "text", ["78/265 para 6 (e)", "79/239 pp3", "第79/325号决议第7段", "80/57#op1"]
)
def test_a_paragraph_finds_what_is_about_it_in_every_table(
    real_record: Snapshot, table: str, text: str
) -> None:
    found = matching(real_record, table, text)
    assert found.shape == (len(real_record.tables[table]),)
    assert found.any() or table not in ("paragraphs", "documents", "timeline")


def test_a_paragraph_finds_statements_on_its_text(real_record: Snapshot) -> None:
    found = matching(real_record, "statements", "78/265 para 6 (e)")
    assert list(found) == list(matching(real_record, "statements", "78/265"))
    assert found.sum() == 8


@pytest.mark.parametrize(
    "text",
    [
        "resolution 79/239",
        "General Assembly resolution 79/239",
        "UNGA Res. 79/239",
        "https://docs.un.org/en/A/RES/79/239",
        "undocs.org/A/RES/79/239",
        "第79/239号决议",
        "大会第79/239號決議",
        "A/RES/79/239 (2024)",
        "https://www.undocs.org/Home/Mobile?FinalSymbol=A%2FRES%2F79%2F239&Language=E",
    ],
)
def test_a_symbol_is_found_as_people_paste_it(real_record: Snapshot, text: str) -> None:
    for table in SEARCHED:
        assert list(matching(real_record, table, text)) == list(
            matching(real_record, table, "A/RES/79/239")
        )


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("General Assembly resolution 79/239 military", "79/239 military"),
        ("military https://docs.un.org/en/A/RES/79/239", "military A/RES/79/239"),
        ("军事 第79/239号决议", "军事 79/239"),
        ("UN doc. A/79/88", "A/79/88"),
        ("Brazil's vote", "Brazil vote"),
        ("the United States", "USA"),
        ("the UK", "UK"),
    ],
)
def test_words_that_only_say_what_a_symbol_or_a_state_is_do_not_count(
    real_record: Snapshot, text: str, same: str
) -> None:
    for table in SEARCHED:
        found = matching(real_record, table, text)
        assert list(found) == list(matching(real_record, table, same)), table
