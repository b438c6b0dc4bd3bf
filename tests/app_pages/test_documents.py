"""The documents page: the table, and a page for each record."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.corpus import store as store_module
from dashboard.corpus.store import Store
from dashboard.ui.frame.markdown import escaped
from tests.app_pages.visits.drawn import bars, drawn
from tests.app_pages.visits.visiting import count_line, follow, links, rows, texts, visit
from tests.invented.builders import CONSENSUS, OVERLAY, RESOLUTION, change, vote
from tests.ui.frame.test_markdown import read


@pytest.mark.parametrize(
    ("locale", "title", "count", "titles"),
    [
        (
            *("en-GB", "Documents", "3 of 3 documents"),
            ["Invented report", "Invented question of machines", "Invented question of machines"],
        ),
        (
            *("zh-CN", "文件", "符合条件3份（共3份文件）"),
            ["Invented report（英文）", "虚构的机器问题", "虚构的机器问题"],
        ),
    ],
)
def test_the_page_in_each_language(
    small: Store, locale: str, title: str, count: str, titles: list[str]
):
    at = visit("documents", locale=locale)
    assert not at.exception
    assert at.title[0].value == title
    assert count_line(at) == count
    table = rows(at)
    assert table["title"].tolist() == titles
    assert table["symbol"].tolist() == ["A/91/7", "A/RES/90/2", "A/RES/90/1"]
    assert table["yes"].tolist() == ["–", "–", "3"]


def test_a_record_from_draft_to_report(small: Store):
    at = visit("documents", {"item": "A/RES/90/1"})
    assert not at.exception
    assert at.title[0].value == "Invented question of machines"
    life = next(m.value for m in at.markdown if m.value.startswith("- **15 October"))
    assert [line.partition(" [")[0] for line in life.splitlines()] == [
        "- **15 October 2035** — Draft",
        "- **20 November 2035** — Report of the committee",
        "- **1 December 2035** — Adopted",
        "- **5 December 2035** — Issued",
        "- **July 2036** — Delivered",
    ]
    assert life.endswith("[A/91/7](https://docs.un.org/en/A/91/7), requested in paragraph 3")
    assert "[A/90/400](https://docs.un.org/en/A/90/400), paragraph 12" in life


PARAGRAPHS = ("decision", "sponsors", "paragraphs", "wording")
"""What a text is comes before what is told about it."""


@pytest.mark.parametrize(
    ("item", "sections"),
    [
        ("A/RES/90/1", (*PARAGRAPHS, "requests", "statements", "life", "chain", "citations")),
        ("A/RES/90/2", (*PARAGRAPHS, "life", "citations")),
        ("A/91/7", ("chain",)),
    ],
)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_list_of_what_is_on_the_page_leads_to_each_part(
    small: Store, item: str, sections: tuple[str, ...], language: str
):
    at = visit("documents", {"item": item, "lang": language})
    opening = {"en": "On this page", "zh": "本页内容"}[language]
    (listed,) = (text for text in texts(at) if text.startswith(opening))
    assert re.findall(r"\]\(#([a-z]+)\)", listed) == [*sections, "sources"]
    assert [h.proto.anchor for h in at.header] == [*sections, "sources"]
    assert all(f"[{heading.value}](" in listed for heading in at.header)


def test_notes_and_disagreements_stand_at_the_end(real: Store):
    at = visit("documents", {"item": "A/RES/79/239"})
    anchors = [h.proto.anchor for h in at.header]
    assert anchors[:4] == list(PARAGRAPHS)
    assert anchors[-3:] == ["notes", "conflicts", "sources"]


@pytest.mark.parametrize(
    ("item", "pages"),
    [
        ("A/RES/80/58", ["compare.A/RES/79/239", "on.votes", "on.sponsors", "on.requests"]),
        ("A/RES/80/57", ["compare.A/RES/79/62", "on.votes", "on.sponsors", "on.requests"]),
        ("A/RES/79/325", ["compare.A/RES/79/1", "on.requests"]),  # no vote, the President's text
        ("A/RES/78/311", ["compare.A/RES/78/265", "on.sponsors", "on.requests"]),
        (
            "A/RES/79/239",
            ["compare.A/RES/79/1", "compare.A/RES/80/58", "on.votes", "on.sponsors", "on.requests"],
        ),
    ],
)
def test_a_text_leads_to_the_pages_that_tell_more(real: Store, item: str, pages: list[str]):
    at = visit("documents", {"item": item})
    keys = [key.removeprefix("documents.") for key in links(at)]
    assert [key for key in keys if key.startswith(("compare.", "on."))] == pages


def test_its_roll_call_is_the_one_drawn(real: Store):
    at = visit("documents", {"item": "A/RES/79/239"})
    pieces = {(vote, name) for vote, _, name in bars(drawn(at))}
    assert {vote for vote, _ in pieces} == {"A/RES/79/239@plenary", "A/RES/79/239@committee"}
    assert ("A/RES/79/239@plenary", "■ Against") in pieces
    follow(at, "documents.on.votes")
    assert not at.exception
    assert dict(at.query_params) == {"symbol": "A/RES/79/239", "scope": "all"}


def test_a_text_adopted_without_a_vote_has_no_drawing(small: Store):
    assert not visit("documents", {"item": "A/RES/90/2"}).get("plotly_chart")


def test_a_recorded_vote_with_its_names(small: Store):
    at = visit("documents", {"item": "A/RES/90/1"})
    assert [(m.label, m.value) for m in at.metric] == [
        ("yes", "3"), ("no", "1"), ("abstain", "1"), ("not\\_voting", "1"),
    ]  # fmt: skip
    page = texts(at)
    said = [read(text) for text in page]
    assert "no (1): Dogwood (Republic of)" in said
    assert "On the draft (2): Alder and Birch and Beech" in said
    assert "Added later (1): Cedar" in said
    assert any("[Cedar](/countries?item=XCC)" in text for text in page)


def test_totals_without_names_count_nobody_as_not_voting(editable: Path):
    change(editable / RESOLUTION, votes=[vote(roll_call=None, names="not_published")])
    at = visit("documents", {"item": "A/RES/90/1"})
    assert [m.value for m in at.metric] == ["3", "1", "1"]
    assert "Only the totals are published; names are not." in texts(at)


def test_a_text_without_a_vote_and_without_sponsors(small: Store):
    at = visit("documents", {"item": "A/RES/90/2"})
    assert not at.exception
    assert not at.metric
    page = texts(at)
    assert "adopted\\_without\\_vote" in page
    assert "This text has no sponsors; it was not submitted by States." in page
    assert "None added later." not in page


@pytest.mark.parametrize(
    ("draft", "added", "said"),
    [
        ("unknown", "unknown", ["sponsors are not known", "others joined later is not known"]),
        ("none", "none", ["No sponsors on the draft", "None added later"]),
    ],
)
def test_unknown_and_none_are_told_apart(editable: Path, draft: str, added: str, said: list[str]):
    change(editable / CONSENSUS, sponsors={"draft": draft, "added": added})
    page = texts(visit("documents", {"item": "A/RES/90/2"}))
    for words in said:
        assert any(words in text for text in page)


def test_the_paragraphs_of_a_record(small: Store):
    at = visit("documents", {"item": "A/RES/90/1"})
    assert rows(at)["number"].tolist() == [
        *("first preambular para.", "second preambular para.", "1", "2", "2 (a)", "3")
    ]
    assert "6 paragraphs, 2 of them mention AI, 1 more in other words only" in texts(at)
    link = at.get("page_link")[0].proto
    assert (link.label, link.query_string) == (
        "Open in the paragraph table",
        "symbol=A%2FRES%2F90%2F1",
    )


def test_a_report_says_what_asked_for_it(small: Store):
    at = visit("documents", {"item": "A/91/7", "lang": "zh"})
    assert not at.exception
    page = texts(at)
    assert page[page.index("由其要求提交") + 1] == "A/RES/90/1 · 机器"
    assert at.title[0].value == "Invented report（英文）"


def test_back_to_all_documents_keeps_the_filters(small: Store):
    at = visit("documents", {"item": "A/RES/90/1", "kind": "resolution"})
    follow(at, "documents.close")
    assert not at.exception
    assert count_line(at) == "2 of 3 documents"
    assert dict(at.query_params) == {"kind": "resolution"}


def test_where_to_correct_a_record(small: Store):
    page = texts(visit("documents", {"item": "A/RES/90/1"}))
    listed = "data/imported/90/A-RES-90-1.yaml, data/curated/documents/A-RES-90-1.yaml and "
    listed += "data/curated/requests/A-RES-90-1.yaml"
    assert f"To correct this record, change {escaped(listed)}." in page


def test_an_archived_copy_stands_beside_its_source(editable: Path):
    copy = {"url": "https://a.example/1", "archived": "https://archive.example/1", "read": False}
    change(editable / OVERLAY, sources=[copy])
    page = "\n".join(texts(visit("documents", {"item": "A/RES/90/1"})))
    assert "[a.example](https://a.example/1) · [archived copy](https://archive.example/1)" in page


def test_79_239_as_published(real: Store):
    at = visit("documents", {"item": "A/RES/79/239"})
    assert not at.exception
    committee, plenary = ["165", "2", "6"], ["159", "2", "5", "27"]
    assert [m.value for m in at.metric] == plenary + committee
    page = texts(at)
    against = read(next(text for text in page if text.startswith("**Against")))
    assert "Democratic People's Republic of Korea and Russian Federation" in against
    assert any("On the draft \\(22\\)" in text for text in page)
    life = next(text for text in page if "Delivered" in text)
    assert "[A/C.1/79/L.43](" in life
    assert "[A/80/78](" in life
    assert len(rows(at)[lambda table: table["number"].str.endswith("preambular para.")]) == 18
    assert page[page.index("Led to") + 1].startswith("A/80/78")


def test_79_239_in_chinese(real: Store):
    at = visit("documents", {"item": "A/RES/79/239", "lang": "zh"})
    assert not at.exception
    against = next(text for text in texts(at) if text.startswith("**反对"))
    assert "朝鲜民主主义人民共和国" in against
    assert "俄罗斯联邦" in against
    assert [m.label for m in at.metric][:3] == ["赞成", "反对", "弃权"]


def test_78_265_has_its_sponsors_and_no_vote(real: Store):
    at = visit("documents", {"item": "A/RES/78/265"})
    assert not at.exception
    page = texts(at)
    assert any("On the draft \\(55\\)" in text for text in page)
    assert any("Added later \\(68\\)" in text for text in page)
    assert not at.metric
    assert "Adopted without a vote" in page


def test_every_document_has_a_page_that_draws(real: Store):
    documents = store_module.current().tables["documents"]
    step = max(1, len(documents) // 12)  # a dozen across kinds; each takes a third of a second
    for row in documents.sort_values(["kind", "id"]).iloc[::step].itertuples():
        at = visit("documents", {"item": row.id})
        assert not at.exception, row.id
        assert at.title[0].value, row.id
        assert "Sources" in texts(at), row.id
