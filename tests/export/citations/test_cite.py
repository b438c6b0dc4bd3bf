from __future__ import annotations

import datetime as dt
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.corpus.records.vocabularies import Term, Vocabulary
from dashboard.corpus.snapshot import Snapshot
from dashboard.export.citations.cite import Retrieval, footnote, short
from dashboard.export.citations.cited_records import Cited, cited
from dashboard.export.citations.references import bibtex, csl_json, reference, ris
from tests.invented.reference_readers import bibtex_fields, ris_tags
from tests.invented.synthetic import snapshot
from tests.invented.synthetic_rows import PARAGRAPHS

RETRIEVAL = Retrieval(
    "abc123", dt.date(2036, 5, 4), "http://127.0.0.1/paragraphs?item=A/RES/90/9%23op1"
)
HOSTILE = 'Un{clos}ed } \\input{x} % & $ # _ ^ ~ "quote"\nTY  - BOOK\r\nER  - \x00\u202e@misc{k,'
CSL = {
    *("id", "type", "title", "author", "number", "publisher", "section", "issued", "accessed"),
    *("language", "version", "URL", "note"),
}
"""What csl-data.json of CSL 1.0.2 allows and we use; it requires `type` and `id`."""


def record(**changes: object) -> Cited:
    fields: dict[str, object] = {
        "id": "A/RES/90/9#op6.e",
        "symbol": "A/RES/90/9",
        "kind": "resolution",
        "body": {"en": "General Assembly", "zh": "大会"},
        "titles": {"en": "Invented text", "zh": "虚构案文"},
        "date": "2035-12-02",
        "place": "op6.e",
        "printed": "6 (e)",
    }
    return Cited(**{**fields, **changes})


def bare(**changes: object) -> Cited:
    return record(**{"place": None, "printed": None, "id": "A/RES/90/9", **changes})


NOTHING = Cited("paper", None, None, {}, {}, None)


@pytest.fixture(scope="module")
def known() -> Snapshot:
    term = Term(labels={"en": "General Assembly", "zh": "大会"})
    bodies = Vocabulary(name="bodies", about={"en": "bodies"}, version=1, terms={"ga": term})
    return snapshot(version="cited", vocabularies={"bodies": bodies}, paragraphs=PARAGRAPHS)


@pytest.mark.parametrize("name", ["", "A/RES/1/1", "A/RES/90/9#op99", "A/RES/1/1#op1", "#op1"])
def test_what_is_not_on_record_cannot_be_cited(known: Snapshot, name: str):
    with pytest.raises(KeyError):
        cited(known, name)


def test_a_paragraph_a_document_and_an_event_are_found(known: Snapshot):
    paragraph = cited(known, "A/RES/90/10#op2.a")
    assert (paragraph.symbol, paragraph.place, paragraph.printed) == (
        *("A/RES/90/10", "op2.a", "2 (a)"),
    )
    assert cited(known, "A/RES/90/9#pp1").printed is None
    assert cited(known, "A/RES/90/9").publisher("zh") == "大会"
    event = cited(known, "summit-two")
    assert (event.symbol, event.date, event.titles) == (
        *(None, "2036-03", {"en": "Second invented summit"}),
    )


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_record_of_which_nothing_is_known_is_cited_by_its_id(language: str):
    assert short(NOTHING, language) == "paper"
    assert "paper" in footnote(NOTHING, language, RETRIEVAL)
    assert "author" not in bibtex([reference(NOTHING, language, RETRIEVAL)])
    assert "AU" not in dict(ris_tags(ris([reference(NOTHING, language, RETRIEVAL)])))
    assert set(json.loads(csl_json([reference(NOTHING, language, RETRIEVAL)]))[0]) == {
        *("id", "type", "title", "accessed", "language", "version", "URL", "note"),
    }


@pytest.mark.parametrize(
    ("place", "printed", "en", "zh"),
    [
        (None, None, "", ""),
        ("op6.e", "6 (e)", ", para. 6 (e)", "第6(e)段"),
        ("op6.d.ii", "6 (d) (ii)", ", para. 6 (d) (ii)", "第6(d)(ii)段"),
        ("op1", None, ", first operative para.", "执行部分第一段"),
        ("op.u2", None, ", second unnumbered para.", "无编号的第二段"),
        ("pp3", None, ", third preambular para.", "序言部分第三段"),
        ("pp21", None, ", twenty-first preambular para.", "序言部分第二十一段"),
        ("pp11.a", "(a)", ", eleventh preambular para. (a)", "序言部分第十一段(a)"),
        ("annex.12", "12", ", annex, para. 12", "，附件第12段"),
        ("annex1.50.a", "50 (a)", ", annex I, para. 50 (a)", "，附件一第50(a)段"),
        ("annex2.u1", None, ", annex II, first unnumbered para.", "，附件二无编号的第一段"),
        ("annex.III.B.a.i", "III B (a) (i)", *(
            ", annex, sect. III B (a) (i)", "，附件第III B (a) (i)节",
        )),
        ("action2", "Action 2", ", action 2", "，行动2"),
    ],
)  # fmt: skip
def test_a_place_is_said_as_documents_say_it(
    place: str | None, printed: str | None, en: str, zh: str
):
    paragraph = record(place=place, printed=printed)
    assert short(paragraph, "en") == f"A/RES/90/9{en}"
    assert short(paragraph, "zh") == f"第90/9号决议{zh}"


