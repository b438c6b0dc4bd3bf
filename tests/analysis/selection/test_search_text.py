"""Attached wording is searched with the paragraph it belongs to, and only there."""

from __future__ import annotations

import pytest

from dashboard.analysis.coded_rows import CodedRows
from dashboard.analysis.selection.search import index_of, matching, search_terms
from dashboard.analysis.selection.search_text import Index
from dashboard.corpus import official_text
from dashboard.corpus.official_text import OfficialTextStore, official_text_folder
from dashboard.corpus.snapshot import Snapshot
from dashboard.sources.official_text.folding import fold
from dashboard.sources.official_text.store_writer import writing
from dashboard.sources.official_text.text_store import store_path
from tests.invented.wordings import attach

SYMBOL = "A/RES/90/10"
PP1, OP1, OP2, OP2A = "A/RES/90/9#pp1", "A/RES/90/9#op1", "A/RES/90/10#op2", "A/RES/90/10#op2.a"
WORDINGS = {
    "en": {
        PP1: "Noting that India, South Sudan and the Lao People’s Democratic Republic keep them,",
        OP1: "Requests the Secretary-General to report on cybersecurity to the herders;",
        OP2: "Asks the herders to mend the sheepfold, 79/239, and organise programmes;",
        OP2A: "",
    },
    "zh": {
        PP1: "注意到印度尼西亚的人工，智能羊群和AI治理",
        OP1: "请秘书长就人工智能提出报告；",
        OP2: "请牧人修补羊圈；",
    },
    "ar": {OP2: "يطلب إلى الرعاة إصلاح حظيرة الأغنام;"},
    "fr": {OP2: "demande aux bergers de réparer la bergerie"},
}
SEARCHES = (
    *("herder sheepfold", "羊圈", "羊", "圈", "人工智能", "人工 智能", '"人工 智能"', "人工智慧"),
    *("-sheepfold", "-羊 requests", '"mend the sheepfold"', '"the mend"', '"sheepfold 79 239"'),
    *("cyber security", "cyber-security", "cybersecurity", "organize", "programs", "Herders"),
    *("India", "印度", "Sudan", "South Sudan", "Indonesia", "Laos", "AI", "AI治理", "治理"),
    *("79/239", "A/RES/79/239", "the", "a", "secretary general report", "sheepf", "heepfold"),
    *("الأغنام", "حظيرة الأغنام", "réparer", "reparer", "牧人修補羊圈", "requests herders -AI"),
    *('" OR * NEAR(', "NEAR(sheep herders)", "words:sheep", "sheep*", "^noting", "a\0b", "_", "'"),
)  # fmt: skip


def ids(record: Snapshot, text: str) -> list[str]:
    return list(record.tables["paragraphs"][matching(record, "paragraphs", text)]["id"])


def looked_through(record: Snapshot, text: str) -> list[str]:
    """The ids a look through every folded wording finds, read as the index reads the search."""
    table = record.tables["paragraphs"]
    said: dict[str, list[str]] = {}
    for paragraphs in WORDINGS.values():
        for name, words in paragraphs.items():
            said.setdefault(name, []).append(fold(words))
    plain = index_of(record, "paragraphs")
    worded = CodedRows(said.get(name, ()) for name in table["id"])
    whole = Index(plain.coded, [*plain.prose, worded])
    return list(table["id"][whole.found(search_terms(record, "paragraphs", text))])


@pytest.fixture
def attached() -> None:
    for language, paragraphs in WORDINGS.items():
        for symbol in ("A/RES/90/9", SYMBOL):
            own = {
                n.partition("#")[2]: w for n, w in paragraphs.items() if n.startswith(symbol + "#")
            }
            attach(symbol, language, own)


def test_without_texts_only_the_rows_own_words_are_searched(record: Snapshot) -> None:
    assert type(index_of(record, "paragraphs")) is Index
    assert OP2 in ids(record, "requests")


@pytest.mark.parametrize("text", SEARCHES)
def test_the_index_finds_what_a_look_through_every_wording_finds(record, attached, text) -> None:
    assert ids(record, text) == looked_through(record, text)


def test_the_searches_above_find_something_or_nothing_as_they_should(record, attached) -> None:
    words = ("herder sheepfold", "羊圈", "organize", "الأغنام", "reparer", "牧人修補羊圈", "sheepf")
    for text in words:
        assert ids(record, text) == [OP2], text
    for text in ('"the mend"', "heepfold", "工智能羊", "words:sheep"):
        assert not ids(record, text), text
    assert ids(record, "人工智能") == [OP1]
    assert ids(record, "cyber security") == [OP1]
    assert ids(record, "印度") == ids(record, "India") == [PP1], "by its name in English alone"


def test_a_wording_attached_or_removed_is_found_or_not_at_once(record) -> None:
    assert ids(record, "sheepfold") == []
    attach(SYMBOL, "en", {"op2": "Asks for a sheepfold"})
    assert ids(record, "requests sheepfold") == [OP2], "verb and wording together"
    attach(SYMBOL, "en", {"op2.a": "a sheepfold"})
    assert ids(record, "sheepfold") == [OP2A]
    with writing(official_text_folder()) as store:
        assert store.remove(SYMBOL) == ["en"]
    official_text.reset()
    assert ids(record, "sheepfold") == []


def test_a_phrase_does_not_run_from_one_language_into_the_next(record) -> None:
    attach(SYMBOL, "en", {"op2": "ends with sheepfold"})
    attach(SYMBOL, "fr", {"op2": "bergerie pour tous"})
    assert ids(record, '"sheepfold bergerie"') == []


def test_wording_of_a_paragraph_the_record_lacks_changes_nothing(record) -> None:
    attach(SYMBOL, "en", {"op77": "sheepfold"})
    assert ids(record, "sheepfold") == []
    assert not index_of(record, "paragraphs").has_word("sheepfold")
    assert OP2 in ids(record, "requests")


def test_a_store_that_breaks_while_it_serves_leaves_the_rows_own_words(record, monkeypatch) -> None:
    attach(SYMBOL, "en", {"op2": "Asks for a sheepfold"})
    monkeypatch.setattr(official_text, "LOOK_EVERY", 0.0)
    store = OfficialTextStore(official_text_folder())
    monkeypatch.setattr("dashboard.analysis.selection.search.official_text_store", lambda: store)
    assert ids(record, "sheepfold") == [OP2]
    index = index_of(record, "paragraphs")
    store_path(store.folder).write_bytes(b"no store")
    assert not index.holds("sheepfold")
    assert ids(record, "sheepfold") == []
    assert OP2 in ids(record, "requests")
