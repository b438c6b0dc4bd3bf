"""A summary that loses a verb, a softener or a time limit is told, and no other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dashboard.corpus.snapshot import examine
from tests.invented.builders import RESOLUTION, change, paragraph, write
from tests.invented.builders_codes import vocabulary

CODING = "curated/paragraphs/A-RES-90-1.yaml"
VERBS = {
    "recall": {"family": "assertive", "tier": 0, "phrases": ["recalls", "recalling"]},
    "welcome": {
        "family": "expressive",
        "tier": 0,
        "phrases": ["welcomes"],
        "said": {"en": ["welcom"], "zh": ["欢迎"]},
    },
    "encourage": {
        "family": "directive",
        "tier": 2,
        "phrases": ["encourages"],
        "said": {"en": ["encourag"], "zh": ["鼓励"]},
    },
    "request": {
        "family": "directive",
        "tier": 4,
        "phrases": ["requests"],
        "said": {"en": ["request", "ask"], "zh": ["请"]},
    },
}
SOFTENERS = {
    "where_applicable": {"said": {"en": ["applicable"], "zh": ["适用"]}},
    "in_a_position": {"said": {"en": ["in a position"], "zh": ["有能力"]}},
    "unsaid": {},
}


def told(data: Path, paragraphs: list[dict[str, Any]], **summaries: tuple[str, str]) -> list[str]:
    """What check says of summaries (English, Chinese) of the paragraphs of a text, by place."""
    for name, terms in (("verbs", VERBS), ("softeners", SOFTENERS)):
        write(data / f"vocabulary/{name}.yaml", vocabulary(name, terms))
    change(data / RESOLUTION, paragraphs=paragraphs, cites=[])
    coded = {
        place.replace("_", "."): {
            "summary": {"en": en, "zh": zh},
            "topics": ["safety"],
            "addressees": "none",
        }
        for place, (en, zh) in summaries.items()
    }
    head = {"symbol": "A/RES/90/1", "coded_by": "human", "reviewed": True, "checked": "2035-12-31"}
    write(data / CODING, {**head, "paragraphs": coded})
    found = [p for p in examine(data)[1] if p.file == CODING and "summary" in p.field]
    assert all(p.severity == "warning" for p in found)
    return [f"{p.field.removeprefix('paragraphs.')}: {p.message.split(';')[0]}" for p in found]


def asks(**more: Any) -> dict[str, Any]:
    return paragraph("op1", "Requests", number="1", **more)


def test_a_paragraph_that_is_not_there_or_does_nothing_lacks_nothing(data_dir: Path) -> None:
    nothing = ("Of pears.", "梨。")
    assert told(data_dir, [paragraph("op1", None)], op1=nothing, op7=nothing) == []


def test_a_verb_without_listed_words_is_not_judged(data_dir: Path) -> None:
    assert told(data_dir, [paragraph("pp1", "Recalling")], pp1=("Of pears.", "梨。")) == []


@pytest.mark.parametrize(
    ("en", "zh", "lost"),
    [
        ("Urges the ram to rest.", "敦促公羊休息。", ["en", "zh"]),
        ("Unasked, the ram rests.", "请公羊休息。", ["en"]),
        ("Requests the ram to rest.", "公羊休息。", ["zh"]),
        ("The ram is ASKED to rest.", "请公羊休息。", []),
    ],
)
def test_the_verb_is_named_in_each_language(
    data_dir: Path, en: str, zh: str, lost: list[str]
) -> None:
    found = told(data_dir, [asks()], op1=(en, zh))
    assert found == [f"op1.summary.{name}: leaves out the verb 'Requests'" for name in lost]


def test_what_is_asked_besides_is_named_too(data_dir: Path) -> None:
    both = paragraph(
        "op1",
        "Welcomes",
        number="1",
        acts=[{"at": 0, "verb": "Welcomes"}, {"at": 30, "verb": "encourages"}],
    )
    one = told(data_dir, [both], op1=("Welcomes pears.", "欢迎梨，鼓励种植。"))
    assert one == ["op1.summary.en: leaves out the verb 'encourages'"]
    assert (
        told(data_dir, [both], op1=("Welcomes pears, encourages more.", "欢迎并鼓励种梨。")) == []
    )


def test_a_sub_paragraph_names_its_chapeau_s_verb(data_dir: Path) -> None:
    listed = [
        paragraph("op1", "Encourages", number="1"),
        paragraph("op1.a", None, number="1 (a)", parent="op1"),
    ]
    assert told(data_dir, listed, op1_a=("Pears are to be grown.", "鼓励种梨。")) == [
        "op1.a.summary.en: leaves out the verb 'Encourages'"
    ]


@pytest.mark.parametrize("code", ["where_applicable", "in_a_position"])
def test_a_softener_is_kept(data_dir: Path, code: str) -> None:
    acts = [{"at": 0, "verb": "Requests", "softeners": {code: "ask", "unsaid": "ask"}}]
    lost = told(data_dir, [asks(acts=acts)], op1=("Requests rams to rest.", "请公羊休息。"))
    assert lost == [
        f"op1.summary.{name}: leaves out the softener '{code}'" for name in ("en", "zh")
    ]
    kept = (
        "Requests rams in a position to do so, where applicable, to rest.",
        "请有能力且适用的公羊休息。",
    )
    assert told(data_dir, [asks(acts=acts)], op1=kept) == []


def test_a_chapeau_s_softener_stays_in_the_chapeau(data_dir: Path) -> None:
    acts = [{"at": 0, "verb": "Requests", "softeners": {"where_applicable": "ask"}}]
    rest = paragraph("op1.a", None, parent="op1", softeners={"in_a_position": "ask"})
    assert told(data_dir, [asks(acts=acts), rest], op1_a=("Requests rest.", "请休息。")) == [
        f"op1.a.summary.{name}: leaves out the softener 'in_a_position'" for name in ("en", "zh")
    ]


@pytest.mark.parametrize(
    ("en", "zh", "lost"),
    [
        ("Requests rams to rest.", "请公羊休息。", []),
        ("Requests rams and others to rest.", "请公羊和其他各方休息。", ["en", "zh"]),
        ("Requests rams and other stakeholders to rest.", "请公羊休息。", ["en"]),
        ("Requests rams and, where applicable, others.", "请公羊及适用时请其他各方。", []),
    ],
)
def test_a_chapeau_s_softener_is_said_again_of_those_it_lets_off(
    data_dir: Path, en: str, zh: str, lost: list[str]
) -> None:
    acts = [{"at": 0, "verb": "Requests", "softeners": {"where_applicable": "ask"}}]
    listed = [asks(acts=acts), paragraph("op1.a", None, parent="op1")]
    assert told(data_dir, listed, op1_a=(en, zh)) == [
        f"op1.a.summary.{name}: leaves out the softener 'where_applicable'" for name in lost
    ]


@pytest.mark.parametrize(
    ("limit", "en", "zh"),
    [
        ("2030", "by 2030", "2030年"),
        ("eighty-first", "to the Eighty-first session", "第八十一届会议"),
        ("ninetieth", "to the ninetieth session", "第九十届会议"),
        ("next report", "in its next report", "下一次报告"),
    ],
)
def test_a_time_limit_is_kept(data_dir: Path, limit: str, en: str, zh: str) -> None:
    said = ("Requests the ram to rest.", "请公羊休息。")
    listed = [asks(time_limits=[limit]), paragraph("op1.a", None, parent="op1")]
    assert told(data_dir, listed, op1=said, op1_a=said) == [
        f"{place}.summary.{name}: leaves out the time limit '{limit}'"
        for place in ("op1", "op1.a")
        for name in ("en", "zh")
    ]
    kept = (f"Requests the ram to rest {en}.", f"请公羊休息，{zh}。")
    assert told(data_dir, listed, op1=kept, op1_a=kept) == []


def test_what_asks_nobody_has_no_time_limit(data_dir: Path) -> None:
    told_of = paragraph("op1", "Welcomes", number="1", time_limits=["2030"])
    assert told(data_dir, [told_of], op1=("Welcomes pears.", "欢迎梨。")) == []


WEAK = "'宜' is “should”, which the English summary does not say"


@pytest.mark.parametrize(
    ("en", "zh", "says"),
    [
        ("Requests suitable rest in mustard.", "请因地制宜，适宜休息。", []),
        ("Requests that rams must rest.", "请公羊休息。", ["leaves out the modal verb 'must'"]),
        ("Requests that rams should rest.", "请公羊休息。", ["leaves out the modal verb 'should'"]),
        ("Requests rest.", "请公羊宜休息。", [WEAK]),
        ("They must rest, he asks.", "请公羊宜休息。", [WEAK, "leaves out the modal verb 'must'"]),
        ("Requests that rams must rest.", "请公羊不得奔跑。", []),
        ("Requests that rams should rest.", "请公羊宜休息。", []),
    ],
)
def test_both_languages_oblige_alike(data_dir: Path, en: str, zh: str, says: list[str]) -> None:
    found = told(data_dir, [asks()], op1=(en, zh))
    assert found == [f"op1.summary.zh: {each}" for each in says]
