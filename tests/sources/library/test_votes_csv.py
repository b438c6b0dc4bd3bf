"""The library's CSV of votes: hostile and broken files, and what is read from a sound one."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.sources.errors import RefusedError
from dashboard.sources.library import votes_csv
from dashboard.sources.library.library_vote import ReadVotes
from dashboard.sources.library.votes_csv import read_votes_csv
from tests.sources.library.built import COLUMNS, NAMED, marcxml, rows, table


def every(_symbol: str) -> bool:
    return True


def read(folder: Path, text: str | bytes) -> ReadVotes:
    path = folder / "votes.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_votes_csv(path, every)


def refusal(folder: Path, text: str | bytes) -> str:
    with pytest.raises(RefusedError) as refused:
        read(folder, text)
    return refused.value.line("votes.csv")


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="cannot be opened"):
        read_votes_csv(tmp_path / "none.csv", every)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1: empty; the names of the columns are needed"),
        ("\n\n", "line 1: empty"),
        (",".join(COLUMNS) + "\n", "line 2: no vote below the header"),
        ("state,vote\nAlder,Y\n", "no column undl_id, ms_name, ms_vote, date, resolution"),
        (marcxml().decode(), "line 1: no column undl_id"),
        (table().encode("utf-16"), "not UTF-8"),
        (b"\xff" + table().encode(), "not UTF-8"),
        (table().replace("session", "date", 1), "line 1: the column 'date' stands twice"),
        (table().replace("ALDER", '"ALDER', 1), "not readable as CSV"),
        ("x" * 200_000, "line 1: longer than 100000 characters"),
    ],
)
def test_what_is_no_csv_of_votes_is_refused(tmp_path: Path, text: str | bytes, said: str) -> None:
    assert said in refusal(tmp_path, text)


def test_a_file_over_the_bound_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(votes_csv, "MAX_BYTES", 10)
    assert refusal(tmp_path, table()) == "votes.csv: file: over 10 bytes"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (table(symbol="E/RES/2035/1"), "symbol 'E/RES/2035/1' is no General Assembly resolution"),
        (table(b="many"), "line 2 total_yes: total 'many.0' is no whole number"),
        (table(date="December"), "line 2 date: date 'December'; a full day is needed"),
        (table(number="V12"), "line 2 undl_id: record number 'V12'; digits are needed"),
        (table()[:-54], "line 7: 17 values, 20 columns; is the file cut short?"),
    ],
)
def test_a_vote_or_a_line_that_cannot_be_read_is_refused_and_the_others_are_taken(
    tmp_path: Path, text: str, said: str
) -> None:
    other = table(symbol="A/RES/90/3", number="4900003", header=False)
    lines = text.splitlines()
    found = read(tmp_path, "\n".join([lines[0], *other.splitlines(), *lines[1:]]))
    assert [vote.symbol for vote in found.votes][:1] == ["A/RES/90/3"]
    (told,) = [refusal.line("votes.csv") for refusal in found.refused]
    assert said.partition(": ")[2] in told


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (",N,", ",No,", "line 5 ms_vote: vote 'No'; allowed: Y, N, A, X, NV or nothing"),
        ("2035-12-01,90", "2035-12-02,90", "line 5 date: '2035-12-02'; the other rows of A/RES/"),
        ("A/90/PV.50", "A/90/PV.51", "line 5 meeting: 'A/90/PV.51'; the other rows of A/RES/90/1"),
        ("3.0", "4.0", "line 5 total_yes: '4.0'; the other rows of A/RES/90/1 have '3.0'"),
    ],
)
@pytest.mark.parametrize("place", [1, 4, 6])
def test_one_bad_line_is_left_out_of_its_vote_wherever_it_stands(
    tmp_path: Path, old: str, new: str, said: str, place: int
) -> None:
    lines = table().splitlines()
    lines[4], lines[place] = lines[place], lines[4].replace(old, new)
    (vote,) = read(tmp_path, "\n".join(lines)).votes
    assert len(vote.rows) == 5
    assert (vote.date, vote.meeting, vote.totals["yes"]) == ("2035-12-01", "A/90/PV.50", 3)
    (bad,) = [refusal.line("votes.csv") for refusal in vote.bad_rows]
    assert said.replace("line 5", f"line {place + 1}") in bad


def test_a_file_of_which_many_lines_cannot_be_read_is_refused(tmp_path: Path) -> None:
    text = table() + "x,y\n" * votes_csv.MOST_BAD
    assert len(read(tmp_path, text).refused) == votes_csv.MOST_BAD
    assert "over 20 lines that cannot be read, the first: 2 values" in refusal(tmp_path, text + "z")


def test_a_vote_is_read_with_its_lines(tmp_path: Path) -> None:
    (vote,) = read(tmp_path, table()).votes
    assert (vote.symbol, vote.date, vote.stage) == ("A/RES/90/1", "2035-12-01", "plenary")
    assert vote.url == "https://digitallibrary.un.org/record/4900001"
    assert vote.totals == {"yes": 3, "no": 1, "abstain": 1, "not_voting": 1, "members": 6}
    assert [(row.name, row.code, row.vote, row.line) for row in vote.rows][::5] == [
        ("ALDER", "XAA", "Y", 2),
        ("FIR", "XFF", "X", 7),
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_spreadsheets_may_have_saved_it(
    tmp_path: Path, delimiter: str, mark: bytes, end: bytes
) -> None:
    text = mark + table(delimiter=delimiter).encode().replace(b"\n", end)
    (vote,) = read(tmp_path, text).votes
    assert [row.name for row in vote.rows] == list(NAMED.values())


def test_several_votes_may_stand_mixed_in_one_file(tmp_path: Path) -> None:
    first = table().splitlines()
    second = table(symbol="A/RES/90/3", number="4900003", header=False).splitlines()
    mixed = [first[0], *(line for pair in zip(first[1:], second, strict=True) for line in pair)]
    votes = read(tmp_path, "\n".join(mixed)).votes
    assert [(vote.symbol, len(vote.rows)) for vote in votes] == [
        ("A/RES/90/1", 6),
        ("A/RES/90/3", 6),
    ]


def test_only_wanted_votes_are_kept_and_the_others_named_once(tmp_path: Path) -> None:
    path = tmp_path / "votes.csv"
    path.write_text(table() + table(symbol="A/RES/90/3", number="3", header=False, b="odd"))
    found = read_votes_csv(path, lambda symbol: symbol == "A/RES/90/1")
    assert [vote.symbol for vote in found.votes] == ["A/RES/90/1"]
    assert list(found.left_out) == ["A/RES/90/3"]


def test_rows_of_one_vote_of_which_half_contradict_the_others_are_refused(tmp_path: Path) -> None:
    lines = table().splitlines()
    lines[1:4] = [line.replace("2035-12-01", "2035-12-02") for line in lines[1:4]]
    found = read(tmp_path, "\n".join(lines))
    assert found.votes == []
    assert [refusal.line("votes.csv") for refusal in found.refused] == [
        "votes.csv: line 2: no two of three rows of A/RES/90/1 say the same of it"
    ]


def test_a_quoted_line_end_does_not_shift_the_lines(tmp_path: Path) -> None:
    text = table().replace("Invented; item", '"Invented\nitem"', 1)
    (vote,) = read(tmp_path, text).votes
    assert [row.line for row in vote.rows] == [3, 4, 5, 6, 7, 8]


def test_columns_are_found_by_name(tmp_path: Path) -> None:
    text = table(rows({"XAA": "Y"})).replace("Invented question, of machines", "Invented")
    turned = "\n".join(",".join(reversed(line.split(","))) for line in text.splitlines())
    assert read(tmp_path, turned.replace('"', "")).votes == read(tmp_path, text).votes
