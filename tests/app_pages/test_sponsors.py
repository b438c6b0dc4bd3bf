"""The sponsors page: ledgers, growth, overlap, ranking and pairs; against the sponsors route."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from dashboard.corpus.membership import groups_on
from dashboard.corpus.store import Store
from dashboard.ui.frame.markdown import escaped
from tests.app_pages.visits.drawn import answered, bars, drawn, linked
from tests.app_pages.visits.visiting import counts, rows, tables, texts, visit
from tests.invented.builders import RESOLUTION, change

VIEWS = ("texts", "overlap", "ranking", "years", "pairs")
BOTH = ("A/RES/78/265", "A/RES/78/311")
ROLES = {"On the draft": "original_sponsor", "Added later": "additional_sponsor"}


def by_text(sponsors: pd.DataFrame) -> dict[str, set[str]]:
    """The sponsors of each text by their codes."""
    return sponsors.groupby("symbol")["iso3"].agg(set).to_dict()


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("view", VIEWS)
def test_a_record_without_sponsors_draws_nothing(editable: Path, language: str, view: str):
    change(editable / RESOLUTION, sponsors={"draft": "unknown", "added": "unknown"})
    at = visit("sponsors", {"view": view, "lang": language})
    assert not at.exception
    assert not at.get("plotly_chart")
    assert at.title[0].value


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_draws_the_small_record(small: Store, language: str, view: str):
    at = visit("sponsors", {"view": view, "lang": language, "country": ["XAA", "XCC"]})
    assert not at.exception
    if view == "overlap":  # one text has no overlap with itself
        assert not at.get("plotly_chart")
        assert len(at.info) == 1
    else:
        assert at.get("plotly_chart")


def test_a_link_with_unknown_codes_says_so_and_shows_the_rest(small: Store):
    at = visit("sponsors", {"role": "hero", "group": "nobody", "symbol": "A/RES/90/1"})
    assert not at.exception
    said = " ".join(note.value for note in at.info)
    assert "role\\: “hero” could not be used" in said
    assert "group\\: “nobody” could not be used" in said
    assert [m.value for m in at.metric] == ["3", "2", "1"]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_draws_the_real_record(real: Store, language: str, view: str):
    at = visit("sponsors", {"view": view, "lang": language, "country": ["CHN", "USA", "FRA"]})
    assert not at.exception
    assert not at.info
    assert len(at.get("plotly_chart")) == 1


def test_the_bars_of_growth_are_the_rows_of_each_text(real: Store):
    at = visit("sponsors")
    counted = linked(at, "sponsors").groupby(["symbol", "role"]).size()
    shown = {(code, ROLES[name]): length for code, length, name in bars(drawn(at))}
    assert len(shown) == 20
    for (symbol, role), length in shown.items():
        assert length == counted.get((symbol, role), 0), (symbol, role)
    table = next(table for table in tables(at) if "Symbol" in table).set_index("Symbol")
    assert set(table.index) == set(linked(at, "sponsors")["symbol"])
    for symbol, states in by_text(linked(at, "sponsors")).items():
        shown = table.loc[symbol, "Sponsors"]
        assert shown.startswith("Group of 77") or shown == str(len(states))
    assert table["Sponsors"].str.startswith("Group of 77").sum() == 1


def test_the_ledger_of_78_265_by_the_route_and_by_hand(real: Store):
    """55 on A/78/L.49 and 68 in its addendum: 123 sponsors of A/RES/78/265."""
    at = visit("sponsors", {"symbol": "A/RES/78/265"})
    assert [m.value for m in at.metric] == ["123", "55", "68"]
    found = linked(at, "sponsors")
    assert found["role"].value_counts().to_dict() == {
        "original_sponsor": 55, "additional_sponsor": 68,
    }  # fmt: skip
    assert sorted(rows(at)["As printed"]) == sorted(found["as_named"])


@pytest.mark.parametrize("groups", [[], ["eu", "grulac"], ["brics", "nato"]])
def test_the_shares_are_sponsors_among_the_members_of_a_group(real: Store, groups: list[str]):
    """Members on the day of the text: of these groups BRICS has grown since."""
    at = visit("sponsors", {"symbol": "A/RES/78/311", "group": groups})
    member = {i: groups_on(s, "2024-07-01") for i, s in real.current().states.items()}
    assert "brics" not in member["IDN"], "a member since 2025"
    sponsors = set(answered("/api/sponsors.csv?symbol=A/RES/78/311")["iso3"])
    shown = {code: length for code, length, _ in bars(drawn(at))}
    assert set(shown) >= set(groups or {"african", "grulac", "weog"})
    for group, share in shown.items():
        own = {iso3 for iso3, found in member.items() if group in found}
        assert share == pytest.approx(len(own & sponsors) / len(own)), group


def test_the_overlap_of_78_265_and_78_311(real: Store):
    """Counted by hand on both lists: 104 sponsored both, 39 and 19 only one, 31 of 193 neither."""
    at = visit("sponsors", {"view": "overlap", "symbol": list(BOTH)})
    (chart,) = [t for t in drawn(at) if t["type"] == "bar"]
    assert dict(zip(chart["customdata"], chart["x"], strict=True)) == {
        ";".join(BOTH): 104,
        BOTH[1]: 39,
        BOTH[0]: 19,
        "": 31,
    }
    sponsors = by_text(linked(at, "sponsors"))
    one, other = (sponsors[symbol] for symbol in BOTH)
    assert (len(one & other), len(other - one), len(one - other)) == (104, 39, 19)
    page = texts(at)
    for label, states in (
        ("78/265 and 78/311 \\(104\\)", one & other),
        ("78/311 \\(39\\)", other - one),
        ("78/265 \\(19\\)", one - other),
    ):
        names = page[page.index(label) + 1]
        assert all(escaped(real.current().states[s].names["en"]) in names for s in states)
    assert "China" in page[page.index("78/265 and 78/311 \\(104\\)") + 1]
    assert any(label.startswith("Sponsored none of these \\(31\\)") for label in page)


def test_the_ranking_counts_each_states_texts(real: Store):
    at = visit("sponsors", {"view": "ranking"})
    sponsors = linked(at, "sponsors")
    sponsors = sponsors[sponsors["role"] != "on_behalf_of_group"]
    texts_of = Counter(sponsors.drop_duplicates(["symbol", "iso3"])["iso3"])
    shown: Counter[str] = Counter()
    for code, length, _ in bars(drawn(at)):
        shown[code] += int(length)
    assert len(shown) == 30
    assert all(texts_of[iso3] == number for iso3, number in shown.items())
    assert min(shown.values()) >= sorted(texts_of.values(), reverse=True)[29]
    assert counts(rows(at)["Texts sponsored"]).sum() == sum(texts_of.values())


@pytest.mark.parametrize("role", [[], ["additional_sponsor"]])
def test_the_squares_of_a_year_are_the_states_of_each_group(real: Store, role: list[str]):
    at = visit("sponsors", {"view": "years", "track": "military", "role": role})
    sponsors, countries = linked(at, "sponsors"), answered("/api/countries.csv")
    year = answered("/api/documents.csv").set_index("id")["date"].str[:4]
    group = countries.set_index("iso3")["regional_group"]
    keys = [sponsors["symbol"].map(year), sponsors["iso3"].map(group)]
    (squares,) = [t for t in drawn(at) if t["name"] == "regions"]
    shown = dict(zip(map(tuple, squares["customdata"]), squares["text"], strict=True))
    counted = sponsors.groupby(keys)["iso3"].nunique().to_dict()
    assert len(shown) >= len(counted) > 10
    for at_, text in shown.items():
        states, _, eligible = text.partition("/")
        assert int(states) == counted.get(at_, 0), at_
        assert eligible == ("–" if at_[1] == "observer" else str((group == at_[1]).sum()))
    assert counts(rows(at)["Sponsorships"]).sum() == len(sponsors)


def test_pairs_count_the_texts_both_sponsored(real: Store):
    states = ("BRA", "CHN", "USA")
    at = visit("sponsors", {"view": "pairs", "country": list(states)})
    sponsored = linked(at, "sponsors").groupby("iso3")["symbol"].agg(set)
    (squares,) = [t for t in drawn(at) if t["name"] == "partners"]
    shown = dict(zip(map(tuple, squares["customdata"]), squares["text"], strict=True))
    assert len(shown) == 9
    for (left, right), number in shown.items():
        assert int(number) == len(sponsored[left] & sponsored[right])


def test_the_texts_two_states_carried_together_are_named(real: Store):
    at = visit("sponsors", {"view": "pairs", "country": ["CHN", "USA"]})
    sponsored = linked(at, "sponsors").groupby("iso3")["symbol"].agg(set)
    both = sponsored["CHN"] & sponsored["USA"]
    assert set(BOTH) <= both
    titles = tables(at)[0]["Title"]
    assert {title.partition(" · ")[0] for title in titles} == both


def test_sponsors_and_others_are_set_beside_the_vote(real: Store):
    at = visit("sponsors", {"symbol": "A/RES/79/239"})
    sponsors = set(linked(at, "sponsors")["iso3"])
    cast = answered("/api/votes.csv?symbol=A/RES/79/239&stage=plenary")
    favour = set(cast.loc[cast["position"] == "yes", "iso3"])
    line = next(text for text in texts(at) if text.startswith("How they voted in plenary"))
    inside, outside = len(favour & sponsors), len(favour - sponsors)
    assert (inside, outside) == (22, 137)
    assert f"In favour\\: {inside} sponsors, {outside} others" in line


@pytest.mark.parametrize("symbol", ["A/RES/80/57", "A/RES/79/62"])
def test_sponsors_that_did_not_vote_in_favour_are_named(real: Store, symbol: str):
    at = visit("sponsors", {"symbol": symbol})
    votes = answered(f"/api/votes.csv?symbol={symbol}&stage=plenary")
    sponsors = set(answered(f"/api/sponsors.csv?symbol={symbol}")["iso3"])
    wanted = votes[votes["iso3"].isin(sponsors) & (votes["position"] != "yes")]
    named = [box for box in at.expander if "did not vote in favour" in box.label]
    if wanted.empty:
        assert not named
    else:
        assert f"{len(wanted)} times" in named[0].label
        assert set(named[0].table[0].value["Vote"]) == {"Not voting"}


@pytest.mark.parametrize(
    ("symbol", "state", "counted"),
    [
        ("A/RES/79/194", "Uganda", []),
        ("A/RES/80/137", "Iraq", []),
        ("A/RES/79/202", "Uganda", ["17"]),
        ("A/RES/80/179", "Iraq", ["16", "12"]),
    ],
)
def test_a_text_tabled_for_a_group_is_never_one_sponsor(
    real: Store, symbol: str, state: str, counted: list[str]
):
    at = visit("sponsors", {"symbol": symbol, "scope": "all"})
    assert [m.value for m in at.metric] == counted
    assert any("are left out of these numbers" in text for text in texts(at))
    assert any(f"Tabled by {state} on behalf of a group" in text for text in texts(at))
    page = texts(visit("documents", {"item": symbol}))
    assert any(f"Tabled by {state} on behalf of a group" in text for text in page)
    assert not any(text.startswith("**On the draft") and state in text for text in page)
    listed = rows(visit("documents", {"symbol": symbol, "q": symbol, "scope": "all"}))
    assert listed["sponsors"].str.startswith("Group of 77").all()
    assert answered(f"/api/documents.csv?min_sponsors=1&q={symbol}").empty


@pytest.mark.parametrize("symbol", ["A/RES/79/325", "A/RES/79/1", "A/RES/80/118"])
def test_a_text_without_sponsoring_states_says_who_tabled_it(real: Store, symbol: str):
    at = visit("sponsors", {"symbol": symbol, "scope": "all", "lang": "zh"})
    assert any(text.startswith("提出者：") for text in texts(at))


def test_an_overlap_leaves_out_what_was_tabled_for_a_group_and_says_so(real: Store):
    three = [*BOTH, "A/RES/80/137"]
    at = visit("sponsors", {"view": "overlap", "symbol": three, "scope": "all"})
    assert any("Left out" in text and "A/RES/80/137" in text for text in texts(at))
    (chart,) = [t for t in drawn(at) if t["type"] == "bar"]
    assert sum(chart["x"]) == 193


def test_a_state_s_and_a_group_s_page_tell_what_was_tabled_for_the_group(real: Store):
    uganda = visit("countries", {"item": "UGA"})
    assert any("5 texts tabled on behalf of a group" in text for text in texts(uganda))
    own = next(table for table in tables(uganda) if "Sponsor type" in table)
    assert len(own) == len(linked(uganda, "sponsors")) > 0
    group = next(t for t in tables(visit("countries", {"item": "g77"})) if "Sponsors" in t)
    assert (group["Sponsors"] == "As a group").sum() == 11
