"""Every paragraph that must be coded is: summaries in both languages, a topic, an addressee."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.analysis.quality.coverage import by_text
from dashboard.corpus.snapshot import Snapshot

CENTRAL = [
    f"A/RES/{number}"
    for number in (
        *("78/241", "78/265", "78/311", "79/62", "79/239", "79/322", "79/325", "80/23"),
        *("80/57", "80/58"),
    )
]
DIGITAL_COMPACT = "A/RES/79/1#annex1."


@pytest.fixture(scope="module")
def needed(record: Snapshot) -> pd.DataFrame:
    """All of the central texts and of the Digital Compact, and whatever speaks of AI or stands
    under what does."""
    table = record.tables["paragraphs"]
    compact = table["id"].str.startswith(DIGITAL_COMPACT)
    speaks = table["mentions_ai"] | table["near_ai"]
    under = under_any(table, set(table.loc[speaks, "id"]))
    return table[table["symbol"].isin(CENTRAL) | compact | speaks | under]


def under_any(table: pd.DataFrame, chapeaux: set[str]) -> pd.Series:
    """Whether each paragraph stands, at any depth, under one of these."""
    found = table["parent"].isin(chapeaux)
    while set(table.loc[found, "id"]) - chapeaux:
        chapeaux = chapeaux | set(table.loc[found, "id"])
        found = table["parent"].isin(chapeaux)
    return found


def test_there_is_something_to_code(needed: pd.DataFrame):
    assert len(needed) > 600
    listed = ("80/5#annex.34.a", "80/5#annex.34.d", "80/9#annex.28.b", "79/175#op8.o")
    assert {f"A/RES/{place}" for place in listed} <= set(needed["id"])
    assert set(CENTRAL) <= set(needed["symbol"])


@pytest.mark.parametrize("column", ["summary_en", "summary_zh"])
def test_each_has_a_summary_in_both_languages(needed: pd.DataFrame, column: str):
    assert list(needed.loc[needed[column].isna(), "id"]) == []


def test_each_has_a_topic(needed: pd.DataFrame):
    assert list(needed.loc[needed["topics"].map(len) == 0, "id"]) == []


def test_whoever_is_asked_is_coded(record: Snapshot):
    """A directive verb outside the preamble has an addressee; `unknown` is none."""
    table = record.tables["paragraphs"]
    coded = table[table["summary_en"].notna() & (table["part"] != "preambular")]
    directive = coded[coded["family"] == "directive"]
    assert len(directive) > 150
    nobody = directive["addressees"].map(lambda codes: not set(codes) - {"none", "unknown"})
    allowed = {
        # an order of its own or a standard, whose chapeau alone is directive
        *directive.loc[directive["governed_by"] != directive["id"], "id"],
    }
    assert sorted(set(directive.loc[nobody, "id"]) - allowed) == []


def test_counts_of_the_data_page_equal_the_skeleton(record: Snapshot):
    counted = by_text(record.tables["paragraphs"]).set_index("symbol")
    for symbol in CENTRAL:
        skeleton = len(record.imported[symbol].paragraphs)
        assert counted.loc[symbol, "paragraphs"] == skeleton
        assert counted.loc[symbol, "summarised"] == skeleton


def test_the_same_words_are_coded_the_same(record: Snapshot):
    """Over 40 wordings are coded in more than one text; none is coded or summarised apart."""
    table = record.tables["paragraphs"]
    texts: dict[str, set[str]] = {}
    for name in table.loc[table["summary_en"].notna(), "id"]:
        symbol, _, place = name.partition("#")
        words = record.fingerprints[symbol]["en"].paragraphs[place].words
        texts.setdefault(words, set()).add(symbol)
    assert sum(len(symbols) > 1 for symbols in texts.values()) > 40
    assert [p for p in record.problems if "has the words of" in p.message] == []


@pytest.mark.parametrize("table", ["paragraphs", "acts"])
def test_the_main_topic_is_the_first_of_its_topics(record: Snapshot, table: str):
    found = record.tables[table]
    coded = found[found["topics"].map(len) > 0]
    assert list(coded["main_topic"]) == [topics[0] for topics in coded["topics"]]
    assert found.loc[found["topics"].map(len) == 0, "main_topic"].isna().all()
    assert coded["main_topic"].nunique() > 20


def test_no_summary_loses_a_verb_a_softener_or_a_time(record: Snapshot):
    """Hundreds of each are on record, so that the check has something to look at."""
    skeletons = [p for text in record.imported.values() for p in text.paragraphs]
    assert sum(bool(p.time_limits) for p in skeletons) > 500
    assert sum(bool(act.softeners) for p in skeletons for act in p.acts) > 500
    assert all(
        term.said.keys() == {"en", "zh"} for term in record.vocabularies["verbs"].terms.values()
    )
    assert [p for p in record.problems if ".summary." in p.field] == []


@pytest.mark.parametrize(
    ("full_id", "limits"),
    [
        ("A/RES/79/1#annex1.11", ["2030"]),
        ("A/RES/79/62#op4", ["2025"]),
        ("A/RES/79/316#op28", ["eighty-first", "2027"]),
        ("A/RES/80/253#op14", ["next report"]),
        ("A/RES/78/265#op1", []),
    ],
)
def test_times_are_read_from_the_official_file(record: Snapshot, full_id: str, limits: list[str]):
    symbol, _, place = full_id.partition("#")
    found = {p.id: p.time_limits for p in record.imported[symbol].paragraphs}
    assert found[place] == limits
