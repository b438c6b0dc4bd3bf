"""The feed read by a feed reader's parser, and held to what RFC 4287 asks of one."""

from __future__ import annotations

import datetime as dt
from typing import Any

import feedparser
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from dashboard.analysis.changes import COLUMNS
from dashboard.export.feed import Address, Titled, changes_atom
from dashboard.words import words

AT = Address("https://dashboard.invalid", "https://dashboard.invalid/api/changes.atom?since=2036")
ATOM = "{http://www.w3.org/2005/Atom}"
ONE, TWO = "0000000001", "00000000bb"
TITLED = {
    "A/RES/90/9": Titled("A/RES/90/9: Invented text", "/documents?item=A/RES/90/9&lang=en"),
    "law-one": Titled("<b>Law</b> & order ]]>\x00\u2028", "/?item=law-one"),
}


def changes(*rows: tuple[str, str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=list(COLUMNS), dtype="str")


SOME = changes(
    ("law-one", "added", "2036-03-01", TWO),
    ("A/RES/90/9", "changed", "2036-03-01", TWO),
    ("gone", "removed", "2036-03-01", TWO),
    ("A/RES/90/9", "added", "2036-02-01", ONE),
)


def written(frame: pd.DataFrame, titled: dict[str, Titled] | None = None, **more: Any) -> bytes:
    say = words(more.get("language", "en"))
    return changes_atom(frame, TITLED if titled is None else titled, say, "2036-03-02", AT)


def read(raw: bytes) -> Any:
    found = feedparser.parse(raw)
    assert not found.bozo, found.get("bozo_exception")
    return found


def valid(raw: bytes) -> list[etree._Element]:
    """The entries, held to sections 4.1.1 and 4.1.2 of RFC 4287."""
    root = etree.fromstring(raw)
    assert root.tag == f"{ATOM}feed"
    for one in ("id", "title", "updated"):
        assert len(root.findall(ATOM + one)) == 1
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    links = {
        (link.get("rel") or "alternate"): link.get("href") for link in root.findall(f"{ATOM}link")
    }
    assert links == {"self": AT.feed_url, "alternate": f"{AT.base_url}/"}
    entries = root.findall(f"{ATOM}entry")
    for entry in entries:
        for one in ("id", "title", "updated", "content"):
            assert len(entry.findall(ATOM + one)) == 1
        moment = dt.datetime.fromisoformat(entry.findtext(f"{ATOM}updated") or "")
        assert moment.tzinfo is not None
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len({*ids, root.findtext(f"{ATOM}id")}) == len(ids) + 1
    assert all(str(i).startswith("urn:uuid:") for i in ids)
    return entries


def test_no_changes_are_a_feed_without_entries_dated_by_the_data() -> None:
    raw = written(changes())
    assert valid(raw) == []
    assert read(raw).feed.updated == "2036-03-02T00:00:00+00:00"


def test_an_entry_for_each_record_and_version() -> None:
    raw = written(SOME)
    assert len(valid(raw)) == 4
    found = read(raw)
    assert found.feed.updated == "2036-03-01T00:00:00+00:00"
    shown = [
        (e.title, e.updated[:10], *(link.href for link in e.get("links", [])))
        for e in found.entries
    ]
    assert shown == [
        ("Added: <b>Law</b> & order ]]>", "2036-03-01", f"{AT.base_url}/?item=law-one"),
        ("Changed: A/RES/90/9: Invented text", "2036-03-01",
         f"{AT.base_url}/documents?item=A/RES/90/9&lang=en"),
        ("Removed: gone", "2036-03-01"),
        ("Added: A/RES/90/9: Invented text", "2036-02-01",
         f"{AT.base_url}/documents?item=A/RES/90/9&lang=en"),
    ]  # fmt: skip
    assert [e.tags[0].term for e in found.entries] == ["added", "changed", "removed", "added"]
    assert found.entries[1].content[0].value == ("Data version 00000000bb, 1 March 2036.")


def test_a_title_stays_text() -> None:
    entry = valid(written(SOME))[0]
    title = entry.find(f"{ATOM}title")
    assert title is not None
    assert len(title) == 0  # no element inside
    assert title.get("type", "text") == "text"


def test_in_chinese() -> None:
    found = read(written(SOME, language="zh"))
    assert found.feed.language == "zh"
    assert found.entries[2].title == "删除：gone"
    assert found.entries[2].content[0].value == "数据版本00000000bb，2036年3月1日。"


def test_ids_name_record_version_and_change_and_nothing_else() -> None:
    first = [entry.id for entry in read(written(SOME)).entries]
    again = [entry.id for entry in read(written(SOME[::-1], titled={}, language="zh")).entries]
    assert first == again[::-1]
    other = changes(
        ("law-one", "changed", "2036-03-01", TWO), ("law-one", "added", "2036-03-01", ONE)
    )
    assert not {entry.id for entry in read(written(other)).entries} & set(first)


def test_the_same_changes_give_the_same_bytes() -> None:
    assert written(SOME) == written(SOME.copy())


@settings(deadline=None)
@given(st.text())
def test_any_title_comes_back(title: str) -> None:
    raw = written(SOME[:1], {"law-one": Titled(title, "/?item=law-one")})
    [entry] = valid(raw)
    seen = "".join(sign if sign.isprintable() else " " for sign in title).split()
    assert (entry.findtext(f"{ATOM}title") or "").split() == ["Added:", *seen]


@pytest.mark.parametrize("kind", ["added", "changed", "removed"])
def test_a_record_nobody_can_name_is_named_by_its_id(kind: str) -> None:
    [entry] = read(written(changes(("mystery", kind, "2036-03-01", TWO)), {})).entries
    assert entry.title == f"{kind.capitalize()}: mystery"
    assert "links" not in entry
