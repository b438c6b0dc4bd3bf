"""Which paragraphs speak of AI in other words only: as a reader listed them, and what looks so."""

from __future__ import annotations

import pytest

from dashboard.corpus.snapshot import Snapshot
from dashboard.sources.plain_text import OtherWords

READ = """
75/176#op7.c 75/176#op7.n 75/176#op8.d 77/211#pp27 77/211#pp28 77/211#pp29 77/211#pp30
77/211#op7.d 77/211#op7.o 77/211#op8.d 78/187#op46 78/213#pp22 78/213#pp23 78/213#op7
79/152#pp34 79/175#pp33 79/175#pp34 79/175#pp35 79/175#pp36 79/175#op7 79/175#op8.d
79/175#op8.o 79/175#op9.a 79/175#op9.d 80/180#pp28 80/215#pp30 80/215#pp31 80/215#op7
80/215#op24.d
"""
"""Read in November 2026 in the official English files. 79/1#annex1.36.a, on what algorithms
recommend, was summarised before and not read for this."""
LETHAL = {"78/241": 8, "79/62": 14, "80/57": 12, "79/1": 1}
"""Paragraphs on autonomous weapons that do not mention AI, by text."""
FALSE_FRIENDS = {
    "regenerative farming": "76/200#pp29 78/144#pp11 80/133#pp12",
    "automated contracting": "79/117#op2.c 79/119#pp7 79/119#pp8 79/119#pp9 79/119#op1",
    "a list of databases": "77/20#op2 79/136#op2 79/136#op3",
    "machine translation": "79/248#op106 80/234#op95",
    "biometric data of travellers": "75/291#op50 77/298#op53 79/136#op4",
    "biometric identity programmes": "75/176#op7.q 77/211#op7.r 78/213#op20.d 80/215#op24.e",
    "the convention on automatic processing": "75/264#op26 77/284#op26 79/284#op29",
    "autonomous organizations": "80/161#op6.d.iii",
    "autonomy of persons": "77/193#pp11 79/1#op61.d",
    "synthetic chemicals": "80/117#annex.44.g",
}


def flagged(record: Snapshot) -> set[str]:
    table = record.tables["paragraphs"]
    return set(table.loc[table["near_ai"].eq(True), "id"])


def ids(places: str) -> set[str]:
    return {f"A/RES/{place}" for place in places.split()}


def test_each_that_was_read_is_found_and_no_other(record: Snapshot):
    found = flagged(record)
    assert ids(READ) <= found
    others = found - ids(READ) - {"A/RES/79/1#annex1.36.a"}
    counted = {text: sum(i.startswith(f"A/RES/{text}#") for i in others) for text in LETHAL}
    assert counted == LETHAL
    assert len(others) == sum(LETHAL.values())


@pytest.mark.parametrize("friends", FALSE_FRIENDS.values(), ids=FALSE_FRIENDS)
def test_what_looks_so_is_not_found(record: Snapshot, friends: str):
    assert ids(friends) <= set(record.tables["paragraphs"]["id"])
    assert ids(friends).isdisjoint(flagged(record))


def test_what_says_ai_is_not_said_in_other_words(record: Snapshot):
    for table in ("paragraphs", "acts"):
        rows = record.tables[table]
        assert rows["near_ai"].any()
        assert not (rows["near_ai"] & rows["mentions_ai"]).any()
    documents = record.tables["documents"].set_index("symbol")["near_ai"]
    assert (documents["A/RES/79/62"], documents["A/RES/79/239"]) == (14, 0)


def test_a_request_in_a_paragraph_that_speaks_of_ai_concerns_it(record: Snapshot):
    paragraphs, requests = record.tables["paragraphs"], record.tables["requests"]
    speaking = paragraphs.loc[paragraphs["mentions_ai"] | paragraphs["near_ai"], "id"]
    asked = requests[requests["paragraph"].isin(speaking)]
    assert {"79-62-12", "80-57-3", "79-1-48-b"} <= set(asked["id"])
    assert list(asked.loc[~asked["about_ai"], "id"]) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Wary of weapons with neural networks", True),
        ("Asks shops that use recommender systems to say so", True),
        ("Warns of emotion recognition in schools", True),
        ("Notes that chatbots answer letters", True),
        ("Notes large-language-model makers", True),
        ("Fears biometric surveillance of markets", True),
        ("Asks banks for strong encryption algorithms", False),
        ("Praises degenerative models of a disease", False),
        ("Protects the autonomy of weapons inspectors", False),
        ("Trains machine operators", False),
    ],
)
def test_the_words_of_the_vocabulary_on_invented_sentences(record: Snapshot, text: str, said: bool):
    terms = record.vocabularies["near_ai"].terms.values()
    near = OtherWords((p for t in terms for p in t.phrases), (p for t in terms for p in t.not_in))
    assert near(text) is said
