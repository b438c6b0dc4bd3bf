"""The votes page: one vote, who moved, all votes, who votes alike; against the votes route."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from dashboard.corpus.store import Store
from dashboard.ui.frame.markdown import escaped
from tests.app_pages.visits.drawn import answered, drawn, linked
from tests.app_pages.visits.visiting import (
    count_line,
    counts,
    open_box,
    row_ids,
    tables,
    texts,
    visit,
)
from tests.invented.builders import RESOLUTION, change, vote, write
from tests.invented.builders_codes import vocabulary
from tests.ui.frame.test_markdown import read

POSITIONS = ("yes", "no", "abstain", "not_voting")
NAMES = {"yes": "In favour", "no": "Against", "abstain": "Abstaining", "not_voting": "Not voting"}
VIEWS = ("bars", "ballots", "moved", "grid", "agreement")
FIRST = "A/RES/79/239@plenary"
SECOND = "A/RES/80/58@plenary"


@pytest.fixture
def small(editable: Path) -> Path:
    """The small record with the positions that votes are drawn by."""
    terms = {code: {} for code in (*POSITIONS, "unnamed", "not_member", "unknown")}
    write(editable / "vocabulary" / "positions.yaml", vocabulary("positions", terms))
    return editable


def lines(page: list[str], start: str) -> list[str]:
    """The moves listed under the pair of votes whose heading begins so."""
    place = next(i for i, text in enumerate(page) if text.startswith(f"**{start}"))
    return page[place + 1].split("\n")


@pytest.mark.parametrize("view", VIEWS)
def test_a_record_without_votes_says_that_nothing_is_found(small: Path, view: str):
    change(small / RESOLUTION, votes=[], outcome="adopted_without_vote")
    at = visit("votes", {"view": view})
    assert not at.exception
    assert not at.get("plotly_chart")
    assert "**Nothing fits these filters**" in texts(at)


def test_a_vote_without_names_has_totals_and_no_drawing(small: Path):
    change(small / RESOLUTION, votes=[vote(roll_call=None, names="not_published")])
    at = visit("votes", {"item": "A/RES/90/1@plenary"})
    assert not at.exception
    assert not at.get("plotly_chart")
    assert [m.value for m in at.metric] == ["3", "1", "1", "Not known"]
    said = "Only the totals of this vote are published; no State is named."
    assert [note.value for note in at.info] == [said]
    for view in ("grid", "agreement"):
        assert not visit("votes", {"view": view}).exception


def test_an_unknown_vote_is_told_and_the_list_shown(small: Path):
    at = visit("votes", {"item": "A/RES/1/1@plenary", "position": "loud", "country": "XZZ"})
    assert not at.exception
    said = " ".join(note.value for note in at.info)
    assert f"“{escaped('A/RES/1/1@plenary')}” is not on record" in said
    assert "position\\: “loud” could not be used" in said
    assert "country\\: “XZZ” could not be used" in said
    assert row_ids(at) == ["A/RES/90/1@plenary"]


@pytest.mark.parametrize(("language", "view"), [*product(("en", "zh"), VIEWS)])
def test_every_view_draws_the_small_record(small: Path, language: str, view: str):
    at = visit("votes", {"view": view, "lang": language})
    assert not at.exception
    assert at.title[0].value
    said = {"en": "One of 1 recorded votes", "zh": "符合条件1次（共1次记录表决）"}[language]
    assert count_line(at) == said


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("view", ["marks", "map"])
def test_a_small_vote_is_drawn_with_each_state_once(small: Path, language: str, view: str):
    at = visit("votes", {"item": "A/RES/90/1@plenary", "view": view, "lang": language})
    assert not at.exception
    assert [m.value for m in at.metric] == ["3", "1", "1", "1"]
    if view == "marks":
        marks = [iso3 for trace in drawn(at) for iso3 in trace.get("customdata") or []]
        assert sorted(marks) == ["XAA", "XBB", "XCC", "XDD", "XEE", "XFF", "XGG"]


@pytest.mark.parametrize(("language", "view"), [*product(("en", "zh"), VIEWS[:1] + VIEWS[2:])])
def test_every_view_draws_the_real_record(real: Store, language: str, view: str):
    at = visit("votes", {"view": view, "lang": language})
    assert not at.exception
    assert not at.info
    if view == "moved":  # the flow between the votes waits until it is asked for
        assert not at.get("plotly_chart")
        at = open_box(at, f"votes.flow.{FIRST}.{SECOND}")
    assert at.get("plotly_chart")


@pytest.mark.parametrize(
    "item", [FIRST, "A/RES/79/239@committee", "A/RES/78/241@committee", "A/RES/80/57@plenary"]
)
def test_the_marks_are_the_rows_behind_them(real: Store, item: str):
    at = visit("votes", {"item": item, "lang": "zh"})
    assert not at.exception
    cast = linked(at, "votes")
    assert set(cast["vote"]) == {item}
    marked: dict[str, set[str]] = {}
    for trace in drawn(at):
        if trace.get("customdata"):
            marked[trace["name"]] = set(trace["customdata"])
            assert trace["name"].endswith(f" {len(trace['customdata'])}")
    named = cast.groupby("position")["iso3"].agg(set)
    assert all(any(states <= found for found in marked.values()) for states in named)
    totals = answered("/api/recorded_votes.csv").set_index("id").loc[item]
    for sign, position in (("赞成", "yes"), ("反对", "no"), ("弃权", "abstain")):
        assert any(name == f"{sign} {totals[position]}" for name in marked)


def test_79_239_by_the_route_and_by_hand(real: Store):
    """159-2-5 and 27 in no list: A/RES/79/239, A/79/PV.55 (Resumption 1)."""
    at = visit("votes", {"item": FIRST})
    assert [m.value for m in at.metric] == ["159", "2", "5", "27"]
    cast = linked(at, "votes")["position"].value_counts()
    assert [cast[position] for position in POSITIONS] == [159, 2, 5, 27]
    page = texts(at)
    against = "Against (2): Democratic People's Republic of Korea and Russian Federation"
    assert against in [read(text) for text in page]
    assert "193 Member States · Every State named" in page


def test_the_map_shows_the_same_193_states(real: Store):
    at = visit("votes", {"item": FIRST, "view": "map"})
    cast = linked(at, "votes")
    shown = [(iso3, t["name"]) for t in drawn(at) for iso3 in t.get("customdata") or []]
    assert sorted(shown) == sorted(zip(cast["iso3"], cast["position"], strict=True))
    assert len(shown) == 193
    assert any("no position" in text or "imply" in text for text in texts(at))


def test_the_bars_are_counts_of_the_rows_by_regional_group(real: Store):
    at = visit("votes", {"item": FIRST})
    region = answered("/api/countries.csv").set_index("iso3")["regional_group"]
    cast = linked(at, "votes").assign(group=lambda rows: rows["iso3"].map(region))
    counted = cast.groupby(["group", "position"]).size()
    members = cast["group"].value_counts()
    found = {
        tuple(code): (int(text), length)
        for trace in drawn(at, 1)
        if trace["type"] == "bar"
        for code, text, length in zip(trace["customdata"], trace["text"], trace["x"], strict=True)
    }
    assert {code: number for code, (number, _) in found.items()} == counted.to_dict()
    for (group, position), (number, length) in found.items():
        assert length == pytest.approx(number / members[group]), position
    table = next(table for table in tables(at) if "Member States" in table)
    assert counts(table["Member States"]).sum() == 193
    assert counts(table["In favour"]).sum() == 159


@pytest.mark.parametrize("item", ["A/RES/79/239@committee", FIRST])
def test_syria_is_the_one_that_moved_after_the_committee_on_79_239(real: Store, item: str):
    """165-2-6 in committee, 159-2-5 in plenary: the sixth abstention was Syria's."""
    page = texts(visit("votes", {"item": item}))
    moved = lines(page, "A/RES/79/239, Committee 2024 \\(165–2–6\\) → A/RES/79/239, Plenary")
    assert moved == ["- **Abstaining → Not voting \\(1\\)\\:** Syrian Arab Republic"]


