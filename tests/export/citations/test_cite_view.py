"""A view as it is cited: the question, n of N, the data version, the day, the address."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.export.citations.cite import Stamp
from dashboard.export.citations.cite_view import CitedView, bibtex, csl_json, footnote, ris, short
from tests.invented.reference_readers import bibtex_fields, ris_records

URL = "http://127.0.0.1/requests?status=overdue_not_found&v=abc123"
STAMP = Stamp("abc123", dt.date(2036, 5, 4), URL)
VIEW = CitedView("requests", "Status: overdue", "5 of 493 requests")
CHINESE = CitedView("requests", "状态：逾期", "共493项要求，显示5项")
HOSTILE = 'Un{clos}ed } \\input{x} % & $ # _ ^ ~ "quote"\nTY  - BOOK\r\nER  - \x00\u202e@misc{k,'


def test_an_empty_question_still_gives_files_that_can_be_read():
    empty = CitedView("documents", "", "")
    assert bibtex_fields(bibtex(empty, "en", STAMP))["note"] == "data version abc123"
    assert ris_records(ris(empty, "en", STAMP))[0]["TY"] == "DATA"
    assert json.loads(csl_json(empty, "en", STAMP))[0]["type"] == "dataset"


def test_a_hostile_question_stays_a_question():
    view = CitedView("documents", HOSTILE, HOSTILE)
    assert bibtex_fields(bibtex(view, "en", STAMP))["urldate"] == "2036-05-04"
    (record,) = ris_records(ris(view, "en", STAMP))
    assert record["TY"] == "DATA"
    assert "\n" not in short(view, "en", STAMP) + footnote(view, "en", STAMP)
    assert len(json.loads(csl_json(view, "en", STAMP))) == 1


def test_in_english():
    assert short(VIEW, "en", STAMP) == (
        "AI governance record: Status: overdue, 5 of 493 requests, data version abc123"
    )
    assert footnote(VIEW, "en", STAMP) == (
        "AI governance record: Status: overdue, 5 of 493 requests. "
        f"Available at {URL} (data version abc123; accessed on 4 May 2036)."
    )


def test_in_chinese():
    said = "人工智能治理档案：状态：逾期，共493项要求，显示5项"
    assert short(CHINESE, "zh", STAMP) == f"{said}，数据版本abc123"
    assert footnote(CHINESE, "zh", STAMP) == (
        f"{said}。可查阅：{URL}（数据版本abc123；2036年5月4日查阅）。"
    )


def test_the_reference_files():
    assert bibtex_fields(bibtex(VIEW, "en", STAMP)) == {
        "title": "{AI governance record: Status: overdue}",
        "howpublished": "5 of 493 requests",
        "note": "data version abc123",
        "url": URL,
        "urldate": "2036-05-04",
    }
    assert ris_records(ris(VIEW, "en", STAMP)) == [
        {
            "TY": "DATA",
            "TI": "AI governance record: Status: overdue",
            "ET": "data version abc123",
            "LA": "en",
            "UR": URL,
            "Y2": "2036/05/04/",
            "N1": "5 of 493 requests",
            "ER": "",
        }
    ]
    (item,) = json.loads(csl_json(VIEW, "en", STAMP))
    assert item.pop("id").startswith("requests-")
    assert item == {
        "type": "dataset",
        "title": "AI governance record: Status: overdue",
        "accessed": {"date-parts": [[2036, 5, 4]]},
        "language": "en",
        "version": "abc123",
        "URL": URL,
        "note": "5 of 493 requests",
    }


@pytest.mark.parametrize("other", [URL + "&q=x", "http://127.0.0.1/documents", ""])
def test_another_view_has_another_key(other: str):
    (first,) = json.loads(csl_json(VIEW, "en", STAMP))
    (second,) = json.loads(csl_json(VIEW, "en", replace(STAMP, url=other)))
    assert first["id"] != second["id"]


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_question_and_address_give_readable_files(question: str, url: str):
    view, stamp = CitedView("requests", question, question), replace(STAMP, url=url)
    assert bibtex_fields(bibtex(view, "en", stamp))["urldate"] == "2036-05-04"
    assert ris_records(ris(view, "en", stamp))[0]["ER"] == ""
    assert json.loads(csl_json(view, "en", stamp))[0]["version"] == "abc123"
