"""Votes, requests, statements and States as they are cited, in English and in Chinese."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from dashboard.corpus.records.vocabularies import Term, Vocabulary
from dashboard.corpus.snapshot import Snapshot
from dashboard.export.citations.cite import Retrieval, footnote, short
from dashboard.export.citations.cited_records import cited
from dashboard.export.citations.references import bibtex, csl_json, reference, ris
from tests.invented.reference_readers import bibtex_fields, ris_records
from tests.invented.synthetic import snapshot
from tests.invented.synthetic_requests import REQUESTS
from tests.invented.synthetic_states import COUNTRIES, RECORDED_VOTES, STATEMENTS

RETRIEVAL = Retrieval("abc123", dt.date(2036, 5, 4), "http://127.0.0.1/votes?item=x")
LABELS = {
    "bodies": {"ga": ("General Assembly", "大会")},
    "stages": {"committee": ("Committee", "委员会"), "plenary": ("Plenary", "全体会议"),
               "paragraph": ("Separate paragraph", "单独段落")},
    "deliverables": {"report_sg": ("Report", "报告")},
    "statement_types": {"introduction": ("Introduction", "介绍案文"),
                        "explanation_of_vote": ("Explanation of vote", "解释投票")},
}  # fmt: skip


def vocabulary(name: str) -> Vocabulary:
    terms = {code: Term(labels={"en": en, "zh": zh}) for code, (en, zh) in LABELS[name].items()}
    return Vocabulary(name=name, about={"en": name}, version=1, terms=terms)


def record(**rows: Any) -> Snapshot:
    return snapshot(vocabularies={name: vocabulary(name) for name in LABELS}, **rows)


@pytest.mark.parametrize(
    "name", ["A/RES/90/9@motion", "90-9-99", "nobody-spoke", "ATA", "USA#op1", "france", "@", "nan"]
)
def test_what_is_not_on_record_cannot_be_cited(name: str):
    with pytest.raises(KeyError):
        cited(record(), name)


@pytest.mark.parametrize("table", ["recorded_votes", "requests", "statements", "countries"])
def test_nothing_is_cited_from_an_empty_table(table: str):
    ids = {"recorded_votes": "A/RES/90/9@plenary", "requests": "90-10-2",
           "statements": "two-explain", "countries": "USA"}  # fmt: skip
    assert cited(record(), ids[table]).id == ids[table]
    with pytest.raises(KeyError):
        cited(record(**{table: []}), ids[table])


@pytest.mark.parametrize(
    ("name", "en", "zh"),
    [
        ("A/RES/90/9@plenary", *(
            "A/RES/90/9, recorded vote (Plenary), 2 in favour, 1 against, 0 abstaining",
            "第90/9号决议，记录表决（全体会议），赞成2票、反对1票、弃权0票",
        )),
        ("A/RES/90/9@committee", *(
            "A/RES/90/9, recorded vote (Committee), 4 November 2035, "
            "1 in favour, 1 against, 1 abstaining",
            "第90/9号决议，记录表决（委员会），2035年11月4日，赞成1票、反对1票、弃权1票",
        )),
        ("A/RES/90/9@paragraph.op1", *(
            "A/RES/90/9, recorded vote (Separate paragraph, para. 1, Plenary)",
            "第90/9号决议，记录表决（单独段落，第1段，全体会议）",
        )),
        ("90-10-2", *(
            "A/RES/90/10, para. 2, request (Report): Invented report on training",
            "第90/10号决议第2段，所要求事项（报告）：Invented report on training",
        )),
        ("90-93-4", *(
            "A/RES/90/93 A-B, request (Report): Invented report on two parts",
            "第90/93 A-B号决议，所要求事项（报告）：Invented report on two parts",
        )),
        ("france-introduces", *(
            "France, Introduction, on A/RES/90/9, First Committee",
            "法国，介绍案文，关于A/RES/90/9，First Committee",
        )),
        ("two-explain", *(
            "China and United States of America (for Invented group of two), Explanation of vote, "
            "on A/RES/90/9 and Invented summit: AI policies for Côte d’Azur, Plenary",
            "中国和美利坚合众国（代表Invented group of two），解释投票，"
            "关于A/RES/90/9和虚构峰会，Plenary",
        )),
        ("USA", *(
            "United States of America: sponsorship, votes and statements",
            "美利坚合众国：提案、表决和发言",
        )),
    ],
)  # fmt: skip
def test_each_is_called_as_people_call_it(name: str, en: str, zh: str):
    found = cited(record(), name)
    assert short(found, "en") == en
    assert short(found, "zh") == zh


def test_a_footnote_of_a_vote_names_the_resolution_and_of_a_statement_quotes_nothing():
    vote = footnote(cited(record(), "A/RES/90/9@plenary"), "en", RETRIEVAL)
    assert vote.startswith("General Assembly resolution 90/9 of 2 December 2035, recorded vote (")
    assert vote.endswith("(data version abc123; accessed on 4 May 2036).")
    statement = footnote(cited(record(), "france-introduces"), "en", RETRIEVAL)
    assert statement.startswith(
        "France, Introduction, on A/RES/90/9, First Committee, 4 November 2035. Available at"
    )
    assert "“" not in statement + footnote(cited(record(), "USA"), "en", RETRIEVAL)


def test_of_many_speakers_the_first_is_named_and_the_others_are_counted():
    rows = [{**STATEMENTS[1], "speaker_iso3": ("CHN", "USA", "FRA", "CHN"), "on_behalf_of": None}]
    found = cited(record(statements=rows), "two-explain")
    assert found.publisher("en") == "China and 3 others"
    assert found.publisher("zh") == "中国和其他3国"


def test_a_statement_of_nobody_named_is_by_nobody_known():
    rows = [{**STATEMENTS[0], "speaker_iso3": (), "symbol": ()}]
    found = cited(record(statements=rows), "france-introduces")
    assert short(found, "en") == "Not known, Introduction, First Committee"


def test_the_files_say_what_kind_each_is():
    forms = {"A/RES/90/9@plenary": ("report", "RPRT"), "90-10-2": ("report", "RPRT"),
             "two-explain": ("speech", "GEN"), "USA": ("webpage", "ELEC"),
             "law-one": ("legislation", "STAT")}  # fmt: skip
    for name, (csl, tag) in forms.items():
        found = cited(record(), name)
        (item,) = json.loads(csl_json([reference(found, "en", RETRIEVAL)]))
        assert (item["type"], item["URL"]) == (csl, RETRIEVAL.url)
        (read,) = ris_records(ris([reference(found, "en", RETRIEVAL)]))
        assert read["TY"] == tag


def test_the_part_of_a_document_stands_in_its_note():
    found = cited(record(), "90-10-2")
    note = "para. 2, request (Report): Invented report on training, data version abc123"
    assert bibtex_fields(bibtex([reference(found, "en", RETRIEVAL)]))["note"] == note
    (read,) = ris_records(ris([reference(found, "en", RETRIEVAL)]))
    assert read["SE"] == "para. 2, request (Report): Invented report on training"
    assert read["TI"] == "Invented text on training and safety"


@pytest.mark.parametrize("hostile", ["x}\n@misc{k,", "a\r\nER  - ", "\\input{x} % & $"])
def test_a_hostile_subject_stays_a_subject(hostile: str):
    rows = {
        "requests": [{**REQUESTS[1], "subject_en": hostile}],
        "statements": [{**STATEMENTS[0], "forum_en": hostile}],
        "recorded_votes": [{**RECORDED_VOTES[2], "title_en": hostile}],
        "countries": [{**COUNTRIES[2], "name_en": hostile}],
    }
    known = record(**rows)
    for name in ("90-10-2", "france-introduces", "A/RES/90/9@plenary", "USA"):
        found = cited(known, name)
        assert "\n" not in short(found, "en") + footnote(found, "en", RETRIEVAL)
        assert bibtex_fields(bibtex([reference(found, "en", RETRIEVAL)]))["urldate"] == "2036-05-04"
        assert len(ris_records(ris([reference(found, "en", RETRIEVAL)]))) == 1
