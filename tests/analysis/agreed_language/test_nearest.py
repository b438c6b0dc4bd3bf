"""The nearest adopted paragraphs: invented wordings by hand, then the predecessors on record."""

from __future__ import annotations

import base64
import random
from itertools import pairwise

import numpy as np
import pytest

from dashboard.analysis.agreed_language.nearest import (
    AgreedIndex,
    Near,
    agreed_index,
    in_agreement,
    index_of,
)
from dashboard.corpus.snapshot import Snapshot
from dashboard.sources.fingerprints import Fingerprint, fingerprint
from tests.facts.gathered import rows

WORDS = (
    "sheep wool flock shepherd meadow barn fence lamb dog bell hill brook grass shears milk"
    " cheese market spinner loom weaver dye cloth cart miller flour oven loaf baker oats hay"
)
RECIPE = (
    "Melt the butter in a wide pan and let the onions soften slowly.",
    "Pour in the stock, a ladle at a time, and stir until the rice has drunk it.",
    "Serve at once with grated cheese and a green salad.",
)


def taken(text: str, language: str = "en") -> Fingerprint:
    found = fingerprint(text, language)
    assert found is not None
    return found


def of(*said: str, language: str = "en") -> AgreedIndex:
    """An index of texts with one paragraph each, adopted a year after each other."""
    return index_of(
        language,
        {
            f"A/RES/9{n}/1": (2050 + n, {"op1": taken(text, language)})
            for n, text in enumerate(said)
        },
    )


def invented(number: int, language: str) -> list[list[str]]:
    """Paragraphs, by word or sign, that share their openings, as those of resolutions do."""
    chance = random.Random(7)
    heads = ["Calls upon all keepers of flocks to", "Requests the shepherd general to report on"]
    if language == "zh":
        signs = [chr(0x4E00 + n) for n in range(400)]
        return [[*"请牧人就", *chance.choices(signs, k=80)] for _ in range(number)]
    return [
        [*chance.choice(heads).split(), *chance.choices(WORDS.split(), k=40)] for _ in range(number)
    ]


def test_nothing_is_near_where_nothing_is_on_record() -> None:
    assert index_of("en", {}).nearest(taken("one two three"), 3) == []
    assert of("four five six").nearest(taken("one two three"), 3) == []


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Asks the makers, all of them, to name a day.", "identical"),
        ("Asks makers, all of them, to name the day", "editorial"),
        ("Asks the makers, all of them, not to name a day", "reworded"),
        ("Asks the bakers for bread and the makers for a name", "new"),
    ],
)
def test_what_a_line_is_to_a_paragraph(text: str, relation: str) -> None:
    found = of("Asks the makers, all of them, to name a day;", *RECIPE).nearest(taken(text), 1)
    assert [(one.id, one.relation) for one in found] in ([("A/RES/90/1#op1", relation)], [])
    assert found or relation == "new"


def test_what_is_the_same_goes_before_what_is_newer() -> None:
    same, near = "one two three four five six", "one two three four five six seven"
    found = of(same, near, same, near).nearest(taken(same), 4)
    assert [one.id[6:8] for one in found] == ["92", "90", "93", "91"]
    assert all(0 <= one.likeness <= 1 for one in found)


def test_texts_left_out_are_not_near() -> None:
    index = of("one two three", "one two three")
    assert [one.id for one in index.nearest(taken("one two three"), 3, {"A/RES/91/1"})] == [
        "A/RES/90/1#op1"
    ]
    assert index.nearest(taken("one two three"), 3, {"A/RES/91/1", "A/RES/90/1", "A/RES/1/1"}) == []


def test_of_equals_the_text_most_lines_come_from_goes_first() -> None:
    both = [Near("A/2#op1", 0.901, "reworded"), Near("A/1#op1", 0.9, "reworded")]
    lines = [[Near("A/1#op2", 1.0, "identical")], [Near("A/1#op3", 0.8, "reworded")], both, []]
    assert [one.id for one in in_agreement(lines)[2]] == ["A/1#op1", "A/2#op1"]
    new = [[Near(one.id, 0.1, "new") for one in line] for line in lines[:2]]
    assert in_agreement([*new, both])[2] == both


