from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.sources.errors import RefusedError
from dashboard.sources.names import StateNames
from dashboard.sources.resolutions.sponsors import read_sponsors
from tests.sources.conftest import KNOWN

STATES = StateNames(KNOWN)
SUBSETS = st.lists(st.sampled_from(sorted(KNOWN)), unique=True, min_size=1)


def in_un_style(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def test_nothing_printed_is_nobody() -> None:
    assert read_sponsors("", STATES, "by").states == {}
    assert StateNames({}).find_all("Uganda") == []


@pytest.mark.parametrize(
    ("printed", "found", "nearest"),
    [
        ("Uganda and Ugandia", "Ugandia", "Uganda"),
        ("Nigeria and Irelande", "Irelande", "Ireland"),
        ("Annex: Staffing table", "Annex: Staffing table", None),
        ("Uganda (on behalf of", "on behalf of", None),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(
    printed: str, found: str, nearest: str | None
) -> None:
    with pytest.raises(RefusedError) as refused:
        read_sponsors(printed, STATES, "line 3 draft sponsors")
    assert found in refused.value.found
    assert refused.value.place == "line 3 draft sponsors"
    if nearest:
        assert refused.value.nearest == nearest


def test_one_name_for_two_states_is_an_error() -> None:
    with pytest.raises(ValueError, match="names both"):
        StateNames({"AAA": ["Congo"], "BBB": ["CONGO"]})


@given(SUBSETS, st.data())
def test_any_list_in_un_style_reads_back(chosen: list[str], data: st.DataObject) -> None:
    printed = [data.draw(st.sampled_from(KNOWN[iso3])) for iso3 in chosen]
    text = in_un_style(printed)
    assert read_sponsors(text, STATES, "by").states == dict(zip(chosen, printed, strict=True))
    assert set(read_sponsors(text.upper(), STATES, "by").states) == set(chosen)


@given(SUBSETS)
def test_articles_accents_and_spaces_do_not_matter(chosen: list[str]) -> None:
    text = ",  the ".join(KNOWN[iso3][0].replace("'", "’").replace("ü", "u") for iso3 in chosen)
    assert set(read_sponsors(text, STATES, "by").states) == set(chosen)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = set(read_sponsors(text, STATES, "by").states)
    except RefusedError:
        found = set()
    assert found <= set(KNOWN)


def test_words_run_together_are_told_apart() -> None:
    found = read_sponsors("Ireland, theRepublic of Korea, United Kingdomand Uganda", STATES, "by")
    assert set(found.states) == {"IRL", "KOR", "GBR", "UGA"}


def test_a_name_torn_by_sorting_is_read_with_a_warning() -> None:
    found = read_sponsors("Ireland, Islands, Niger, Solomon and Uganda", STATES, "added")
    assert found.states["SLB"] == "Solomon … Islands"
    assert len(found.warnings) == 1


def test_longer_names_are_not_read_as_shorter_ones() -> None:
    found = read_sponsors("Papua New Guinea and Democratic People's Republic of Korea", STATES, "")
    assert set(found.states) == {"PNG", "PRK"}


@pytest.mark.parametrize(
    ("printed", "party"),
    [
        (
            "submitted by the President of the General Assembly",
            "the President of the General Assembly",
        ),
        ("submitted by the Chair, A. Sheep (Uganda)", "the Chair, A. Sheep (Uganda)"),
        (
            "the representative of Uganda, on behalf of the Bureau",
            "the representative of Uganda, on behalf of the Bureau",
        ),
    ],
)
def test_an_officer_is_a_party_and_no_state(printed: str, party: str) -> None:
    found = read_sponsors(printed, STATES, "by")
    assert (found.states, found.parties) == ({}, [party])


def test_a_state_for_a_group_is_a_sponsor_and_the_group_a_party() -> None:
    found = read_sponsors("Ireland, Uganda (on behalf of the Shepherds) and Niger", STATES, "by")
    assert set(found.states) == {"IRL", "UGA", "NER"}
    assert found.parties == ["Uganda (on behalf of the Shepherds)"]


@pytest.mark.parametrize(
    ("printed", "party"),
    [
        (
            "submitted by the Vice-Chair of the Committee, A. Day (Uganda) and on the basis of"
            " informal consultations on draft resolution",
            "the Vice-Chair of the Committee, A. Day (Uganda), on the basis of informal"
            " consultations",
        ),
        (
            "submitted by the Rapporteur and on the basis of informal consultations on draft"
            " resolution",
            "the Rapporteur, on the basis of informal consultations",
        ),
        (
            "submitted by the Chair of the Committee following informal consultations",
            "the Chair of the Committee following informal consultations",
        ),
    ],
)  # fmt: skip
def test_a_sentence_that_files_cut_off_is_ended(printed: str, party: str) -> None:
    assert read_sponsors(printed, STATES, "by").parties == [party]


def test_a_name_in_capitals_is_spelled_as_it_is_known() -> None:
    found = read_sponsors("UGANDA, GUINEA-BISSAU and Ireland", STATES, "by").states
    assert list(found.values()) == ["Uganda", "Guinea-Bissau", "Ireland"]


@pytest.mark.parametrize(
    ("printed", "iso3"),
    [
        ("Guinea Bissau", "GNB"),
        ("Guinea -Bissau", "GNB"),
        ("Ir eland", "IRL"),
        ("Ugan\u200bda", "UGA"),
        ("Republic of Uganda", "UGA"),
        ("Republic of the Niger", "NER"),
    ],
)
def test_a_name_in_letters_or_words_of_its_own_is_read_with_a_warning(
    printed: str, iso3: str
) -> None:
    found = read_sponsors(f"Türkiye, {printed} and Papua New Guinea", STATES, "line 3 added")
    assert set(found.states) == {"TUR", iso3, "PNG"}
    assert found.states[iso3] == printed.strip()
    (said,) = found.warnings
    assert said.startswith("line 3 added")


def test_words_that_could_be_several_states_are_none() -> None:
    names = StateNames({"AAA": ["Upland (Republic of)"], "BBB": ["Republic of the Upland"]})
    assert names.code("Upland (Republic of)") == "AAA"
    assert names.otherwise("Upland Republic") is None
    assert StateNames({"CHN": ["China"]}).otherwise("Republic of China") is None


@pytest.mark.parametrize(
    ("printed", "party"),
    [
        ("A. Sheep (Uganda), submitted by the Rapporteur", "the Rapporteur"),
        (
            "introduced in the Committee by the representative of Niger on behalf of the Bureau",
            "the representative of Niger on behalf of the Bureau",
        ),
        ("on the basis of the report of the Flock (A/80/1)",) * 2,
    ],
)
def test_other_ways_of_naming_an_officer_or_an_organ(printed: str, party: str) -> None:
    found = read_sponsors(printed, STATES, "by")
    assert (found.states, found.parties) == ({}, [party])
