from __future__ import annotations

import pytest
from lxml import etree

from dashboard.sources.errors import Findings, RefusedError
from dashboard.sources.resolutions.paragraph_numbers import read_label
from dashboard.sources.resolutions.paragraphs import ReadParagraph, read_paragraphs
from tests.sources.conftest import NAMESPACES, NEAR, PREAMBLE, akn, annex, heading, paragraph


def read(raw: bytes, language: str = "en") -> list[ReadParagraph]:
    return read_paragraphs(etree.fromstring(raw), "A/RES/79/500", language, NEAR)


def ids(raw: bytes, language: str = "en") -> list[str]:
    return [p.id for p in read(raw, language)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (paragraph("1.", "Asks.") + paragraph("1.", "Asks."), "stands twice"),
        (paragraph("(a)", "To count;"), "before any paragraph"),
        (
            paragraph("1.", "Asks:") + paragraph("(b)", "To count;") + paragraph("(a)", "To rest."),
            "(a) stands after (b)",
        ),
        (
            paragraph("1.", "Asks:") + paragraph("(a)", "To count;") + paragraph("(a)", "To rest."),
            "(a) stands after (a)",
        ),
        (paragraph("§", "Asks."), "paragraph number '§' not understood"),
        (
            "<paragraph><content><poem>Sheep rest.</poem></content></paragraph>",
            "<poem> not understood",
        ),
        ("<paragraph><poem>Sheep rest.</poem></paragraph>", "<poem> not understood"),
    ],
)
def test_structure_not_understood_is_refused(body: str, found: str) -> None:
    with pytest.raises(RefusedError, match=found.replace("(", r"\(").replace(")", r"\)")):
        read(akn(body=body))


def odd(body: str, preamble: str = PREAMBLE) -> tuple[list[tuple[str, str | None]], list[str]]:
    findings = Findings()
    root = etree.fromstring(akn(body=body, preamble=preamble))
    found = read_paragraphs(root, "A/RES/79/500", "en", NEAR, findings)
    return [(p.id, p.number) for p in found if p.part == "operative"], findings.lines


@pytest.mark.parametrize(
    ("body", "places"),
    [
        (paragraph("1.", "Asks.") * 3, [("op1", "1"), ("op1bis", "1 bis"), ("op1ter", "1 ter")]),
        (
            paragraph("1.", "Asks:") + paragraph("(b)", "To count;") + paragraph("(a)", "To rest."),
            [("op1", "1"), ("op1.b", "1 (b)"), ("op1.a", "1 (a)")],
        ),
        (
            paragraph("1.", "Asks:") + paragraph("(a)", "To count;") + paragraph("(a)", "To rest."),
            [("op1", "1"), ("op1.a", "1 (a)"), ("op1.abis", "1 (a) bis")],
        ),
        (
            paragraph("1.", "Asks:") * 2 + paragraph("(a)", "To count;"),
            [("op1", "1"), ("op1bis", "1 bis"), ("op1bis.a", "1 bis (a)")],
        ),
        (paragraph("(a)", "To count;") + paragraph("1.", "Asks."), [("op.u1", None), ("op1", "1")]),
        (paragraph("l.", "Asks."), [("op1", None)]),
        (paragraph("1.", "Asks.") + "<hymn>Counts sheep.</hymn>", [("op1", "1"), ("op.u1", None)]),
    ],
)
def test_what_is_odd_is_read_all_the_same_and_said(
    body: str, places: list[tuple[str, str | None]]
) -> None:
    found, said = odd(body)
    assert found == places
    assert said
    assert all(line.startswith("line ") and "; " in line for line in said)


def test_what_stands_plainly_in_a_preamble_or_a_section_is_a_paragraph() -> None:
    preamble = "<p>Noting sheep,</p><blockList><item><num>(a)</num><p>White,</p></item></blockList>"
    section = f"<section><p>Asks for sheep;</p>{paragraph('2.', 'Asks for more.')}</section>"
    found, said = odd(section, preamble)
    assert [place for place, _ in found] == ["op.u1", "op2"]
    assert said == []


