"""A link made with other data says what changed since; any other link says nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.corpus import store
from dashboard.corpus.records.changes import CHANGES
from tests.app_pages.visits.visiting import links
from tests.invented.builders import write

VERSIONS = OLD, MIDDLE, NEW = "aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc"


def script() -> None:
    """A page that holds nothing but the notes."""
    from dashboard.ui.filters.changes_since_link import changes_since_link, since_note
    from dashboard.ui.frame.language import language
    from dashboard.ui.frame.page import open_page

    language()
    page = open_page("documents")
    changes_since_link(page)
    since_note(page)


@pytest.fixture
def log(data_dir: Path) -> None:
    """Three versions: two records came, one of them changed, one went."""
    records = (
        {"added": ["A/RES/90/1"]},
        {"added": ["A/RES/90/2"], "changed": ["A/RES/90/1"]},
        {"removed": ["gone-summit"]},
    )
    versions = [
        {"version": version, "on": f"2026-0{month}-04", "records": changed}
        for month, (version, changed) in enumerate(zip(VERSIONS, records, strict=True), 1)
    ]
    write(data_dir / CHANGES, {"versions": versions, "files": {}})


def opened(locale: str = "en-GB", **address: str) -> AppTest:
    at = AppTest.from_function(script, default_timeout=30)
    at.context = {"locale": locale}
    for name, value in address.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return at


def listed(at: AppTest) -> list[str]:
    """The lines about records, and the records one can open."""
    links = [link.value for link in at.link_button if "A/RES" in str(link.key)]
    return [caption.value for caption in at.caption] + links


def told(at: AppTest) -> list[str]:
    return [text.value for text in (*at.info, *at.markdown)]


@pytest.mark.parametrize("address", [{}, {"q": "machine"}, {"since": "2037"}])
def test_a_link_without_a_pin_says_nothing(log: None, address: dict[str, str]):
    at = opened(**address)
    assert told(at) == []
    assert listed(at) == []


def test_a_pin_to_the_data_being_served_says_nothing(data_dir: Path):
    at = opened(v=store.current().version)
    assert told(at) == []
    assert not at.button


@pytest.mark.parametrize("pin", ["ffffffffff", "![x](http://127.0.0.1:9)", "<b>"])
def test_a_pin_nobody_knows_is_told_as_text(log: None, pin: str):
    (said,) = told(opened(v=pin))
    assert said.endswith("of which the record of changes knows nothing.")
    assert "![" not in said
    assert "<b>" not in said


def test_without_a_log_no_pin_is_known(data_dir: Path):
    (said,) = told(opened(v=OLD))
    assert said == f"This link was made with data version {OLD}, " + (
        "of which the record of changes knows nothing."
    )


def test_a_pin_says_what_changed_after_it_and_what_went(log: None):
    at = opened(v=OLD)
    said = f"This link was made with data version {OLD}. Since then 3 records were added or changed"
    assert told(at)[0].startswith(said)
    captions = [caption.value for caption in at.caption]
    assert captions == ["One added\\:", "One changed\\:", "One removed\\:"]
    linked = [key.partition("A/")[2] for key in links(at) if "A/" in key]
    assert linked == ["RES/90/2", "RES/90/1"]
    assert "gone-summit" in told(at)[-1].replace("\\", "")  # what went is no link


def test_a_later_pin_says_less_and_in_chinese(log: None):
    at = opened("zh-CN", v=MIDDLE)
    assert told(at)[0].startswith(f"此链接依据数据版本{MIDDLE}。此后新增或修改了1条记录")
    assert [caption.value for caption in at.caption] == ["删除1条："]


def test_dropping_the_pin_leaves_the_rest_of_the_view(log: None):
    at = opened(v=OLD, kind="report")
    at.button(key="documents.pinned").click().run()
    assert dict(at.query_params) == {"kind": "report"}
    assert told(at) == []


def test_a_filter_by_day_lists_what_became_of_each_record(log: None):
    at = opened(since="2026-02")
    assert at.expander[0].label == "3 records were added or changed since then"
    assert [caption.value for caption in at.caption][:2] == ["One added\\:", "One changed\\:"]
