"""data/states.yaml: the 193 members and two observers, their names and groups."""

import re
from collections import Counter
from pathlib import Path

import pytest

from dashboard.corpus.membership import groups_on
from dashboard.corpus.reading.yaml_reader import read_yaml
from dashboard.corpus.records.vocabularies import State, StateList, Vocabulary
from dashboard.sources.names import StateNames, folded
from tests.facts.gathered import facts

DATA = Path(__file__).parents[2] / "data"
LIST = StateList.model_validate(read_yaml(DATA / "states.yaml"), strict=True)
ROSTERS = set(facts("rosters"))
"""Groups of those that signed or endorsed an instrument; events say who, not the list of States."""
GROUPS = Vocabulary.model_validate(read_yaml(DATA / "vocabulary" / "groups.yaml"))
OFFICIAL = {"en", "zh", "fr", "es", "ru", "ar"}
REGIONAL = {
    "african": 54,
    "asia_pacific": 54,
    "eastern_european": 23,
    "grulac": 33,
    "weog": 29,
    "observer": 2,
}
OTHER = {
    "g77": 134,
    "nam": 121,
    "eu": 27,
    "brics": 10,
    "g7": 7,
    "g20": 19,
    "asean": 11,
    "au": 54,
    "ldc": 44,
    "sids": 37,
    "lldc": 32,
    "oecd": 38,
    "nato": 32,
    "p5": 5,
}


def test_there_are_193_members_and_two_observers_each_once():
    codes = [state.iso3 for state in LIST.states]
    assert len(codes) == len(set(codes)) == 195
    assert {state.iso3 for state in LIST.states if state.status == "observer"} == {"PSE", "VAT"}


def test_the_other_codes_are_unique_and_norway_is_no_boolean():
    assert len({state.iso2 for state in LIST.states}) == 195
    assert len({state.m49 for state in LIST.states}) == 195
    by_code = {state.iso3: state for state in LIST.states}
    assert by_code["NOR"].iso2 == "NO"
    assert by_code["AFG"].m49 == "004"


def test_every_state_is_named_in_the_six_official_languages():
    lacking = [state.iso3 for state in LIST.states if set(state.names) != OFFICIAL]
    assert lacking == []


@pytest.mark.parametrize(
    ("language", "letters"),
    [("zh", "[\u4e00-\u9fff]"), ("ru", "[\u0400-\u04ff]"), ("ar", "[\u0600-\u06ff]")],
)
def test_names_are_written_in_the_letters_of_their_language(language, letters):
    names = {state.iso3: state.names[language] for state in LIST.states}
    assert {code: name for code, name in names.items() if not re.search(letters, name)} == {}
    assert {code: name for code, name in names.items() if re.search("[A-Za-z]", name)} == {}


def test_names_stand_with_their_state_and_not_with_its_neighbour_in_the_list():
    by_code = {state.iso3: state.names for state in LIST.states}
    assert by_code["KOR"]["fr"] == "République de Corée"
    assert by_code["PRK"]["es"] == "República Popular Democrática de Corea"
    assert by_code["COG"]["ru"] == "Конго"
    assert by_code["COD"]["ru"] == "Демократическая Республика Конго"
    assert by_code["NER"]["ar"] == "النيجر"
    assert by_code["NGA"]["ar"] == "نيجيريا"
    assert by_code["CIV"]["ar"] == "كوت ديفوار"


def test_names_of_all_languages_find_their_state_and_no_other():
    known = {s.iso3: [*s.names.values(), *s.other_names] for s in LIST.states}
    names = StateNames(known)
    assert {
        (iso3, name): names.code(name)
        for iso3, printed in known.items()
        for name in printed
        if names.code(name) != iso3
    } == {}


def test_no_name_means_two_states():
    owners: dict[str, set[str]] = {}
    for state in LIST.states:
        for name in [*state.names.values(), *state.other_names]:
            owners.setdefault(name.casefold(), set()).add(state.iso3)
    assert {name: codes for name, codes in owners.items() if len(codes) > 1} == {}