def test_sub_paragraphs_however_they_are_nested() -> None:
    point = "<point><num>({})</num><content><p>	To count;</p></content></point>"
    body = (
        paragraph("1.", "Asks all to count:")
        + paragraph("", "(a)	To count;")
        + paragraph("(b)", "To rest:")
        + paragraph("", "(i)	By day;")
        + paragraph("", "(ii)	By night.")
        + "<paragraph><num>2.</num><list><intro><p>	Asks all:</p></intro>"
        + "".join(point.format(letter) for letter in "abcdefghij")
        + "</list></paragraph>"
    )
    read_ids = ids(akn(body=body))
    assert read_ids[1:6] == ["op1", "op1.a", "op1.b", "op1.b.i", "op1.b.ii"]
    assert read_ids[-3:] == ["op2.h", "op2.i", "op2.j"]
    number = {p.id: (p.number, p.parent) for p in read(akn(body=body))}
    assert number["op1.b.ii"] == ("1 (b) (ii)", "op1.b")


def test_headings_are_no_paragraphs_and_words_may_continue() -> None:
    body = (
        heading("Counting")
        + paragraph("1.", "Asks for sheep,")
        + paragraph("", "and for more of them, says AI;")
        + paragraph("", '<span class="bold">Resting</span>')
        + paragraph("2.", "Asks for grass.")
    )
    found = read(akn(body=body))
    assert [(p.id, p.mentions_ai) for p in found[1:]] == [("op1", True), ("op2", False)]


def test_a_paragraph_may_speak_of_ai_in_other_words() -> None:
    body = "".join(
        paragraph(f"{number}.", f"Asks for {what};")
        for number, what in enumerate(("sheep", "thinking machines", "thinking machines, or AI"), 1)
    )
    flags = [(p.mentions_ai, p.near_ai) for p in read(akn(body=body))[1:]]
    assert flags == [(False, False), (False, True), (True, False)]
    assert not any(p.near_ai for p in read(akn(body=body), "zh"))  # English decides


def test_a_single_operative_paragraph_without_number() -> None:
    assert ids(akn(body=paragraph("", "Adopts the sheep.")))[1:] == ["op1"]
    mixed = paragraph("", "Adopts the following:") + paragraph("1.", "We count.")
    assert ids(akn(body=mixed))[1:] == ["op.u1", "op1"]


def test_actions_bullets_and_a_list_that_counts_inside_a_paragraph() -> None:
    body = paragraph("", '<span class="bold">Action 3. We will count.</span>')
    body += (
        paragraph("1.", "We note:") + paragraph("", "•	sheep,") + paragraph("", "•	goats.")
    )
    after = annex(
        *(paragraph(f"{n}.", "We count.") for n in (1, 2)),
        *(paragraph(f"{n}.", "Sheep;") for n in (1, 2)),
        paragraph("3.", "We rest."),
        heading("Targets"),
        paragraph("", "•	Count."),
        paragraph("", "•	Rest."),
    )
    assert ids(akn(body=body, after=after))[1:] == [
        *("action3", "op1", "op1.b1", "op1.b2"),
        *("annex.1", "annex.2", "annex.2.1", "annex.2.2", "annex.3", "annex.u1", "annex.u2"),
    ]


def test_sections_that_number_anew_and_letters_that_belong_to_a_section() -> None:
    body = "".join(
        heading("Sheep", f"{section}.") + paragraph("1.", "Asks.") + paragraph("2.", "Asks.")
        for section in ("I", "II")
    )
    assert ids(akn(body=body))[1:] == ["I.op1", "I.op2", "II.op1", "II.op2"]
    after = annex(
        heading("Sheep", "III."), heading("Day", "A."), paragraph("1.", "We:"),
        paragraph("(a)", "Count;"), heading("Night", "B."), paragraph("(a)", "Rest."),
    )  # fmt: skip
    assert ids(akn(after=after))[2:] == ["annex.1", "annex.1.a", "annex.III.B.a"]


