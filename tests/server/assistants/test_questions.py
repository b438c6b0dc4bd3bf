"""Three questions of a reader, answered over the wire from the real record, and reckoned apart."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Any

import pytest

from dashboard.analysis.agreed_language.matches import matches
from dashboard.analysis.selection.search import matching
from dashboard.corpus import store
from dashboard.corpus.snapshot import Snapshot
from dashboard.server.assistants.route import HOSTS
from dashboard.sources.drafts.pasted import read_pasted
from tests.server.assistants.calling import HOST, visited

DAY = "2026-03-01"
LINE = "Emphasizes that a human being shall keep control of every machine that may use force"
OVERDUE = ("overdue_not_found", "target_date_passed")


@pytest.fixture(autouse=True)
def served(monkeypatch: pytest.MonkeyPatch, real_record: Snapshot) -> None:
    monkeypatch.setenv(HOSTS, HOST)
    monkeypatch.setattr(store, "current", lambda: real_record)


def test_which_reports_on_ai_are_overdue_who_moved_and_what_was_agreed(real_record: Snapshot):
    async def visit(client, ask):
        assert len((await client.list_tools()).tools) == 5
        _, due = await ask("requests_due", day=DAY, status=list(OVERDUE), limit=100)
        columns = ["id", "date"]
        _, votes = await ask(
            "select", table="recorded_votes", track="military", stage="plenary", columns=columns
        )
        ids = [row["id"] for row in votes["rows"]]
        pairs = list(pairwise(ids))
        moved = [(await ask("compare", earlier=one, later=two, limit=100))[1] for one, two in pairs]
        _, agreed = await ask("select", table="paragraphs", q="human control", limit=100)
        _, lines = await ask("agreed_language", text=LINE, nearest=3)
        return due, dict(zip(pairs, moved, strict=True)), agreed, lines

    due, moved, agreed, lines = visited(visit)
    overdue_as_the_table_has_them(real_record, due)
    for (one, two), told in moved.items():
        assert told["next"] is None
        shifts = {(r["iso3"], r["earlier"], r["later"]) for r in told["rows"] if r["proven"]}
        assert shifts == shifted(real_record, one, two), (one, two)
    assert any(told["rows"] for told in moved.values())
    paragraphs = real_record.tables["paragraphs"]
    wanted = paragraphs[matching(real_record, "paragraphs", "human control")]
    assert [row["id"] for row in agreed["rows"]] == list(wanted["id"])
    assert len(wanted) >= 5
    apart = matches(real_record, read_pasted(LINE), 3)
    assert [(r["id"], r["likeness"]) for r in lines["rows"]] == [
        (row["id"], row["likeness"]) for row in apart
    ]
    for row in (*agreed["rows"], *lines["rows"]):
        symbol = row["id"].partition("#")[0]
        assert row["cite"]["official"] == f"https://docs.un.org/en/{symbol}"


def overdue_as_the_table_has_them(record: Snapshot, told: dict[str, Any]) -> None:
    table = record.on(dt.date.fromisoformat(DAY)).tables["requests"]
    asked = table["date"].isna() | (table["date"] <= DAY)
    on_ai = table[table["about_ai"].fillna(False).astype(bool) & asked]
    wanted = on_ai[on_ai["status"].isin(OVERDUE)].sort_values(["due_to", "id"], kind="stable")
    assert [row["id"] for row in told["rows"]] == list(wanted["id"])
    assert told["rows"]
    assert told["statuses"] == on_ai["status"].value_counts().to_dict()
    for row in told["rows"]:
        assert row["due_to"] < DAY


def shifted(record: Snapshot, one: str, two: str) -> set[tuple[str, str, str]]:
    """States named in both votes, where they stood in each, if that differs."""
    votes = record.tables["votes"]
    stood = [
        dict(zip(of["iso3"], of["position"], strict=True))
        for of in (votes[votes["vote"] == vote] for vote in (one, two))
    ]
    return {
        (iso3, stood[0][iso3], stood[1][iso3])
        for iso3 in stood[0].keys() & stood[1].keys()
        if stood[0][iso3] != stood[1][iso3]
    }
