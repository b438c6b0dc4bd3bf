"""What a chat shows of a link, and that no address can put anything else there."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from dashboard.server.link_preview import Preview, preview
from dashboard.words import words

EN, ZH = words("en"), words("zh")


@pytest.fixture(autouse=True)
def record(data_dir) -> None:
    """The invented record is served."""


def test_a_page_is_called_by_its_name():
    shown = preview(EN, "/requests", {})
    assert shown.title == EN("requests.nav")
    assert shown.description == EN("requests.help")
    assert preview(ZH, "/", {}).title == ZH("timeline.nav")


@pytest.mark.parametrize("path", ["/nope", "/..", "/app", "/requests.nav"])
def test_a_path_of_no_page_is_called_by_the_name_of_the_site(path: str):
    assert preview(EN, path, {}).title == EN("app.title")


def test_a_record_is_called_by_its_symbol_and_title(snapshot):
    row = snapshot.tables["documents"].set_index("id").loc["A/RES/90/1"]
    for name in ("item", "symbol"):
        shown = preview(EN, "/documents", {name: "A/RES/90/1"})
        assert shown.title == f"A/RES/90/1: {row['title_en']}"
        assert EN.date(row["date"]) in shown.description


def test_an_event_says_what_happened(snapshot):
    events = snapshot.tables["timeline"]
    row = events[events["symbol"].isna()].iloc[0]
    shown = preview(EN, "/", {"item": row["id"]})
    assert shown.title == row["title_en"]
    assert row["summary_en"] in shown.description


@pytest.mark.parametrize("name", ["", "gone", '"><script>alert(1)</script>', "x" * 10_000])
def test_what_is_not_on_record_is_not_repeated(name: str):
    assert preview(EN, "/votes", {"item": name}) == preview(EN, "/votes", {})


def test_text_of_the_record_stays_text():
    head = Preview('"><script>', "<img src=x>\n&").head(EN, 'https://x.example/"i')
    seen: list[tuple[str, dict[str, str | None]]] = []

    class Parser(HTMLParser):
        def handle_starttag(self, tag, attrs):
            seen.append((tag, dict(attrs)))

    Parser().feed(head)
    assert {tag for tag, _ in seen} == {"title", "meta"}
    assert {"property": "og:title", "content": '"><script>'} in [attrs for _, attrs in seen]
