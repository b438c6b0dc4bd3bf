"""The address is the view: read once, written back, and whoever acted last wins."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest


def script() -> None:
    """A page with one filter: it says its query and offers to drop the kind."""
    import streamlit as st

    from dashboard.corpus import store
    from dashboard.ui.frame.url_state import change, generation, open_view

    query = open_view(store.current(), "documents", "documents")
    st.text(str(query.without("scope").to_params()))
    st.text(f"{generation('documents')} {query.ignored}")
    st.text(query.scope or "")
    st.button("drop", key="drop", on_click=change, args=("documents", query.without("kind")))


def opened(**address: str | list[str]) -> AppTest:
    at = AppTest.from_function(script, default_timeout=30)
    for name, value in address.items():
        at.query_params[name] = value
    return at.run()


def test_a_bare_address_is_a_bare_view(data_dir: Path):
    at = opened()
    assert not at.exception
    assert at.text[0].value == "[]"
    assert dict(at.query_params) == {}


def test_an_address_becomes_the_view_and_stays(data_dir: Path):
    at = opened(kind=["report", "!law"], q="machines")
    assert at.text[0].value == "[('q', 'machines'), ('kind', 'report'), ('kind', '!law')]"
    assert dict(at.query_params) == {"q": "machines", "kind": ["report", "!law"]}
    at.run()
    assert at.text[1].value == "1 ()"


def test_what_is_not_understood_is_noted_and_leaves_the_address(data_dir: Path):
    at = opened(colour="red", kind="REPORT")
    assert at.text[0].value == "[('kind', 'report')]"
    assert at.text[1].value == "1 ('colour',)"
    assert dict(at.query_params) == {"kind": "report"}


def test_another_address_is_taken_over(data_dir: Path):
    at = opened(kind="report")
    at.query_params["kind"] = "resolution"
    at.run()
    assert at.text[0].value == "[('kind', 'resolution')]"
    assert at.text[1].value.startswith("2 ")


def test_a_change_here_wins_over_the_address_of_before(data_dir: Path):
    at = opened(kind="report", q="machines")
    at.button(key="drop").click().run()
    assert at.text[0].value == "[('q', 'machines')]"
    assert dict(at.query_params) == {"q": "machines"}
    at.run()
    assert at.text[0].value == "[('q', 'machines')]"


def test_back_to_the_address_of_before_is_taken_over_again(data_dir: Path):
    at = opened(kind="report")
    at.button(key="drop").click().run()
    at.query_params["kind"] = "report"
    at.run()
    assert at.text[0].value == "[('kind', 'report')]"


def test_a_scope_is_named_where_it_is_not_the_one_a_page_opens_on(data_dir: Path):
    for asked, shown, named in (("", "ai", None), ("ai", "ai", None), ("ALL", "all", "all")):
        at = opened(scope=asked)
        assert at.text[2].value == shown
        assert dict(at.query_params).get("scope") == named
    at = opened(scope="some")
    assert at.text[2].value == "ai"
    assert dict(at.query_params) == {}
