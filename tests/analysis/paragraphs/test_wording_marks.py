"""Only what the record says is marked, where it says so, and nothing twice."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.analysis.frames import paragraphs_of
from dashboard.analysis.paragraphs import wording_marks as module
from dashboard.analysis.paragraphs.wording_marks import marked_kinds, wording_marks
from dashboard.corpus.snapshot import Snapshot

SYMBOL = "A/RES/90/1"
PLAIN = {"softeners": (), "softeners_object": (), "softeners_means": (), "tier": 5}


def row(snapshot: Snapshot, place: str, **changes: Any) -> dict[str, Any]:
    found = next(r for r in paragraphs_of(snapshot, SYMBOL) if r["id"] == f"{SYMBOL}#{place}")
    return {**found, **changes}


def shown(marks: list[module.Mark], words: str) -> list[tuple[str, str]]:
    return [(mark.kind, words[mark.start : mark.end]) for mark in marks]


@pytest.fixture
def acts(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Gives a paragraph these acts."""

    def put(place: str, *found: dict[str, Any]) -> None:
        said = [{**PLAIN, "printed_in": f"{SYMBOL}#{place}", **act} for act in found]
        monkeypatch.setattr(module, "acts_of", lambda *_: {f"{SYMBOL}#{place}": said})

    return put


@pytest.mark.parametrize("words", ["", ";", "\n", "Sheep sleep.", "req"])
@pytest.mark.parametrize("language", ["en", "zh", "ar"])
def test_words_the_record_was_not_read_from_are_not_marked(snapshot, words: str, language: str):
    assert wording_marks(snapshot, row(snapshot, "op3"), words, language) == []


def test_each_verb_is_marked_where_it_stands_and_a_softener_where_the_record_has_it(snapshot, acts):
    words = "Requests the herders\nto mend, as appropriate, roofs, and invites boats, on request;"
    at = words.index("invites")
    acts(
        "op3",
        {"position": 0, "verb": "requests", "softeners": ("as_appropriate",)},
        {"position": at, "verb": "invites"},
        {"position": 9, "verb": "commands"},
        {"position": 0, "verb": "Requests", "printed_in": f"{SYMBOL}#op2"},
    )
    assert shown(wording_marks(snapshot, row(snapshot, "op3"), words, "en"), words) == [
        ("verb", "Requests"),
        ("softener", "as appropriate"),
        ("verb", "invites"),
    ]


def test_no_mark_lies_in_another(snapshot, acts):
    words = "Asks to consider the request"
    acts("op3", {"position": 0, "verb": "Asks to consider", "softeners": ("to_consider",)})
    assert shown(wording_marks(snapshot, row(snapshot, "op3"), words, "en"), words) == [
        ("verb", "Asks to consider")
    ]


@pytest.mark.parametrize(
    ("tier", "coded", "words", "marked"),
    [
        (5, ["invented"], "Requests the Invented and others to ask the invented", ["Invented"]),
        (5, [], "Requests the invented to mend", []),
        (5, ["unheard_of"], "Requests the invented to mend", []),
        (5, ["invented"], "Requests an uninvented list", []),
        (0, ["invented"], "Recalls the invented roof", []),
    ],
)
def test_whom_it_asks_is_marked_where_a_person_coded_it_and_a_verb_asks(
    snapshot, acts, tier: int, coded: list[str], words: str, marked: list[str]
):
    acts("op3", {"position": 0, "verb": words.partition(" ")[0], "tier": tier})
    found = shown(
        wording_marks(snapshot, row(snapshot, "op3", addressees=coded), words, "en"), words
    )
    assert [text for kind, text in found if kind == "addressee"] == marked


def test_in_other_languages_the_opening_verb_is_marked_as_printed(snapshot):
    words = "在这方面，回顾词的屋顶，词"
    asking = row(snapshot, "pp1", addressees=["invented"], opening=5)
    assert shown(wording_marks(snapshot, asking, words, "zh"), words) == [
        ("verb", "回顾"),
        ("addressee", "词"),
    ]
    assert wording_marks(snapshot, asking, "回" * 60 + "回顾", "zh") == []
    assert wording_marks(snapshot, asking, words, "ar") == []
    assert [len(marked_kinds(code)) for code in ("en", "zh", "ar")] == [3, 2, 1]
