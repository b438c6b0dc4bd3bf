"""What a view can be taken away as: files made when asked for, its links."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
import streamlit as st
from docx import Document
from streamlit.testing.v1 import AppTest

from dashboard.analysis.selection.parameters import EVERYTHING
from dashboard.corpus import store
from dashboard.ui.frame import url_state
from dashboard.ui.results import export_menu as taking
from tests.invented.reference_readers import bibtex_entries, ris_records

HOST = "http://127.0.0.1:8501/record"
Files = dict[str, Callable[[], str | bytes]]
pytestmark = pytest.mark.usefixtures("data_dir")


@pytest.fixture(autouse=True)
def everything(monkeypatch: pytest.MonkeyPatch) -> None:
    """The invented record is taken whole, not only what concerns AI."""
    monkeypatch.setattr(url_state, "OPENS_ON", EVERYTHING)


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> Files:
    """What each download would give, by its file name."""
    made: Files = {}
    draw = st.download_button

    def drawn(label: str, data: Callable[[], str | bytes], file_name: str, **more: object) -> bool:
        made[file_name] = data
        return draw(label, data, file_name, **more)

    monkeypatch.setattr(taking.st, "download_button", drawn)
    return made


def scratch(table: str) -> None:
    """A page that holds nothing but the button."""
    from dashboard.analysis.selection.select import select
    from dashboard.ui.frame.language import language
    from dashboard.ui.frame.page import open_page
    from dashboard.ui.results.export_menu import export_menu

    language()  # which the router reads from the link before any page
    pages = {"recorded_votes": "votes"}
    page = open_page(pages.get(table, table), table)
    export_menu(page, lambda: select(page.snapshot, table, page.query))


def opened(table: str, locale: str = "en-GB", url: str = "", **address: str) -> AppTest:
    name = {"recorded_votes": "votes"}.get(table, table)
    at = AppTest.from_function(scratch, args=(table,), default_timeout=60)
    at.context = {"locale": locale, "url": url or f"{HOST}/{name}?q=before"}
    for parameter, value in address.items():
        at.query_params[parameter] = value
    at.session_state[f"{name}.take"] = True
    at.run()
    assert not at.exception
    return at


def made(files: Files, suffix: str) -> str:
    (data,) = (data for name, data in files.items() if name.endswith(f".{suffix}"))
    text = data()
    assert isinstance(text, str)
    return text


def links(at: AppTest) -> list[str]:
    return [code.value for code in at.code if code.value.startswith("http")]


def test_nothing_is_drawn_until_the_button_is_pressed(files: Files):
    at = AppTest.from_function(scratch, args=("documents",), default_timeout=60)
    at.context = {"locale": "en-GB", "url": f"{HOST}/documents"}
    at.run()
    assert not at.exception
    assert (files, len(at.code)) == ({}, 0)


def test_an_empty_view_says_so_in_every_form(files: Files):
    opened("documents", q="nowhereatall")
    text = made(files, "md")
    assert "0 of 3 documents" in text
    assert "Nothing fits these filters" in text.split("\n\n")
    assert bibtex_entries(made(files, "bib")) == {}
    assert ris_records(made(files, "ris")) == []
    assert json.loads(made(files, "json")) == []


@pytest.mark.parametrize("typed", ["![x](http://evil.example)", "x\n# y\n@misc{k,", "<b>x & {y}"])
def test_what_was_typed_is_text_in_every_form(files: Files, typed: str):
    at = opened("documents", q=typed)
    text = made(files, "md")
    assert not any(sign in text for sign in ("![", "<b>", "\n# y"))
    for link in links(at):
        assert dict(parse_qsl(urlsplit(link).query))["q"] == " ".join(typed.split())


def test_the_links_say_the_view_with_and_without_the_data_version():
    at = opened("documents", kind="resolution", sort="-date", offset="50", lang="zh")
    newest, pinned = links(at)
    version = store.current().version
    expected = {"kind": "resolution", "sort": "-date", "lang": "zh"}
    assert newest.startswith(f"{HOST}/documents?")
    assert dict(parse_qsl(urlsplit(newest).query)) == expected
    assert dict(parse_qsl(urlsplit(pinned).query)) == {**expected, "v": version}


def test_without_filters_the_link_is_the_page():
    newest, pinned = links(opened("statements"))
    assert newest == f"{HOST}/statements"
    assert pinned == f"{HOST}/statements?v={store.current().version}"


@pytest.mark.parametrize(
    ("address", "base"),
    [
        ("http://127.0.0.1:8501", "http://127.0.0.1:8501"),
        ("http://127.0.0.1:8501/?q=x", "http://127.0.0.1:8501"),
        ("https://example.org/record", "https://example.org/record"),
        ("https://example.org/record/", "https://example.org/record"),
        ("https://example.org/record/timeline?q=x", "https://example.org/record"),
        ("https://example.org/timeline", "https://example.org"),
    ],
)
def test_records_are_linked_from_wherever_the_page_stands(files: Files, address: str, base: str):
    opened("timeline", url=address)
    text = made(files, "md")
    assert text.count(f"[Record]({base}/documents?item=") == 3
    assert f"[Record]({base}/documents?item=A/RES/90/1)" in text


def test_the_brief_says_what_was_asked_and_holds_each_row_with_its_link(files: Files):
    opened("documents", kind="resolution")
    version = store.current().version
    parts = made(files, "md").split("\n\n")
    assert parts[0] == "# AI governance record\\: Documents"
    assert parts[1].startswith("Question\\: Kind\\: ")
    assert parts[2] == "2 of 3 documents"
    assert parts[3].startswith(f"Data version {version}, taken on ")
    assert parts[4] == f"[Open this view]({HOST}/documents?kind=resolution&v={version})"
    rows = [part for part in parts if part.startswith("- ")]
    assert [row.split("**")[1] for row in rows] == ["A/RES/90/1", "A/RES/90/2"]
    assert f"[Record]({HOST}/documents?item=A/RES/90/1)" in rows[0]
    assert parts[-1].startswith("Votes, sponsors, titles and paragraph structure come from")


def test_the_word_file_says_the_same(files: Files):
    opened("requests")
    (name,) = (name for name in files if name.endswith(".docx"))
    brief = files[name]()
    assert isinstance(brief, bytes)
    paragraphs = Document(io.BytesIO(brief)).paragraphs
    texts = [p.text for p in paragraphs]
    found = store.current().tables["requests"]
    assert texts[0] == "AI governance record: Reports and deadlines"
    assert any(text.startswith("Status as of ") for text in texts)
    assert sum(p.style.name == "List Bullet" for p in paragraphs) == len(found) > 0
    assert paragraphs[5].hyperlinks[0].address.startswith(f"{HOST}/requests?v=")


def test_references_are_offered_where_rows_are_records(files: Files):
    opened("timeline")
    rows = store.current().tables["timeline"]
    assert len(bibtex_entries(made(files, "bib"))) == len(rows) > 0
    assert len(ris_records(made(files, "ris"))) == len(rows)
    assert len(json.loads(made(files, "json"))) == len(rows)
    files.clear()
    opened("requests")
    assert {Path(name).suffix for name in files} == {".md", ".docx"}


@pytest.mark.parametrize(
    "table", ["timeline", "documents", "paragraphs", "recorded_votes", "statements", "countries",
              "sponsors", "requests"],
)  # fmt: skip
@pytest.mark.parametrize("locale", ["en-GB", "zh-CN"])
def test_every_table_can_be_taken_in_both_languages(files: Files, table: str, locale: str):
    opened(table, locale)
    rows = len(store.current().tables[table])
    assert sum(part.startswith("- ") for part in made(files, "md").split("\n\n")) == rows > 0


def test_in_chinese_names_files_and_sentences_are_chinese(files: Files):
    opened("documents", "zh-CN")
    version = store.current().version
    assert f"人工智能治理档案-文件-{version}.md" in files
    assert "# 人工智能治理档案：文件" in made(files, "md")
    assert "问题：本档案的全部内容\n\n符合条件3份（共3份文件）" in made(files, "md")


def test_files_are_named_after_the_record_the_page_and_the_data(files: Files):
    opened("requests")
    version = store.current().version
    assert set(files) == {
        f"AI-governance-record-Reports-and-deadlines-{version}.{s}" for s in ("md", "docx")
    }


def test_rows_that_a_paper_cannot_hold_are_counted(files: Files, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(taking, "MOST", 1)
    monkeypatch.setattr("dashboard.export.papers.view_brief.MOST", 1)
    at = opened("documents")
    text = made(files, "md")
    assert sum(part.startswith("- ") for part in text.split("\n\n")) == 1
    assert "2 more rows are left out here; the view holds them." in text
    assert "A brief holds the first row." in [caption.value for caption in at.caption]