def test_niger_moved_from_no_to_abstaining_on_78_241(real: Store):
    page = texts(visit("votes", {"item": "A/RES/78/241@plenary"}))
    moved = lines(page, "A/RES/78/241, Committee 2023 \\(164–5–8\\) → A/RES/78/241, Plenary")
    assert "- **Against → Abstaining \\(1\\)\\:** Niger" in moved


def test_the_united_states_moved_from_yes_to_no(real: Store):
    page = texts(visit("votes", {"view": "moved", "country": "USA", "weight": "core"}))
    for between in (
        "A/RES/79/239, Plenary 2024 \\(159–2–5\\) → A/RES/80/58, Plenary 2025 \\(167–5–5\\)",
        "A/RES/79/62, Plenary 2024 \\(166–3–15\\) → A/RES/80/57, Plenary 2025 \\(164–6–7\\)",
    ):
        moved = lines(page, between)
        assert moved == ["- **In favour → Against \\(1\\)\\:** United States of America"]


def test_the_flow_is_a_count_of_the_rows_of_both_votes(real: Store):
    at = open_box(visit("votes", {"item": SECOND}), f"votes.flow.{FIRST}.{SECOND}")
    cast = answered("/api/votes.csv?symbol=A/RES/79/239&symbol=A/RES/80/58&stage=plenary")
    wide = cast.pivot(index="iso3", columns="vote", values="position")
    counted = wide.groupby([FIRST, SECOND]).size()
    (flow,) = [t for n in range(2, 4) if n < len(at.get("plotly_chart"))
               for t in drawn(at, n) if t["type"] == "sankey"]  # fmt: skip
    pairs = [tuple(pair) for pair in flow["link"]["customdata"]]
    assert dict(zip(pairs, flow["link"]["value"], strict=True)) == counted.to_dict()
    assert sum(flow["link"]["value"]) == 193


def test_where_no_state_is_named_the_page_says_so(real: Store):
    at = visit("votes", {"item": "A/RES/80/58@committee"})
    assert not at.exception
    assert not at.get("plotly_chart")
    assert "193 Member States · Names not published" in texts(at)
    assert [m.value for m in at.metric] == ["Not known"] * 4


def test_not_voting_abstaining_and_no_member_are_three_words(real: Store):
    for language in ("en", "zh"):
        labels = {
            code: term.labels[language]
            for code, term in real.current().vocabularies["positions"].terms.items()
        }
        three = [labels[code] for code in ("not_voting", "abstain", "not_member")]
        assert len(set(three)) == 3
        metrics = visit("votes", {"item": FIRST, "lang": language}).metric
        assert [m.label for m in metrics][2:] == [labels["abstain"], labels["not_voting"]]


def test_adopted_without_a_vote_is_an_outcome_of_the_document(real: Store):
    at = visit("documents", {"item": "A/RES/78/265"})
    page = texts(at)
    assert page[page.index("Decision") + 1] == "Adopted without a vote"
    assert not at.metric
    assert "A/RES/78/265@plenary" not in list(answered("/api/recorded_votes.csv")["id"])
