"""Facts of imported texts that were once wrong, each against the official file it is printed in.

The files are those of `tests/facts/official_files.csv` (UNxml/GAresolutions, 10 July 2026): each
row names the text and the paragraph where the official file says so.
"""

from __future__ import annotations

import pytest

from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.records.documents import Citation, ImportedDocument, Paragraph

NO_LINK_DECISIONS = {
    "A/RES/75/291": {"A/DEC/74/556"},
    "A/RES/76/229": {"A/DEC/74/568"},
    "A/RES/76/258": {"A/DEC/76/551"},
    "A/RES/78/132": {"A/DEC/77/568"},
    "A/RES/78/152": {"A/DEC/74/537 B"},
    "A/RES/79/1": {"A/DEC/62/557"},
    "A/RES/79/67": {"A/DEC/60/519"},
    "A/RES/79/331": {"A/DEC/53/453"},
    "A/RES/80/39": {"A/DEC/73/546"},
}
CONSULTED_ON = (
    *("76/195", "76/222", "77/150", "78/132", "78/139", "78/152", "79/226"),
    *("80/118", "80/125", "80/127", "80/135", "80/139", "80/141", "80/147"),
)


def paragraph(document: ImportedDocument, place: str) -> Paragraph:
    return next(p for p in document.paragraphs if p.id == place)


def at(document: ImportedDocument, place: str) -> dict[str, Citation]:
    """What a paragraph cites, by symbol."""
    return {c.symbol: c for c in document.cites if c.paragraph == place}


@pytest.mark.parametrize(
    ("symbol", "place", "verb"),
    [
        ("A/RES/80/238", "op6", "Reaffirms its decision"),  # italic is the verb alone
        *[("A/RES/75/264", place, "Encourages") for place in ("op10", "op21", "op27")],
        ("A/RES/77/20", "op10", "Encourages"),
        ("A/RES/77/191", "op22", "Encourages"),
        *[("A/RES/77/284", place, "Encourages") for place in ("op10", "op21", "op27")],
        ("A/RES/79/136", "op15", "Encourages"),
        *[("A/RES/79/284", place, "Encourages") for place in ("op11", "op22", "op30")],
        ("A/RES/80/39", "op21", "Encourages"),
        ("A/RES/80/134", "op22", "Encourages"),
        ("A/RES/76/195", "op10", "Invites"),
        ("A/RES/78/139", "op10", "Invites"),
        ("A/RES/80/125", "op11", "Invites"),
        ("A/RES/79/202", "op25", "Strongly encourages"),
        ("A/RES/80/135", "op24", "Strongly encourages"),
    ],
)
def test_opening_verbs_are_what_the_file_sets_in_italics(
    corpus: Corpus, symbol: str, place: str, verb: str
) -> None:
    assert paragraph(corpus.imported[symbol], place).verb == verb


@pytest.mark.parametrize(
    ("symbol", "place", "cites", "not_cited"),
    [
        ("A/RES/79/313", "pp37", {"E/2022/30"}, "A/RES/31/1"),
        ("A/RES/80/228", "pp14", {"E/2023/30", "E/2024/30"}, "A/RES/32/1"),
        ("A/RES/80/228", "pp14", {"E/2018/30"}, "A/RES/33/1"),
        ("A/RES/80/147", "pp41", {"E/2025/27"}, "A/RES/69/1"),
        ("A/RES/80/133", "pp21", {"A/RES/71/285"}, "CBD/COP/15/17"),
        ("A/RES/77/20", "pp21", {"E/RES/2019/19", "E/RES/2019/20"}, "E/RES/2020/20"),
        ("A/RES/79/56", "op3", {"OPCW S/1906/2020"}, "S/1906/2020"),
        ("A/RES/80/34", "op3", {"OPCW S/2370/2025", "OPCW S/2415/2025"}, "S/2370/2025"),
        ("A/RES/80/34", "op4", {"OPCW S/1906/2020"}, "S/1906/2020"),
    ],
)
def test_citations_are_what_the_words_say(
    corpus: Corpus, symbol: str, place: str, cites: set[str], not_cited: str
) -> None:
    found = set(at(corpus.imported[symbol], place))
    assert found >= cites
    assert not_cited not in found


@pytest.mark.parametrize(("symbol", "decisions"), NO_LINK_DECISIONS.items())
def test_decisions_of_the_assembly_are_cited(
    corpus: Corpus, symbol: str, decisions: set[str]
) -> None:
    found = {c.symbol for c in corpus.imported[symbol].cites}
    assert {s for s in found if s.startswith("A/DEC/")} == decisions


@pytest.mark.parametrize(
    ("symbol", "first", "second"),
    [
        ("A/RES/77/150", "A/77/62", "E/2022/8"),
        ("A/RES/75/264", "A/75/345", "S/2020/898"),
        ("A/RES/79/226", "A/79/72/Add.2", "E/2024/12/Add.2"),
        ("A/RES/80/190", "A/79/274", "E/2025/3"),
    ],
)
def test_a_document_with_two_symbols_is_cited_by_both(
    corpus: Corpus, symbol: str, first: str, second: str
) -> None:
    places = [
        {c.paragraph for c in corpus.imported[symbol].cites if c.symbol == s}
        for s in (first, second)
    ]
    assert places[0]
    assert places[0] <= places[1]


def test_no_number_of_the_year_comes_last_in_a_symbol_of_the_security_council(
    corpus: Corpus,
) -> None:
    symbols = {c.symbol for document in corpus.imported.values() for c in document.cites}
    council = [s.split("/") for s in symbols if s.startswith("S/") and s.count("/") == 2]
    named = [parts for parts in council if parts[1][:1].isdigit()]
    assert named
    assert [parts for parts in named if not 1994 <= int(parts[1]) <= 2026] == []


@pytest.mark.parametrize(
    ("symbol", "place", "cited", "note"),
    [
        ("A/RES/79/313", "pp37", "E/2022/30", "17"),
        ("A/RES/80/228", "pp14", "E/2024/30", "17"),
        ("A/RES/80/147", "pp41", "E/2025/27", "12"),
        ("A/RES/80/39", "op24", "A/DEC/73/546", None),
    ],
)
def test_a_citation_keeps_the_number_of_its_footnote(
    corpus: Corpus, symbol: str, place: str, cited: str, note: str | None
) -> None:
    assert at(corpus.imported[symbol], place)[cited].note == note


@pytest.mark.parametrize("number", CONSULTED_ON)
def test_no_submitter_is_cut_off(corpus: Corpus, number: str) -> None:
    (party,) = corpus.imported[f"A/RES/{number}"].sponsors.parties
    assert party.endswith(", on the basis of informal consultations")


def test_no_party_ends_in_the_middle_of_a_sentence(corpus: Corpus) -> None:
    parties = [p for d in corpus.imported.values() for p in d.sponsors.parties]
    assert len(parties) > len(CONSULTED_ON)
    assert [p for p in parties if p.endswith(("resolution", " on", " of", " and", ","))] == []


def test_no_sponsor_is_set_in_capitals(corpus: Corpus) -> None:
    names = [
        name
        for document in corpus.imported.values()
        for stage in (document.sponsors.draft, document.sponsors.added)
        if isinstance(stage, dict)
        for name in stage.values()
    ]
    assert len(names) > 4000
    assert [name for name in names if name.isupper()] == []
