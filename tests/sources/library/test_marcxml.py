"""MARCXML voting records: hostile and broken files, and what is read from a sound one."""

from __future__ import annotations

import pytest

from dashboard.sources.errors import RefusedError
from dashboard.sources.library.marcxml import MAX_BYTES, read_marcxml
from tests.sources.library.built import marcxml, record, rows

DTD = b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><r>&x;</r>'


def refusal(raw: bytes) -> str:
    with pytest.raises(RefusedError) as refused:
        read_marcxml("votes.xml", raw)
    return refused.value.line("votes.xml")


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "votes.xml: file: empty"),
        (b" \n", "votes.xml: file: empty"),
        (DTD, "votes.xml: file: DTDForbidden: document types are refused"),
        (b"<!DOCTYPE r><r/>", "DTDForbidden"),
        (b"undl_id,ms_code\n1,XAA\n", "line 1: not well-formed XML"),
        (b"<collection/>", "votes.xml: file: no MARC record in it"),
        (b"<a>" * 50, "line 1: nested deeper than 8 levels"),
        (b"\x00", "not well-formed XML"),
        (b" " * (MAX_BYTES + 1), "over 20000000 bytes; export fewer records"),
    ],
)
def test_what_is_no_marcxml_is_refused(raw: bytes, said: str) -> None:
    assert said in refusal(raw)


def test_a_file_cut_short_anywhere_is_refused_and_never_read_in_part() -> None:
    whole = marcxml().rstrip()
    for length in range(0, len(whole), 97):
        with pytest.raises(RefusedError):
            read_marcxml("votes.xml", whole[:length])
    assert "line 16: not well-formed XML" in refusal(b"\n".join(whole.splitlines()[:-1]))


def test_a_record_is_read_with_the_lines_its_fields_stand_on() -> None:
    (vote,) = read_marcxml("votes.xml", marcxml()).votes
    assert (vote.symbol, vote.date, vote.stage) == ("A/RES/90/1", "2035-12-01", "plenary")
    assert vote.meeting == "A/90/PV.50"
    assert vote.url == "https://digitallibrary.un.org/record/4900001"
    assert vote.totals == {"yes": 3, "no": 1, "abstain": 1, "not_voting": 1, "members": 6}
    assert vote.line == 3
    assert [(row.name, row.code, row.vote, row.line) for row in vote.rows][1::4] == [
        ("BIRCH AND BEECH", "XBB", "Y", 9),
        ("FIR", "XFF", "", 13),
    ]


def test_a_byte_order_mark_and_a_missing_namespace_change_nothing() -> None:
    plain = marcxml().replace(b' xmlns="http://www.loc.gov/MARC21/slim"', b"")
    assert read_marcxml("v", b"\xef\xbb\xbf" + plain) == read_marcxml("v", marcxml())


def test_states_spread_over_three_fields_are_one_roll_call() -> None:
    raw = marcxml()
    raw = raw.replace(b'967" ind1=" " ind2=" "><subfield code="a">3', b'968"><subfield code="a">3')
    raw = raw.replace(b'967" ind1=" " ind2=" "><subfield code="a">5', b'969"><subfield code="a">5')
    (vote,) = read_marcxml("v", raw).votes
    assert raw.count(b'tag="967"') == 4
    assert [row.code for row in vote.rows] == ["XAA", "XBB", "XCC", "XDD", "XEE", "XFF"]


def test_several_records_are_several_votes() -> None:
    committee = record(symbol="A/RES/90/2", meeting="A/C.1/90/PV.30", date="20351106")
    votes = read_marcxml("v", marcxml(record(), committee)).votes
    assert [(v.symbol, v.stage, v.date) for v in votes] == [
        ("A/RES/90/1", "plenary", "2035-12-01"),
        ("A/RES/90/2", "committee", "2035-11-06"),
    ]


def test_totals_stand_in_the_note_where_they_have_no_subfields() -> None:
    gone = dict.fromkeys("bcdef")
    raw = marcxml(record(**gone, a="Adopted 3-1-1, 50th plenary meeting"))
    assert read_marcxml("v", raw).votes[0].totals == {"yes": 3, "no": 1, "abstain": 1}
    assert read_marcxml("v", marcxml(record(**gone))).votes[0].totals == {}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b"A/RES/90/1", b"S/RES/2790", "symbol 'S/RES/2790' is no General Assembly resolution"),
        (b"2035-12-01", b"2035-02-30", "date '2035-02-30'; a full day is needed"),
        (b'"b">3<', b'"b">three<', "<996>: total 'three' is no whole number"),
        (b">4900001<", b">../4900001<", "record number '../4900001'; digits are needed"),
        (b'"001"', b'"009"', "line 3 <record>: no field 001: the record's number"),
        (b'tag="791"', b'tag="993"', "no field 791: the resolution's symbol"),
        (b'tag="992"', b'tag="260"', "no field 992 or 269: the day of the vote"),
        (b'tag="996"', b'tag="997"', "no field 996: the totals of the vote"),
        (b'tag="967"', b'tag="987"', "no roll call: fields 967 to 969"),
        (b">A/90/PV.50<", b">A\n90<", "meeting 'A\\n90' is no symbol"),
    ],
)
def test_a_record_that_is_not_understood_is_refused_alone(
    old: bytes, new: bytes, said: str
) -> None:
    assert old in marcxml()
    both = marcxml(record(), record(symbol="A/RES/90/2", number="4900002"))
    head, mark, rest = both.partition(b"</record>")
    found = read_marcxml("votes.xml", head.replace(old, new) + mark + rest)
    assert [vote.symbol for vote in found.votes] == ["A/RES/90/2"]
    (told,) = found.refused
    assert said in told.line("votes.xml")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b'"d">N<', b'"d">no<', "line 11 <967> $d: vote 'no'; allowed: Y, N, A, X, NV or nothing"),
        (b'"d">A<', b'"d">a<', "line 12 <967> $d: vote 'a'"),
        (b'<subfield code="d">N', b'<subfield code="e">N', "line 11 <967>: subfield $e stands"),
    ],
)
def test_a_row_that_is_not_understood_is_left_out_of_its_vote(
    old: bytes, new: bytes, said: str
) -> None:
    found = read_marcxml("votes.xml", marcxml().replace(old, new, 1))
    (vote,) = found.votes
    assert (found.refused, len(vote.rows)) == ([], 5)
    (told,) = vote.bad_rows
    assert said in told.line("votes.xml")


def test_parts_in_brackets_and_special_sessions_keep_their_symbols() -> None:
    for printed, symbol in (
        ("A/RES/90/100[A]", "A/RES/90/100 A"),
        ("A/RES/ES-10/21", "A/RES/ES-10/21"),
    ):
        assert read_marcxml("v", marcxml(record(rows(), symbol=printed))).votes[0].symbol == symbol
