from __future__ import annotations

import pytest

from dashboard.server.assistants.route import HOSTS, assistant_routes


@pytest.mark.parametrize("said", ["", "   "])
def test_nobody_may_call_unless_it_is_said(monkeypatch: pytest.MonkeyPatch, said: str):
    monkeypatch.setenv(HOSTS, said)
    assert assistant_routes() == []
    monkeypatch.delenv(HOSTS)
    assert assistant_routes() == []


@pytest.mark.parametrize("wrong", ["*", "https://a.example", "a.example:80", "a.example/", "-a"])
def test_what_is_no_host_is_refused_at_the_start(monkeypatch: pytest.MonkeyPatch, wrong: str):
    monkeypatch.setenv(HOSTS, f"dashboard.example.org {wrong}")
    with pytest.raises(ValueError, match=HOSTS):
        assistant_routes()


def test_one_path_answers_posts_alone(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(HOSTS, "dashboard.example.org 127.0.0.1")
    (route,) = assistant_routes()
    assert (route.path, route.methods) == ("/mcp", {"POST"})
