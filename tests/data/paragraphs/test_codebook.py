"""The codebook has every code of the vocabularies it explains, as they define it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.analysis.quality.intercoder_agreement import CODED as CODED_TWICE
from dashboard.corpus.snapshot import Snapshot

DATA = Path(__file__).parents[3] / "data"
CODEBOOK = (DATA / "vocabulary" / "README.md").read_text(encoding="utf-8")
CODED = (*CODED_TWICE, "softeners")
ROW = re.compile(r"^\| `(\w+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)


def rows(heading: str) -> list[tuple[str, ...]]:
    """The rows under a heading: code, definition, an example and a counterexample."""
    _, _, rest = CODEBOOK.partition(f"\n## {heading}\n")
    return ROW.findall(rest.partition("\n## ")[0])


def test_a_heading_that_is_not_there_has_no_rows() -> None:
    assert rows("Verbs") == []


@pytest.mark.parametrize("field", CODED)
def test_every_code_is_defined_and_exemplified(record: Snapshot, field: str) -> None:
    terms = record.vocabularies[field].terms
    explained = rows(field.capitalize())
    assert [(code, definition) for code, definition, *_ in explained] == [
        (code, term.definition["en"]) for code, term in terms.items()
    ]
    assert all(yes.strip() != no.strip() for _, _, yes, no in explained)
    assert all(
        code in {code for name in CODED for code, *_ in rows(name.capitalize())}
        for _, _, _, no in explained
        for code in re.findall(r"[a-z]+(?:_[a-z]+)+", no)
    )


def test_what_the_rules_point_to_is_on_record(record: Snapshot) -> None:
    known = set(record.tables["paragraphs"]["id"])
    named = set(re.findall(r"A/RES/[0-9]+/[0-9]+(?: A-B)?#[A-Za-z0-9.]*[A-Za-z0-9]", CODEBOOK))
    assert len(named) >= 5
    assert named <= known


def test_the_weight_of_each_text_is_as_the_codebook_lists_it(record: Snapshot) -> None:
    """By share or subject, none in two lists, and a mention in none."""
    heading = "How central AI is to a text, and on which side it stands"
    _, _, rest = CODEBOOK.partition(f"\n## {heading}\n")
    lines = re.findall(r"^\| (share|subject), (\w+) \| (.+) \|$", rest, re.MULTILINE)
    listed = [(f"A/RES/{s}", weight) for _, weight, texts in lines for s in texts.split(", ")]
    assert len(lines) == 3
    assert len(dict(listed)) == len(listed)
    documents = record.tables["documents"]
    texts = documents[documents["symbol"].isin(list(record.imported))].set_index("symbol")
    central = texts.loc[texts["weight"] != "mention", "weight"]
    assert dict(listed) == central.to_dict()
    for symbol in ("A/RES/79/56", "A/RES/80/34"):
        assert texts.loc[symbol, "track"] == "cross_cutting"


def test_what_a_reader_weighed_is_weighed_so(record: Snapshot) -> None:
    weights = record.tables["documents"].set_index("id")["weight"]
    related = ("75/176", "79/172", "80/253", "79/119", "77/150", "78/132", "79/1", "80/147")
    assert {weights[f"A/RES/{symbol}"] for symbol in related} == {"related"}
    assert {weights[f"A/RES/{symbol}"] for symbol in ("80/217", "78/215", "80/141")} == {"mention"}


@pytest.mark.parametrize("word", ["宜", "应", "须", "必须", "不得"])
def test_each_modal_verb_has_its_english(word: str) -> None:
    _, _, section = CODEBOOK.partition("\n## Summaries\n")
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    assert sum(word in line.split("|")[1].replace(",", " ").split() for line in lines) == 1
