from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.selection.codes import allowed_codes
from dashboard.analysis.selection.parameters import COLUMNS, PARAMETER
from dashboard.analysis.selection.parse_url import (
    LONGEST_VALUE,
    MOST_VALUES,
    parse_url,
    query_of,
    symbol,
)
from dashboard.analysis.selection.query import Query
from dashboard.corpus.snapshot import Snapshot
from dashboard.corpus.tables.columns import TABLES
from tests.invented.synthetic import snapshot

ALLOWED = allowed_codes(snapshot().vocabularies, snapshot().states)


def read(*pairs: tuple[str, str], table: str | None = None) -> Query:
    return parse_url(pairs, ALLOWED, table)


def test_nothing_gives_the_empty_query() -> None:
    query = read()
    assert query == Query()
    assert (query.ignored, query.unknown) == ((), ())


def test_empty_values_of_a_form_are_no_choice() -> None:
    assert read(("kind", ""), ("q", "  "), ("from", "")) == Query()


@pytest.mark.parametrize(
    "value",
    ["2024-13", "2024-02-30", "0000", "24", "2024-1", "2024-01-01T00:00", "1/2/2024",
     "٢٠٢٤", "2024\n01", "soon", "-1"],
)  # fmt: skip
def test_unreadable_dates_are_reported_and_not_used(value: str) -> None:
    query = read(("from", value))
    assert query.from_ is None
    assert [(u.parameter, u.reason) for u in query.unknown] == [("from", "date")]


@pytest.mark.parametrize("value", ["2024", "2024-02", "2024-02-29"])
def test_dates_may_be_partial(value: str) -> None:
    assert read(("from", value), ("to", value)) == Query().having(from_=value, to=value)


@pytest.mark.parametrize("value", ["-1", "1.5", "1e3", "１", "1000001", "99999999", "x"])
def test_unreadable_numbers_are_reported(value: str) -> None:
    query = read(("limit", value))
    assert query.limit is None
    assert query.unknown[0].reason == "number"


def test_an_unknown_code_names_the_nearest() -> None:
    query = read(("track", "militry"), ("track", "civilian"))
    assert query.choice("track").any_of == ("civilian",)
    assert [(u.value, u.nearest) for u in query.unknown] == [("militry", "military")]


def test_codes_are_read_whatever_their_capitals_and_excluded_by_a_mark() -> None:
    query = read(("country", "fra"), ("country", "!Chn"), ("kind", "Law"))
    assert query.choice("country").values() == ("FRA", "!CHN")
    assert query.choice("kind").any_of == ("law",)


def test_unknown_is_a_choice_where_a_code_may_be_missing() -> None:
    assert read(("verb", "unknown")).choice("verb").any_of == ("unknown",)
    assert read(("country", "unknown")).unknown[0].parameter == "country"


@pytest.mark.parametrize("text", ["90/9", "909", "ARES909", "a-res-90-9", " A/RES/90/9 "])
def test_symbols_are_read_in_any_spelling(text: str) -> None:
    assert symbol(text) == "A/RES/90/9"
    assert read(("symbol", text)).choice("symbol").any_of == ("A/RES/90/9",)


def test_other_symbols_stay_as_typed() -> None:
    query = read(("symbol", "A/C.1/90/L.1/Rev.1"), ("symbol", "!78265"))
    assert query.choice("symbol").values() == ("A/C.1/90/L.1/Rev.1", "!A/RES/78/265")


@pytest.mark.parametrize("text", ["決議", "<b>/x", "hello", "٧٨/٢٦٥", "a/" + "x" * 80])
def test_what_is_no_symbol_is_reported(text: str) -> None:
    assert read(("symbol", text)).unknown[0].reason == "symbol"


def test_unknown_names_and_names_that_do_not_act_are_ignored() -> None:
    query = read(("colour", "red"), ("position", "yes"), ("lang", "zh"), table="documents")
    assert query.ignored == ("colour", "position")
    assert query == Query().having(lang="zh")


def test_a_repeated_single_value_is_reported_unless_it_is_the_same() -> None:
    assert read(("from", "2024"), ("from", "2024")) == Query().having(from_="2024")
    query = read(("from", "2024"), ("from", "2025"))
    assert (query.from_, query.unknown[0].reason) == (None, "repeated")


def test_sort_takes_columns_of_the_table() -> None:
    query = read(("sort", "-date"), ("sort", "title"), ("sort", "date"), table="documents")
    assert query.sort == ("-date",)
    assert [(u.reason, u.value) for u in query.unknown] == [("column", "title")]


