"""The width pages are drawn for: a guess by the browser's name until the browser says."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st

from dashboard.ui.frame import width as measured

AGENTS = {
    "": measured.DESK,
    "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0": measured.DESK,
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148": measured.PHONE,
    "Mozilla/5.0 (Linux; Android 15; Tablet) Chrome/140.0.0.0": measured.PHONE,
}


@pytest.fixture(autouse=True)
def session(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    held: dict[str, Any] = {}
    monkeypatch.setattr(st, "session_state", held)
    comes_as(monkeypatch, "")
    return held


def comes_as(monkeypatch: pytest.MonkeyPatch, agent: str) -> None:
    monkeypatch.setattr(st, "context", SimpleNamespace(headers={"User-Agent": agent}))


def says(session: dict[str, Any], width: object) -> None:
    session[measured._KEY] = {"width": width}
    measured._take()


@pytest.mark.parametrize("agent", AGENTS)
def test_the_first_guess_is_the_browser_s_name(monkeypatch: pytest.MonkeyPatch, agent: str):
    comes_as(monkeypatch, agent)
    assert measured.width() == AGENTS[agent]
    assert measured.width() in measured.STEPS
    assert measured.is_narrow() == (AGENTS[agent] == measured.PHONE)


@pytest.mark.parametrize("agent", AGENTS)
@pytest.mark.parametrize(("width", "narrow"), [(320, True), (600, True), (720, False)])
def test_what_the_browser_says_counts_whatever_its_name(
    monkeypatch: pytest.MonkeyPatch, session: dict[str, Any], agent: str, width: int, narrow: bool
):
    comes_as(monkeypatch, agent)
    says(session, width)
    assert measured.width() == width
    assert measured.is_narrow() == narrow


@pytest.mark.parametrize("nonsense", [None, "320", -1, 10**9, 321, [], {"width": 320}])
def test_a_width_that_is_no_step_is_not_taken(session: dict[str, Any], nonsense: object):
    says(session, 860)
    says(session, nonsense)
    assert measured.width() == 860


def test_a_share_of_a_narrow_column_is_never_less_than_the_least(session: dict[str, Any]):
    assert measured.width(0.625) == round(measured.DESK * 0.625)
    says(session, measured.STEPS[0])
    assert measured.width(0.5) == measured.STEPS[0]