@pytest.mark.parametrize("language", ["en", "zh"])
def test_half_a_paragraph_and_two_joined_find_it(language: str) -> None:
    said, gap = invented(80, language), " " if language == "en" else ""
    index = of(*map(gap.join, said), language=language)
    for n, words in enumerate(said):
        for half in (words[: len(words) // 2], words[len(words) // 2 :]):
            found = index.nearest(taken(gap.join(half), language), 1)
            assert [(one.id, one.relation) for one in found] == [(index.ids[n], "reworded")]
    for n in range(0, 80, 2):
        found = index.nearest(taken(gap.join([*said[n], *said[n + 1]]), language), 2)
        assert {one.id for one in found} == set(index.ids[n : n + 2])


PREDECESSOR = {row["paragraph"]: row["predecessor"] for row in rows("predecessors")}


def found_first(
    real: Snapshot, language: str, asked: list[tuple[set[str], bytes]], among: int = 1
) -> float:
    """The share of wordings for which one of the paragraphs wanted is among the nearest, by
    fingerprint alone and session 80 left out."""
    index = agreed_index(real, language)
    late = {symbol for symbol in real.imported if symbol.startswith("A/RES/80/")}
    found = [
        wanted & {one.id for one in index.nearest(Fingerprint("", "", runs), among, late)}
        for wanted, runs in asked
    ]
    return sum(map(bool, found)) / len(found)


def known(real: Snapshot, language: str) -> list[tuple[set[str], bytes]]:
    """The paragraphs of session 80 whose predecessor is known and read in a language."""
    index = agreed_index(real, language)
    return [
        ({before}, index.prints[index.places[name]].runs)
        for name, before in PREDECESSOR.items()
        if {name, before} <= set(index.places)
    ]


@pytest.mark.parametrize(("language", "least"), [("en", 100), ("zh", 80)])
def test_the_predecessors_of_session_80(real: Snapshot, language: str, least: int) -> None:
    asked = known(real, language)
    assert len(asked) >= least
    assert found_first(real, language, asked) >= 0.92
    assert found_first(real, language, asked, among=3) >= 0.98


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("half", ["1", "2"])
def test_halves_of_them_find_the_same(real: Snapshot, language: str, half: str) -> None:
    asked = [
        ({PREDECESSOR[row["paragraph"]]}, base64.b64decode(row["runs"]))
        for row in rows("predecessor_halves")
        if (row["language"], row["half"]) == (language, half)
    ]
    assert len(asked) >= len(known(real, language)) >= 80
    assert found_first(real, language, asked) >= 0.9


@pytest.mark.parametrize("language", ["en", "zh"])
def test_two_of_them_joined_find_one_of_both(real: Snapshot, language: str) -> None:
    """What is joined has the runs of both; the few across the joint are left out."""
    joined = [
        (one | two, np.union1d(*(np.frombuffer(runs, "<u4") for runs in both)).tobytes())
        for (one, *first), (two, *second) in pairwise(known(real, language))
        for both in [(*first, *second)]
    ]
    assert found_first(real, language, joined) >= 0.95


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_paragraph_on_record_is_nearest_to_itself_or_to_its_double(
    real: Snapshot, language: str
) -> None:
    index = agreed_index(real, language)
    for place in range(0, len(index.ids), 97):
        first = index.nearest(index.prints[place], 1)[0]
        assert (first.relation, round(first.likeness, 6)) == ("identical", 1)
        assert index.prints[index.places[first.id]].words == index.prints[place].words


@pytest.mark.parametrize("text", RECIPE)
def test_what_has_nothing_to_do_with_it_is_new(real: Snapshot, text: str) -> None:
    found = agreed_index(real, "en").nearest(taken(text), 3)
    assert {one.relation for one in found} <= {"new"}