def test_a_search_text_without_letters_is_reported() -> None:
    assert read(("q", "((( !!! 🤖")).unknown[0].reason == "words"
    assert read(("q", "(a+)+$")).q == "(a+)+$"


def test_mentions_is_true_or_false() -> None:
    assert read(("mentions", "TRUE")).value("mentions") is True
    assert read(("mentions", "false")).value("mentions") is False
    assert read(("mentions", "yes")).unknown[0].reason == "flag"


def test_lengths_and_numbers_of_values_are_bounded() -> None:
    long = read(("q", "a" * (LONGEST_VALUE + 1)))
    assert (long.q, long.unknown[0].reason) == (None, "long")
    many = parse_url([("symbol", f"A/{n}") for n in range(MOST_VALUES + 5)], ALLOWED)
    assert len(many.choice("symbol").any_of) == MOST_VALUES
    assert [u.reason for u in many.unknown] == ["many"]


def test_a_parameter_without_vocabulary_takes_any_code() -> None:
    assert read(("status", "Issued_Late")).choice("status").any_of == ("issued_late",)


names = st.one_of(st.sampled_from(list(PARAMETER)), st.text(max_size=8))
codes = st.sampled_from([code for found in ALLOWED.values() for code in found])
values = st.one_of(
    st.text(alphabet=st.characters(), max_size=30),
    codes,
    codes.map("!{}".format),
    st.sampled_from(["2024", "2024-02", "78/265", "!78265", "true", "-date", "7", '"a b" -c']),
    st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
)


@settings(deadline=None, max_examples=300)
@given(st.lists(st.tuples(names, values), max_size=12), st.sampled_from([None, *COLUMNS]))
def test_anything_is_read_and_the_link_leads_back(
    pairs: list[tuple[str, str]], table: str | None
) -> None:
    query = parse_url(pairs, ALLOWED, table)
    again = parse_url(query.to_params(), ALLOWED, table)
    assert again == query
    assert again.to_params() == query.to_params()
    assert (again.ignored, again.unknown) == ((), ())
    assert all(str(told).isprintable() for told in query.unknown)


def test_the_record_gives_the_codes(record: Snapshot) -> None:
    allowed = allowed_codes(record.vocabularies, record.states)
    assert allowed["track"] == ("civilian", "military", "cross_cutting")
    assert allowed["group"] == ("weog", "asia_pacific", "eu", "brics")
    assert allowed["tier"] == ("0", "1", "2", "3", "4", "5", "6")
    assert allowed["deliverable"] == ("report_sg", "meeting")
    vocabularies = {n: v for n, v in record.vocabularies.items() if n != "request_statuses"}
    assert "status" not in allowed_codes(vocabularies, record.states)


@pytest.mark.parametrize(
    ("text", "code"),
    [("France", "FRA"), ("法国", "FRA"), ("!China", "CHN"), ("us", "USA"), ("chn", "CHN")],
)
def test_a_state_is_read_by_any_name(text: str, code: str) -> None:
    query = query_of(snapshot(), [("country", text)], "votes")
    assert query.unknown == ()
    assert (query.choice("country").any_of or query.choice("country").none_of) == (code,)


@pytest.mark.parametrize("text", ["Atlantis", "France and China", "第号", "X" * 200])
def test_what_names_no_state_is_reported(text: str) -> None:
    assert query_of(snapshot(), [("country", text)], "votes").unknown


@pytest.mark.parametrize(
    "text",
    [
        "resolution 90/9",
        "https://docs.un.org/en/A/RES/90/9",
        "第90/9号决议",
        "undocs.org/A/RES/90/9",
    ],
)
def test_a_symbol_is_read_as_people_paste_it(text: str) -> None:
    assert query_of(snapshot(), [("symbol", text)], "documents").choice("symbol").any_of == (
        "A/RES/90/9",
    )


@pytest.mark.parametrize("text", ["-1", "1e9", "1000001", "2.5", "١", "<b>", "2 OR 1=1"])
@pytest.mark.parametrize("table", ["documents", "paragraphs"])
def test_a_hostile_number_of_sponsors_is_told_and_selects_nothing(table: str, text: str):
    query = parse_url([("min_sponsors", text)], {}, table)
    assert [told.reason for told in query.unknown] == ["number"]
    assert query.active() == ()


def test_sponsors_are_not_counted_where_rows_are_no_texts():
    for table in set(TABLES) - {"documents", "paragraphs"}:
        query = parse_url([("min_sponsors", "3")], {}, table)
        assert (query.ignored, query.active()) == (("min_sponsors",), ())