def test_a_part_of_a_text_has_the_letter_of_the_part():
    parted = record(symbol="A/RES/90/93 A-B", place="B.op5", printed="5")
    assert short(parted, "en") == "A/RES/90/93 B, para. 5"
    assert short(parted, "zh") == "第90/93 B号决议第5段"
    assert short(bare(symbol="A/RES/90/93 A-B"), "en") == "A/RES/90/93 A-B"


RETRIEVED = f" Available at {RETRIEVAL.url} (data version abc123; accessed on 4 May 2036)."
RETRIEVED_ZH = f"可查阅：{RETRIEVAL.url}（数据版本abc123；2036年5月4日查阅）。"


@pytest.mark.parametrize(
    ("item", "en", "zh"),
    [
        (record(), *(
            "General Assembly resolution 90/9 of 2 December 2035, para. 6 (e).",
            "2035年12月2日大会第90/9号决议第6(e)段。",
        )),
        (record(place="pp3", printed=None), *(
            "General Assembly resolution 90/9 of 2 December 2035, third preambular para.",
            "2035年12月2日大会第90/9号决议序言部分第三段。",
        )),
        (bare(symbol="A/HRC/RES/90/1", body={"en": "Human Rights Council"}), *(
            "Human Rights Council resolution 90/1 of 2 December 2035.",
            "2035年12月2日Human Rights Council第90/1号决议。",
        )),
        (bare(symbol="A/91/5", date="2036-07"), *(
            "A/91/5, “Invented text”, July 2036.", "A/91/5，《虚构案文》，2036年7月。",
        )),
        (bare(symbol=None, titles={"en": "Paper"}, date=None), *("“Paper”.", "“Paper”。")),
        (bare(date=None), *("A/RES/90/9, “Invented text”.", "A/RES/90/9，《虚构案文》。")),
    ],
)  # fmt: skip
def test_a_footnote_says_what_when_where_and_how_it_was_read(item: Cited, en: str, zh: str):
    assert footnote(item, "en", RETRIEVAL) == en + RETRIEVED
    assert footnote(item, "zh", RETRIEVAL) == zh + RETRIEVED_ZH


def test_bibtex_of_a_paragraph():
    assert bibtex_fields(bibtex([reference(record(), "en", RETRIEVAL)])) == {
        "author": "{United Nations, General Assembly}",
        "title": "{Invented text}",
        "howpublished": "A/RES/90/9",
        "year": "2035",
        "month": "12",
        "day": "2",
        "note": "para. 6 (e), data version abc123",
        "url": RETRIEVAL.url,
        "urldate": "2036-05-04",
    }


def test_ris_of_a_paragraph():
    assert ris_tags(ris([reference(record(date="2035-12"), "zh", RETRIEVAL)])) == [
        ("TY", "RPRT"),
        ("AU", "联合国大会,"),
        ("TI", "虚构案文"),
        ("PY", "2035"),
        ("DA", "2035/12//"),
        ("SN", "A/RES/90/9"),
        ("PB", "联合国"),
        ("SE", "第6(e)段"),
        ("LA", "zh"),
        ("UR", RETRIEVAL.url),
        ("Y2", "2036/05/04/"),
        ("N1", "第6(e)段，数据版本abc123"),
        ("ER", ""),
    ]


def test_csl_json_of_a_paragraph():
    (item,) = json.loads(csl_json([reference(record(), "en", RETRIEVAL)]))
    assert item.keys() == CSL
    assert (item["id"], item["type"]) == ("A-RES-90-9-op6.e", "report")
    assert item["issued"] == {"date-parts": [[2035, 12, 2]]}
    assert item["accessed"] == {"date-parts": [[2036, 5, 4]]}
    assert item["author"] == [{"literal": "United Nations, General Assembly"}]
    assert (item["URL"], item["version"]) == (RETRIEVAL.url, "abc123")


@pytest.mark.parametrize("title", [HOSTILE, "{", "}", "\\", "\r\nER  - "])
def test_a_hostile_title_stays_a_title(title: str):
    item = bare(symbol=None, titles={"en": title}, body={"en": title})
    entry = bibtex_fields(bibtex([reference(item, "en", RETRIEVAL)]))
    assert not re.search(r"(?<!\\)[%&$#_]", entry["title"])
    found = ris_tags(ris([reference(item, "en", RETRIEVAL)]))
    assert [tag for tag, _ in found].count("ER") == 1
    assert dict(found)["TY"] == "GEN"
    (csl,) = json.loads(csl_json([reference(item, "en", RETRIEVAL)]))
    assert csl["type"] == "document"
    assert "\n" not in footnote(item, "en", RETRIEVAL) + short(item, "en")


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_title_and_address_give_readable_files(title: str, url: str):
    item = record(titles={"en": title} if title else {}, body={"en": title})
    retrieval = Retrieval("abc123", dt.date(2036, 5, 4), url)
    assert bibtex_fields(bibtex([reference(item, "en", retrieval)]))["urldate"] == "2036-05-04"
    assert ris_tags(ris([reference(item, "en", retrieval)]))[-1] == ("ER", "")
    assert set(json.loads(csl_json([reference(item, "en", retrieval)]))[0]) <= CSL