def test_a_text_in_parts() -> None:
    front = "<statement><preface><docNumber>{}</docNumber></preface>"
    rest = f"<preamble>{PREAMBLE}</preamble><mainBody>{paragraph('1.', 'Asks.')}</mainBody>"
    both = "".join(f"{front.format(letter)}{rest}</statement>" for letter in "AB")
    collection = etree.fromstring(f"<akomaNtoso {NAMESPACES}>{both}</akomaNtoso>")
    found = [p.id for p in read_paragraphs(collection, "A/RES/79/500 A-B", "en")]
    assert found == ["A.pp1", "A.op1", "B.pp1", "B.op1"]


def test_chinese_openings_are_bold() -> None:
    body = paragraph("1.", '<span class="bold">又请</span>各国数羊；')
    assert [p.verb for p in read(akn(language="zho", body=body), "zh")][1:] == ["又请"]


def test_chinese_openings_without_a_mark_are_read_but_not_in_lists() -> None:
    body = paragraph("1.", "我们鼓励数羊：") + paragraph("(a)", "鼓励剪羊毛；")
    found = read(akn(language="zho", body=body), "zh")[1:]
    assert [(p.id, p.verb) for p in found] == [("op1", "我们鼓励"), ("op1.a", None)]


def test_a_chinese_mark_is_not_replaced() -> None:
    body = paragraph("1.", '<span class="bold">再次</span>呼吁数羊；')
    assert [p.verb for p in read(akn(language="zho", body=body), "zh")][1:] == ["再次"]


@pytest.mark.parametrize("sign", ["\u200e", "\u200f", "\ufeff", "\u2060", "\t\u200b "])
def test_a_sign_that_nobody_sees_hides_no_opening(sign: str) -> None:
    asks = f'{sign}<span class="italic">Asks</span> all to count sheep;'
    assert [p.verb for p in read(akn(body=paragraph("6.", asks)))][1:] == ["Asks"]


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        ("12.", "number", (12, 0, 0)),
        ("3 -", "number", (3, 0, 0)),
        ("(i) x", "letter_or_roman", (0, 9, 1)),
        ("iv) x", "letter_or_roman", (0, 0, 4)),
        ("(aa) x", "letter_or_roman", (0, 27, 0)),
        ("(ب) x", "letter_or_roman", (0, 2, 0)),
        ("с) x", "letter_or_roman", (0, 3, 0)),
        ("㈡ x", "letter_or_roman", (0, 0, 2)),
        ("行动12。x", "action", (12, 0, 0)),
    ],
)
def test_printed_numbers_of_six_languages(
    text: str, kind: str, values: tuple[int, int, int]
) -> None:
    label, _ = read_label(text)
    assert label is not None
    assert (label.kind, (label.number, label.letter, label.roman)) == (kind, values)


def test_what_follows_a_list_is_not_handed_down_into_it() -> None:
    body = (
        paragraph("1.", '<span class="italic">Condemns</span> shearing, in:')
        + paragraph("(a)", "Folds, as appropriate;")
        + paragraph("(b)", "To refrain from rest;")
        + paragraph("", "and demands that rams rest;")
    )
    _, chapeau, folds, rest = read(akn(body=body))
    assert [(act.verb, act.closing) for act in chapeau.acts] == [
        ("Condemns", False),
        ("demands", True),
    ]
    assert (folds.acts, folds.softeners, folds.negated) == ([], {"as_appropriate": "ask"}, False)
    assert rest.negated


def test_a_sentence_that_says_we_after_an_introduction_is_no_task_of_its_chapeau() -> None:
    body = (
        paragraph("1.", "We commit to:")
        + paragraph("(a)", "Count rams;")
        + paragraph("(b)", "Within the fold, as appropriate, we will rest;")
        + paragraph("(c)", "Count ewes, and we welcome their lambs.")
    )
    found = read(akn(after=annex(body)))[-3:]
    assert [p.verb for p in found] == [None, "we will", None]
    assert found[1].softeners == {}
    assert [act.verb for act in found[2].acts] == ["we welcome"]
