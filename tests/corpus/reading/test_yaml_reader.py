"""The strict reader: what it reads, what it refuses, and that no cut goes unnoticed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st

from dashboard.corpus.reading.yaml_reader import (
    MAX_BYTES,
    MAX_DEPTH,
    UnreadableYamlError,
    parse_yaml,
    read_yaml,
)
from tests.invented.builders import dump, report, resolution

REFUSED: list[tuple[bytes, int, str]] = [
    (b"", 1, "the file is empty"),
    (b" \n\n", 1, "the file is empty"),
    (b"null\n...\n", 1, "holds no record"),
    (b"---\n...\n", 1, "holds no record"),
    (b"# a note\n...\n", 2, "not readable as YAML"),
    (b"...\n", 1, "not readable as YAML"),
    (b"a: 1\n", 2, "does not end with a line '...'"),
    (b"a: 1\nb", 2, "not readable as YAML"),
    (b"a: 1\n..", 2, "not readable as YAML"),
    (b"x: 1\na: NO\n...\n", 2, "'NO' without quotes is read by YAML as true or false"),
    (b"a: on\n...\n", 1, "'on' without quotes"),
    (b"a: yes\n...\n", 1, "'yes' without quotes"),
    (b"a: True\n...\n", 1, "'True' without quotes"),
    (b"a: 12:30\n...\n", 1, "'12:30' without quotes is read by YAML as another number"),
    (b"a: 12:30:45\n...\n", 1, "as another number"),
    (b"a: 1.10\n...\n", 1, "as another number"),
    (b"a: 010\n...\n", 1, "as another number"),
    (b"a: 0x1f\n...\n", 1, "as another number"),
    (b"a: 1_000\n...\n", 1, "as another number"),
    (b"a: +5\n...\n", 1, "as another number"),
    (b"a: .nan\n...\n", 1, "as another number"),
    (b"a: -.inf\n...\n", 1, "as another number"),
    (b"a: " + b"9" * 5000 + b"\n...\n", 1, "as another number"),
    (b"a: =\n...\n", 1, "as a special sign"),
    (b"no: 1\n...\n", 1, "the key 'no' is no text to YAML"),
    (b"12: 1\n...\n", 1, "the key '12' is no text to YAML"),
    (b"a: 1\n<<: {b: 2}\n...\n", 2, "the key '<<' is no text to YAML"),
    (b"a: 1\nb: 2\na: 3\n...\n", 3, "the key 'a' stands twice"),
    (b"a: {b: 1, b: 2}\n...\n", 1, "the key 'b' stands twice"),
    (b"a: &x 1\n...\n", 1, "anchors ('&name') are not allowed"),
    (b"a: 1\nb: *x\n...\n", 2, "aliases ('*name') are not allowed"),
    (b"a: !!python/object/apply:os.system [x]\n...\n", 1, "the tag"),
    (b"a: !!binary aGk=\n...\n", 1, "the tag"),
    (b"a: !own b\n...\n", 1, "the tag '!own' is not allowed"),
    (b"? [a]\n: b\n...\n", 1, "a mapping or list in place of a key"),
    (b"{{a: 1}: 2}\n...\n", 1, "a mapping or list in place of a key"),
    (b"a: 1\n...\n---\nb: 2\n...\n", 3, "a second document"),
    (b"a: 1\n...\nb: 2\n...\n", 3, "not readable as YAML"),
    (b"a: 1\n---\nb: 2\n...\n", 2, "a second document"),
    (b"a:\n\t- b\n...\n", 2, "not readable as YAML"),
    (b"a: 'open\nb: 1\n...\n", 3, "in what begins on line 1"),
    (b"a: [1, 2\n...\n", 2, "in what begins on line 1"),
    (b"a: 1: 2\n...\n", 1, "not readable as YAML"),
    (b"a: 1\nb: x\0y\n...\n", 2, "a control character, U+0000"),
    (b"a: 1\nb: \xef\xbb\xbfx\n...\n", 2, "a control character, U+FEFF"),
    ("a: 1\nb: x\u2028y\n...\n".encode(), 2, "a control character, U+2028"),
    ("a: 1\nb: x\x85y\n...\n".encode(), 2, "a control character, U+0085"),
    (b"a: 1\rb: 2\n...\n", 1, "a control character, U+000D"),
    (b"a: 1\nb: \xc5\n...\n", 2, "not UTF-8: byte 0xc5"),
    (b"a: \xed\xa0\x80\n...\n", 1, "not UTF-8"),
    (b"a: 1\n<<<<<<< here\nb: 1\n=======\n...\n", 2, "an unresolved merge conflict"),
    (b"a: 1\n=======\n...\n", 2, "an unresolved merge conflict"),
    (b"a: 1\n>>>>>>> there\n...\n", 2, "an unresolved merge conflict"),
    (b"[" * 200_000, 1, f"nested deeper than {MAX_DEPTH} levels"),
    (b"{a: " * 50_000, 1, f"nested deeper than {MAX_DEPTH} levels"),
    (b"- " * 100_000, 1, f"nested deeper than {MAX_DEPTH} levels"),
    (b"a: " + b"x" * MAX_BYTES, 1, "at most"),
    (b"[" + b"1," * 500_000 + b"1]\n...\n", 1, "more than 400000 values"),
]

READ: list[tuple[bytes, Any]] = [
    (b"a: 1\n...\n", {"a": 1}),
    (b"a: 1\n...", {"a": 1}),
    (b"a: 1\r\n...\r\n", {"a": 1}),
    (b"\xef\xbb\xbfa: 1\n...\n", {"a": 1}),
    (b"a: -7\nb: 0\n...\n", {"a": -7, "b": 0}),
    (b"a: true\nb: false\nc:\n...\n", {"a": True, "b": False, "c": None}),
    (b"a: ~\nb: null\n...\n", {"a": None, "b": None}),
    (b"a: 'NO'\nb: \"12:30\"\nc: '010'\n...\n", {"a": "NO", "b": "12:30", "c": "010"}),
    (b"a: 2024-03\nb: 2024-02-30\nc: 2024\n...\n", {"a": "2024-03", "b": "2024-02-30", "c": 2024}),
    (b"'no': 1\n'<<': 2\n'': 3\n...\n", {"no": 1, "<<": 2, "": 3}),
    (b"a: |\n  one\n  two\nb: >-\n  one\n  two\n...\n", {"a": "one\ntwo\n", "b": "one two"}),
    (b"a: |\n  ...\n  <<<<<<< x\n...\n", {"a": "...\n<<<<<<< x\n"}),
    (b"- a\n- - b\n  -\n- {}\n- []\n...\n", ["a", ["b", None], {}, []]),
    ("a: 人工智能\n...\n".encode(), {"a": "人工智能"}),
    (b"text\n...\n", "text"),
]


@pytest.mark.parametrize(("raw", "line", "says"), REFUSED)
def test_refuses_with_line_and_reason(raw: bytes, line: int, says: str):
    with pytest.raises(UnreadableYamlError) as refused:
        parse_yaml(raw)
    assert says in refused.value.message
    assert refused.value.line == line
    assert len(refused.value.message) < 200
    assert "\n" not in refused.value.message


@pytest.mark.parametrize(("raw", "values"), READ)
def test_reads(raw: bytes, values: Any):
    found, _ = parse_yaml(raw)
    assert found == values
    assert repr(found) == repr(values)  # 1 is not True


@pytest.mark.parametrize(
    ("raw", "field"),
    [
        (b"a:\n  b: NO\n...\n", "a.b"),
        (b"a:\n- b: 1\n- b: 2\n  c: NO\n...\n", "a[1].c"),
        (b"a: [x, NO]\n...\n", "a[1]"),
        (b"a:\n  b: 1\n  b: 2\n...\n", "a.b"),
        (b"a: 1\nb: *x\n...\n", "b"),
    ],
)
def test_refusal_names_the_field(raw: bytes, field: str):
    with pytest.raises(UnreadableYamlError) as refused:
        parse_yaml(raw)
    assert refused.value.field == field


def test_every_value_knows_the_line_of_its_key():
    raw = b"# note\na: 1\nb:\n\n  c:\n  - x\n  - d: y\n    e: >\n      long\n\n      x\nf: {g: h}\n"
    raw += b"...\n"
    _, lines = parse_yaml(raw, with_lines=True)
    assert lines == {
        (): 2,
        ("a",): 2,
        ("b",): 3,
        ("b", "c"): 5,
        ("b", "c", 0): 6,
        ("b", "c", 1): 7,
        ("b", "c", 1, "d"): 7,
        ("b", "c", 1, "e"): 8,
        ("f",): 12,
        ("f", "g"): 12,
    }


def test_lines_are_collected_only_when_asked_for():
    assert parse_yaml(b"a: 1\n...\n")[1] == {}


def test_read_yaml_reads_a_file(tmp_path: Path):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\n...\n")
    assert read_yaml(path) == {"a": 1}
    with pytest.raises(FileNotFoundError):
        read_yaml(tmp_path / "b.yaml")


@pytest.mark.parametrize("record", [resolution(), report()], ids=["resolution", "report"])
def test_a_cut_at_any_line_end_is_refused(record: dict[str, Any]):
    lines = dump(record).splitlines(keepends=True)
    for count in range(len(lines)):
        with pytest.raises(UnreadableYamlError):
            parse_yaml("".join(lines[:count]).encode())


@pytest.mark.parametrize("record", [resolution(), report()], ids=["resolution", "report"])
def test_a_cut_at_any_byte_never_reads_as_something_else(record: dict[str, Any]):
    raw = dump(record).encode()
    whole, _ = parse_yaml(raw)
    assert whole == record
    accepted = []
    for length in range(len(raw)):
        try:
            values, _ = parse_yaml(raw[:length])
        except UnreadableYamlError:
            continue
        accepted.append(length)
        assert values == whole
    assert accepted == [len(raw) - 1]  # only the newline after '...' is gone


# YAML 1.1 folds the last three like a line end, and so do its writers: they do not survive it
TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x85\u2028\u2029"), max_size=40
)
SCALARS = st.none() | st.booleans() | st.integers(-(10**14), 10**14) | TEXT
LOOKALIKES = st.sampled_from(
    ["NO", "on", "y", "12:30", "010", "08", "1e5", "1_0", "~", "", "=", "<<", "...", "---", "2024"]
)
VALUES = st.recursive(
    SCALARS | LOOKALIKES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(TEXT | LOOKALIKES, VALUES, max_size=5))
@example({"a": "x\n...\ny", "b": "# no comment", "c": " lead", "d": "trail ", "e": "a: b"})
def test_what_safe_dump_writes_reads_back(record: dict[str, Any]):
    text = yaml.safe_dump(record, explicit_end=True, sort_keys=False, allow_unicode=True)
    try:
        found, _ = parse_yaml(text.encode())
    except UnreadableYamlError as refused:
        assume(not refused.message.startswith(("nested deeper", "an unresolved merge conflict")))
        raise
    assert found == record
    assert repr(found) == repr(record)


@given(st.binary(max_size=200))
@example(b"\xff\xfea\0")
def test_any_bytes_are_read_or_refused_in_one_sentence(raw: bytes):
    assert_read_or_refused(raw)


@given(st.text(alphabet="ab:-[]{}'\"&*!|>#%@, \n\t?.<=~01", max_size=60))
def test_any_punctuation_is_read_or_refused(text: str):
    assert_read_or_refused(f"{text}\n...\n".encode())


def assert_read_or_refused(raw: bytes) -> None:
    refused: UnreadableYamlError | None = None
    try:
        found, _ = parse_yaml(raw)
    except UnreadableYamlError as error:
        refused = error
    if refused is None:
        assert isinstance(found, dict | list | str | int)
    else:
        assert "\n" not in refused.message
        assert 1 <= refused.line <= raw.count(b"\n") + 1