def test_members_have_a_day_of_membership_and_observers_none():
    assert {state.iso3 for state in LIST.states if state.member_since is None} == {"PSE", "VAT"}


def test_regional_groups_have_their_published_sizes():
    assert Counter(state.regional_group for state in LIST.states) == REGIONAL


def test_other_groups_have_their_published_sizes_and_known_codes():
    counted = Counter(membership.group for state in LIST.states for membership in state.groups)
    assert counted == OTHER
    assert set(GROUPS.terms) == set(REGIONAL) | set(OTHER) | ROSTERS


def test_known_days_of_joining_are_kept_as_precise_as_they_are_known():
    joined = {
        (state.iso3, membership.group): membership.since
        for state in LIST.states
        for membership in state.groups
        if membership.since
    }
    assert joined == {
        ("ARE", "brics"): "2024-01-01",
        ("CRI", "oecd"): "2021-05-25",
        ("EGY", "brics"): "2024-01-01",
        ("ETH", "brics"): "2024-01-01",
        ("FIN", "nato"): "2023-04-04",
        ("IDN", "brics"): "2025-01",
        ("IRN", "brics"): "2024-01-01",
        ("SWE", "nato"): "2024-03",
        ("TLS", "asean"): "2025-10",
    }


def test_a_group_had_the_members_of_its_day():
    def size(group: str, day: str) -> int:
        return sum(group in groups_on(state, day) for state in LIST.states)

    assert [size("brics", day) for day in ("2023-12-31", "2024-01-01", "2025-02-01")] == [5, 9, 10]
    assert [size("nato", day) for day in ("2023-04-03", "2023-04-04", "2024-04-01")] == [30, 31, 32]
    assert [size("oecd", day) for day in ("2021-05-24", "2021-05-25")] == [37, 38]


def test_states_are_in_the_order_in_which_readers_look_for_them():
    by_name = {
        language: [
            s.names[language] for s in sorted(LIST.states, key=lambda s: s.sort_key(language))
        ]
        for language in ("en", "zh")
    }
    english = by_name["en"]
    for before, after in (
        ("Costa Rica", "Côte d'Ivoire"),
        ("Côte d'Ivoire", "Croatia"),
        ("Türkiye", "Turkmenistan"),
        ("Sao Tome and Principe", "Saudi Arabia"),
    ):
        assert english.index(before) + 1 == english.index(after)
    assert by_name["zh"][:3] == ["阿尔巴尼亚", "阿尔及利亚", "阿富汗"]
    assert by_name["zh"][-1] == "中国"
    for before, after in (("不丹", "布基纳法索"), ("以色列", "意大利"), ("美利坚合众国", "蒙古")):
        assert by_name["zh"].index(before) < by_name["zh"].index(after)


def test_every_state_has_the_sounds_of_its_chinese_name():
    assert [s.iso3 for s in LIST.states if "zh" not in s.sort_keys] == []


@pytest.mark.parametrize(
    "wrong", ["zhong guo", "zhong1", "zhong1 guo2 ren2", "中国", "Zhong1 guo2"]
)
def test_sounds_that_do_not_fit_a_name_are_refused(wrong: str):
    china = next(s for s in LIST.states if s.iso3 == "CHN").model_dump()
    with pytest.raises(ValueError, match="pinyin"):
        State.model_validate(china | {"sort_keys": {"zh": wrong}})


def test_no_alias_means_two_states_or_repeats_a_name():
    names = {folded(n): s.iso3 for s in LIST.states for n in [*s.names.values(), *s.other_names]}
    codes = {code: s.iso3 for s in LIST.states for code in (folded(s.iso2), folded(s.iso3))}
    seen: dict[str, str] = {}
    for state in LIST.states:
        for alias in map(folded, state.aliases):
            assert seen.setdefault(alias, state.iso3) == state.iso3, alias
            assert names.get(alias) is None, alias
            assert codes.get(alias, state.iso3) == state.iso3, alias
