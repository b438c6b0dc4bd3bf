"""The requests page: what falls due, what came, and that not found is not the same as none."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from dashboard.corpus.store import Store
from tests.app_pages.visits.drawn import drawn, linked
from tests.app_pages.visits.visiting import counts, row_ids, rows, tables, texts, visit
from tests.invented.builders import REQUESTS, change, write
from tests.invented.builders_codes import vocabulary
from tests.invented.builders_curated import request

OUTCOMES = {"view": "outcomes", "scope": "all"}


@pytest.mark.parametrize("view", ["table", "outcomes"])
def test_a_record_without_requests_says_so(editable: Path, view: str):
    (editable / "curated/requests/A-RES-90-1.yaml").unlink()
    at = visit("requests", {"view": view})
    assert not at.exception
    assert not at.get("plotly_chart")
    assert "**Nothing fits these filters**" in texts(at)


def test_unknown_codes_are_told_and_all_is_shown(small: Store):
    at = visit("requests", {"item": "1-2-3", "status": "lost", "as_of": "soon"})
    assert not at.exception
    said = " ".join(note.value for note in at.info)
    assert "1-2-3” is not on record" in said
    assert "status\\: “lost” could not be used" in said
    assert "as\\_of\\: “soon” could not be used" in said
    assert len(rows(at)) == 2


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("address", [{}, {"item": "90-1-3"}, {"item": "90-1-3-2"}])
def test_the_small_record_in_every_view(small: Store, language: str, address: dict[str, str]):
    at = visit("requests", {**address, "lang": language})
    assert not at.exception
    if address:
        assert at.title[0].value
    else:
        assert len(rows(at)) == 2


@pytest.mark.parametrize(
    ("basis", "due", "told"),
    [
        ("none_stated", None, False),
        ("explicit_date", "2036", False),
        ("inferred_session", "91", True),
    ],
)
def test_a_day_that_is_ours_says_why(editable: Path, basis: str, due: str | None, told: bool):
    bases = vocabulary("due_bases", {basis: {"definition": {"en": "Because of the oaks."}}})
    write(editable / "vocabulary/due_bases.yaml", bases)
    change(editable / REQUESTS, requests=[request(due=due, due_basis=basis)])
    assert ("Because of the oaks." in texts(visit("requests", {"item": "90-1-3"}))) is told


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("view", ["table", "chart"])  # the picture was a view of its own
def test_the_real_record_in_every_view(real: Store, language: str, view: str):
    at = visit("requests", {"lang": language, "view": view, "scope": "all"})
    assert not at.exception
    assert not at.info
    total = len(real.current().tables["requests"])
    assert len(linked(at, "requests")) == total
    if language == "en":
        assert f"**{total} of {total} requests**" in texts(at)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_two_requests_are_too_few_for_a_curve_and_are_told_one_by_one(small: Store, language: str):
    at = visit("requests", {**OUTCOMES, "as_of": "2037-12-31", "lang": language})
    assert not at.exception
    assert [chart.key for chart in at.get("plotly_chart")] == ["requests.chart.quarters"]
    figures = tables(at)[0]
    assert len(figures) == 2  # all, and groups that are too small
    for _, line in figures.iterrows():
        asked, came, *outcomes = (int(cell) for cell in line.iloc[1:11].replace("–", "0"))
        assert (asked, came, sum(outcomes)) == (2, 1, 2)
    if language == "en":
        assert (
            "**Of 2 requests, one came; none is past its day, looked for and not found; "
            in " ".join(texts(at))
        )


def test_what_a_rule_found_is_shown_and_marked_where_nothing_is_on_record(editable: Path):
    (editable / "curated/requests/A-RES-90-1.yaml").unlink()
    write(
        editable / "imported/request_candidates.yaml",
        {"rule": 2, "candidates": {"A/RES/90/1": {"sure": {"op3": ["report"]}}}},
    )
    at = visit("requests", {"scope": "all", "by": "tier"})
    assert not at.exception
    said = " ".join(texts(at))
    assert "**Of one request, found by rule and not read, none came" in said
    assert "Nothing fits these filters" not in said
    assert list(rows(at)["What became of it"]) == ["No day named, not found"]
    assert row_ids(at) == ["A/RES/90/1#op3"]


@pytest.mark.parametrize("by", ["addressee", "lost"])
def test_the_figures_of_outcomes_are_those_of_the_rows(real: Store, by: str):
    at = visit("requests", {**OUTCOMES, "by": by})
    assert not at.exception
    found, figures = linked(at, "requests"), tables(at)[0]
    every, *groups = counts(figures["Requested"])
    assert figures.iloc[0, 0] == "All"
    assert sum(groups) == every == len(found)
    came = found["status"].str.startswith("issued").sum()
    assert counts(figures["Came"]).iloc[0] == came
    drawn_groups = {trace["xaxis"] for trace in drawn(at, 1) if trace["name"] == "steps"}
    assert 1 < len(drawn_groups) < len(figures)
    assert figures.columns[0] == ("Addressee" if by == "addressee" else "What is requested")


def test_the_bars_of_quarters_are_the_rows_with_a_day(real: Store):
    at = visit("requests", {"mentions": "true"})
    found = linked(at, "requests")
    bars = [trace for trace in drawn(at) if trace["type"] == "bar"]
    assert sum(n for bar in bars for n in bar["y"] if n) == found["due_to"].ne("").sum() > 20


def test_78_311_paragraph_15_is_past_its_day_and_not_found(real: Store):
    """Asked for the 80th session, which closed on 8 September 2026; nothing was found."""
    page = texts(visit("requests", {"item": "78-311-15", "as_of": "2026-11-21"}))
    verdict = next(text for text in page if "-badge[" in text)
    assert verdict.startswith(":yellow-badge[Target date passed, none found] ")
    assert "at the 80th session (est. by 8 September 2026)." in verdict.replace("\\", "")
    assert "does not prove that there is none" in verdict
    assert page[page.index("What came") + 1].endswith("none was found.")


def test_79_239_paragraph_7_came_on_time_as_a_80_78(real: Store):
    page = texts(visit("requests", {"item": "79-239-7", "as_of": "2026-11-21"}))
    assert any(text.startswith(":green-badge[Done on time]") for text in page)
    assert any(text.startswith("A/80/78 · ") for text in page)
    assert any(text.startswith("issued 5 June 2025") for text in page)


@pytest.mark.parametrize(
    ("as_of", "badge"),
    [
        ("2024-12-31", ":blue-badge[Not yet due]"),
        ("2026-08-01", ":blue-badge[Due soon]"),
        ("2026-09-09", ":yellow-badge[Target date passed, none found]"),
    ],
)
def test_the_day_in_the_link_changes_the_status(real: Store, as_of: str, badge: str):
    page = texts(visit("requests", {"item": "78-311-15", "as_of": as_of}))
    assert any(text.startswith(badge) for text in page)


@pytest.mark.parametrize(
    ("item", "as_of", "hidden", "language"),
    [
        ("79-239-7", "2025-06-04", "A/80/78", "en"),
        ("78-241-2-2", "2024-06-30", "A/79/88", "en"),
        ("79-325-6-2", "2026-07-05", "un-global-dialogue-2026", "zh"),
    ],
)
def test_on_a_day_before_it_came_an_answer_is_not_shown(
    real: Store, item: str, as_of: str, hidden: str, language: str
):
    shown = {"item": item, "lang": language}
    before, after = (visit("requests", {**shown, "as_of": day}) for day in (as_of, "2026-11-21"))
    assert not any(hidden in text for text in texts(before))
    rows = real.current().on(dt.date.fromisoformat(as_of)).tables["requests"].set_index("id")
    assert rows.loc[item, "answered_by"] == ()
    assert texts(before) != texts(after)


@pytest.mark.parametrize("status", ["overdue_not_found", "not_yet_due", "issued_on_time"])
def test_who_asks_for_a_status_sees_its_rows_and_a_picture_of_no_others(real: Store, status: str):
    opened = visit("requests", {"status": status, "scope": "all"})
    assert not opened.exception
    found = linked(opened, "requests")
    assert set(found["status"]) == {status}
    pieces = [bar["y"] for bar in drawn(opened) if bar["type"] == "bar"]
    assert [sum(n) for n in pieces] == [found["due_to"].ne("").sum()]
