"""Lines of a draft beside the record, on drafts in invented words and on places of the record."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from dashboard.analysis.agreed_language import matches as held_against
from dashboard.analysis.agreed_language.matches import COLUMNS, balance
from dashboard.analysis.frames import frame_of, rows_of
from dashboard.corpus.snapshot import Snapshot
from dashboard.sources.drafts.draft import Draft
from dashboard.sources.drafts.pasted import read_pasted
from tests.invented.synthetic import snapshot
from tests.invented.wordings import with_wording


def matches(record: Snapshot, draft: Draft, *asked: Any, **named: Any) -> pd.DataFrame:
    """The rows as a frame, so that columns can be looked at."""
    rows = held_against.matches(record, draft, *asked, **named)
    assert all(list(row) == list(COLUMNS) for row in rows)
    return frame_of([tuple(row.values()) for row in rows], COLUMNS)


@pytest.mark.parametrize("text", ["Wool is warm.", "羊毛很暖。"])
def test_a_line_near_to_nothing_is_new(text: str) -> None:
    found = matches(snapshot(), read_pasted(text))
    assert list(found.columns) == list(COLUMNS)
    row = found.iloc[0]
    assert (row["line"], row["relation"], row["likeness"], row["rank"]) == (1, "new", 0, 1)
    assert found["id"].isna().all()
    assert balance(rows_of(found)) == {
        **dict.fromkeys(balance(rows_of(found)), 0), "lines": 1, "new": 1,
    }  # fmt: skip


def test_lines_are_numbered_as_pasted_and_none_is_lost(real: Snapshot) -> None:
    lines = [f"Requests shepherd number {n} to count the flock" for n in range(40)]
    found = matches(real, read_pasted("\n".join(lines)), limit=2)
    assert list(dict.fromkeys(found["line"])) == list(range(1, 41))
    assert found.groupby("line").size().max() <= 2


def test_verbs_and_softeners_that_moved(real: Snapshot) -> None:
    """The record's own paragraph asks; the line says the same with another verb."""
    said = "Requests the shepherd to count the flock on the hill by the brook every morning"
    held = with_wording(real, {"A/RES/79/239#op7": said})
    softer = matches(held, read_pasted(said.replace("Requests", "Invites")), 1).iloc[0]
    assert (softer["id"], softer["relation"]) == ("A/RES/79/239#op7", "reworded")
    assert (softer["move"], softer["why"]) == ("softer", ("verb",))
    assert (softer["verb"], softer["adopted_verb"]) == ("Invites", "Requests")
    soft = matches(held, read_pasted(f"{said}, as appropriate"), 1).iloc[0]
    assert (soft["move"], soft["softeners_gained"]) == ("softened", ("as_appropriate",))
    same = matches(held, read_pasted(said), 1).iloc[0]
    assert same["relation"] == "identical"
    assert matches(held, read_pasted(said), 1)["move"].isna().all()
    assert (same["yes"], same["no"], same["date"]) == (159, 2, "2024-12-24")
    assert same["requests"] == ("79-239-7", "79-239-7-2")
    assert "usa-2025-03-31-submission" in same["explained"]
    assert matches(held, read_pasted(said), 1, {"A/RES/79/239"}).iloc[0]["relation"] == "new"


def test_chinese_verbs_move_too(real: Snapshot) -> None:
    said = "请牧人每天早晨在小溪旁的山上数一数所有的羊并写一份报告"
    held = with_wording(real, {"A/RES/79/239#op7": said}, "zh")
    found = matches(held, read_pasted(said.replace("请", "鼓励", 1) + "；"), 1).iloc[0]
    assert (found["id"], found["move"]) == ("A/RES/79/239#op7", "softer")


def test_chinese_softeners_come_and_go(real: Snapshot) -> None:
    """Of a paragraph whose wording nobody holds: by its fingerprint."""
    said = "请牧人每天早晨在小溪旁的山上自愿数一数所有的羊，在各自任务范围内写一份报告"
    held = with_wording(real, {"A/RES/79/239#op7": said}, "zh")
    same = matches(held, read_pasted(said), 1).iloc[0]
    assert (same["softeners_gained"], same["softeners_lost"]) == ((), ())
    other = said.replace("自愿", "").replace("写一份", "酌情写一份")
    row = matches(held, read_pasted(other), 1).iloc[0]
    assert (row["softeners_gained"], row["softeners_lost"]) == (
        ("as_appropriate",), ("voluntary_basis",),
    )  # fmt: skip
    asked = said.replace("写一份", "应请求写一份")
    more = matches(held, read_pasted(f"{asked}；"), 1).iloc[0]
    assert (more["move"], more["softeners_gained"]) == ("softened", ("upon_request",))


def test_who_left_the_consensus_on_a_paragraph_or_a_text(real: Snapshot) -> None:
    statements = real.tables["statements"]
    left = statements[statements["stance"].eq("dissociation") & statements["paragraphs"].map(bool)]
    paragraph = left["paragraphs"].iloc[0][0]
    held = with_wording(real, {paragraph: "Wool is what the flock is shorn for in the spring"})
    row = matches(held, read_pasted("Wool is what the flock is shorn for in the spring"), 1)
    assert left["id"].iloc[0] in row.iloc[0]["dissociated"]
